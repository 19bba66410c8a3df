/** What is somebody's own of relationships. */
import { sql } from "kysely";
import { inRelationship, sealedById, byPerson, parts, byPart, byMessage, type SomeTables } from "./own-table.ts";

export const relationshipsOwn = {
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
  concern_snapshot: { notHers: "what somebody else wrote, as she saw it; it waits for her form for two days" },
  concern_file: { notHers: "files of others, kept in a case for those who look after safety" },
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
  relationship_setting: { notHers: "how a program goes" },
  relationship_person: byPerson,
} satisfies SomeTables;
