import { expect, test } from "vitest";
import { type Profile, visibilityOf } from "../../people/profiles/profile.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { foundPerson } from "./found-person.ts";
import type { Standing } from "./list-standings.ts";

const now = new Date("2027-02-01T12:00:00Z");
const standing: Standing = {
  id: "participant",
  personId: "person",
  name: "Marta García",
  number: 7,
  isKnown: false,
  places: 1,
  freePlaces: 1,
  isPaused: false,
  answers: 0,
  usualSeconds: null,
  activeAt: null,
};
const profile: Profile = {
  organizationId: "organization",
  personId: "person",
  name: "Marta García",
  pronouns: "she",
  headline: "Marta's bakery",
  story: "",
  languages: ["es"],
  timeZone: null,
  place: "León",
  country: "ES",
  interests: [],
  gives: "",
  hopes: "",
  skills: { gives: [{ skill: "Marta's bread", level: null }], hopes: [] },
  availability: [],
  pictureId: "picture",
  pausedUntil: null,
  visibility: visibilityOf({}),
  editedAt: now,
  email: "marta@example.org",
};
const reason = (kind: string): ReasonPart => ({ fact: { kind } }) as unknown as ReasonPart;
const reasons = [reason("hours"), reason("choices")];
const showing = { role: "mentor", ownHours: undefined, weight: 5000, reasons, asking: undefined, at: now, now } as const;

test("where names come later, nothing of a person whom the reader does not know says who she is", () => {
  const found = foundPerson(standing, profile, { ...showing, isNameless: true });
  expect(found).toMatchObject({ id: "participant", name: undefined, number: 7, weight: 5000 });
  expect(JSON.stringify(found)).not.toMatch(/Marta|García|picture|León|marta@|"person"|she/);
  expect(found.profile.headline).toBe("…'s bakery");
  // What both have chosen may be the organization for which she works.
  expect(found.reasons).toEqual([reasons[0]]);
});

test("once the two are proposed to each other, or where names show at once, she is shown as she is", () => {
  for (const [isNameless, isKnown] of [
    [true, true],
    [false, false],
  ] as const) {
    const found = foundPerson({ ...standing, isKnown }, profile, { ...showing, isNameless });
    expect(found.name).toBe("Marta García");
    expect(found.profile.headline).toBe("Marta's bakery");
    expect(found.reasons).toEqual(reasons);
  }
});
