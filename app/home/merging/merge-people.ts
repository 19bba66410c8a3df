import { sql } from "kysely";
import { moveChecks } from "../../networks/checks/forget-in-checks.ts";
import { recheckParticipant } from "../../networks/enrollment/write-answers.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { moveConcernTraces } from "../../relationships/concerns/forget-in-concerns.ts";
import { mergeGuardians } from "../../relationships/guardians/merge-guardians.ts";
import { movePracticeTraces } from "../../relationships/practice/write-reflection.ts";
import { moveSessionTraces } from "../../relationships/sessions/move-session-traces.ts";
import { lookAtMerge } from "./find-records.ts";
import { barSentence } from "./merging.messages.ts";
import { type PersonRecord, twins } from "./merge.ts";

declare module "../../platform/facts.ts" {
  interface Facts {
    /** Whatever was known of the one is known of the other from now on; in this organization only. */
    "person.merged": { organizationId: string; fromPersonId: string; toPersonId: string };
  }
}

export interface Merging {
  readonly organizationId: string;
  readonly personId: string;
  readonly otherId: string;
  /** Whose address stays, where nobody has claimed either. */
  readonly wish: string | undefined;
}

/** Makes one of two records, in one transaction: everything of the one that goes moves to the one that stays, and it is gone. */
export async function mergePeople(ctx: Context, { organizationId, personId, otherId, wish }: Merging): Promise<PersonRecord> {
  // Held in one order: whatever would give either of them an offer, a part or a way in waits, and finds one person.
  await sql`select from auth.person where id in (${personId}, ${otherId}) order by id for update`.execute(ctx.db);
  await sql`
    select from participant where organization_id = ${organizationId} and person_id in (${personId}, ${otherId}) order by id for update`.execute(
    ctx.db,
  );
  const { stays, goes, bars } = await lookAtMerge(ctx, organizationId, personId, otherId, wish);
  const [bar] = bars;
  if (bar) throw new Conflict((language) => barSentence(language, bar));
  const its: Direction = { organizationId, from: goes.personId, to: stays.personId };
  for (const { hers, twin } of twins(stays, goes)) {
    const [kept, lost] = twin.hasHistory ? [twin, hers] : [hers, twin];
    await joinParts(ctx, its, { kept: kept.participantId, lost: lost.participantId, hers: hers.participantId });
  }
  await moveParts(ctx, its);
  await moveProfile(ctx, its);
  await moveLetters(ctx, its);
  await moveTraces(ctx, its);
  for (const table of ["invitation", "profile", "member"] as const)
    await ctx.db.deleteFrom(table).where("organization_id", "=", organizationId).where("person_id", "=", its.from).execute();
  const parts = await ctx.db
    .selectFrom("participant")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", its.to)
    .execute();
  for (const { id } of parts) await recheckParticipant(ctx, organizationId, id);
  const detail = { from: its.from };
  await audit(ctx, { organizationId, act: "person.merged", subjectKind: "person", subjectId: its.to, detail });
  await announce(ctx, "person.merged", { organizationId, fromPersonId: its.from, toPersonId: its.to });
  return stays;
}

interface Direction {
  readonly organizationId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Both are in one program in one role: the part with a history stays, since offers and rounds name it, or else hers who stays.
 * Where both have answered, her answer stays; where only one has, that one.
 */
async function joinParts(
  ctx: Context,
  { organizationId, to }: Direction,
  { kept, lost, hers }: { kept: string; lost: string; hers: string },
): Promise<void> {
  const onConflict = lost === hers ? sql`do update set value = excluded.value, updated_at = excluded.updated_at` : sql`do nothing`;
  await sql`
    insert into answer (organization_id, participant_id, question_id, value, updated_at)
    select organization_id, ${kept}::uuid, question_id, value, updated_at from answer
    where organization_id = ${organizationId} and participant_id = ${lost}
    on conflict (organization_id, participant_id, question_id) ${onConflict}`.execute(ctx.db);
  await sql`
    insert into pair_wish (organization_id, program_id, mentee_id, mentor_id, kind, made_by, created_at)
    select organization_id, program_id, case when mentee_id = ${lost} then ${kept}::uuid else mentee_id end,
      case when mentor_id = ${lost} then ${kept}::uuid else mentor_id end, kind, made_by, created_at
    from pair_wish where organization_id = ${organizationId} and ${lost} in (mentee_id, mentor_id)
    on conflict do nothing`.execute(ctx.db);
  for (const table of ["choice", "refusal"] as const) await moveChoices(ctx, organizationId, table, { kept, lost });
  await sql`
    update participant k set
      capacity = case when l.id = ${hers} then coalesce(l.capacity, k.capacity) else coalesce(k.capacity, l.capacity) end,
      invited_at = least(k.invited_at, l.invited_at), joined_at = least(k.joined_at, l.joined_at),
      adult_attested_at = least(k.adult_attested_at, l.adult_attested_at),
      withdrawn_at = case when k.withdrawn_at is null or l.withdrawn_at is null then null else k.withdrawn_at end
    from participant l
    where k.organization_id = ${organizationId} and k.id = ${kept} and l.organization_id = ${organizationId} and l.id = ${lost}`.execute(
    ctx.db,
  );
  await ctx.db.deleteFrom("participant").where("organization_id", "=", organizationId).where("id", "=", lost).execute();
  await ctx.db
    .updateTable("participant")
    .set({ person_id: to })
    .where("organization_id", "=", organizationId)
    .where("id", "=", kept)
    .execute();
}

/** Whom either would like is whom she would like: hers who stays first, then the other's. What is said of either is said of her. */
async function moveChoices(
  ctx: Context,
  organizationId: string,
  table: "choice" | "refusal",
  { kept, lost }: { kept: string; lost: string },
): Promise<void> {
  const [own, ownValue] =
    table === "choice" ? [sql`rank`, sql`rank + case when participant_id = ${lost} then 500 else 0 end`] : [sql`note`, sql`note`];
  await sql`
    insert into ${sql.table(table)} (organization_id, program_id, participant_id, about_id, ${own}, created_at)
    select organization_id, program_id, case when participant_id = ${lost} then ${kept}::uuid else participant_id end,
      case when about_id = ${lost} then ${kept}::uuid else about_id end, ${ownValue}, created_at
    from ${sql.table(table)} where organization_id = ${organizationId} and ${lost} in (participant_id, about_id)
    on conflict (organization_id, participant_id, about_id) do nothing`.execute(ctx.db);
}

async function moveParts(ctx: Context, { organizationId, from, to }: Direction): Promise<void> {
  await sql`
    update participant set person_id = ${to} where organization_id = ${organizationId} and person_id = ${from}`.execute(ctx.db);
  // What was joined is no import's own work any more, which its undoing could take back.
  await sql`
    update participant set edited_at = ${ctx.now} where organization_id = ${organizationId} and person_id = ${to}`.execute(ctx.db);
  await sql`
    update relationship_person set person_id = ${to} where organization_id = ${organizationId} and person_id = ${from}`.execute(ctx.db);
}

/** Her own words stay; where she has none, the other's take the place. */
async function moveProfile(ctx: Context, { organizationId, from, to }: Direction): Promise<void> {
  const texts = ["pronouns", "headline", "story", "place", "gives", "hopes"].map(
    (column) => sql`${sql.id(column)} = coalesce(nullif(t.${sql.id(column)}, ''), f.${sql.id(column)})`,
  );
  const lists = ["languages", "interests", "availability"].map(
    (column) =>
      sql`${sql.id(column)} = case when cardinality(t.${sql.id(column)}) > 0 then t.${sql.id(column)} else f.${sql.id(column)} end`,
  );
  const others = ["time_zone", "country", "picture_id", "paused_until"].map(
    (column) => sql`${sql.id(column)} = coalesce(t.${sql.id(column)}, f.${sql.id(column)})`,
  );
  await sql`
    update profile t set ${sql.join([...texts, ...lists, ...others])}, updated_at = ${ctx.now} from profile f
    where t.organization_id = ${organizationId} and t.person_id = ${to} and f.organization_id = ${organizationId} and f.person_id = ${from}`.execute(
    ctx.db,
  );
  await sql`
    insert into profile_skill (organization_id, person_id, skill, direction, level)
    select organization_id, ${to}::uuid, skill, direction, level from profile_skill f
    where organization_id = ${organizationId} and person_id = ${from} and not exists (
      select from profile_skill t where t.organization_id = f.organization_id and t.person_id = ${to} and t.direction = f.direction
        and lower(t.skill) = lower(f.skill))`.execute(ctx.db);
}

/** What was written to either was written to her, and what either did not want, she does not want. */
async function moveLetters(ctx: Context, { organizationId, from, to }: Direction): Promise<void> {
  await sql`
    insert into unsubscription (organization_id, person_id, kind, created_at)
    select organization_id, ${to}::uuid, kind, created_at from unsubscription where organization_id = ${organizationId} and person_id = ${from}
    on conflict do nothing`.execute(ctx.db);
  await sql`delete from unsubscription where organization_id = ${organizationId} and person_id = ${from}`.execute(ctx.db);
  await sql`update letter set person_id = ${to} where organization_id = ${organizationId} and person_id = ${from}`.execute(ctx.db);
  await sql`
    update announcement_recipient r set person_id = ${to} where organization_id = ${organizationId} and person_id = ${from} and not exists (
      select from announcement_recipient o
      where o.organization_id = r.organization_id and o.announcement_id = r.announcement_id and o.person_id = ${to})`.execute(ctx.db);
  await sql`delete from announcement_recipient where organization_id = ${organizationId} and person_id = ${from}`.execute(ctx.db);
}

/** Where imports and files name her. */
async function moveTraces(ctx: Context, { organizationId, from, to }: Direction): Promise<void> {
  for (const table of ["import_change", "import_row", "file"]) {
    await sql`
      update ${sql.table(table)} set person_id = ${to} where organization_id = ${organizationId} and person_id = ${from}`.execute(ctx.db);
  }
  await moveSessionTraces(ctx, { organizationId, from, to });
  await mergeGuardians(ctx, { organizationId, from, to });
  await movePracticeTraces(ctx, { organizationId, from, to });
  await moveConcernTraces(ctx, { organizationId, from, to });
  await moveChecks(ctx, { organizationId, from, to });
  await sql`
    update message set unseen_by = array_replace(unseen_by, ${from}::uuid, ${to}::uuid)
    where organization_id = ${organizationId} and ${from} = any (unseen_by)`.execute(ctx.db);
  for (const [table, column] of actedOn) {
    await sql`
      update ${sql.table(table)} set ${sql.id(column)} = ${to} where organization_id = ${organizationId} and ${sql.id(column)} = ${from}`.execute(
      ctx.db,
    );
  }
}

/** What she did or looks after, in relationships of others, too. */
const actedOn = [
  ["relationship", "owner_id"],
  ["relationship_change", "by_id"],
  ["message", "author_id"],
  ["message_report", "author_id"],
  ["message_report", "reporter_id"],
  ["conversation_person", "person_id"],
  ["held_answer", "person_id"],
  ["conversation_block", "blocker_id"],
  ["conversation_block", "blocked_id"],
  ["agreement_template", "changed_by"],
  ["agreement_version", "made_by"],
  ["agreement_signature", "person_id"],
  ["goal", "proposed_by"],
  ["practice_piece", "changed_by"],
  ["goal", "changed_by"],
  ["goal_level", "by_id"],
  ["goal_step", "owner_id"],
  ["new_start", "person_id"],
  ["new_start", "answered_by"],
  ["farewell", "person_id"],
  ["guardian_farewell", "person_id"],
  ["quiet_time", "answered_by"],
  ["pulse", "person_id"],
  ["today_mark", "to_id"],
  ["today_mark", "by_id"],
  ["support_contact", "person_id"],
  ["support_contact", "by_id"],
  ["session_series", "agreed_by"],
  ["session", "agreed_by"],
  ["session", "cancelled_by"],
  ["session", "agenda_by"],
  ["session", "notes_by"],
  ["session_proposal", "proposed_by"],
  ["session_proposal", "answered_by"],
  ["session_action", "owner_id"],
  ["session_action", "made_by"],
] as const;
