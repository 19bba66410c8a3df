import { expect, test } from "vitest";
import { hoursInCommon } from "./overlapping-hours.ts";
import { mergeSkills } from "./edit-skills.ts";
import { dayIn, monthsLater } from "./pause-profile.ts";
import { audiences, isPaused, missingParts, type Profile, usualVisibility, visibilityOf, visibleFields } from "./profile.ts";
import { maySee, relations, showProfile } from "./show-profile.ts";
import { splitWords } from "./split-words.ts";

const maya: Profile = {
  organizationId: "o",
  personId: "m",
  name: "Maya Okafor",
  pronouns: "she/her",
  headline: "Nurse",
  story: "I came by the night train.",
  languages: ["en", "ig"],
  timeZone: "Africa/Lagos",
  place: "Enugu",
  country: "NG",
  interests: ["chess"],
  gives: "An open ear",
  hopes: "A second look",
  skills: { gives: [{ skill: "First aid", level: 5 }], hopes: [{ skill: "Budgets", level: null }] },
  availability: [18, 19],
  pictureId: "p",
  pausedUntil: null,
  visibility: usualVisibility,
  editedAt: null,
  email: "maya@example.org",
};

test("by the usual settings, each sees what the closeness calls for", () => {
  const seen = Object.fromEntries(
    relations.map((relation) => [relation, visibleFields.filter((field) => maySee(maya, relation, field)).length]),
  );
  expect(seen).toEqual({ self: 12, coordinator: 12, partner: 12, match: 12, program: 11, organization: 3 });
  const stranger = showProfile(maya, "organization");
  expect(stranger).toMatchObject({ name: "Maya Okafor", headline: "Nurse", languages: ["en", "ig"], pronouns: "she/her" });
  expect(JSON.stringify(stranger)).not.toMatch(/night train|Enugu|Lagos|First aid|Budgets|chess|open ear|second look|NG/);
  expect(stranger.availability).toBeUndefined();
});

test("a field for coordinators alone is seen by no match, and nobody closer sees less than somebody further away", () => {
  const shy = { ...maya, visibility: visibilityOf(Object.fromEntries(visibleFields.map((field) => [field, "coordinators"]))) };
  const bare = showProfile(shy, "partner");
  expect({ ...bare, name: "", personId: "", picture: undefined, email: undefined }).toEqual({
    ...showProfile({ ...shy, ...empty }, "coordinator"),
    name: "",
    personId: "",
    picture: undefined,
    email: undefined,
  });
  for (const audience of audiences) {
    const one = { visibility: { ...usualVisibility, story: audience } };
    const inOrder = (["organization", "program", "match", "partner", "coordinator", "self"] as const).map((relation) =>
      maySee(one, relation, "story"),
    );
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => Number(a) - Number(b)));
  }
});

const empty = {
  pronouns: "",
  headline: "",
  story: "",
  languages: [],
  timeZone: null,
  place: "",
  country: null,
  interests: [],
  gives: "",
  hopes: "",
  skills: { gives: [], hopes: [] },
  availability: [],
};

test("the address is shown to the partner and the coordinator, and to nobody else", () => {
  const withEmail = relations.filter((relation) => showProfile(maya, relation).email !== undefined);
  expect(withEmail).toEqual(["self", "coordinator", "partner"]);
});

test("what is no choice counts as none", () => {
  expect(visibilityOf(null)).toEqual(usualVisibility);
  expect(visibilityOf({ story: "everybody on earth", place: "coordinators" })).toEqual({ ...usualVisibility, place: "coordinators" });
});

test("hours in common are counted on both clocks", () => {
  const winter = new Date("2027-01-15T12:00:00Z");
  const lagos = { hours: [18, 19, 20], zone: "Africa/Lagos" };
  expect(hoursInCommon(lagos, { hours: [17, 18], zone: "Europe/London" }, winter)).toBe(2);
  // Monday 18:00 in Lagos is Monday 22:30 in Delhi.
  expect(hoursInCommon(lagos, { hours: [22], zone: "Asia/Kolkata" }, winter)).toBe(0.5);
  expect(hoursInCommon(lagos, { hours: [3], zone: "UTC" }, winter)).toBe(0);
  expect(hoursInCommon(lagos, { hours: [17], zone: null }, winter)).toBeUndefined();
});

test("words are split at commas of every script and at line ends, each once", () => {
  expect(splitWords("Grant writing, python\n• Python،  كتابة ;; SQL ")).toEqual(["Grant writing", "python", "كتابة", "SQL"]);
  expect(splitWords(" , \n ")).toEqual([]);
});

test("a skill named again keeps its level", () => {
  expect(mergeSkills([{ skill: "Python", level: 4 }], ["python", "SQL"])).toEqual([
    { skill: "Python", level: 4 },
    { skill: "SQL", level: null },
  ]);
});

test("a pause holds through its last day, on the calendar of whoever asks", () => {
  expect(isPaused({ pausedUntil: "2027-02-01" }, "2027-02-01")).toBe(true);
  expect(isPaused({ pausedUntil: "2027-02-01" }, "2027-02-02")).toBe(false);
  expect(dayIn("Pacific/Auckland", new Date("2027-02-01T20:00:00Z"))).toBe("2027-02-02");
  expect(monthsLater("2026-11-30", 3)).toBe("2027-02-28");
  expect(monthsLater("2026-12-01", 24)).toBe("2028-12-01");
});

test("a whole profile misses nothing, an empty one all that helps", () => {
  expect(missingParts(maya)).toEqual([]);
  expect(missingParts({ ...maya, ...empty, pictureId: null })).toHaveLength(7);
});
