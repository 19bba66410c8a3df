import type { Context } from "../../platform/context.ts";
import { announceEach } from "../../platform/facts.ts";
import type { WithdrawnBecause } from "./request.ts";

interface Which {
  readonly organizationId: string;
  readonly programId: string;
  /** Of this mentee, to this mentor; without either all of the program. */
  readonly menteeId?: string;
  readonly mentorId?: string;
  readonly except?: string;
}

/** Ends open requests kindly: everybody whom it concerns is told, and where the mentee wished for it her next choice is asked. */
export async function closeRequests(ctx: Context, which: Which, because: WithdrawnBecause): Promise<number> {
  const { organizationId, programId, menteeId, mentorId, except } = which;
  // In one order, so that two who close several at once never wait for each other.
  let open = ctx.db
    .selectFrom("request")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "=", "open")
    .orderBy("id")
    .forUpdate();
  if (menteeId !== undefined) open = open.where("mentee_id", "=", menteeId);
  if (mentorId !== undefined) open = open.where("mentor_id", "=", mentorId);
  if (except !== undefined) open = open.where("id", "<>", except);
  const ids = (await open.execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await ctx.db
    .updateTable("request")
    .set({ state: "withdrawn", withdrawn_because: because, closed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "in", ids)
    .execute();
  await announceEach(
    ctx,
    "request.closed",
    ids.map((requestId) => ({ organizationId, programId, requestId })),
  );
  return ids.length;
}
