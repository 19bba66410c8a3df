import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { PeopleFilter } from "../program-people/standing.ts";
import type { AnnouncementState } from "./announcement.ts";

export interface Announcement {
  readonly id: string;
  readonly chosen: PeopleFilter;
  readonly subject: string;
  readonly body: string;
  readonly state: AnnouncementState;
  readonly recipients: number;
  /** Letters that are written, and of them: */
  readonly written: number;
  readonly sent: number;
  /** Without a mail server; the owner of the installation reads them. */
  readonly kept: number;
  readonly returned: number;
  readonly unsubscribed: number;
  readonly writtenBy: string | null;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly finishedAt: Date | null;
}

export const announcementsPerPage = 20;

const select = sql`
  select a.id, a.chosen, a.subject, a.body, a.state, a.recipients, profile.name as "writtenBy", a.created_at as "createdAt",
    a.confirmed_at as "confirmedAt", a.finished_at as "finishedAt", letters.*`;
const lettersOf = sql`
  left join profile on profile.organization_id = a.organization_id and profile.person_id = a.created_by
  cross join lateral (
    select count(r.letter_id) as written,
      count(*) filter (where letter.state = 'sent') as sent,
      count(*) filter (where letter.state = 'kept') as kept,
      count(*) filter (where letter.state in ('bounced', 'failed')) as returned,
      count(*) filter (where letter.state = 'unsubscribed') as unsubscribed
    from announcement_recipient r left join letter on letter.id = r.letter_id
    where r.organization_id = a.organization_id and r.announcement_id = a.id) letters`;

/** Drafts first, then the latest. */
export async function listAnnouncements(
  ctx: Context,
  organizationId: string,
  programId: string,
  page: number,
): Promise<{ announcements: Announcement[]; total: number }> {
  const { rows } = await sql<Announcement>`
    ${select} from (
      select * from announcement where organization_id = ${organizationId} and program_id = ${programId}
      order by (state = 'draft') desc, coalesce(confirmed_at, created_at) desc, id
      limit ${announcementsPerPage} offset ${(page - 1) * announcementsPerPage}) a
    ${lettersOf} order by (a.state = 'draft') desc, coalesce(a.confirmed_at, a.created_at) desc, a.id`.execute(ctx.db);
  const { total } = await ctx.db
    .selectFrom("announcement")
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .executeTakeFirstOrThrow();
  return { announcements: rows, total };
}

export async function findAnnouncement(
  ctx: Context,
  organizationId: string,
  programId: string,
  announcementId: string,
): Promise<Announcement> {
  const { rows } = await sql<Announcement>`
    ${select} from announcement a ${lettersOf}
    where a.organization_id = ${organizationId} and a.program_id = ${programId} and a.id = ${announcementId}`.execute(ctx.db);
  return found(rows[0]);
}
