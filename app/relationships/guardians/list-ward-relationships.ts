import { sql } from "kysely";
import { firstNameOf } from "../../networks/guardians/guardian.ts";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { isAccompanied } from "../agreements/agreement.ts";
import type { LifeState } from "../life/life.ts";
import type { PairRole } from "../pairs/pair.ts";

/** What a guardian sees of one relationship of hers whose guardian she is. */
export interface WardRelationship {
  readonly relationshipId: string;
  readonly programName: string;
  readonly state: LifeState;
  readonly begunAt: Date;
  /** Those who accompany her, or whom she accompanies: first names. None where it is a group of hers. */
  readonly partners: readonly string[];
  /** The day on which a coordinator is to talk with this guardian. */
  readonly talkOn: string | null;
  readonly owner: { readonly name: string; readonly email: string } | null;
  /** The agreement wants her signature. */
  readonly signs: boolean;
  /** The questions at the end are open, and she has not answered them. */
  readonly asksAtEnd: boolean;
}

export interface OwnWard {
  /** Of the guardianship. */
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly isConfirmed: boolean;
  readonly relationships: readonly WardRelationship[];
}

interface Row {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly isConfirmed: boolean;
  readonly relationships: readonly (Omit<WardRelationship, "begunAt" | "partners" | "signs"> & {
    readonly begunAt: string;
    readonly format: ProgramFormat;
    readonly role: PairRole;
    readonly others: readonly string[];
    readonly isOpen: boolean;
    /** Everybody in it has signed, and no guardian. */
    readonly isUnsigned: boolean;
  })[];
}

/** What is over stays on her page for so long, unless she has said how it was. */
const askedDays = 60;

/** Whose guardian somebody is, or is asked to be, in all open organizations; and how it goes with each. One statement. */
export async function listWardRelationships(ctx: PersonalContext): Promise<OwnWard[]> {
  const { rows } = await sql<Row>`
    select g.id, g.organization_id as "organizationId", ward.name, g.confirmed_at is not null as "isConfirmed",
      (select coalesce(jsonb_agg(jsonb_build_object(
          'relationshipId', r.id, 'programName', program.name, 'format', program.format, 'state', r.state, 'begunAt', r.begun_at,
          'role', p.role, 'talkOn', talk.due_on, 'isOpen', r.state <> 'concluded' and r.paused_by is distinct from 'safeguarding',
          'others', (select coalesce(jsonb_agg(o.name order by o.name), '[]') from relationship_person other
            join profile o on o.organization_id = other.organization_id and o.person_id = other.person_id
            where other.organization_id = r.organization_id and other.relationship_id = r.id and other.left_at is null
              and other.role <> p.role),
          'owner', case when owner.person_id is not null then jsonb_build_object('name', owner.name, 'email', owner_account.email) end,
          'isUnsigned', coalesce(setting.guardian_signs, false) and newest.number is not null and not exists (
            select from agreement_signature s where s.organization_id = r.organization_id and s.relationship_id = r.id
              and s.version = newest.number and s.signed_as = 'guardian' and s.person_id in (
                select every.guardian_id from guardianship every where every.organization_id = g.organization_id
                  and every.ward_id = g.ward_id and every.confirmed_at is not null and every.ended_at is null)),
          'asksAtEnd', r.state in ('closing', 'concluded') and not exists (select from guardian_farewell f
            where f.organization_id = r.organization_id and f.relationship_id = r.id and f.person_id = g.guardian_id)
        ) order by r.begun_at desc, r.id), '[]')
        from relationship_person p
        join relationship r on r.organization_id = p.organization_id and r.id = p.relationship_id
        join program on program.organization_id = r.organization_id and program.id = r.program_id
        left join relationship_setting setting on setting.organization_id = r.organization_id and setting.program_id = r.program_id
        left join profile owner on owner.organization_id = r.organization_id and owner.person_id = r.owner_id
        left join auth.person owner_account on owner_account.id = owner.person_id
        left join support_contact talk on talk.organization_id = r.organization_id and talk.relationship_id = r.id
          and talk.person_id = g.guardian_id and talk.state = 'due'
        cross join lateral (select max(number) as number from agreement_version v
          where v.organization_id = r.organization_id and v.relationship_id = r.id) newest
        where p.organization_id = g.organization_id and p.person_id = g.ward_id and p.left_at is null and g.confirmed_at is not null
          and (r.state <> 'concluded' or r.concluded_at > ${new Date(ctx.now.getTime() - askedDays * 86_400_000)} and not exists (
            select from guardian_farewell f where f.organization_id = r.organization_id and f.relationship_id = r.id
              and f.person_id = g.guardian_id))) as relationships
    from guardianship g
    join profile ward on ward.organization_id = g.organization_id and ward.person_id = g.ward_id
    where g.guardian_id = ${ctx.actor.personId} and g.ended_at is null
    order by ward.name, g.id`.execute(ctx.db);
  return rows.map(({ relationships, ...ward }) => ({
    ...ward,
    relationships: relationships.map(({ format, role, others, isOpen, isUnsigned, begunAt, ...one }) => ({
      ...one,
      begunAt: new Date(begunAt),
      partners: format === "group" && role === "mentor" ? [] : others.map(firstNameOf),
      signs: isUnsigned && isOpen && isAccompanied(format, role),
    })),
  }));
}
