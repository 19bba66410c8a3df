import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";
import type { CheckKind } from "../checks/background-check.ts";
import type { OnDecline, ProgramFormat, ProgramTexts, SignUp } from "./program.ts";
import type { AskedOf, Audience, QuestionKind } from "./question.ts";

/** Given by the database where nothing is said. */
type WithDefault<T> = ColumnType<T, T | undefined, T>;

export interface ProgramTable {
  organization_id: string;
  id: string;
  name: string;
  purpose: Generated<string>;
  format: WithDefault<ProgramFormat>;
  starts_on: string | null;
  ends_on: string | null;
  default_capacity: Generated<number>;
  sign_up: WithDefault<SignUp>;
  offer_days: Generated<number>;
  on_decline: WithDefault<OnDecline>;
  texts: JsonWithDefault<ProgramTexts>;
  adults_only_attested_by: string | null;
  adults_only_attested_at: Date | null;
  copied_from: string | null;
  archived_at: Date | null;
  needed_checks: WithDefault<readonly CheckKind[]>;
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
  kind: QuestionKind;
  label: string;
  help: Generated<string>;
  asked_of: AskedOf;
  options: Generated<string[]>;
  minimum: number | null;
  maximum: number | null;
  is_required: Generated<boolean>;
  shown_to: WithDefault<Audience>;
  created_at: Generated<Date>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    program: ProgramTable;
    coordinator: CoordinatorTable;
    question: QuestionTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    /** Whoever coordinates a program may be somebody else now; `heirId`: who takes over what one of them looked after. */
    "coordinators.changed": { organizationId: string; programId: string; heirId: string | null };
    "program.made": { organizationId: string; programId: string };
    /** `questionIds`: each question of the older program → its copy. */
    "program.copied": {
      organizationId: string;
      fromProgramId: string;
      toProgramId: string;
      questionIds: Readonly<Record<string, string>>;
    };
    /** Which answers count as complete may be otherwise now; `renamedOptions`: old words → new words, or null where they are gone. */
    "question.changed": {
      organizationId: string;
      programId: string;
      questionId: string;
      renamedOptions: Readonly<Record<string, string | null>>;
    };
    "question.deleted": { organizationId: string; programId: string; questionId: string };
  }
}

export const programClasses = {
  program: {
    organization_id: "internal",
    id: "internal",
    name: "internal",
    purpose: "internal",
    format: "internal",
    starts_on: "internal",
    ends_on: "internal",
    default_capacity: "internal",
    sign_up: "internal",
    offer_days: "internal",
    on_decline: "internal",
    texts: "internal",
    adults_only_attested_by: "personal",
    adults_only_attested_at: "internal",
    copied_from: "internal",
    archived_at: "internal",
    needed_checks: "internal",
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
