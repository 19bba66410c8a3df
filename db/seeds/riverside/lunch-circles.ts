/** Lunch Circles: a program of groups, in which one has begun and one still gathers. Its people are those of Second Wind. */
import type { SeedProgram } from "../program.ts";

export const lunchCircles = {
  name: "Lunch Circles",
  purpose:
    "Three or four people and one who has been there, once a month over lunch. For what is easier to ask when somebody else at the table has the same question.",
  texts: { welcome: "Bring your lunch and one question. Nobody has to have answers." },
  defaultCapacity: 4,
  offerDays: 12,
  onDecline: "ask-coordinator",
  questions: {},
  criteria: [],
} as const satisfies SeedProgram;

export const circleSize = { groupLeast: 3, groupMost: 4 } as const;

/** By their keys. */
export const circleMentors: readonly string[] = ["denise.okonkwo", "huda.najjar"];
export const circleMentees: readonly string[] = [
  "adaeze.eze",
  "siobhan.doyle",
  "carmen.soler",
  "nadine.whyte",
  "reem.alsayed",
  "magda.zielinska",
  "yetunde.balogun",
];
/** She has not made up her mind, and her group waits for one more. */
export const stillLooking = "yetunde.balogun";
