import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { optionalText, says, text } from "../../platform/form-fields.ts";
import { newId } from "../../platform/identifiers.ts";
import { readFilter } from "../program-people/standing.ts";
import { announcementWords } from "./announcement.messages.ts";
import { longestBody, longestSubject, unknownPlaceholder } from "./announcement.ts";

const filled = (maximum: number) =>
  text(maximum).pipe(
    z.string().superRefine((value, issues) => {
      const unknown = unknownPlaceholder(value);
      if (unknown !== undefined)
        issues.addIssue({ code: "custom", message: "", ...says((language) => announcementWords(language).unknownPlaceholder(unknown)) });
    }),
  );

export const announcementShape = z.object({
  /** As it stands in the address of the list of people. */
  chosen: optionalText(500).transform((query) => readFilter(new URLSearchParams(query))),
  subject: filled(longestSubject),
  body: filled(longestBody),
});
export type WrittenAnnouncement = z.output<typeof announcementShape>;

/** Keeps a letter to be looked over; nobody gets it yet. Returns its id. */
export async function writeAnnouncement(
  ctx: PersonalContext,
  organizationId: string,
  programId: string,
  { chosen, subject, body }: WrittenAnnouncement,
): Promise<string> {
  const id = newId();
  await ctx.db
    .insertInto("announcement")
    .values({
      organization_id: organizationId,
      id,
      program_id: programId,
      chosen: JSON.stringify(chosen),
      subject,
      body,
      created_by: ctx.actor.personId,
      created_at: ctx.now,
    })
    .execute();
  return id;
}

interface OneAnnouncement {
  readonly organizationId: string;
  readonly programId: string;
  readonly announcementId: string;
}

export async function changeAnnouncement(ctx: PersonalContext, its: OneAnnouncement, written: WrittenAnnouncement): Promise<void> {
  await lockDraft(ctx, its);
  await ctx.db
    .updateTable("announcement")
    .set({ chosen: JSON.stringify(written.chosen), subject: written.subject, body: written.body })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.announcementId)
    .execute();
}

export async function discardAnnouncement(ctx: PersonalContext, its: OneAnnouncement): Promise<void> {
  await lockDraft(ctx, its);
  await ctx.db.deleteFrom("announcement").where("organization_id", "=", its.organizationId).where("id", "=", its.announcementId).execute();
}

/** The draft, held until the transaction ends; a letter that is on its way is none any more. */
export async function lockDraft(ctx: PersonalContext, { organizationId, programId, announcementId }: OneAnnouncement) {
  const announcement = found(
    await ctx.db
      .selectFrom("announcement")
      .select(["state", "chosen", "subject", "body"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", announcementId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (announcement.state !== "draft") throw new Conflict((language) => announcementWords(language).isOnItsWay);
  return announcement;
}
