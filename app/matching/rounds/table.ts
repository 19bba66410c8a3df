import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json, JsonWithDefault } from "../../platform/table.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { UnmatchedReason } from "../explanations/unmatched-reason.ts";
import type { RoundProof } from "./proof.ts";
import type { RunCheck } from "../reports/kept-run.ts";
import type { RoundSettings } from "./round-settings.ts";
import type { ChosenPeople, RoundCriteria, RoundObjective, RoundProblem, RoundProgress, RoundState } from "./round.ts";

export interface RoundTable {
  organization_id: string;
  id: string;
  program_id: string;
  number: number;
  state: Generated<RoundState>;
  seed: number;
  engine_version: string;
  objective: Generated<RoundObjective>;
  settings: JsonWithDefault<RoundSettings>;
  criteria: Json<RoundCriteria>;
  chosen: JsonWithDefault<ChosenPeople>;
  progress: JsonWithDefault<Partial<RoundProgress>>;
  total: number | null;
  certificate: Json<RoundProof> | null;
  problem: Json<RoundProblem> | null;
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
  parts: Json<ReasonPart[]>;
  choice: number;
  is_locked: Generated<boolean>;
  drawn: number | null;
}

export interface RoundUnmatchedTable {
  organization_id: string;
  round_id: string;
  mentee_id: string;
  reason: Json<UnmatchedReason>;
}

export interface RoundMentorTable {
  organization_id: string;
  round_id: string;
  mentor_id: string;
  capacity: number;
  price: number;
}

export interface RoundSnapshotTable {
  organization_id: string;
  round_id: string;
  bytes: Buffer;
}

export interface RoundRunTable {
  organization_id: string;
  round_id: string;
  engine_version: string;
  bytes: Buffer;
  kept_at: Date;
  checked_at: Date | null;
  checked: Json<RunCheck> | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    round: RoundTable;
    round_pair: RoundPairTable;
    round_unmatched: RoundUnmatchedTable;
    round_mentor: RoundMentorTable;
    round_snapshot: RoundSnapshotTable;
    round_run: RoundRunTable;
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
    settings: "internal",
    criteria: "internal",
    chosen: "internal",
    progress: "internal",
    total: "internal",
    certificate: "internal",
    problem: "personal",
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
    drawn: "internal",
  },
  round_unmatched: { organization_id: "internal", round_id: "internal", mentee_id: "internal", reason: "personal" },
  round_mentor: { organization_id: "internal", round_id: "internal", mentor_id: "internal", capacity: "internal", price: "internal" },
  round_snapshot: { organization_id: "internal", round_id: "internal", bytes: "personal" },
  round_run: {
    organization_id: "internal",
    round_id: "internal",
    engine_version: "internal",
    bytes: "internal",
    kept_at: "internal",
    checked_at: "internal",
    checked: "internal",
  },
} satisfies Classes<"round" | "round_pair" | "round_unmatched" | "round_mentor" | "round_snapshot" | "round_run">;
