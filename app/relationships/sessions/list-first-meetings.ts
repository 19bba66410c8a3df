import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import { defaultSetting } from "../settings/setting.ts";
import { dayMs } from "./session.ts";

export interface FirstMeetingAhead {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly otherNames: readonly string[];
  readonly programName: string;
  /** By when they should have met. */
  readonly until: Date;
}

/** With whom she has begun and not met, and no time is agreed or asked for. One statement, over all open organizations. */
export async function listFirstMeetings(ctx: PersonalContext, limit = 5): Promise<FirstMeetingAhead[]> {
  const { rows } = await sql<FirstMeetingAhead & { begunAt: Date; days: number }>`
    select r.organization_id as "organizationId", r.id as "relationshipId", program.name as "programName", r.begun_at as "begunAt",
      coalesce(setting.first_meeting_days, ${defaultSetting.firstMeetingDays}::int) as days,
      (select coalesce(jsonb_agg(o.name order by o.name), '[]') from relationship_person p
        join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
        where p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null
          and p.person_id <> mine.person_id) as "otherNames"
    from relationship_person mine
    join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id
    join program on program.organization_id = r.organization_id and program.id = r.program_id
    left join relationship_setting setting on setting.organization_id = r.organization_id and setting.program_id = r.program_id
    where mine.person_id = ${ctx.actor.personId} and mine.left_at is null and r.state = 'active'
      and not exists (select from session s where s.organization_id = r.organization_id and s.relationship_id = r.id
        and s.state in ('agreed', 'held'))
      and not exists (select from session_proposal p where p.organization_id = r.organization_id and p.relationship_id = r.id
        and p.state = 'open')
    order by r.begun_at, r.id limit ${limit}`.execute(ctx.db);
  return rows.map(({ begunAt, days, ...one }) => ({ ...one, until: new Date(begunAt.getTime() + days * dayMs) }));
}
