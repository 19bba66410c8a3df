/** How the mentee of the filled world says it goes: an answer, with a word of her own. */
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { seal } from "../app/platform/sealing.ts";
import { signToken } from "../app/platform/signed-token.ts";
import { commentPlace } from "../app/relationships/pulse/find-asking.ts";
import { pulsePurpose } from "../app/relationships/pulse/pulse-links.ts";

interface Its {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string };
}

export async function fillPulse({ db, app }: Context, its: Its): Promise<{ pulseToken: string }> {
  const { organizationId: organization_id, relationshipId: relationship_id, mentee } = its;
  const id = newId();
  await db
    .insertInto("pulse")
    .values({
      organization_id,
      id,
      relationship_id,
      person_id: mentee.personId,
      role: "mentee",
      kind: "pulse",
      number: 1,
      asked_at: new Date(),
      answered_at: new Date(),
      heard: 4,
      on_track: 2,
      comment: seal(app.settings, commentPlace(organization_id, id), "I would like to meet more often."),
    })
    .execute();
  return { pulseToken: signToken(app.settings, pulsePurpose, [organization_id, id]) };
}
