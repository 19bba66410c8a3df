import { type RawBuilder, sql } from "kysely";
import { mayCoordinate } from "../../networks/programs/access.ts";
import { listProfiles } from "../../people/profiles/find-profile.ts";
import { type Context, membershipIn } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { type MergeBar, mergeBars, type PartOfRecord, type PersonRecord, staying } from "./merge.ts";

/** Somebody's record in the organization. */
async function findRecord(ctx: Context, organizationId: string, personId: string): Promise<PersonRecord> {
  const { rows } = await sql<Omit<PersonRecord, "profile">>`
    select account.id as "personId", profile.name, account.email::text as email,
      account.email_verified or exists (select from auth.credential c where c.person_id = account.id)
        or exists (select from auth.session s where s.person_id = account.id) as "isClaimed",
      m.role <> 'member' or exists (select from coordinator c where c.organization_id = m.organization_id and c.person_id = m.person_id)
        as "isStaff",
      (select count(*) from answer a join participant p on p.organization_id = a.organization_id and p.id = a.participant_id
        where p.organization_id = m.organization_id and p.person_id = m.person_id) as answers,
      ${partsOf} as parts
    from member m
    join profile on profile.organization_id = m.organization_id and profile.person_id = m.person_id
    join auth.person account on account.id = m.person_id
    where m.organization_id = ${organizationId} and m.person_id = ${personId}`.execute(ctx.db);
  const [profile] = await listProfiles(ctx, organizationId, [personId]);
  return { ...found(rows[0]), profile: found(profile) };
}

/** Between peers the history of either part is that of both: two who each had a peer cannot become one who has two. */
const partsOf = sql<PartOfRecord[]>`coalesce((
  select jsonb_agg(jsonb_build_object('participantId', p.id, 'programId', p.program_id, 'programName', program.name, 'role', p.role,
    'hasHistory', exists (
      select from participant h where h.organization_id = p.organization_id
        and (h.id = p.id or (program.format = 'peer' and h.program_id = p.program_id and h.person_id = p.person_id))
        and (exists (select from offer o where o.organization_id = h.organization_id and (o.mentee_id = h.id or o.mentor_id = h.id))
          or exists (select from request q where q.organization_id = h.organization_id and (q.mentee_id = h.id or q.mentor_id = h.id))
          or exists (select from suggestion s where s.organization_id = h.organization_id and s.mentee_id = h.id)
          or exists (select from relationship_person rp where rp.organization_id = h.organization_id and rp.participant_id = h.id)
          or exists (select from round r where r.organization_id = h.organization_id and r.program_id = h.program_id and r.state = 'published' and (
            exists (select from round_pair x where x.organization_id = r.organization_id and x.round_id = r.id and x.mentee_id = h.id)
            or exists (select from round_unmatched x where x.organization_id = r.organization_id and x.round_id = r.id and x.mentee_id = h.id)
            or exists (select from round_mentor x where x.organization_id = r.organization_id and x.round_id = r.id and x.mentor_id = h.id)))))
    ) order by program.name, p.role)
  from participant p join program on program.organization_id = p.organization_id and program.id = p.program_id
  where p.organization_id = m.organization_id and p.person_id = m.person_id), '[]')`;

export interface MergeLook {
  readonly stays: PersonRecord;
  readonly goes: PersonRecord;
  readonly bars: readonly MergeBar[];
}

/** The two as they would become one, and what stands in the way. */
export async function lookAtMerge(
  ctx: Context,
  organizationId: string,
  personId: string,
  otherId: string,
  wish: string | undefined,
): Promise<MergeLook> {
  const coordinates = (programId: string): boolean => mayCoordinate(ctx, organizationId, programId);
  // Which other programs somebody is in is not for the coordinator of this one.
  const seen = async (id: string): Promise<PersonRecord> => {
    const record = await findRecord(ctx, organizationId, id);
    return { ...record, parts: record.parts.map((part) => (coordinates(part.programId) ? part : { ...part, programName: undefined })) };
  };
  const which = staying(await seen(personId), await seen(otherId), wish);
  const ids = (record: PersonRecord): string[] => record.parts.map(({ participantId }) => participantId);
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from offer where organization_id = ${organizationId} and (
      (mentee_id = any (${ids(which.stays)}::uuid[]) and mentor_id = any (${ids(which.goes)}::uuid[]))
      or (mentee_id = any (${ids(which.goes)}::uuid[]) and mentor_id = any (${ids(which.stays)}::uuid[])))) as found`.execute(ctx.db);
  return { ...which, bars: mergeBars(which, { haveOffers: rows[0]!.found, coordinates }) };
}

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Who may be the same person: found by what is typed, or else of the same name or the same local part of the address. */
export async function listCandidates(
  ctx: Context,
  organizationId: string,
  { personId, name, email }: { readonly personId: string; readonly name: string; readonly email: string },
  search: string,
): Promise<Candidate[]> {
  const pattern = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
  const typed = `%${pattern(search)}%`;
  const alike =
    search === ""
      ? sql`(unaccent(profile.name) ilike unaccent(${pattern(name)}) or split_part(account.email::text, '@', 1) ilike ${pattern(email.split("@")[0]!)})`
      : sql`(unaccent(profile.name) ilike unaccent(${typed}) or account.email::text ilike ${typed})`;
  const { rows } = await sql<Candidate>`
    select account.id as "personId", profile.name, account.email::text as email
    from profile join auth.person account on account.id = profile.person_id
    where profile.organization_id = ${organizationId} and profile.person_id <> ${personId} and ${alike} and ${isWithinReach(ctx, organizationId)}
    order by profile.name, account.id limit 20`.execute(ctx.db);
  return rows;
}

/** A coordinator looks among the people of her own programs only; administrators among all of the organization. */
function isWithinReach(ctx: Context, organizationId: string): RawBuilder<boolean> {
  const membership = found(membershipIn(ctx, organizationId));
  if (membership.role !== "member") return sql`true`;
  return sql`exists (select from participant p where p.organization_id = profile.organization_id and p.person_id = profile.person_id
    and p.program_id = any (${membership.coordinates}::uuid[]))`;
}

/** Whether the actor could have found this person by searching. */
export async function isFindable(ctx: Context, organizationId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select from profile where organization_id = ${organizationId} and person_id = ${personId} and ${isWithinReach(ctx, organizationId)}`.execute(
    ctx.db,
  );
  return rows.length > 0;
}
