/** What is somebody's own of accounts, profiles, organizations and programs. */
import { sql } from "kysely";
import { sealedById, byPerson, byPart, importedRows, type SomeTables } from "./own-table.ts";

export const networksOwn = {
  "auth.person": { hers: ({ personId }) => sql`t.id = ${personId}` },
  "auth.session": byPerson,
  "auth.credential": byPerson,
  "auth.two_factor": byPerson,
  "auth.used_code": byPerson,
  "auth.verification": { hers: ({ personId }) => sql`strpos(t.value, ${personId}) > 0` },
  "auth.rate_limit": { notHers: "counts under hashes that lead back to nobody" },
  installation: { hers: ({ personId }) => sql`t.owner_person_id = ${personId}` },
  organization: { hers: ({ personId }) => sql`t.id in (select organization_id from member where person_id = ${personId})` },
  answered_form: byPerson,
  audit_entry: { hers: ({ personId }) => sql`(t.actor_id = ${personId} or t.subject_id = ${personId})` },
  letter: {
    ...byPerson,
    // A link in a letter lets in whoever holds it, for as long as it works.
    changed: () => sql`jsonb_build_object('text_body', regexp_replace(t.text_body, '/[A-Za-z0-9_-]{32}(?![A-Za-z0-9_-])', '/…', 'g'))`,
  },
  unsubscription: byPerson,
  file: byPerson,
  file_chunk: { notHers: "the bytes of files: pictures are in the archive as pictures, imported lists belong to the organization" },
  profile: byPerson,
  profile_skill: byPerson,
  member: byPerson,
  invitation: byPerson,
  organization_helpline: { notHers: "whom an organization says that one can call" },
  safeguarding_lead: { ...byPerson, without: ["given_by"] },
  program: { notHers: "a program is the organization's; that somebody attested something of it stands in the audit" },
  coordinator: byPerson,
  question: { notHers: "what a program asks is the program's" },
  participant: byPerson,
  answer: { hers: byPart("participant_id") },
  fairness_setting: { notHers: "how a program counts" },
  description_dimension: { notHers: "what a program asks everybody" },
  self_description: {
    hers: byPart("participant_id"),
    sealed: {
      column: "sealed",
      place: (row) => ({
        organizationId: String(row["organization_id"]),
        table: "self_description",
        column: "sealed",
        row: `${String(row["participant_id"])}/${String(row["dimension_id"])}`,
      }),
    },
    // What was asked, without which the answer says nothing.
    changed: () => sql`(select jsonb_build_object('asked', d.label, 'options', d.options) from description_dimension d
      where d.organization_id = t.organization_id and d.id = t.dimension_id)`,
  },
  fairness_report: { notHers: "figures of groups, from which nobody can be told" },
  announcement: { notHers: "a letter to many people, which the organization answers for; what reached her is among her letters" },
  announcement_recipient: byPerson,
  spreadsheet_import: { notHers: "a list of many people, which the organization answers for; what it said of her is in import_row" },
  import_row: { hers: ({ personId, email }) => sql`(t.person_id = ${personId} or t.email = ${email})` },
  import_problem: {
    hers: (me) => sql`exists (select from import_row r where r.organization_id = t.organization_id
      and r.import_id = t.import_id and r.line = t.line and ${importedRows(me)})`,
  },
  import_change: byPerson,
  column_memory: { notHers: "names of columns" },
  // What is recorded of her, but not who recorded it.
  background_check: {
    ...byPerson,
    without: ["recorded_by", "voided_by"],
    sealed: ["reference", "decision", "remark", "void_reason"].map((column) => sealedById("background_check", column)),
  },
} satisfies SomeTables;
