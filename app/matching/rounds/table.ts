import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json, JsonWithDefault } from "../../platform/table.ts";

export interface RoundTable {
  organization_id: string;
  id: string;
  program_id: string;
  number: number;
  state: Generated<string>;
  seed: number;
  engine_version: string;
  objective: Generated<string>;
  criteria: Json<unknown>;
  chosen: JsonWithDefault<unknown>;
  progress: JsonWithDefault<unknown>;
  total: number | null;
  certificate: Json<unknown> | null;
  problem: Json<unknown> | null;
  cancel_asked: Generated<boolean>;
  created_by: string | null;
  created_at: Generated<Date>;
  finished_at: Date | null;
  published_at: Date | null;
}

export interface RoundPairTable {
  organization_id: string;
  round_id: string;
  mentee_id: string;
  mentor_id: string;
  weight: number;
  parts: Json<unknown>;
  choice: number;
  is_locked: Generated<boolean>;
}

export interface RoundUnmatchedTable {
  organization_id: string;
  round_id: string;
  mentee_id: string;
  reason: Json<unknown>;
}

export interface RoundMentorTable {
  organization_id: string;
  round_id: string;
  mentor_id: string;
  capacity: number;
  price: number;
}

declare module "../../platform/database.ts" {
  interface Tables {
    round: RoundTable;
    round_pair: RoundPairTable;
    round_unmatched: RoundUnmatchedTable;
    round_mentor: RoundMentorTable;
  }
}

export const roundClasses = {
  round: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    number: "internal",
    state: "internal",
    seed: "internal",
    engine_version: "internal",
    objective: "internal",
    criteria: "internal",
    chosen: "internal",
    progress: "internal",
    total: "internal",
    certificate: "internal",
    problem: "internal",
    cancel_asked: "internal",
    created_by: "internal",
    created_at: "internal",
    finished_at: "internal",
    published_at: "internal",
  },
  round_pair: {
    organization_id: "internal",
    round_id: "internal",
    mentee_id: "internal",
    mentor_id: "internal",
    weight: "internal",
    parts: "personal",
    choice: "internal",
    is_locked: "internal",
  },
  round_unmatched: { organization_id: "internal", round_id: "internal", mentee_id: "internal", reason: "personal" },
  round_mentor: { organization_id: "internal", round_id: "internal", mentor_id: "internal", capacity: "internal", price: "internal" },
} satisfies Classes<"round" | "round_pair" | "round_unmatched" | "round_mentor">;
