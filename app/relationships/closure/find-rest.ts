/** The rest that somebody has after a relationship, before she is matched with anybody else. */
import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { defaultSetting } from "../settings/setting.ts";

interface OfParticipant {
  readonly organizationId: string;
  readonly programId: string;
  /** A mentee's part; between peers either of her parts. */
  readonly participantId: string;
}

export interface Rest {
  /** The first day on which she can be matched again; null: a coordinator opens it, since the program ended what was before. */
  readonly untilOn: string | null;
}

interface Resting extends Rest {
  readonly relationshipId: string;
}

/**
 * What she rests after: as many days from the end as the program says, or until the day that she was given when she said that she
 * would like another. Who was left alone need not rest; what the program ended itself a coordinator opens.
 */
async function listResting(ctx: Context, { organizationId, programId, participantId }: OfParticipant): Promise<Resting[]> {
  const { rows } = await sql<Resting>`
    with hers as (
      select t.id, p.format, o.time_zone, coalesce(s.cool_off_days, ${defaultSetting.coolOffDays}::int) as days,
        (${ctx.now}::timestamptz at time zone o.time_zone)::date as today
      from participant one
      join program p on p.organization_id = one.organization_id and p.id = one.program_id
      join organization o on o.id = one.organization_id
      join participant t on t.organization_id = one.organization_id and t.program_id = one.program_id
        and (t.id = one.id or (p.format = 'peer' and t.person_id = one.person_id))
      left join relationship_setting s on s.organization_id = one.organization_id and s.program_id = one.program_id
      where one.organization_id = ${organizationId} and one.program_id = ${programId} and one.id = ${participantId}
    ), past as (
      select r.id, h.today, case
          when s.from_on is not null then s.from_on
          when rp.left_at is null and r.ending = 'stopped' then 'infinity'
          else (coalesce(rp.left_at, r.concluded_at) at time zone h.time_zone)::date + h.days
        end as until_on
      from hers h
      join relationship_person rp on rp.organization_id = ${organizationId} and rp.participant_id = h.id
        and (rp.role = 'mentee' or h.format = 'peer')
      join relationship r on r.organization_id = rp.organization_id and r.id = rp.relationship_id
        and (r.state = 'concluded' or rp.left_at is not null)
      left join search_again s on s.organization_id = r.organization_id and s.relationship_id = r.id and s.participant_id = h.id
      where rp.left_at is not null or exists (select from relationship_person o where o.organization_id = r.organization_id
        and o.relationship_id = r.id and o.participant_id <> rp.participant_id and o.left_at is null)
    )
    select id as "relationshipId", nullif(until_on, 'infinity') as "untilOn" from past where until_on > today`.execute(ctx.db);
  return rows;
}

/** Until when she rests; undefined: she does not. */
export async function findRest(ctx: Context, of: OfParticipant): Promise<Rest | undefined> {
  const resting = await listResting(ctx, of);
  if (resting.length === 0) return undefined;
  const days = resting.flatMap(({ untilOn }) => untilOn ?? []);
  return { untilOn: days.length < resting.length ? null : (days.toSorted().at(-1) ?? null) };
}

/** A coordinator lets her look for somebody from today on, by herself and in rounds. @returns whether she rested at all */
export async function endRest(ctx: PersonalContext, of: OfParticipant): Promise<boolean> {
  const { organizationId, programId, participantId } = of;
  const resting = await listResting(ctx, of);
  if (resting.length === 0) return false;
  await sql`
    insert into search_again (organization_id, relationship_id, participant_id, from_on, learned, chosen_at)
    select rp.organization_id, rp.relationship_id, t.id, (${ctx.now}::timestamptz at time zone o.time_zone)::date, '', ${ctx.now}
    from participant one
    join program p on p.organization_id = one.organization_id and p.id = one.program_id
    join organization o on o.id = one.organization_id
    join participant t on t.organization_id = one.organization_id and t.program_id = one.program_id
      and (t.id = one.id or (p.format = 'peer' and t.person_id = one.person_id))
    join relationship_person rp on rp.organization_id = one.organization_id and rp.person_id = one.person_id
      and rp.relationship_id = any (${resting.map(({ relationshipId }) => relationshipId)}::uuid[])
    where one.organization_id = ${organizationId} and one.program_id = ${programId} and one.id = ${participantId}
    on conflict (organization_id, participant_id, relationship_id) do update set from_on = excluded.from_on`.execute(ctx.db);
  await audit(ctx, { organizationId, act: "rest.ended", subjectKind: "participant", subjectId: participantId });
  return true;
}
