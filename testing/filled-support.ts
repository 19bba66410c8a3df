/** A talk of the coordinator with the mentee of the filled world, and a line of her list that was done. */
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { seal } from "../app/platform/sealing.ts";
import { notePlace } from "../app/relationships/support/note-support.ts";

interface Its {
  readonly organizationId: string;
  readonly programId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string };
}

export async function fillSupport({ db, app }: Context, its: Its): Promise<void> {
  const { organizationId: organization_id, relationshipId: relationship_id, mentee } = its;
  const id = newId();
  await db
    .insertInto("today_mark")
    .values({
      organization_id,
      program_id: its.programId,
      subject_id: relationship_id,
      rule: "silence",
      mark: "done",
      reason: "of old",
      by_id: mentee.personId,
      at: new Date(),
    })
    .execute();
  await db
    .insertInto("support_contact")
    .values({
      organization_id,
      id,
      relationship_id,
      person_id: mentee.personId,
      state: "done",
      due_on: "2027-01-01",
      by_id: mentee.personId,
      at: new Date(),
      how: "call",
      mood: 4,
      note: seal(app.settings, notePlace(organization_id, id), "All is well."),
    })
    .execute();
}
