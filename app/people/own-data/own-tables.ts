/**
 * What of every table is somebody's own, for her to take along. A table that is not named here is a type error; one that holds
 * something personal and is not hers to take says why.
 */
import { type RawBuilder, sql } from "kysely";
import type { Tables } from "../../platform/database.ts";
import type { SealedPlace } from "../../platform/sealing.ts";

export interface Me {
  readonly personId: string;
  readonly email: string;
}
export interface Hers {
  /** Which rows of `t` are hers. */
  readonly hers: (me: Me) => RawBuilder<unknown>;
  /** Columns that tell on somebody else. */
  readonly without?: readonly string[];
  /** A column that the application sealed, to be opened for her, and where it stands; or several. */
  readonly sealed?: SealedOwn | readonly SealedOwn[];
  /** Columns that tell on somebody else in some of the rows, and others in their place. */
  readonly changed?: (me: Me) => RawBuilder<unknown>;
}
export interface SealedOwn {
  readonly column: string;
  readonly place: (row: Readonly<Record<string, unknown>>) => SealedPlace;
}
interface NotHers {
  readonly notHers: string;
}

/** Whoever has these gets in, by links or codes or in somebody's name: they are in no export. */
export const secretColumns: readonly string[] = [
  "token",
  "token_hash",
  "unsubscribe_token",
  "identifier",
  "password",
  "access_token",
  "refresh_token",
  "id_token",
  "secret",
  "backup_codes",
  "code",
  "html_body", // the same words as `text_body`
];

/** What is theirs together; not who of them did what. */
const inRelationship = (without: readonly string[]): Hers => ({
  hers: ({ personId }) => sql`t.relationship_id in (select relationship_id from relationship_person where person_id = ${personId})`,
  without,
});
const sealedById = (table: string, column: string): SealedOwn => ({
  column,
  place: (row) => ({ organizationId: String(row["organization_id"]), table, column, row: String(row["id"]) }),
});
const byPerson: Hers = { hers: ({ personId }) => sql`t.person_id = ${personId}` };
const parts = ({ personId }: Me): RawBuilder<unknown> => sql`(select id from participant where person_id = ${personId})`;
const byPart = (column: "participant_id" | "mentor_id" | "mentee_id"): Hers["hers"] => {
  return (me) => sql`t.${sql.id(column)} in ${parts(me)}`;
};
const eitherSide: Hers["hers"] = (me) => sql`(t.mentee_id in ${parts(me)} or t.mentor_id in ${parts(me)})`;
const byMessage: Hers["hers"] = ({ personId }) => sql`t.message_id in (select id from message where author_id = ${personId})`;
const importedRows = (me: Me): RawBuilder<unknown> => sql`(r.person_id = ${me.personId} or r.email = ${me.email})`;

export const ownTables: { readonly [T in keyof Tables]: Hers | NotHers } = {
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
  matching_mode: { notHers: "how a program matches" },
  choice: { hers: byPart("participant_id") },
  // Whoever is refused is never told.
  refusal: { hers: byPart("participant_id") },
  directory_return: { hers: byPart("participant_id") },
  criterion: { notHers: "the program's rules" },
  pair_wish: { notHers: "a coordinator's thought about two people at once: to tell one would be to tell on the other" },
  round: { notHers: "about many people at once" },
  round_pair: { notHers: "a thought about two people at once; what came of it stands in her offers" },
  round_unmatched: { hers: byPart("mentee_id") },
  round_mentor: { hers: byPart("mentor_id") },
  round_snapshot: { notHers: "the numbers that a round compared, of everybody together" },
  round_run: { notHers: "weights between numbers, of everybody together; what came of it for her stands in her offers" },
  offer: {
    hers: eitherSide,
    without: ["reasons"],
    // Why the other one declined is for the coordinator.
    changed: (me) => sql`case when (t.declined_by = 'mentee' and t.mentee_id in ${parts(me)})
      or (t.declined_by = 'mentor' and t.mentor_id in ${parts(me)}) then '{}'::jsonb else '{"decline_reason": null, "decline_note": ""}'::jsonb end`,
  },
  offer_question: {
    hers: (me) => sql`exists (select from offer o where o.organization_id = t.organization_id and o.id = t.offer_id
    and (o.mentee_id in ${parts(me)} or o.mentor_id in ${parts(me)}))`,
  },
  request: {
    hers: eitherSide,
    // Why the mentor declined is for the coordinator; whom else the mentee would like is hers.
    changed: (me) => sql`case when t.mentor_id in ${parts(me)} then '{"falls_on": null, "follows": null}'::jsonb
      else '{"decline_reason": null, "decline_note": ""}'::jsonb end`,
  },
  request_limit: { hers: byPart("participant_id"), without: ["set_by"] },
  suggestion: { hers: byPart("mentee_id") },
  suggested_mentor: {
    hers: (me) => sql`exists (select from suggestion s where s.organization_id = t.organization_id and s.id = t.suggestion_id
      and s.mentee_id in ${parts(me)})`,
    without: ["reasons"],
  },
  relationship: {
    hers: ({ personId }) => sql`t.id in (select relationship_id from relationship_person where person_id = ${personId})`,
    without: ["reasons"],
  },
  relationship_change: {
    hers: ({ personId }) => sql`t.relationship_id in (select relationship_id from relationship_person where person_id = ${personId})`,
    without: ["by_id"],
  },
  session_series: inRelationship(["agreed_by"]),
  session: inRelationship(["agreed_by", "cancelled_by", "agenda_by", "notes_by"]),
  session_person: {
    ...byPerson,
    sealed: {
      column: "private_note",
      place: (row) => ({
        organizationId: String(row["organization_id"]),
        table: "session_person",
        column: "private_note",
        row: `${String(row["session_id"])}/${String(row["person_id"])}`,
      }),
    },
  },
  session_proposal: inRelationship(["proposed_by", "answered_by"]),
  session_proposal_time: { notHers: "times that were proposed to several; what she chose stands in session_proposal_choice" },
  session_proposal_choice: byPerson,
  session_action: inRelationship(["made_by"]),
  calendar_feed: byPerson,
  busy_calendar: {
    ...byPerson,
    sealed: {
      column: "address",
      place: (row) => ({
        organizationId: String(row["organization_id"]),
        table: "busy_calendar",
        column: "address",
        row: String(row["person_id"]),
      }),
    },
  },
  busy_time: byPerson,
  new_start: {
    ...byPerson,
    without: ["answered_by"],
    sealed: {
      column: "words",
      place: (row) => ({
        organizationId: String(row["organization_id"]),
        table: "new_start",
        column: "words",
        row: String(row["id"]),
      }),
    },
  },
  farewell: {
    ...byPerson,
    sealed: {
      column: "reason_words",
      place: (row) => ({
        organizationId: String(row["organization_id"]),
        table: "farewell",
        column: "reason_words",
        row: `${String(row["relationship_id"])}/${String(row["person_id"])}`,
      }),
    },
  },
  search_again: { hers: byPart("participant_id") },
  quiet_time: {
    hers: ({ personId }) => sql`t.relationship_id in (select relationship_id from relationship_person where person_id = ${personId})`,
    without: ["answered_by"],
  },
  conversation: { notHers: "counts what was said between several people" },
  // What others wrote to her is theirs to take along.
  message: { hers: ({ personId }) => sql`t.author_id = ${personId}`, without: ["unseen_by", "sent_hash", "findable"] },
  message_version: { hers: byMessage },
  message_file: { hers: byMessage },
  conversation_person: { ...byPerson, without: ["id"] },
  conversation_block: { hers: ({ personId }) => sql`t.blocker_id = ${personId}` },
  // What was said before it was changed is for those who look after safety.
  message_report: { hers: ({ personId }) => sql`t.reporter_id = ${personId}`, without: ["versions"] },
  "auth.message_setting": byPerson,
  held_answer: byPerson,
  agreement_template: { notHers: "a program's words" },
  // What they agreed, she takes along; who wrote which version stands beside it on their page.
  agreement_version: {
    hers: ({ personId }) => sql`t.relationship_id in (select relationship_id from relationship_person where person_id = ${personId})`,
    without: ["made_by"],
  },
  agreement_signature: byPerson,
  // Whose guardian she is, and who is hers.
  guardianship: {
    hers: ({ personId }) => sql`(t.guardian_id = ${personId} or t.ward_id = ${personId})`,
    without: ["invited_by", "ended_by"],
  },
  // What she said as a guardian; the one whose guardian she is never sees it.
  guardian_farewell: {
    ...byPerson,
    sealed: {
      column: "words",
      place: (row) => ({
        organizationId: String(row["organization_id"]),
        table: "guardian_farewell",
        column: "words",
        row: `${String(row["relationship_id"])}/${String(row["person_id"])}`,
      }),
    },
  },
  pulse: {
    ...byPerson,
    sealed: {
      column: "comment",
      place: (row) => ({ organizationId: String(row["organization_id"]), table: "pulse", column: "comment", row: String(row["id"]) }),
    },
  },
  // What is recorded of her, but not who recorded it.
  background_check: {
    ...byPerson,
    without: ["recorded_by", "voided_by"],
    sealed: ["reference", "decision", "remark", "void_reason"].map((column) => sealedById("background_check", column)),
  },
  // Of a talk with her that it was, and how she seemed; what a coordinator noted may be about the other one, too.
  support_contact: { ...byPerson, without: ["by_id", "note"] },
  // Whose they are takes them along; who else wrote on them stands on their page.
  goal: { hers: byPart("participant_id"), without: ["proposed_by", "changed_by"] },
  goal_level: {
    hers: (
      me,
    ) => sql`(t.by_id = ${me.personId} or exists (select from goal g where g.organization_id = t.organization_id and g.id = t.goal_id
      and g.participant_id in ${parts(me)}))`,
    without: ["by_id"],
  },
  goal_step: {
    hers: (
      me,
    ) => sql`(t.owner_id = ${me.personId} or exists (select from goal g where g.organization_id = t.organization_id and g.id = t.goal_id
      and g.participant_id in ${parts(me)}))`,
    without: ["owner_id"],
  },
  // What she raised, and what came of it as she was told. Who looked into it, and what they noted, is theirs.
  concern: {
    hers: ({ personId }) => sql`t.reporter_id = ${personId}`,
    without: ["handler_id", "decided_by", "severity", "holds_pause", "told_at", "reminded_at", "escalated_at"],
    sealed: [sealedById("concern", "words"), sealedById("concern", "outcome")],
  },
  concern_entry: {
    hers: ({ personId }) => sql`(t.by_id = ${personId} and t.by_part = 'reporter')`,
    without: ["about_id"],
    sealed: sealedById("concern_entry", "words"),
  },
  // What was decided that touches her; nothing of the case that it was decided in.
  safety_decision: {
    ...byPerson,
    without: ["concern_id", "decided_by", "answered_by", "reminded_at"],
    sealed: [sealedById("safety_decision", "objection"), sealedById("safety_decision", "answer")],
  },
  concern_subject: { notHers: "whom a concern is about: to tell her would be to tell on who raised it" },
  concern_reading: { notHers: "who opened a case: it stands in the case, for those who look after safety" },
  practice_piece: { notHers: "a program's words" },
  practice_reading: byPerson,
  reflection: {
    ...byPerson,
    sealed: {
      column: "sealed",
      place: (row) => ({
        organizationId: String(row["organization_id"]),
        table: "reflection",
        column: "sealed",
        row: `${String(row["session_id"])}/${String(row["person_id"])}`,
      }),
    },
  },
  today_rule: { notHers: "how a program looks after its people" },
  today_mark: { notHers: "what coordinators did with lines of a list that is made anew each time" },
  relationship_setting: { notHers: "how a program goes" },
  relationship_person: byPerson,
};
