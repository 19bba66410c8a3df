import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { lockParticipants } from "./make-offers.ts";
import { findTwoSides } from "./two-sides.ts";

interface BetweenTwo {
  readonly programId: string;
  readonly menteeId: string;
  readonly mentorId: string;
}

/**
 * An offer or a request and both of its people, held until the transaction ends, and which side of it is asking; NotFound for
 * everybody else. `present` are those of the two who still take part. The people are held first and in one order, as publishing does,
 * so that neither waits for the other; what is between them is read again once they are.
 *
 * @param read the row; held, where it is asked to
 */
export async function lockTwoSides<T extends BetweenTwo>(
  ctx: Context,
  organizationId: string,
  read: (isHeld: boolean) => Promise<T | undefined>,
) {
  const seen = found(await read(false));
  const { side, ...people } = await findTwoSides(ctx, { organizationId, ...seen });
  const present = await lockParticipants(ctx, organizationId, seen.programId, [seen.menteeId, seen.mentorId]);
  return { held: { ...found(await read(true)), ...people }, side, present };
}
