import { asSystemWithin, type Context, openOrganization } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { isId } from "../../platform/identifiers.ts";
import { findLetterByToken } from "./queries.ts";

/** Stops (or takes up again) the letters of one kind from one organization; the letter's own token is the right to do so. */
export async function unsubscribe(ctx: Context, token: string, wish: "stop" | "again"): Promise<void> {
  const letter = found(isId(token) ? await findLetterByToken(ctx, token) : undefined);
  const { organizationId, personId, kind } = letter;
  if (organizationId === null || personId === null) return;
  await asSystemWithin(ctx, async (own) => {
    await openOrganization(own, organizationId);
    const { db } = own;
    if (wish === "again") {
      await db
        .deleteFrom("unsubscription")
        .where("organization_id", "=", organizationId)
        .where("person_id", "=", personId)
        .where("kind", "=", kind)
        .execute();
    } else {
      await db
        .insertInto("unsubscription")
        .values({ organization_id: organizationId, person_id: personId, kind })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}
