/** Raíces nuevas: a program that is being set up; people are coming in, and nobody has been matched yet. */
import type { SeedProgram } from "../program.ts";

const origins = ["Siria", "Marruecos", "Sudán", "Irak", "Venezuela", "Colombia", "Ucrania", "Otro lugar"];

export const newRoots = {
  name: "Raíces nuevas",
  purpose:
    "Quien llegó hace diez años acompaña a quien acaba de llegar: seis meses, un café por semana, en la lengua que os salga. No damos consejos que no hayamos necesitado antes nosotros.",
  texts: {
    welcome: "Bienvenida, bienvenido. Cuéntanos lo que quieras y deja en blanco lo que no. أهلًا بك: اكتب بالعربية إن شئت.",
  },
  defaultCapacity: 1,
  offerDays: 7,
  onDecline: "ask-coordinator",
  questions: {
    origin: {
      kind: "choice",
      label: "Origen de la familia",
      askedOf: "both",
      options: origins,
      isRequired: true,
      shownTo: "matches",
    },
    same: {
      kind: "choice",
      label: "¿Quieres que sea alguien que vino del mismo lugar?",
      help: "Solo cuenta si tú lo pides.",
      askedOf: "mentees",
      options: ["Sí, me importa", "Me da igual", "Mejor que no"],
      isRequired: true,
      shownTo: "coordinators",
    },
    help: {
      kind: "choices",
      label: "Ayuda",
      help: "¿En qué te gustaría que te acompañen? Si acompañas: ¿en qué puedes ayudar?",
      askedOf: "both",
      options: [
        "El idioma",
        "Encontrar trabajo",
        "Homologar un título",
        "Estudiar",
        "Papeles y oficinas",
        "Conocer gente",
        "Sacarse el carnet",
      ],
      isRequired: true,
      shownTo: "matches",
    },
    arrived: { kind: "number", label: "¿En qué año llegaste?", askedOf: "both", minimum: 1950, maximum: 2030, shownTo: "matches" },
  },
  criteria: [
    { strength: "should", rule: "hopes", question: "help", weight: 80 },
    { strength: "should", rule: "same", question: "origin", weight: 60, wish: { question: "same", yes: ["Sí, me importa"] } },
  ],
} as const satisfies SeedProgram;
