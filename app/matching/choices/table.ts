import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";

export interface ChoiceTable {
  organization_id: string;
  program_id: string;
  participant_id: string;
  about_id: string;
  rank: number;
  created_at: Generated<Date>;
}

export interface RefusalTable {
  organization_id: string;
  program_id: string;
  participant_id: string;
  about_id: string;
  note: Generated<string>;
  created_at: Generated<Date>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    choice: ChoiceTable;
    refusal: RefusalTable;
  }
}

export const choiceClasses = {
  choice: {
    organization_id: "internal",
    program_id: "internal",
    participant_id: "personal",
    about_id: "personal",
    rank: "personal",
    created_at: "internal",
  },
  refusal: {
    organization_id: "internal",
    program_id: "internal",
    participant_id: "personal",
    about_id: "personal",
    note: "personal",
    created_at: "internal",
  },
} satisfies Classes<"choice" | "refusal">;
