import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { ImportPlace } from "./find-import.ts";
import { profileKeys } from "./targets.ts";

/** Puts back what stood there before the import, for people and parts that it did not make. */
export async function restoreChanged(ctx: Context, { organizationId, importId }: ImportPlace): Promise<void> {
  const changes = sql`import_change c`;
  const ours = sql`c.organization_id = ${organizationId} and c.import_id = ${importId}`;
  await sql`
    update profile p set (${sql.join(profileKeys.map((key) => sql.ref(key)))}) = (
        select ${sql.join(profileKeys.map((key) => sql`f.${sql.ref(key)}`))}
        from jsonb_populate_record(p, (select jsonb_object_agg(key, value -> 0) from jsonb_each(c.before -> 'profile'))) f),
      updated_at = ${ctx.now}::timestamptz
    from ${changes}
    where ${ours} and c.before ? 'profile' and p.organization_id = ${organizationId} and p.person_id = c.person_id`.execute(ctx.db);
  await sql`
    delete from profile_skill ps using ${changes}
    where ${ours} and c.before -> 'skills' ? ps.direction and ps.organization_id = ${organizationId} and ps.person_id = c.person_id`.execute(
    ctx.db,
  );
  await sql`
    insert into profile_skill (organization_id, person_id, skill, direction, level)
    select ${organizationId}::uuid, c.person_id, was ->> 0, s.key, (was ->> 1)::smallint
    from ${changes} cross join lateral jsonb_each(c.before -> 'skills') s cross join lateral jsonb_array_elements(s.value) was
    where ${ours}`.execute(ctx.db);
  await sql`
    update participant pt set capacity = (c.before ->> 'capacity')::smallint from ${changes}
    where ${ours} and c.before ? 'capacity' and pt.organization_id = ${organizationId} and pt.id = c.participant_id`.execute(ctx.db);
  await sql`
    delete from answer a using ${changes}
    where ${ours} and c.before -> 'answers' ? a.question_id::text and a.organization_id = ${organizationId} and a.participant_id = c.participant_id
      and c.before -> 'answers' -> a.question_id::text = 'null'`.execute(ctx.db);
  await sql`
    update answer a set value = c.before -> 'answers' -> a.question_id::text, updated_at = ${ctx.now}::timestamptz from ${changes}
    where ${ours} and c.before -> 'answers' ? a.question_id::text and a.organization_id = ${organizationId} and a.participant_id = c.participant_id
      and c.before -> 'answers' -> a.question_id::text <> 'null'`.execute(ctx.db);
}
