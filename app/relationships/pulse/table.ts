import type { ColumnType } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { AskingKind, Fit } from "./pulse.ts";

export interface PulseTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  person_id: string;
  role: "mentor" | "mentee";
  kind: AskingKind;
  number: number;
  asked_at: Date;
  answered_at: Date | null;
  skipped_at: Date | null;
  fit: Fit | null;
  heard: number | null;
  trust: number | null;
  useful: number | null;
  challenged: number | null;
  on_track: number | null;
  level: ColumnType<number | null, never, never>;
  comment: Buffer | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    pulse: PulseTable;
  }
}

interface OfPulse {
  organizationId: string;
  relationshipId: string;
  pulseId: string;
}

declare module "../../platform/facts.ts" {
  interface Facts {
    /** Somebody said how it goes; what she said is for her coordinators. */
    "pulse.given": OfPulse;
    "fit.given": OfPulse;
  }
}

export const pulseClasses = {
  pulse: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    person_id: "personal",
    role: "internal",
    kind: "internal",
    number: "internal",
    asked_at: "internal",
    answered_at: "internal",
    skipped_at: "internal",
    fit: "personal",
    heard: "personal",
    trust: "personal",
    useful: "personal",
    challenged: "personal",
    on_track: "personal",
    level: "personal",
    comment: "special",
  },
} satisfies Classes<"pulse">;
