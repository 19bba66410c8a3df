import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";

/** Something about the end of a relationship that waits for somebody of it. */
export interface OwnEnding {
  readonly organizationId: string;
  readonly relationshipId: string;
  /** Goodbye until a day; whether it goes on, by a day; over, and what comes next is hers to say. */
  readonly kind: "closing" | "asked" | "over";
  readonly others: readonly string[];
  /** Null: whenever she likes. */
  readonly until: string | null;
}

/** For so many days she is asked what comes next. */
const daysOfNext = 60;

/** Of all organizations that are open to her, in one statement. */
export async function listOwnEndings(ctx: PersonalContext): Promise<OwnEnding[]> {
  const { rows } = await sql<OwnEnding>`
    select r.organization_id as "organizationId", r.id as "relationshipId", its.kind, its.until::text as until,
      array(
        select profile.name from relationship_person other
        join profile on profile.organization_id = other.organization_id and profile.person_id = other.person_id
        where other.organization_id = r.organization_id and other.relationship_id = r.id and other.person_id <> me.person_id
          and other.left_at is null
        order by other.role desc, profile.name) as others
    from relationship_person me
    join relationship r on r.organization_id = me.organization_id and r.id = me.relationship_id
    left join relationship_setting s on s.organization_id = r.organization_id and s.program_id = r.program_id
    left join quiet_time q on q.organization_id = r.organization_id and q.relationship_id = r.id
    cross join lateral (
      select 'closing' as kind, r.closes_on as until where r.state = 'closing' and not exists (
        select from farewell f where f.organization_id = r.organization_id and f.relationship_id = r.id and f.person_id = me.person_id
          and f.thanks <> '' and f.keeps_contact is not null)
      union all
      select 'asked', q.asked_on + coalesce(s.conclude_days, 7)
      where r.state = 'active' and q.asked_on is not null and (q.answered_at is null or q.answered_at::date < q.asked_on)
      union all
      select 'over', null::date
      where r.state = 'concluded' and r.concluded_at > ${ctx.now}::timestamptz - make_interval(days => ${daysOfNext})
        and (me.role = 'mentee' or r.format = 'peer') and not exists (
          select from search_again a where a.organization_id = r.organization_id and a.relationship_id = r.id
            and a.participant_id = me.participant_id)) its
    where me.person_id = ${ctx.actor.personId} and me.left_at is null
    order by its.until nulls last, r.id`.execute(ctx.db);
  return rows;
}
