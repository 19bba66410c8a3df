import { sql } from "kysely";
import { ownPath } from "../../networks/enrollment/participant.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { makeEntryLink } from "../../people/accounts/entry-link.ts";
import { type App, type Context, inOrganization } from "../../platform/context.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { job } from "../../platform/jobs.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { announcementLetter } from "./announcement.email.ts";
import { occasionOf, wantsLink } from "./announcement.ts";

interface OneAnnouncement {
  readonly organizationId: string;
  readonly announcementId: string;
}

const batchSize = 100;

/** Writes the letters to everybody who was chosen, a batch in each transaction; delivered again, it goes on where it was. */
export const sendAnnouncements = job<OneAnnouncement>("program-letters.send-announcements", {
  atOnce: 1,
  async run(app, announcement, signal) {
    for (let isDone = false; !isDone;) {
      signal.throwIfAborted();
      isDone = await writeBatch(app, announcement);
    }
  },
});

function writeBatch(app: App, { organizationId, announcementId }: OneAnnouncement): Promise<boolean> {
  return inOrganization(app, organizationId, async (ctx) => {
    const announcement = await ctx.db
      .selectFrom("announcement")
      .leftJoin("auth.person as writer", "writer.id", "announcement.created_by")
      .select(["announcement.program_id", "subject", "body", "state", "writer.email as writerEmail"])
      .where("announcement.organization_id", "=", organizationId)
      .where("announcement.id", "=", announcementId)
      .executeTakeFirst();
    if (announcement?.state !== "sending") return true;
    const people = await lockNext(ctx, { organizationId, announcementId });
    if (people.length === 0) {
      await ctx.db
        .updateTable("announcement")
        .set({ state: "sent", finished_at: ctx.now })
        .where("organization_id", "=", organizationId)
        .where("id", "=", announcementId)
        .execute();
      return true;
    }
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, announcement.program_id);
    const hasLink = wantsLink(announcement.body) || wantsLink(announcement.subject);
    for (const { personId, name, email, language: own } of people) {
      const language = isLanguage(own) ? own : organization.language;
      const destination = ownPath(organizationId, program.id);
      const link = hasLink ? await makeEntryLink(ctx, { personId, organizationId, programId: program.id, destination }) : "";
      await sendLetter(ctx, {
        kind: "announcement",
        organization,
        to: { personId, address: email, name, language },
        occasion: occasionOf(announcementId, personId),
        // Who wrote it reads what is answered.
        replyTo: announcement.writerEmail ?? undefined,
        letter: announcementLetter(language, announcement, { name, program: program.name, link }),
      });
    }
    await noteLetters(
      ctx,
      { organizationId, announcementId },
      people.map(({ personId }) => personId),
    );
    return false;
  });
}

interface Recipient {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
}

/** The next who have no letter yet, held: whoever does the same job meanwhile waits, and then finds them written to. */
async function lockNext(ctx: Context, { organizationId, announcementId }: OneAnnouncement): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select r.person_id as "personId", coalesce(profile.name, account.name) as name, account.email::text as email, account.language
    from announcement_recipient r
    join auth.person account on account.id = r.person_id
    left join profile on profile.organization_id = r.organization_id and profile.person_id = r.person_id
    where r.organization_id = ${organizationId} and r.announcement_id = ${announcementId} and r.letter_id is null
    order by r.number limit ${batchSize} for update of r`.execute(ctx.db);
  return rows;
}

async function noteLetters(ctx: Context, { organizationId, announcementId }: OneAnnouncement, personIds: readonly string[]): Promise<void> {
  await sql`
    update announcement_recipient r set letter_id = letter.id from letter
    where r.organization_id = ${organizationId} and r.announcement_id = ${announcementId} and r.person_id = any (${personIds}::uuid[])
      and letter.dedupe_key = ${occasionOf(announcementId, "")}::text || r.person_id`.execute(ctx.db);
}
