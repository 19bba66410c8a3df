import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { NoneReason, SuggestionState } from "./suggestion.ts";

export interface SuggestionTable {
  organization_id: string;
  id: string;
  program_id: string;
  round_id: string;
  mentee_id: string;
  state: ColumnType<SuggestionState, SuggestionState | undefined, SuggestionState>;
  reason: NoneReason | null;
  note: Generated<string>;
  answer_by: Date;
  reminded_at: Date | null;
  closed_at: Date | null;
  offer_id: string | null;
  created_at: Generated<Date>;
}

export interface SuggestedMentorTable {
  organization_id: string;
  suggestion_id: string;
  mentor_id: string;
  rank: number;
  weight: number;
  reasons: Json<ReasonPart[]>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    suggestion: SuggestionTable;
    suggested_mentor: SuggestedMentorTable;
  }
}

interface SuggestionFact {
  organizationId: string;
  programId: string;
  suggestionId: string;
}
declare module "../../platform/facts.ts" {
  interface Facts {
    "suggestion.made": SuggestionFact;
    /** The mentor whom she chose cannot: she chooses again. */
    "suggestion.opened-again": SuggestionFact;
    /** The time is over, or nobody is left to choose. */
    "suggestion.lapsed": SuggestionFact;
  }
}

export const suggestionClasses = {
  suggestion: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    round_id: "internal",
    mentee_id: "internal",
    state: "internal",
    reason: "personal",
    note: "personal",
    answer_by: "internal",
    reminded_at: "internal",
    closed_at: "internal",
    offer_id: "internal",
    created_at: "internal",
  },
  suggested_mentor: {
    organization_id: "internal",
    suggestion_id: "internal",
    mentor_id: "internal",
    rank: "internal",
    weight: "internal",
    reasons: "personal",
  },
} satisfies Classes<"suggestion" | "suggested_mentor">;
