/** Makes people of rows that were compared: each portion in a dozen statements, all portions in one transaction. */
import { sql, type RawBuilder } from "kysely";
import type { Context } from "../../platform/context.ts";
import { type Lines, sideBySide } from "./compare-rows.ts";
import { otherRole } from "./import.ts";
import { profileKeys } from "./targets.ts";

const columns = sql.join(profileKeys.map((key) => sql.ref(key)));
/** A profile of which nothing is known. */
const blank = JSON.stringify({
  pronouns: "",
  headline: "",
  story: "",
  languages: [],
  place: "",
  interests: [],
  gives: "",
  hopes: "",
  availability: [],
});

/** The rows of this portion that make or change somebody. */
const acting = ({ organizationId, importId, from, to }: Lines): RawBuilder<unknown> => sql`
  r.organization_id = ${organizationId} and r.import_id = ${importId} and r.line between ${from} and ${to} and r.outcome in ('make', 'change')`;

export async function writeRows(ctx: Context, lines: Lines): Promise<void> {
  await makeAccounts(ctx, lines);
  await makeParts(ctx, lines);
  if ((await countOvertaken(ctx, lines)) > 0)
    throw new Error("somebody else made one of these people at the same moment; another try will see her");
  await keepWhatWas(ctx, lines);
  await sideBySide(ctx, () => changeKnown(ctx, lines));
  await giveSkills(ctx, lines);
  await giveAnswers(ctx, lines);
}

/** Accounts without a way in yet, for whoever has none; nobody who exists is touched. */
async function makeAccounts(ctx: Context, lines: Lines): Promise<void> {
  await sql`
    insert into auth.person (id, email, name)
    select r.new_person_id, r.email, coalesce(r.person ->> 'name', split_part(r.email::text, '@', 1))
    from import_row r where ${acting(lines)} and r.person_id is null order by r.email
    on conflict (email) do nothing`.execute(ctx.db);
  await sql`
    update import_row r set person_id = p.id, made = case when p.id = r.new_person_id then array['person'] else '{}' end
    from auth.person p where ${acting(lines)} and r.person_id is null and p.email = r.email`.execute(ctx.db);
}

/** A place in the organization, a profile, and the parts in the program, for whoever lacks them; keeps in mind what was made. */
async function makeParts(ctx: Context, lines: Lines): Promise<void> {
  const { organizationId, programId, importId, role } = lines;
  await sql`
    with member_made as (
      insert into member (organization_id, person_id, created_at)
      select ${organizationId}::uuid, r.person_id, ${ctx.now}::timestamptz from import_row r where ${acting(lines)} order by r.person_id
      on conflict do nothing returning person_id
    ), profile_made as (
      insert into profile (organization_id, person_id, ${columns})
      select ${organizationId}::uuid, r.person_id, ${sql.join(profileKeys.map((key) => sql`f.${sql.ref(key)}`))}
      from import_row r cross join lateral jsonb_populate_record(null::profile,
        ${blank}::jsonb || jsonb_build_object('name', split_part(r.email::text, '@', 1)) || r.person) f
      where ${acting(lines)} order by r.person_id
      on conflict do nothing returning person_id
    ), participant_made as (
      insert into participant (organization_id, id, program_id, person_id, role, capacity, added_by, import_id, created_at)
      select ${organizationId}::uuid, r.new_participant_id, ${programId}::uuid, r.person_id, ${role}, (r.person ->> 'capacity')::smallint,
        'import', ${importId}::uuid, ${ctx.now}::timestamptz
      from import_row r where ${acting(lines)} and r.participant_id is null order by r.person_id
      on conflict do nothing returning id
    ), other_made as (
      insert into participant (organization_id, id, program_id, person_id, role, added_by, import_id, created_at)
      select ${organizationId}::uuid, r.new_other_id, ${programId}::uuid, r.person_id, ${otherRole(role)}, 'import', ${importId}::uuid,
        ${ctx.now}::timestamptz
      from import_row r where ${acting(lines)} and r.other_id is null and r.person -> 'both_roles' = 'true' order by r.person_id
      on conflict do nothing returning id
    )
    update import_row r set
      participant_id = case when r.new_participant_id in (select id from participant_made) then r.new_participant_id else r.participant_id end,
      other_id = case when r.new_other_id in (select id from other_made) then r.new_other_id else r.other_id end,
      made = r.made
        || case when r.person_id in (select person_id from member_made) then array['member'] else '{}' end
        || case when r.person_id in (select person_id from profile_made) then array['profile'] else '{}' end
        || case when r.new_participant_id in (select id from participant_made) then array['participant'] else '{}' end
        || case when r.new_other_id in (select id from other_made) then array['other'] else '{}' end
    where ${acting(lines)}`.execute(ctx.db);
}

/** The answers that rows give to each part: all of them to a new part, the changed ones to an old one. */
const givenAnswers = (lines: Lines): RawBuilder<unknown> => sql`(
  select part.id as participant_id, a.key::uuid as question_id, a.value
  from import_row r
  cross join lateral (values (r.participant_id, 'participant'), (r.other_id, 'other')) part (id, name)
  cross join lateral jsonb_each(r.answers) a
  where ${acting(lines)} and part.id is not null and (part.name = any (r.made) or 'answer:' || a.key = any (r.changes)))`;

/** The skills that rows give, where they are new or others than before. */
const givenSkills = (lines: Lines): RawBuilder<unknown> => sql`(
  select r.person_id, s.direction, r.person -> s.key as skills
  from import_row r cross join (values ('skills_gives', 'gives'), ('skills_hopes', 'hopes')) s (key, direction)
  where ${acting(lines)} and r.person ? s.key and ('profile' = any (r.made) or s.key = any (r.changes)))`;

/** What the import is about to change, so that it can be undone. */
async function keepWhatWas(ctx: Context, lines: Lines): Promise<void> {
  const { organizationId, importId } = lines;
  await sql`
    insert into import_change (organization_id, import_id, participant_id, person_id, made, before)
    select ${organizationId}::uuid, ${importId}::uuid, part.id, r.person_id,
      case when part.name = 'participant' then array_remove(r.made, 'other')
        when 'other' = any (r.made) then array['participant'] else '{}' end,
      jsonb_strip_nulls(jsonb_build_object('profile', profile.before, 'skills', skills.before))
        || case when part.name = 'participant' and 'capacity' = any (r.changes) then jsonb_build_object('capacity', pt.capacity) else '{}' end
        || case when answers.before is null then '{}' else jsonb_build_object('answers', answers.before) end
    from import_row r
    cross join lateral (values (r.participant_id, 'participant'), (r.other_id, 'other')) part (id, name)
    join participant pt on pt.organization_id = ${organizationId} and pt.id = part.id
    left join lateral (
      -- In an array each, because an empty field is something that was, too.
      select jsonb_object_agg(field, jsonb_build_array(to_jsonb(pr) -> field)) as before
      from profile pr cross join lateral unnest(r.changes) field
      where part.name = 'participant' and pr.organization_id = ${organizationId} and pr.person_id = r.person_id
        and field = any (${profileKeys}::text[])
    ) profile on true
    left join lateral (
      select jsonb_object_agg(s.direction, coalesce((
          select jsonb_agg(jsonb_build_array(ps.skill, ps.level)) from profile_skill ps
          where ps.organization_id = ${organizationId} and ps.person_id = r.person_id and ps.direction = s.direction), '[]')) as before
      from (values ('skills_gives', 'gives'), ('skills_hopes', 'hopes')) s (key, direction)
      where part.name = 'participant' and s.key = any (r.changes)
    ) skills on true
    left join lateral (
      select jsonb_object_agg(a.key, x.value) as before
      from jsonb_object_keys(r.answers) a (key)
      left join answer x on x.organization_id = ${organizationId} and x.participant_id = part.id and x.question_id = a.key::uuid
      where not part.name = any (r.made) and 'answer:' || a.key = any (r.changes)
    ) answers on true
    where ${acting(lines)} and part.id is not null`.execute(ctx.db);
}

/** What an import changes of people who were here before. */
async function changeKnown(ctx: Context, lines: Lines): Promise<void> {
  const { organizationId } = lines;
  await sql`
    update profile p set (${columns}) = (
        select ${sql.join(profileKeys.map((key) => sql`f.${sql.ref(key)}`))} from jsonb_populate_record(p, r.person) f), updated_at = ${ctx.now}::timestamptz
    from import_row r
    where ${acting(lines)} and p.organization_id = ${organizationId} and p.person_id = r.person_id
      and not 'profile' = any (r.made) and r.changes && ${profileKeys}::text[]`.execute(ctx.db);
  await sql`
    delete from profile_skill ps using ${givenSkills(lines)} given
    where ps.organization_id = ${organizationId} and ps.person_id = given.person_id and ps.direction = given.direction
      and not given.skills ? ps.skill`.execute(ctx.db);
  await sql`
    update participant pt set capacity = (r.person ->> 'capacity')::smallint from import_row r
    where ${acting(lines)} and pt.organization_id = ${organizationId} and pt.id = r.participant_id and 'capacity' = any (r.changes)`.execute(
    ctx.db,
  );
}

async function giveSkills(ctx: Context, lines: Lines): Promise<void> {
  const { organizationId } = lines;
  await sql`
    insert into profile_skill (organization_id, person_id, skill, direction)
    select ${organizationId}::uuid, given.person_id, skill, given.direction
    from ${givenSkills(lines)} given cross join lateral jsonb_array_elements_text(given.skills) skill
    on conflict do nothing`.execute(ctx.db);
}

async function giveAnswers(ctx: Context, lines: Lines): Promise<void> {
  const { organizationId } = lines;
  await sql`
    insert into answer (organization_id, participant_id, question_id, value, updated_at)
    select ${organizationId}::uuid, given.participant_id, given.question_id, given.value, ${ctx.now}::timestamptz from ${givenAnswers(lines)} given
    on conflict (organization_id, participant_id, question_id) do update set value = excluded.value, updated_at = excluded.updated_at
    where answer.value is distinct from excluded.value`.execute(ctx.db);
}

/** Rows whose person or part somebody else made in the same moment: what was compared is no longer so. */
async function countOvertaken(ctx: Context, lines: Lines): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from import_row r where ${acting(lines)} and (r.person_id is null or r.participant_id is null)`.execute(
    ctx.db,
  );
  return rows[0]?.n ?? 0;
}
