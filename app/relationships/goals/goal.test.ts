import { expect, test } from "vitest";
import { isScaleWhole, lastOfEachDay, type Level, mayChange, mayKnow, mayOwn, scoresOverTime } from "./goal.ts";

const at = (text: string) => new Date(`${text}:00Z`);
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const maya = { participantId: "maya", role: "mentee" } as const;
const omar = { participantId: "omar", role: "mentee" } as const;
const jonas = { participantId: "jonas", role: "mentor" } as const;

test("a mentee's goals are known to her and to her mentor; equals know each other's", () => {
  for (const format of ["one-to-one", "group", "flash", "reverse"] as const) {
    expect([maya, jonas, omar].map((me) => mayKnow(format, me, { participantId: "maya" }))).toEqual([true, true, false]);
    expect([maya, jonas].map(({ role }) => mayOwn(format, role))).toEqual([true, false]);
  }
  expect(mayKnow("peer", maya, { participantId: "jonas" })).toBe(true);
  expect(mayOwn("peer", "mentor")).toBe(true);
});

test("either works on what is proposed; what is agreed is hers", () => {
  const goal = (state: "proposed" | "agreed" | "aside") => ({ participantId: "maya", state, scale: [] });
  expect([mayChange(jonas, goal("proposed")), mayChange(jonas, goal("agreed")), mayChange(maya, goal("agreed"))]).toEqual([
    true,
    false,
    true,
  ]);
  expect(isScaleWhole(["a", "b", "c", "d", "e"])).toBe(true);
  expect(isScaleWhole(["a", "b", "", "d", "e"])).toBe(false);
});

test("the score of a day counts each goal at its newest level, and only goals that had one", () => {
  const noted = (goalId: string, level: Level, when: string) => ({ goalId, level, at: at(when) });
  const goals = [
    { id: "talk", weight: 1 },
    { id: "write", weight: 1 },
  ];
  const scores = scoresOverTime(
    goals,
    [
      noted("write", 1, "2027-03-01T10:00"),
      noted("talk", -1, "2027-01-01T10:00"),
      noted("talk", 0, "2027-02-01T09:00"),
      noted("talk", 1, "2027-02-01T10:00"),
      noted("put aside", 2, "2027-02-01T11:00"),
    ],
    dayOf,
  );
  expect(scores).toEqual([
    { day: "2027-01-01", score: 40 },
    { day: "2027-02-01", score: 60 },
    { day: "2027-03-01", score: 50 + 20 / Math.sqrt(2.6) },
  ]);
  expect(scoresOverTime(goals, [], dayOf)).toEqual([]);
});

test("of several notes on one day the last is drawn", () => {
  const notes = [{ at: at("2027-02-01T10:00") }, { at: at("2027-02-01T08:00") }, { at: at("2027-01-31T08:00") }];
  expect(lastOfEachDay(notes, dayOf)).toEqual([
    { day: "2027-01-31", noted: notes[2] },
    { day: "2027-02-01", noted: notes[0] },
  ]);
});
