import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";
import type { AddedBy, ParticipantRole } from "./participant.ts";

export interface ParticipantTable {
  organization_id: string;
  id: string;
  program_id: string;
  person_id: string;
  role: ParticipantRole;
  capacity: number | null;
  added_by: ColumnType<AddedBy, AddedBy | undefined, AddedBy>;
  import_id: string | null;
  invited_at: Date | null;
  joined_at: Date | null;
  adult_attested_at: Date | null;
  completed_at: Date | null;
  withdrawn_at: Date | null;
  edited_at: Date | null;
  created_at: Generated<Date>;
}

export interface AnswerTable {
  organization_id: string;
  participant_id: string;
  question_id: string;
  value: Json<unknown>;
  updated_at: Generated<Date>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    participant: ParticipantTable;
    answer: AnswerTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    /** She left, or was taken out: whatever holds a place for her lets it go. */
    "participant.withdrawn": { organizationId: string; programId: string; participantId: string };
  }
}

export const participantClasses = {
  participant: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    person_id: "personal",
    role: "internal",
    capacity: "internal",
    added_by: "internal",
    import_id: "internal",
    invited_at: "internal",
    joined_at: "internal",
    adult_attested_at: "internal",
    completed_at: "internal",
    withdrawn_at: "internal",
    edited_at: "internal",
    created_at: "internal",
  },
  answer: { organization_id: "internal", participant_id: "internal", question_id: "internal", value: "personal", updated_at: "internal" },
} satisfies Classes<"participant" | "answer">;
