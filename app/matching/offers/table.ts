import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { DeclineReason, OfferState, Side } from "./offer.ts";

export interface OfferTable {
  organization_id: string;
  id: string;
  program_id: string;
  round_id: string | null;
  mentee_id: string;
  mentor_id: string;
  place: number;
  weight: number;
  reasons: Json<ReasonPart[]>;
  state: ColumnType<OfferState, OfferState | undefined, OfferState>;
  mentee_accepted_at: Date | null;
  mentor_accepted_at: Date | null;
  declined_by: Side | null;
  decline_reason: DeclineReason | null;
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
  asked_by: Side;
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

interface OfferFact {
  organizationId: string;
  programId: string;
  offerId: string;
}
declare module "../../platform/facts.ts" {
  interface Facts {
    "round.published": { organizationId: string; programId: string; roundId: string };
    "offer.made": OfferFact;
    /** Both have said yes. */
    "offer.accepted": OfferFact;
    /** And their relationship has begun, which in a group may be later. */
    "offer.begun": OfferFact;
    /** Declined, run out or taken back: the place is free again. */
    "offer.released": OfferFact;
    "offer.asked": OfferFact & { questionId: string };
    "offer.question-answered": OfferFact & { questionId: string };
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
    place: "internal",
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
