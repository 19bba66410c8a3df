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

/** What the circle that has begun has said so far, in this order. */
export const circleWords = [
  {
    by: "denise.okonkwo",
    words: "Welcome, all three of you and a half: Nadine has already asked whether she may bring the baby. She may.",
  },
  { by: "nadine.whyte", words: "She is quiet as long as somebody holds her. I suggest that we take turns." },
  { by: "carmen.soler", words: "I bring tortilla. My question is how one explains four years to a person of twenty-six with a form." },
  { by: "siobhan.doyle", words: "Same question, other form. I will bring soda bread and mine." },
  { by: "adaeze.eze", words: "I have no question yet. Is that allowed?" },
  { by: "denise.okonkwo", words: "Best kind. Then you listen for the one that nobody asks. I have put a day in; say whether it suits." },
] as const;
/** So many days from the beginning of the demo. */
export const circleLunch = {
  in: 9,
  at: "12:30",
  where: "The long table at the back of the Tiled Hall Café",
  words: "An hour and a quarter. Bring your lunch and, if you have one, your question.",
} as const;
