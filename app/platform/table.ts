import type { ColumnType, Generated } from "kysely";
import type { Classes } from "./data-classes.ts";

/** Written as JSON text, read as a value. */
export type Json<T> = ColumnType<T, string, string>;
/** The same, where the database fills it when nothing is given. */
export type JsonWithDefault<T> = ColumnType<T, string | undefined, string>;

export interface InstallationTable {
  only_one: Generated<boolean>;
  owner_person_id: string | null;
  set_up_at: Date | null;
  demo_loaded_at: Date | null;
  /** Until the demo is loaded: see app/home/demo. */
  demo_progress: Json<{ stage: string; at: string }> | null;
  /** Public keys that have signed reports: see app/matching/reports. */
  report_keys: JsonWithDefault<{ publicKey: string; since: string }[]>;
}

export interface OrganizationTable {
  id: string;
  name: string;
  purpose: Generated<string>;
  language: Generated<string>;
  time_zone: Generated<string>;
  second_factor_roles: Generated<string[]>;
  is_demo: Generated<boolean>;
  /** How long what was said in matching is kept once a program is over. */
  keep_months: Generated<number>;
  /** How long a concern is kept once it is closed. */
  keep_case_years: Generated<number>;
  created_at: Generated<Date>;
}

export interface AnsweredFormTable {
  person_id: string;
  form_key: string;
  content_hash: Buffer;
  location: string | null;
  notice: string | null;
  created_at: Generated<Date>;
}

export interface AuditEntryTable {
  id: string;
  organization_id: string | null;
  at: Date;
  actor_id: string | null;
  act: string;
  subject_kind: string;
  subject_id: string | null;
  detail: Json<Record<string, unknown>>;
}

export interface FileTable {
  id: string;
  organization_id: string;
  person_id: string | null;
  kind: string;
  name: string;
  content_type: string;
  size_bytes: number;
  sha256: Buffer;
  created_at: Generated<Date>;
}

export interface FileChunkTable {
  organization_id: string;
  file_id: string;
  number: number;
  bytes: Buffer;
}

declare module "./database.ts" {
  interface Tables {
    installation: InstallationTable;
    organization: OrganizationTable;
    answered_form: AnsweredFormTable;
    audit_entry: AuditEntryTable;
    file: FileTable;
    file_chunk: FileChunkTable;
  }
}

export const platformClasses = {
  installation: {
    only_one: "internal",
    owner_person_id: "internal",
    set_up_at: "internal",
    demo_loaded_at: "internal",
    demo_progress: "internal",
    report_keys: "public",
  },
  organization: {
    id: "public",
    name: "public",
    purpose: "public",
    language: "public",
    time_zone: "public",
    second_factor_roles: "internal",
    is_demo: "public",
    keep_months: "public",
    keep_case_years: "public",
    created_at: "internal",
  },
  answered_form: {
    person_id: "internal",
    form_key: "internal",
    content_hash: "internal",
    location: "internal",
    notice: "personal",
    created_at: "internal",
  },
  audit_entry: {
    id: "internal",
    organization_id: "internal",
    at: "internal",
    actor_id: "personal",
    act: "internal",
    subject_kind: "internal",
    subject_id: "internal",
    detail: "internal",
  },
  file: {
    id: "internal",
    organization_id: "internal",
    person_id: "personal",
    kind: "internal",
    name: "personal",
    content_type: "internal",
    size_bytes: "internal",
    sha256: "internal",
    created_at: "internal",
  },
  file_chunk: { organization_id: "internal", file_id: "internal", number: "internal", bytes: "personal" },
} satisfies Classes<"installation" | "organization" | "answered_form" | "audit_entry" | "file" | "file_chunk">;
