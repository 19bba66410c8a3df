import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Answer, PlaceKind, ProposalState, Reply, SessionState } from "./session.ts";
import type { Repeats } from "./series.ts";

export interface SessionSeriesTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  repeats: Repeats;
  starts_on: string;
  local_time: string;
  time_zone: string;
  minutes: number;
  until_on: string | null;
  made_until: string;
  place_kind: PlaceKind;
  place: Generated<string>;
  sequence: Generated<number>;
  agreed_by: string | null;
  made_at: Date;
}

export interface SessionTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  series_id: string | null;
  occurs_on: string | null;
  is_moved: Generated<boolean>;
  state: ColumnType<SessionState, SessionState | undefined, SessionState>;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  place_kind: PlaceKind;
  place: Generated<string>;
  sequence: Generated<number>;
  agreed_at: Date;
  agreed_by: string | null;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  cancel_words: Generated<string>;
  agenda: Generated<string>;
  agenda_by: string | null;
  agenda_at: Date | null;
  notes: Generated<string>;
  notes_by: string | null;
  notes_at: Date | null;
  reminded_day_at: Date | null;
  reminded_hour_at: Date | null;
  asked_at: Date | null;
  asked_again_at: Date | null;
  waited_at: Date | null;
}

export interface SessionPersonTable {
  organization_id: string;
  session_id: string;
  person_id: string;
  reply: Reply | null;
  replied_at: Date | null;
  outcome: Answer | null;
  outcome_at: Date | null;
  private_note: Buffer | null;
  private_note_at: Date | null;
}

export interface SessionProposalTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  moves_session_id: string | null;
  state: ColumnType<ProposalState, ProposalState | undefined, ProposalState>;
  proposed_by: string | null;
  proposed_at: Date;
  minutes: number;
  time_zone: string;
  repeats: Repeats | null;
  until_on: string | null;
  place_kind: PlaceKind;
  place: Generated<string>;
  words: Generated<string>;
  answered_at: Date | null;
  answered_by: string | null;
  session_id: string | null;
}

export interface SessionProposalTimeTable {
  organization_id: string;
  proposal_id: string;
  starts_at: Date;
}

export interface SessionProposalChoiceTable {
  organization_id: string;
  proposal_id: string;
  starts_at: Date;
  person_id: string;
}

export interface SessionActionTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  session_id: string | null;
  owner_id: string | null;
  words: string;
  due_on: string | null;
  made_by: string | null;
  made_at: Date;
  done_at: Date | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    session_series: SessionSeriesTable;
    session: SessionTable;
    session_person: SessionPersonTable;
    session_proposal: SessionProposalTable;
    session_proposal_time: SessionProposalTimeTable;
    session_proposal_choice: SessionProposalChoiceTable;
    session_action: SessionActionTable;
  }
}

interface OfSession {
  organizationId: string;
  relationshipId: string;
  sessionId: string;
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "session.proposed": { organizationId: string; relationshipId: string; proposalId: string };
    "session.agreed": OfSession;
    "session.moved": OfSession;
    "session.cancelled": OfSession;
    "session.held": OfSession;
    "session.missed": OfSession;
  }
}

export const sessionClasses = {
  session_series: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    repeats: "internal",
    starts_on: "personal",
    local_time: "personal",
    time_zone: "personal",
    minutes: "internal",
    until_on: "personal",
    made_until: "internal",
    place_kind: "internal",
    place: "personal",
    sequence: "internal",
    agreed_by: "personal",
    made_at: "internal",
  },
  session: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    series_id: "internal",
    occurs_on: "personal",
    is_moved: "internal",
    state: "personal",
    starts_at: "personal",
    ends_at: "personal",
    time_zone: "personal",
    place_kind: "internal",
    place: "personal",
    sequence: "internal",
    agreed_at: "internal",
    agreed_by: "personal",
    cancelled_at: "internal",
    cancelled_by: "personal",
    cancel_words: "personal",
    agenda: "personal",
    agenda_by: "personal",
    agenda_at: "internal",
    notes: "personal",
    notes_by: "personal",
    notes_at: "internal",
    reminded_day_at: "internal",
    reminded_hour_at: "internal",
    asked_at: "internal",
    asked_again_at: "internal",
    waited_at: "internal",
  },
  session_person: {
    organization_id: "internal",
    session_id: "internal",
    person_id: "personal",
    reply: "personal",
    replied_at: "internal",
    outcome: "personal",
    outcome_at: "internal",
    private_note: "special",
    private_note_at: "internal",
  },
  session_proposal: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    moves_session_id: "internal",
    state: "internal",
    proposed_by: "personal",
    proposed_at: "internal",
    minutes: "internal",
    time_zone: "personal",
    repeats: "internal",
    until_on: "personal",
    place_kind: "internal",
    place: "personal",
    words: "personal",
    answered_at: "internal",
    answered_by: "personal",
    session_id: "internal",
  },
  session_proposal_time: { organization_id: "internal", proposal_id: "internal", starts_at: "personal" },
  session_proposal_choice: { organization_id: "internal", proposal_id: "internal", starts_at: "personal", person_id: "personal" },
  session_action: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    session_id: "internal",
    owner_id: "personal",
    words: "personal",
    due_on: "personal",
    made_by: "personal",
    made_at: "internal",
    done_at: "internal",
  },
} satisfies Classes<
  | "session_series"
  | "session"
  | "session_person"
  | "session_proposal"
  | "session_proposal_time"
  | "session_proposal_choice"
  | "session_action"
>;
