/** Second Wind: a program that gathers its people, with a round ready on the board and a list just imported. */
import type { SeedProgram } from "../program.ts";

const ways = ["Back after a break", "Into another field", "Into leading people", "Into something of my own"];

export const secondWind = {
  name: "Second Wind",
  purpose:
    "For people who begin again in the middle of their working lives: after years of care, after an illness, after a field that closed behind them. Half a year, with somebody who has begun again before.",
  texts: {
    welcome: "You do not have to explain your years. Tell us where you would like to go, and what is in the way right now.",
  },
  defaultCapacity: 1,
  offerDays: 5,
  onDecline: "ask-coordinator",
  questions: {
    way: {
      kind: "choice",
      label: "Direction",
      help: "Which way are you going? Mentors: which way did you go?",
      askedOf: "both",
      options: ways,
      isRequired: true,
      shownTo: "matches",
    },
    years: {
      kind: "number",
      label: "Years of working life so far, paid or not",
      askedOf: "both",
      minimum: 0,
      maximum: 60,
      shownTo: "matches",
    },
    obstacle: { kind: "text", label: "What is in the way right now?", askedOf: "mentees", isRequired: true, shownTo: "coordinators" },
    tools: {
      kind: "skills",
      label: "Tools and methods you know",
      help: "Spreadsheets, welding, sign language: anything.",
      askedOf: "both",
      shownTo: "program",
    },
  },
  criteria: [
    { strength: "should", rule: "same", question: "way", weight: 70 },
    { strength: "must", rule: "hours", hours: 1 },
  ],
} as const satisfies SeedProgram;

/** What the coordinator was sent by the job center, as it came. */
export const jobCenterList = {
  name: "job centre - interested women - final (2).csv",
  text: `Full name;E-mail;Town;Country;Languages;Time zone;About
Denise Hartley;denise.hartley@understory-demo.example;Leeds;United Kingdom;English;Europe/London;Twenty years in call centers. I can calm anybody down.
Gloria Mwangi;gloria.mwangi@understory-demo.example;Bradford;United Kingdom;English, Swahili;Europe/London;Care assistant, evenings free.
Beata Wrona;beata.wrona@understory-demo.example;Leeds;United Kingdom;Polish, English;Europe/London;I was a vet in Poland and I pack parcels here.
Sandra Pike;sandra.pike(at)post;Halifax;United Kingdom;English;Europe/London;Will phone.
Rukhsana Malik;rukhsana.malik@understory-demo.example;Bradford;United Kingdom;Urdu, English;Europe/London;Eleven years at home with four children, before that a bank.
Tracey Bell;tracey.bell@understory-demo.example;Leeds;United Kingdom;Engish;Europe/London;
Mariam Sesay;mariam.sesay@understory-demo.example;Sheffield;United Kingdom;English, Krio;Yorkshire time;I sew and I keep books.
Oksana Bondar;oksana.bondar@understory-demo.example;Leeds;United Kingdom;Ukrainian, English;Europe/London;Chief accountant at home. Here since last year.
DENISE HARTLEY;Denise.Hartley@understory-demo.example;Leeds;United Kingdom;English;Europe/London;
Carol Anne Fisk;;Wakefield;United Kingdom;English;Europe/London;No e-mail, leave word with her daughter.
Lindiwe Moyo;lindiwe.moyo@understory-demo.example;Leeds;United Kingdom;English, Ndebele;Europe/London;Nurse, registration in progress.
`,
};
