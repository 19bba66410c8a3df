import type { ColumnType } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { How, Mood, SupportState } from "./support.ts";

export interface SupportContactTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  person_id: string;
  state: ColumnType<SupportState, SupportState | undefined, SupportState>;
  due_on: string;
  by_id: string | null;
  at: Date | null;
  how: How | null;
  mood: Mood | null;
  note: Buffer | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    support_contact: SupportContactTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "support.given": { organizationId: string; relationshipId: string; personId: string };
  }
}

export const supportClasses = {
  support_contact: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    person_id: "personal",
    state: "internal",
    due_on: "internal",
    by_id: "personal",
    at: "internal",
    how: "internal",
    mood: "personal",
    note: "special",
  },
} satisfies Classes<"support_contact">;
