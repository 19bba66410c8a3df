import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";

export interface ProgramTable {
  organization_id: string;
  id: string;
  name: string;
  purpose: Generated<string>;
  format: Generated<string>;
  starts_on: string | null;
  ends_on: string | null;
  default_capacity: Generated<number>;
  sign_up: Generated<string>;
  offer_days: Generated<number>;
  on_decline: Generated<string>;
  texts: JsonWithDefault<unknown>;
  adults_only_attested_by: string | null;
  adults_only_attested_at: Date | null;
  copied_from: string | null;
  archived_at: Date | null;
  created_at: Generated<Date>;
}

export interface CoordinatorTable {
  organization_id: string;
  program_id: string;
  person_id: string;
  created_at: Generated<Date>;
}

export interface QuestionTable {
  organization_id: string;
  id: string;
  program_id: string;
  position: number;
  kind: string;
  label: string;
  help: Generated<string>;
  asked_of: string;
  options: Generated<string[]>;
  minimum: number | null;
  maximum: number | null;
  is_required: Generated<boolean>;
  shown_to: Generated<string>;
  created_at: Generated<Date>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    program: ProgramTable;
    coordinator: CoordinatorTable;
    question: QuestionTable;
  }
}

export const programClasses = {
  program: {
    organization_id: "internal",
    id: "internal",
    name: "personal",
    purpose: "internal",
    format: "internal",
    starts_on: "internal",
    ends_on: "internal",
    default_capacity: "internal",
    sign_up: "internal",
    offer_days: "internal",
    on_decline: "internal",
    texts: "internal",
    adults_only_attested_by: "internal",
    adults_only_attested_at: "internal",
    copied_from: "internal",
    archived_at: "internal",
    created_at: "internal",
  },
  coordinator: { organization_id: "internal", program_id: "internal", person_id: "personal", created_at: "internal" },
  question: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    position: "internal",
    kind: "internal",
    label: "internal",
    help: "internal",
    asked_of: "internal",
    options: "internal",
    minimum: "internal",
    maximum: "internal",
    is_required: "internal",
    shown_to: "internal",
    created_at: "internal",
  },
} satisfies Classes<"program" | "coordinator" | "question">;
