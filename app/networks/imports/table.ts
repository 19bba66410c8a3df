import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json, JsonWithDefault } from "../../platform/table.ts";

export interface SpreadsheetImportTable {
  organization_id: string;
  id: string;
  program_id: string;
  role: string;
  file_id: string | null;
  file_name: string;
  sheet: string | null;
  state: Generated<string>;
  mapping: JsonWithDefault<unknown>;
  counts: JsonWithDefault<unknown>;
  done_rows: Generated<number>;
  total_rows: number | null;
  problem: Json<unknown> | null;
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
  person: JsonWithDefault<unknown>;
  answers: JsonWithDefault<unknown>;
  outcome: string;
}

export interface ImportProblemTable {
  organization_id: string;
  import_id: string;
  line: number;
  number: number;
  column_name: Generated<string>;
  value: Generated<string>;
  reason: Json<unknown>;
  is_fatal: boolean;
}

export interface ImportChangeTable {
  organization_id: string;
  import_id: string;
  participant_id: string;
  made: Generated<string[]>;
  before: JsonWithDefault<unknown>;
}

export interface ColumnMemoryTable {
  organization_id: string;
  program_id: string;
  role: string;
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

export const importClasses = {
  spreadsheet_import: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    role: "internal",
    file_id: "internal",
    file_name: "personal",
    sheet: "internal",
    state: "internal",
    mapping: "internal",
    counts: "internal",
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
  },
  import_problem: {
    organization_id: "internal",
    import_id: "internal",
    line: "internal",
    number: "internal",
    column_name: "internal",
    value: "personal",
    reason: "personal",
    is_fatal: "internal",
  },
  import_change: { organization_id: "internal", import_id: "internal", participant_id: "internal", made: "internal", before: "personal" },
  column_memory: { organization_id: "internal", program_id: "internal", role: "internal", header: "internal", target: "internal" },
} satisfies Classes<"spreadsheet_import" | "import_row" | "import_problem" | "import_change" | "column_memory">;
