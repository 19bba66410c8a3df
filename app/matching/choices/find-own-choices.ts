import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { PersonalContext } from "../../platform/context.ts";
import type { MatchingMode } from "../modes/mode.ts";
import { mayChoose, mostChoices } from "./choice.ts";
import { findOwnList, findOwnPart, listOwnRefusals, type OfProgram, type OwnList, type OwnPart, type OwnRefusal } from "./own-list.ts";

export interface OwnChoices {
  readonly own: OwnPart;
  readonly list: OwnList;
  readonly refusals: readonly OwnRefusal[];
  readonly most: number;
}

/** What the reader has chosen in this role; undefined where she has no such part, or the program does not let her choose. */
export async function findOwnChoices(
  ctx: PersonalContext,
  its: OfProgram,
  role: ParticipantRole,
  mode: MatchingMode,
): Promise<OwnChoices | undefined> {
  const own = mayChoose(mode, role) ? await findOwnPart(ctx, its, role) : undefined;
  if (!own) return undefined;
  const list = await findOwnList(ctx, its.organizationId, own.id);
  const refusals = await listOwnRefusals(ctx, its.organizationId, own.id);
  return { own, list, refusals, most: mostChoices(mode, role) };
}
