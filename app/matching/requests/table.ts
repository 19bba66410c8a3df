import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { RequestDeclineReason, RequestState, WithdrawnBecause } from "./request.ts";

export interface RequestTable {
  organization_id: string;
  id: string;
  program_id: string;
  mentee_id: string;
  mentor_id: string;
  words: string;
  slot: number;
  falls_on: Generated<boolean>;
  state: ColumnType<RequestState, RequestState | undefined, RequestState>;
  withdrawn_because: WithdrawnBecause | null;
  decline_reason: RequestDeclineReason | null;
  decline_note: Generated<string>;
  question: string | null;
  asked_at: Date | null;
  answer: string | null;
  answered_at: Date | null;
  answer_by: Date;
  reminded_at: Date | null;
  closed_at: Date | null;
  offer_id: string | null;
  follows: string | null;
  created_at: Generated<Date>;
}

export interface RequestLimitTable {
  organization_id: string;
  program_id: string;
  participant_id: string;
  each_month: number;
  set_by: string | null;
  set_at: Generated<Date>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    request: RequestTable;
    request_limit: RequestLimitTable;
  }
}

interface RequestFact {
  organizationId: string;
  programId: string;
  requestId: string;
}
declare module "../../platform/facts.ts" {
  interface Facts {
    "request.made": RequestFact;
    /** The mentor has said yes: the two are a pair. */
    "request.accepted": RequestFact;
    /** Declined, run out or withdrawn. */
    "request.closed": RequestFact;
    "request.asked": RequestFact;
    "request.question-answered": RequestFact;
  }
}

export const requestClasses = {
  request: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    mentee_id: "internal",
    mentor_id: "internal",
    words: "personal",
    slot: "internal",
    falls_on: "personal",
    state: "internal",
    withdrawn_because: "internal",
    decline_reason: "personal",
    decline_note: "personal",
    question: "personal",
    asked_at: "internal",
    answer: "personal",
    answered_at: "internal",
    answer_by: "internal",
    reminded_at: "internal",
    closed_at: "internal",
    offer_id: "internal",
    follows: "internal",
    created_at: "internal",
  },
  request_limit: {
    organization_id: "internal",
    program_id: "internal",
    participant_id: "internal",
    each_month: "personal",
    set_by: "internal",
    set_at: "internal",
  },
} satisfies Classes<"request" | "request_limit">;
