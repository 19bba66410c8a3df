import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { ByPart, Category, ConcernState, EntryKind, Severity, Urgency } from "./concern.ts";
import type { JsonWithDefault } from "../../platform/table.ts";
import type { SnapshotFile, SnapshotKind } from "./snapshot.ts";
import type { DecisionKind, ObjectionOutcome } from "./decision.ts";

export interface ConcernTable {
  organization_id: string;
  id: string;
  reporter_id: string | null;
  is_confidential: boolean;
  may_write: boolean;
  category: Category;
  urgency: Urgency;
  /** See seal-case.ts. */
  words: Buffer | null;
  relationship_id: string | null;
  message_report_id: string | null;
  state: ColumnType<ConcernState, ConcernState | undefined, ConcernState>;
  severity: Severity | null;
  handler_id: string | null;
  decided_by: string | null;
  outcome: Buffer | null;
  /** Whether it keeps the relationship paused. */
  holds_pause: Generated<boolean>;
  raised_at: Date;
  opened_at: Date;
  told_at: Date | null;
  reminded_at: Date | null;
  escalated_at: Date | null;
  acknowledged_at: Date | null;
  closed_at: Date | null;
}

export interface ConcernSubjectTable {
  organization_id: string;
  concern_id: string;
  number: number;
  person_id: string | null;
  named_by: "reporter" | "lead";
}

export interface ConcernEntryTable {
  organization_id: string;
  id: string;
  concern_id: string;
  at: Date;
  kind: EntryKind;
  by_part: ByPart;
  by_id: string | null;
  about_id: string | null;
  detail: Generated<string>;
  words: Buffer | null;
}

export interface ConcernReadingTable {
  organization_id: string;
  id: string;
  concern_id: string;
  person_id: string | null;
  at: Date;
}

export interface SafetyDecisionTable {
  organization_id: string;
  id: string;
  concern_id: string;
  relationship_id: string | null;
  person_id: string | null;
  kind: DecisionKind;
  decided_by: string | null;
  decided_at: Date;
  over_at: Date | null;
  objected_at: Date | null;
  /** See seal-case.ts. */
  objection: Buffer | null;
  reminded_at: Date | null;
  answered_at: Date | null;
  answered_by: string | null;
  outcome: ObjectionOutcome | null;
  answer: Buffer | null;
}

export interface ConcernSnapshotTable {
  organization_id: string;
  id: string;
  reporter_id: string | null;
  kind: SnapshotKind;
  relationship_id: string | null;
  about_id: string | null;
  words: string;
  files: JsonWithDefault<readonly SnapshotFile[]>;
  made_at: Date;
}

export interface ConcernFileTable {
  organization_id: string;
  concern_id: string;
  file_id: string;
  name: string;
}

declare module "../../platform/database.ts" {
  interface Tables {
    concern_snapshot: ConcernSnapshotTable;
    concern_file: ConcernFileTable;
    concern: ConcernTable;
    concern_subject: ConcernSubjectTable;
    concern_entry: ConcernEntryTable;
    concern_reading: ConcernReadingTable;
    safety_decision: SafetyDecisionTable;
  }
}

interface OfConcern {
  organizationId: string;
  concernId: string;
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "concern.raised": OfConcern;
    /** Said to be wrong by who raised it, or looked at once more. */
    "concern.reopened": OfConcern;
    "concern.acknowledged": OfConcern;
    "concern.closed": OfConcern;
  }
}

export const concernClasses = {
  concern_snapshot: {
    organization_id: "internal",
    id: "internal",
    reporter_id: "safeguarding",
    kind: "safeguarding",
    relationship_id: "safeguarding",
    about_id: "safeguarding",
    words: "safeguarding",
    files: "safeguarding",
    made_at: "safeguarding",
  },
  concern_file: {
    organization_id: "internal",
    concern_id: "internal",
    file_id: "safeguarding",
    name: "safeguarding",
  },
  concern: {
    organization_id: "internal",
    id: "internal",
    reporter_id: "safeguarding",
    is_confidential: "safeguarding",
    may_write: "safeguarding",
    category: "safeguarding",
    urgency: "safeguarding",
    words: "safeguarding",
    relationship_id: "safeguarding",
    message_report_id: "safeguarding",
    state: "safeguarding",
    severity: "safeguarding",
    handler_id: "safeguarding",
    decided_by: "safeguarding",
    outcome: "safeguarding",
    holds_pause: "safeguarding",
    raised_at: "internal",
    opened_at: "internal",
    told_at: "internal",
    reminded_at: "internal",
    escalated_at: "internal",
    acknowledged_at: "internal",
    closed_at: "internal",
  },
  concern_subject: {
    organization_id: "internal",
    concern_id: "internal",
    number: "internal",
    person_id: "safeguarding",
    named_by: "safeguarding",
  },
  concern_entry: {
    organization_id: "internal",
    id: "internal",
    concern_id: "internal",
    at: "internal",
    kind: "safeguarding",
    by_part: "safeguarding",
    by_id: "safeguarding",
    about_id: "safeguarding",
    detail: "safeguarding",
    words: "safeguarding",
  },
  concern_reading: {
    organization_id: "internal",
    id: "internal",
    concern_id: "internal",
    person_id: "safeguarding",
    at: "internal",
  },
  safety_decision: {
    organization_id: "internal",
    id: "internal",
    concern_id: "safeguarding",
    relationship_id: "safeguarding",
    person_id: "safeguarding",
    kind: "safeguarding",
    decided_by: "safeguarding",
    decided_at: "internal",
    over_at: "internal",
    objected_at: "internal",
    objection: "safeguarding",
    reminded_at: "internal",
    answered_at: "internal",
    answered_by: "safeguarding",
    outcome: "safeguarding",
    answer: "safeguarding",
  },
} satisfies Classes<
  "concern" | "concern_subject" | "concern_entry" | "concern_reading" | "concern_snapshot" | "concern_file" | "safety_decision"
>;
