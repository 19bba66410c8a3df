/** Long Evenings: students in their first year, somebody to sit with, and somebody at home who may know that it goes on. */
import type { SeedLife } from "../life.ts";
import type { SeedPerson } from "../person.ts";
import type { SeedProgram } from "../program.ts";

export const longEvenings = {
  name: "Long Evenings",
  purpose:
    "For students in their first year, most of them eighteen or nineteen and away from home for the first time. Somebody sits with you for an hour, every other week. Whoever stands by you at home signs what you agree on, and sees when you meet; what you say to each other stays with you.",
  texts: {
    welcome: "Welcome. The first year is long, and its evenings are longer. Nobody here grades anything.",
    firstSteps: "Agree on when, where, and when it is too late to call. Then show it to whoever worries about you.",
  },
  defaultCapacity: 1,
  offerDays: 5,
  onDecline: "ask-coordinator",
  questions: {},
  criteria: [],
} as const satisfies SeedProgram;

export const longEveningsPair = { mentee: "meiling.tan", mentor: "farah.siddiqui" } as const;

/** So many days before today they are brought together. */
export const longEveningsAgo = 9;

export const meiLingsMother: SeedPerson = {
  key: "siewlan.tan",
  name: "Tan Siew Lan",
  pronouns: "she/her",
  writes: "en",
  lives: "singapore",
  speaks: "en zh",
  headline: "Mei Ling's mother",
  story:
    "I run a stall with my brother, from four in the morning. My daughter says that it is a course, and I say nothing, because I have read the agreement. It says that nobody calls after ten. I like that.",
  likes: "karaoke, card games",
};

export const longEveningsLife: SeedLife = {
  ...longEveningsPair,
  moments: [
    {
      ago: 5,
      at: "20:10",
      by: "mentee",
      says: "Good evening, Dr Siddiqui. I am in nine clubs. My mother has to sign what we agree, and she reads everything twice.",
    },
    { ago: 5, at: "22:40", by: "mentor", says: "Mine still does. Then we write it so that she can read it once. And Farah, please." },
    {
      ago: 4,
      at: "21:00",
      by: "mentee",
      rewrites: {
        where: "By video, from the library or from home. If we ever meet in person, then where others are.",
        else: "Nobody calls after ten in the evening, Singapore time. Mei Ling's mother knows when we meet, and not what about.",
      },
    },
    { ago: 3, at: "19:30", by: "mentor", signs: true },
    { ago: 3, at: "21:15", by: "mentee", signs: true },
  ],
  sessions: [
    {
      ago: 2,
      at: "15:00",
      minutes: 45,
      where: "https://meet.understory-demo.example/meiling-and-farah",
      planned: 2,
      notes: "Nine clubs on a sheet of paper. Two of them she could not say why. Those two first.",
    },
    { ago: -5, at: "15:00", minutes: 45, where: "https://meet.understory-demo.example/meiling-and-farah", planned: 6 },
  ],
};

/** On her mother's own clock, after both have signed. */
export const motherSigns = { ago: 2, at: "03:50" } as const;
