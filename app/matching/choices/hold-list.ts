import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { findMode } from "../modes/find-mode.ts";
import { mayChoose, mostChoices } from "./choice.ts";
import { findOwnList, lockOwnPart, type OfProgram, type OwnList, type OwnPart } from "./own-list.ts";

/** What each act on one's own list is told. */
export interface AboutSomebody extends OfProgram {
  /** Her own role, who chooses. */
  readonly role: ParticipantRole;
  readonly aboutId: string;
}

export interface HeldList {
  readonly own: OwnPart;
  readonly list: OwnList;
  readonly most: number;
}

/**
 * Her part of the program, held until the transaction ends, and her list as it is then. NotFound where the program does not let her
 * choose, or the other is nobody whom she could.
 */
export async function holdList(ctx: PersonalContext, its: AboutSomebody): Promise<HeldList> {
  const { organizationId, programId, role, aboutId } = its;
  const mode = await findMode(ctx, organizationId, programId);
  if (!mayChoose(mode, role)) throw new NotFound();
  const own = await lockOwnPart(ctx, its, role);
  const about = await ctx.db
    .selectFrom("participant")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("id", "=", aboutId)
    .where("role", "<>", role)
    .where("person_id", "<>", ctx.actor.personId)
    .executeTakeFirst();
  if (!about) throw new NotFound();
  return { own, list: await findOwnList(ctx, organizationId, own.id), most: mostChoices(mode, role) };
}

export const without = ({ chosen, gone }: OwnList, aboutId: string): OwnList => ({
  chosen: chosen.filter((id) => id !== aboutId),
  gone: gone.filter((id) => id !== aboutId),
});
