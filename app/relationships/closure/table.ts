import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";
import type { ExitAnswers, FarewellReason } from "./farewell.ts";
import type { NewStartReason, NewStartState } from "./new-start.ts";

export interface NewStartTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  person_id: string;
  reason: NewStartReason;
  /** See seal-words.ts. */
  words: Buffer;
  state: Generated<NewStartState>;
  asked_at: Date;
  answered_at: Date | null;
  answered_by: string | null;
  answer: Generated<string>;
}

export interface FarewellTable {
  organization_id: string;
  relationship_id: string;
  person_id: string;
  reason: FarewellReason | null;
  reason_words: Buffer | null;
  reached: Generated<string>;
  thanks: Generated<string>;
  keeps_contact: boolean | null;
  answers: JsonWithDefault<ExitAnswers>;
  changed_at: Date;
}

export interface SearchAgainTable {
  organization_id: string;
  relationship_id: string;
  participant_id: string;
  from_on: string;
  learned: Generated<string>;
  chosen_at: Date;
}

export interface QuietTimeTable {
  organization_id: string;
  relationship_id: string;
  since: Date;
  nudged_days: Generated<number>;
  asked_on: string | null;
  warned_on: string | null;
  answered_at: Date | null;
  answered_by: string | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    new_start: NewStartTable;
    farewell: FarewellTable;
    search_again: SearchAgainTable;
    quiet_time: QuietTimeTable;
  }
}

export const closureClasses = {
  new_start: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    person_id: "personal",
    reason: "personal",
    words: "special",
    state: "personal",
    asked_at: "personal",
    answered_at: "personal",
    answered_by: "personal",
    answer: "personal",
  },
  farewell: {
    organization_id: "internal",
    relationship_id: "internal",
    person_id: "personal",
    reason: "personal",
    reason_words: "special",
    reached: "personal",
    thanks: "personal",
    keeps_contact: "personal",
    answers: "personal",
    changed_at: "personal",
  },
  search_again: {
    organization_id: "internal",
    relationship_id: "internal",
    participant_id: "internal",
    from_on: "internal",
    learned: "personal",
    chosen_at: "internal",
  },
  quiet_time: {
    organization_id: "internal",
    relationship_id: "internal",
    since: "internal",
    nudged_days: "internal",
    asked_on: "internal",
    warned_on: "internal",
    answered_at: "internal",
    answered_by: "personal",
  },
} satisfies Classes<"new_start" | "farewell" | "search_again" | "quiet_time">;
