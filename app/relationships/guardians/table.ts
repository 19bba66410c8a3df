import type { Classes } from "../../platform/data-classes.ts";

export interface GuardianFarewellTable {
  organization_id: string;
  relationship_id: string;
  person_id: string;
  good: number | null;
  safe: number | null;
  again: number | null;
  /** See seal-guardian-words.ts. */
  words: Buffer | null;
  changed_at: Date;
}

declare module "../../platform/database.ts" {
  interface Tables {
    guardian_farewell: GuardianFarewellTable;
  }
}

export const guardianFarewellClasses = {
  guardian_farewell: {
    organization_id: "internal",
    relationship_id: "internal",
    person_id: "personal",
    good: "personal",
    safe: "personal",
    again: "personal",
    words: "special",
    changed_at: "personal",
  },
} satisfies Classes<"guardian_farewell">;
