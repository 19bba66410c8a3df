import type { Context } from "../../platform/context.ts";
import { seal, type SealedPlace, unseal } from "../../platform/sealing.ts";
import type { SelfDescription } from "./dimension.ts";

const placeOf = (organizationId: string, participantId: string, dimensionId: string): SealedPlace => ({
  organizationId,
  table: "self_description",
  column: "sealed",
  row: `${participantId}/${dimensionId}`,
});

export function sealDescription(
  ctx: Context,
  organizationId: string,
  participantId: string,
  dimensionId: string,
  description: SelfDescription,
): Buffer {
  return seal(ctx.app.settings, placeOf(organizationId, participantId, dimensionId), JSON.stringify(description));
}

/** @throws {Unreadable} where it was sealed with a secret that is gone */
export function openDescription(
  ctx: Context,
  organizationId: string,
  row: { readonly participant_id: string; readonly dimension_id: string; readonly sealed: Buffer },
): SelfDescription {
  const place = placeOf(organizationId, row.participant_id, row.dimension_id);
  return JSON.parse(unseal(ctx.app.settings, place, row.sealed)) as SelfDescription;
}
