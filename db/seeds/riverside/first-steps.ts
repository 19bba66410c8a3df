/** First Steps: a program under way, with relationships and with offers in every state. */
import type { SeedDimension, SeedProgram } from "../program.ts";

const fields = ["Engineering", "Sciences", "Health", "Law and policy", "Business", "Arts and humanities", "Education"];
const steps = ["Bachelor", "Master", "Doctorate", "Early career", "Mid-career", "Senior", "Executive"];

export const firstInFamily: SeedDimension = {
  label: "First in your family at university",
  reason:
    "Who has no one to ask at home often gains most from a mentor. We look after each round whether they found one as soon and as well as the others, and mend it where they did not.",
  options: ["Yes, I am the first", "No, others were before me"],
  wishWeight: 30,
  smallestGroup: 5,
};

export const firstSteps = {
  name: "First Steps",
  purpose:
    "For women, and for everyone who meets the same walls, in their first years of research or work. Two hours a month for a year with somebody who has gone some way further, and who remembers how it was.",
  texts: {
    welcome:
      "Welcome. Nobody here expects you to have a plan yet. Tell us what you would like this year to be, and we look for somebody who can walk a part of it with you.",
    offer:
      "We do not match by numbers alone: Ruth has read what you wrote. If it does not feel right, say so. That helps us more than a polite yes.",
    firstSteps:
      "Meet within two weeks, for half an hour, without an agenda. Then agree on three things: how often, how you reach each other, and what stays between you.",
  },
  defaultCapacity: 1,
  offerDays: 4,
  onDecline: "offer-next",
  questions: {
    field: { kind: "choice", label: "Field", askedOf: "both", options: fields, isRequired: true, shownTo: "program" },
    step: {
      kind: "scale",
      label: "Stage",
      help: "How far along are you? Mentors are always at least one step further.",
      askedOf: "both",
      options: steps,
      isRequired: true,
      shownTo: "matches",
    },
    style: {
      kind: "choices",
      label: "How do you like to work with somebody?",
      askedOf: "both",
      options: ["Goals and a plan", "Open conversation", "Walk and talk", "Short and often"],
      shownTo: "matches",
    },
    year: {
      kind: "text",
      label: "What would make this a good year?",
      help: "One sentence is enough.",
      askedOf: "mentees",
      isRequired: true,
      shownTo: "matches",
    },
    months: {
      kind: "number",
      label: "Hours a month that you can give",
      askedOf: "mentors",
      minimum: 1,
      maximum: 12,
      shownTo: "coordinators",
    },
  },
  criteria: [
    { strength: "must", rule: "above", question: "step", above: 1 },
    { strength: "must", rule: "hours", hours: 1 },
    { strength: "should", rule: "same", question: "field", weight: 40 },
    { strength: "should", rule: "hopes", question: "style", weight: 20 },
  ],
} as const satisfies SeedProgram;
