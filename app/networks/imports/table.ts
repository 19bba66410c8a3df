import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json, JsonWithDefault } from "../../platform/table.ts";
import type { Columns } from "./columns.ts";
import type { Counts, ImportProblem, ImportState, Loses, Outcome, Reading, Role, RowReason } from "./import.ts";
import type { Mapping, QuestionBefore } from "./mapping.ts";

export interface SpreadsheetImportTable {
  organization_id: string;
  id: string;
  program_id: string;
  role: Role;
  file_id: string | null;
  file_name: string;
  sheet: string | null;
  reading: JsonWithDefault<Reading>;
  columns: Json<Columns> | null;
  state: Generated<ImportState>;
  mapping: JsonWithDefault<Mapping>;
  overwrites: Generated<boolean>;
  counts: JsonWithDefault<Counts>;
  questions_before: JsonWithDefault<readonly QuestionBefore[]>;
  done_rows: Generated<number>;
  total_rows: number | null;
  problem: Json<ImportProblem> | null;
  cancel_asked: Generated<boolean>;
  created_by: string | null;
  created_at: Generated<Date>;
  finished_at: Date | null;
}

export interface ImportRowTable {
  organization_id: string;
  import_id: string;
  line: number;
  email: string | null;
  person: JsonWithDefault<Record<string, unknown>>;
  answers: JsonWithDefault<Record<string, unknown>>;
  outcome: Outcome;
  changes: Generated<string[]>;
  kept: Generated<string[]>;
  new_person_id: string | null;
  new_participant_id: string | null;
  new_other_id: string | null;
  person_id: string | null;
  participant_id: string | null;
  other_id: string | null;
  made: Generated<string[]>;
}

export interface ImportProblemTable {
  organization_id: string;
  import_id: string;
  line: number;
  number: number;
  column_name: Generated<string>;
  value: Generated<string>;
  reason: Json<RowReason>;
  loses: Loses;
}

/** What stood there before the import, as far as it changed it. */
export interface Before {
  /** Column → the value, in a list by itself (null is a value too). */
  profile?: Record<string, readonly [unknown]>;
  /** Direction → skills with their levels. */
  skills?: Record<string, readonly (readonly [skill: string, level: number | null])[]>;
  capacity?: number | null;
  /** Question → answer, or null where there was none. */
  answers?: Record<string, unknown>;
}

export interface ImportChangeTable {
  organization_id: string;
  import_id: string;
  participant_id: string;
  person_id: string;
  made: Generated<string[]>;
  before: JsonWithDefault<Before>;
}

export interface ColumnMemoryTable {
  organization_id: string;
  program_id: string;
  role: Role;
  header: string;
  target: string;
}

declare module "../../platform/database.ts" {
  interface Tables {
    spreadsheet_import: SpreadsheetImportTable;
    import_row: ImportRowTable;
    import_problem: ImportProblemTable;
    import_change: ImportChangeTable;
    column_memory: ColumnMemoryTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "import.done": { organizationId: string; programId: string; importId: string };
  }
}

export const importClasses = {
  spreadsheet_import: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    role: "internal",
    file_id: "internal",
    file_name: "personal",
    sheet: "internal",
    reading: "internal",
    // Samples of what the file holds.
    columns: "personal",
    state: "internal",
    mapping: "internal",
    overwrites: "internal",
    counts: "internal",
    questions_before: "internal",
    done_rows: "internal",
    total_rows: "internal",
    problem: "internal",
    cancel_asked: "internal",
    created_by: "internal",
    created_at: "internal",
    finished_at: "internal",
  },
  import_row: {
    organization_id: "internal",
    import_id: "internal",
    line: "internal",
    email: "personal",
    person: "personal",
    answers: "personal",
    outcome: "internal",
    changes: "internal",
    kept: "internal",
    new_person_id: "internal",
    new_participant_id: "internal",
    new_other_id: "internal",
    person_id: "personal",
    participant_id: "personal",
    other_id: "personal",
    made: "internal",
  },
  import_problem: {
    organization_id: "internal",
    import_id: "internal",
    line: "internal",
    number: "internal",
    column_name: "internal",
    value: "personal",
    reason: "personal",
    loses: "internal",
  },
  import_change: {
    organization_id: "internal",
    import_id: "internal",
    participant_id: "internal",
    person_id: "personal",
    made: "internal",
    before: "personal",
  },
  column_memory: { organization_id: "internal", program_id: "internal", role: "internal", header: "internal", target: "internal" },
} satisfies Classes<"spreadsheet_import" | "import_row" | "import_problem" | "import_change" | "column_memory">;
