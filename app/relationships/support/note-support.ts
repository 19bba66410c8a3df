/** What came of a talk, in a minute; and when the next one is. */
import { z } from "zod";
import { listGuardians } from "../../networks/guardians/list-guardians.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { choice, id, optionalDate, optionalText } from "../../platform/form-fields.ts";
import { seal, type SealedPlace } from "../../platform/sealing.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { daysAfter } from "../pulse/pulse.ts";
import { mustBeOpen } from "../sessions/may-plan.ts";
import { findSetting } from "../settings/find-setting.ts";
import { insertDue } from "./keep-support.ts";
import { againDays, hows, longestDays, longestNote, moods, nextSupportOn } from "./support.ts";
import { supportWords } from "./support.messages.ts";

export const notePlace = (organizationId: string, contactId: string): SealedPlace => ({
  organizationId,
  table: "support_contact",
  column: "note",
  row: contactId,
});

export const SupportNote = z.object({
  contactId: id(),
  how: choice(hows),
  mood: choice(["1", "2", "3", "4", "5"]).transform((said) => moods.find((one) => String(one) === said)!),
  note: optionalText(longestNote),
  nextOn: optionalDate(),
});
export type SupportNote = z.output<typeof SupportNote>;

interface Due {
  readonly id: string;
  readonly personId: string;
}

async function lockDue(ctx: PersonalContext, relationship: Relationship, contactId: string): Promise<Due> {
  // In a pause for safety the talks go on: only what is over needs none.
  if (relationship.state === "concluded") mustBeOpen(relationship);
  const due = await ctx.db
    .selectFrom("support_contact")
    .select(["id", "person_id as personId"])
    .where("organization_id", "=", relationship.organizationId)
    .where("relationship_id", "=", relationship.id)
    .where("id", "=", contactId)
    .where("state", "=", "due")
    .executeTakeFirst();
  if (!due) throw new Conflict((language) => supportWords(language).alreadyNoted);
  return due;
}

/** @returns the day of the next talk */
export async function noteSupport(
  ctx: PersonalContext,
  its: OneRelationship,
  { contactId, how, mood, note, nextOn }: SupportNote,
): Promise<string> {
  const relationship = await lockRelationship(ctx, its);
  const due = await lockDue(ctx, relationship, contactId);
  const { today } = relationship;
  if (nextOn !== null && (nextOn <= today || nextOn > daysAfter(today, longestDays)))
    throw new Invalid({ nextOn: (language) => supportWords(language).nextWithin });
  const { organizationId, relationshipId } = its;
  await ctx.db
    .updateTable("support_contact")
    .set({
      state: "done",
      at: ctx.now,
      by_id: ctx.actor.personId,
      how,
      mood,
      note: note === "" ? null : seal(ctx.app.settings, notePlace(organizationId, contactId), note),
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", contactId)
    .execute();
  const next = nextOn ?? (await nextByRhythm(ctx, relationship, due.personId));
  await insertDue(ctx, { ...its, personId: due.personId }, next);
  await announce(ctx, "support.given", { organizationId, relationshipId, personId: due.personId });
  return next;
}

async function nextByRhythm(ctx: PersonalContext, relationship: Relationship, personId: string): Promise<string> {
  const { organizationId, id: relationshipId, programId, begunAt, organizationTimeZone, today } = relationship;
  const { done } = await ctx.db
    .selectFrom("support_contact")
    .select(({ fn }) => fn.countAll<number>().as("done"))
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("person_id", "=", personId)
    .where("state", "=", "done")
    .executeTakeFirstOrThrow();
  const setting = await findSetting(ctx, organizationId, programId);
  const since = await guardianSince(ctx, relationship, personId);
  return nextSupportOn({ begunOn: dayIn(organizationTimeZone, since && since > begunAt ? since : begunAt), on: today, done }, setting);
}

/** Her first month is her own, where she came to it later. */
async function guardianSince(ctx: PersonalContext, { organizationId, people }: Relationship, personId: string): Promise<Date | undefined> {
  const guardians = await listGuardians(
    ctx,
    organizationId,
    people.map((one) => one.personId),
  );
  return guardians.find(({ guardianId }) => guardianId === personId)?.confirmedAt ?? undefined;
}

/** Nobody answered: it comes again in some days. @returns the day */
export async function noteNotReached(ctx: PersonalContext, its: OneRelationship, contactId: string): Promise<string> {
  const relationship = await lockRelationship(ctx, its);
  const due = await lockDue(ctx, relationship, contactId);
  await ctx.db
    .updateTable("support_contact")
    .set({ state: "not-reached", at: ctx.now, by_id: ctx.actor.personId })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", contactId)
    .execute();
  const again = daysAfter(relationship.today, againDays);
  await insertDue(ctx, { ...its, personId: due.personId }, again);
  return again;
}
