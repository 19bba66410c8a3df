/** Fields of a person that a column can fill, and how their cells are read. Pure. */
import type { CellKind, KnownField } from "../../platform/spreadsheets/index.ts";
import type { Role } from "./import.ts";

interface Field {
  readonly kind: CellKind;
  /** Names that people give such a column. */
  readonly known?: KnownField;
  readonly synonyms?: readonly string[];
  readonly maxLength?: number;
  /** Where it is kept: a column of the profile, or one of the names that `compare-rows.ts` knows. */
  readonly key: string;
}

export const fields = {
  email: { kind: "email", known: "email", key: "email" },
  "full-name": { kind: "full-name", known: "full-name", key: "name", maxLength: 200 },
  "given-name": { kind: "given-name", known: "given-name", key: "name", maxLength: 100 },
  "family-name": { kind: "family-name", known: "family-name", key: "name", maxLength: 99 },
  pronouns: { kind: "text", known: "pronouns", key: "pronouns", maxLength: 60 },
  headline: { kind: "text", known: "headline", key: "headline", maxLength: 200 },
  story: { kind: "long-text", known: "story", key: "story", maxLength: 5000 },
  languages: { kind: "languages", known: "languages", key: "languages" },
  "time-zone": { kind: "time-zone", known: "time-zone", key: "time_zone" },
  place: { kind: "text", known: "place", key: "place", maxLength: 200 },
  country: { kind: "country", known: "country", key: "country" },
  interests: { kind: "list", known: "interests", key: "interests" },
  "skills-given": { kind: "list", known: "skills-offered", key: "skills_gives" },
  "skills-wanted": { kind: "list", known: "skills-wanted", key: "skills_hopes" },
  gives: { kind: "long-text", key: "gives", maxLength: 2000, synonyms: ["what i can give", "lo que puedo ofrecer", "ما أستطيع تقديمه"] },
  hopes: {
    kind: "long-text",
    key: "hopes",
    maxLength: 2000,
    synonyms: ["what i hope for", "goals", "lo que espero", "objetivos", "ما آمله", "الأهداف"],
  },
  availability: { kind: "availability", known: "availability", key: "availability" },
  capacity: { kind: "capacity", known: "capacity", key: "capacity" },
  "both-roles": { kind: "yes-no", known: "both-roles", key: "both_roles" },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldTarget = keyof typeof fields;
export const fieldOf = (target: FieldTarget): Field => fields[target];
export const isFieldTarget = (code: string): code is FieldTarget => Object.hasOwn(fields, code);

/** Fields that a column of this file can fill; places are counted for mentors only. */
export const fieldTargets = (role: Role): FieldTarget[] =>
  (Object.keys(fields) as FieldTarget[]).filter((target) => role === "mentor" || target !== "capacity");

/** Keys of an imported person that are no columns of the profile. */
export const besideProfile = ["skills_gives", "skills_hopes", "capacity", "both_roles"] as const;
/** Columns of the profile that an import may fill. */
export const profileKeys = [...new Set(Object.values(fields).map((field) => field.key))].filter(
  (key) => key !== "email" && !(besideProfile as readonly string[]).includes(key),
);
