import { expect, test } from "vitest";
import { choosePersonas, type Persona, type PersonaPart, situationsOf } from "./persona.ts";

const part: PersonaPart = {
  role: "mentee",
  programName: "First Steps",
  isInvited: true,
  hasJoined: true,
  isComplete: true,
  hasLeft: false,
  freePlaces: 0,
};
const maya: Persona = {
  personId: "maya",
  key: "maya",
  name: "Maya",
  headline: "",
  organizationName: "Riverside",
  memberRole: "member",
  looksAfterSafety: false,
  coordinates: [],
  parts: [part],
  offers: [],
  pairs: [],
  pausedUntil: null,
};
const kinds = (persona: Partial<Persona>) => situationsOf({ ...maya, ...persona }).map(({ kind }) => kind);
const offer = { otherName: "Jonas", answerBy: "2027-02-04T10:00:00Z", isWaitingForMe: true, hasQuestionForMe: false };

test("what is most urgent is said first", () => {
  expect(kinds({})).toEqual(["waiting"]);
  expect(kinds({ offers: [offer] })).toEqual(["to-answer"]);
  expect(kinds({ offers: [{ ...offer, hasQuestionForMe: true }], pairs: ["Otto"] })).toEqual(["question", "pair"]);
  expect(kinds({ offers: [{ ...offer, isWaitingForMe: false }] })).toEqual(["waits-for-other"]);
  expect(kinds({ parts: [{ ...part, role: "mentor", freePlaces: 1 }], pairs: ["Mina"] })).toEqual(["pair", "free-places"]);
  expect(kinds({ parts: [{ ...part, hasJoined: false }] })).toEqual(["invited"]);
  expect(kinds({ parts: [{ ...part, hasJoined: false, isInvited: false }] })).toEqual(["not-invited"]);
  expect(kinds({ parts: [{ ...part, isComplete: false }] })).toEqual(["incomplete"]);
  expect(kinds({ parts: [{ ...part, hasLeft: true }] })).toEqual(["left"]);
  expect(kinds({ memberRole: "owner", parts: [] })).toEqual(["owner"]);
  expect(kinds({ looksAfterSafety: true, parts: [] })).toEqual(["safety"]);
});

test("of each situation one is chosen, and of the staff everybody", () => {
  const people = ["a", "b"].map((personId) => ({ ...maya, personId }));
  const olga: Persona = { ...maya, personId: "olga", memberRole: "owner", parts: [] };
  const ruth: Persona = { ...maya, personId: "ruth", parts: [], coordinates: [{ name: "First Steps", people: 4, pairs: 0 }] };
  const jonas: Persona = { ...maya, personId: "jonas", parts: [{ ...part, role: "mentor", freePlaces: 1 }] };
  const helen: Persona = { ...jonas, personId: "helen", key: "helen.marsden" };
  const { first, staff, mentees, mentors } = choosePersonas([olga, ruth, ...people, helen, jonas]);
  expect(first.map(({ personId }) => personId)).toEqual(["helen"]);
  expect(staff.map(({ personId }) => personId)).toEqual(["olga", "ruth"]);
  expect(mentees.map(({ personId }) => personId)).toEqual(["a"]);
  expect(mentors.map(({ personId }) => personId)).toEqual(["jonas"]);
});
