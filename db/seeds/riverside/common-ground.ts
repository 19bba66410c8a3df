/** Common Ground: a program whose relationships have lived for months, each with a story of its own. */
import type { SeedProgram } from "../program.ts";

export const commonGround = {
  name: "Common Ground",
  purpose:
    "For students and researchers who came to us from far away, with somebody who knows how things are done here and remembers not knowing. An hour every other week, for a year.",
  texts: {
    welcome:
      "Welcome. You have already done the hard part, which was to leave. Tell us what is still strange here, and we look for somebody who can laugh about it with you.",
    offer: "I have read what both of you wrote, and I think you would like each other's questions. If not, tell me; nobody is offended.",
    firstSteps: "Meet for half an hour, somewhere with chairs. Ask each other what you were asked too often this year, and do not ask it.",
  },
  defaultCapacity: 1,
  offerDays: 5,
  onDecline: "ask-coordinator",
  questions: {},
  criteria: [],
} as const satisfies SeedProgram;
