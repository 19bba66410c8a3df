import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Moment } from "./practice.ts";

export interface PracticePieceTable {
  organization_id: string;
  program_id: string;
  key: string;
  /** Null: ours. */
  title: string | null;
  body: string | null;
  moment: Moment;
  is_hidden: Generated<boolean>;
  changed_at: Date;
  changed_by: string | null;
}

export interface PracticeReadingTable {
  organization_id: string;
  relationship_id: string;
  person_id: string;
  key: string;
  read_at: Date;
}

export interface ReflectionTable {
  organization_id: string;
  relationship_id: string;
  session_id: string;
  person_id: string;
  sealed: Buffer;
  written_at: Date;
  shared_at: Date | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    practice_piece: PracticePieceTable;
    practice_reading: PracticeReadingTable;
    reflection: ReflectionTable;
  }
}

export const practiceClasses = {
  practice_piece: {
    organization_id: "internal",
    program_id: "internal",
    key: "internal",
    title: "internal",
    body: "internal",
    moment: "internal",
    is_hidden: "internal",
    changed_at: "internal",
    changed_by: "personal",
  },
  practice_reading: {
    organization_id: "internal",
    relationship_id: "internal",
    person_id: "personal",
    key: "internal",
    read_at: "internal",
  },
  reflection: {
    organization_id: "internal",
    relationship_id: "internal",
    session_id: "internal",
    person_id: "personal",
    sealed: "special",
    written_at: "internal",
    shared_at: "internal",
  },
} satisfies Classes<"practice_piece" | "practice_reading" | "reflection">;
