import { sql } from "kysely";
import { asSystemWithin, type Context } from "../../platform/context.ts";
import { demoAddresses } from "./demo-address.ts";
import { openDemo } from "./open-demo.ts";
import type { Persona } from "./persona.ts";

/** Everybody whom one can be, in the order in which they came; `search` looks into names in either script, headlines and places. One statement. */
export function listPersonas(ctx: Context, search: string): Promise<Persona[]> {
  return asSystemWithin(ctx, async (own) => {
    await openDemo(own);
    const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const { rows } = await sql<Persona>`
      select person.id as "personId", profile.name, profile.headline, split_part(person.email, '@', 1) as key,
        organization.name as "organizationName", member.role as "memberRole",
        exists (select from safeguarding_lead lead where lead.organization_id = profile.organization_id and lead.person_id = person.id)
          as "looksAfterSafety",
        case when profile.paused_until >= ${own.now}::date then profile.paused_until::text end as "pausedUntil",
        (select coalesce(jsonb_agg(jsonb_build_object('name', program.name,
            'people', (select count(*) from participant p where p.organization_id = c.organization_id and p.program_id = c.program_id and p.withdrawn_at is null),
            'pairs', (select count(*) from relationship r where r.organization_id = c.organization_id and r.program_id = c.program_id and r.state <> 'concluded')
          ) order by program.created_at), '[]')
          from coordinator c join program on program.id = c.program_id
          where c.organization_id = profile.organization_id and c.person_id = person.id) as coordinates,
        (select coalesce(jsonb_agg(jsonb_build_object('role', p.role, 'programName', program.name, 'isInvited', p.invited_at is not null,
            'hasJoined', p.joined_at is not null, 'isComplete', p.completed_at is not null, 'hasLeft', p.withdrawn_at is not null,
            'freePlaces', greatest(0, coalesce(p.capacity, program.default_capacity) - (select count(*) from offer o
              where o.organization_id = p.organization_id and o.mentor_id = p.id and o.state in ('open', 'accepted')))
          ) order by p.created_at), '[]')
          from participant p join program on program.id = p.program_id
          where p.organization_id = profile.organization_id and p.person_id = person.id) as parts,
        (select coalesce(jsonb_agg(jsonb_build_object('otherName', other_profile.name, 'answerBy', o.answer_by,
            'isWaitingForMe', case when mine.role = 'mentee' then o.mentee_accepted_at is null else o.mentor_accepted_at is null end,
            'hasQuestionForMe', exists (select from offer_question q where q.organization_id = o.organization_id and q.offer_id = o.id
              and q.asked_by <> mine.role and q.answer is null)
          ) order by o.created_at), '[]')
          from participant mine
          join offer o on o.organization_id = mine.organization_id and mine.id in (o.mentee_id, o.mentor_id) and o.state = 'open'
          join participant other on other.organization_id = o.organization_id and other.id in (o.mentee_id, o.mentor_id) and other.id <> mine.id
          join profile other_profile on other_profile.organization_id = other.organization_id and other_profile.person_id = other.person_id
          where mine.organization_id = profile.organization_id and mine.person_id = person.id) as offers,
        (select coalesce(jsonb_agg(other_profile.name order by r.begun_at), '[]')
          from relationship_person mine
          join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id and r.state <> 'concluded'
          join relationship_person other on other.organization_id = r.organization_id and other.relationship_id = r.id
            and other.person_id <> mine.person_id
          join profile other_profile on other_profile.organization_id = other.organization_id and other_profile.person_id = other.person_id
          where mine.organization_id = profile.organization_id and mine.person_id = person.id) as pairs
      from profile
      join auth.person person on person.id = profile.person_id
      join organization on organization.id = profile.organization_id
      join member on member.organization_id = profile.organization_id and member.person_id = person.id
      where person.email like ${demoAddresses}
        and not exists (select from auth.credential where auth.credential.person_id = person.id)
        and (${search} = '' or profile.name ilike ${pattern} or profile.headline ilike ${pattern} or profile.place ilike ${pattern} or person.email ilike ${pattern})
      order by organization.created_at, person.created_at, person.id`.execute(own.db);
    return rows;
  });
}
