import { sql } from "kysely";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { audit } from "../../platform/audit.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { newId } from "../../platform/identifiers.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { formatNumber } from "../../ui/formats.ts";
import { scopeOf } from "../program-people/list-people.ts";
import type { PeopleFilter } from "../program-people/standing.ts";
import { narrowedBy, standingOf } from "../program-people/standing-of.ts";
import { announcementLetter } from "./announcement.email.ts";
import { announcementWords } from "./announcement.messages.ts";
import { sendAnnouncements } from "./send-announcements.job.ts";
import { lockDraft } from "./write-announcement.ts";

interface OneAnnouncement {
  readonly organizationId: string;
  readonly programId: string;
  readonly announcementId: string;
}

/** How many people are chosen now: one letter each, whatever their roles. */
export async function countChosen(ctx: Context, organizationId: string, programId: string, chosen: PeopleFilter): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    ${standingOf(await scopeOf(ctx, organizationId, programId))}
    select count(distinct person_id) as people from standing where ${narrowedBy(chosen)}`.execute(ctx.db);
  return rows[0]!.people;
}

/**
 * Sends the letter to everybody who is chosen at this moment, if they are as many as the coordinator was shown. Who they are is
 * written down now; a job writes the letters.
 */
export async function sendAnnouncement(ctx: PersonalContext, its: OneAnnouncement, expected: number): Promise<number> {
  const { organizationId, programId, announcementId } = its;
  const { chosen } = await lockDraft(ctx, its);
  const { numAffectedRows = 0n } = await sql`
    ${standingOf(await scopeOf(ctx, organizationId, programId))}
    insert into announcement_recipient (organization_id, announcement_id, person_id, number)
    select ${organizationId}::uuid, ${announcementId}::uuid, person_id, row_number() over (order by person_id)
    from (select distinct person_id from standing where ${narrowedBy(chosen)}) one`.execute(ctx.db);
  const people = Number(numAffectedRows);
  if (people !== expected || people === 0) {
    throw new Conflict((language) => announcementWords(language).otherNumber(people, formatNumber(language, people)));
  }
  await ctx.db
    .updateTable("announcement")
    .set({ state: "sending", recipients: people, confirmed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", announcementId)
    .execute();
  await audit(ctx, {
    organizationId,
    act: "announcement.sent",
    subjectKind: "announcement",
    subjectId: announcementId,
    detail: { people },
  });
  await ctx.app.jobs.enqueue(ctx, sendAnnouncements, { organizationId, announcementId });
  return people;
}

/** The letter to the coordinator herself, as she reads it. Its link leads to the program, since she has no side of her own in it. */
export async function sendTrial(ctx: PersonalContext, its: OneAnnouncement): Promise<void> {
  const { organizationId, programId } = its;
  const written = await lockDraft(ctx, its);
  const organization = await findOrganization(ctx, organizationId);
  const program = await findProgram(ctx, organizationId, programId);
  const { personId, email, name } = ctx.actor;
  await sendLetter(ctx, {
    kind: "announcement",
    organization,
    to: { personId, address: email, name, language: ctx.reader.language },
    occasion: `announcement-trial:${newId()}`,
    letter: announcementLetter(ctx.reader.language, written, {
      name: name || email,
      program: program.name,
      link: `${ctx.app.settings.publicUrl}${programPath(organizationId, programId)}`,
    }),
  });
}
