/** Papeles en regla: each mentee was suggested three mentors, and chooses among them. Its people are those of Raíces nuevas. */
import type { SeedProgram } from "../program.ts";

export const papersInOrder = {
  name: "Papeles en regla",
  purpose:
    "Tres mañanas con alguien que ya hizo esa cola: qué papel falta, a qué ventanilla, y qué se contesta cuando dicen que vuelvas el lunes.",
  texts: { welcome: "Trae lo que tengas, aunque esté arrugado. La primera mañana solo ordenamos." },
  defaultCapacity: 2,
  offerDays: 7,
  onDecline: "ask-coordinator",
  questions: {},
  criteria: [],
} as const satisfies SeedProgram;

/** By their keys. */
export const papersMentors: readonly string[] = ["luis.rangel", "amal.idris", "salim.haddad", "svitlana.koval", "omar.alzein"];
export const papersMentees: readonly string[] = [
  "sara.aziz",
  "gabriela.uzcategui",
  "tarig.osman",
  "iryna.bilous",
  "rasha.alomari",
  "wafaa.bashir",
];
/** What two of them have answered already; the others still choose. */
export const papersChosen = "sara.aziz";
export const papersNone = {
  key: "gabriela.uzcategui",
  note: "Mi título es de enfermería y querría a alguien de la sanidad. Puedo esperar.",
} as const;
