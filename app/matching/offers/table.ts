import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";

export interface OfferTable {
  organization_id: string;
  id: string;
  program_id: string;
  round_id: string | null;
  mentee_id: string;
  mentor_id: string;
  place: number;
  weight: number;
  reasons: Json<unknown>;
  state: Generated<string>;
  mentee_accepted_at: Date | null;
  mentor_accepted_at: Date | null;
  declined_by: string | null;
  decline_reason: string | null;
  decline_note: Generated<string>;
  answer_by: Date;
  reminded_at: Date | null;
  closed_at: Date | null;
  follows: string | null;
  created_at: Generated<Date>;
}

export interface OfferQuestionTable {
  organization_id: string;
  id: string;
  offer_id: string;
  asked_by: string;
  question: string;
  asked_at: Date;
  answer: string | null;
  answered_at: Date | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    offer: OfferTable;
    offer_question: OfferQuestionTable;
  }
}

export const offerClasses = {
  offer: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    round_id: "internal",
    mentee_id: "internal",
    mentor_id: "internal",
    place: "personal",
    weight: "internal",
    reasons: "personal",
    state: "internal",
    mentee_accepted_at: "internal",
    mentor_accepted_at: "internal",
    declined_by: "internal",
    decline_reason: "personal",
    decline_note: "personal",
    answer_by: "internal",
    reminded_at: "internal",
    closed_at: "internal",
    follows: "internal",
    created_at: "internal",
  },
  offer_question: {
    organization_id: "internal",
    id: "internal",
    offer_id: "internal",
    asked_by: "internal",
    question: "personal",
    asked_at: "internal",
    answer: "personal",
    answered_at: "internal",
  },
} satisfies Classes<"offer" | "offer_question">;
