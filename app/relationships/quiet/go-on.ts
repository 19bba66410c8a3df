import type { Context } from "../../platform/context.ts";
import { Conflict, NotFound } from "../../platform/errors.ts";
import { readSigned, signToken } from "../../platform/signed-token.ts";
import type { App } from "../../platform/context.ts";
import { lockRelationship } from "../life/find-life.ts";
import { lifeWords } from "../life/life.messages.ts";

const purpose = "whether it goes on";

/** Somebody of a relationship who is asked whether it goes on. */
export interface AskedPerson {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly personId: string;
}

export const goOnToken = ({ settings }: Pick<App, "settings">, { organizationId, relationshipId, personId }: AskedPerson): string =>
  signToken(settings, purpose, [organizationId, relationshipId, personId]);

export function readGoOnToken({ settings }: App, token: string): AskedPerson | undefined {
  const [organizationId, relationshipId, personId] = readSigned(settings, purpose, token) ?? [];
  return organizationId && relationshipId && personId ? { organizationId, relationshipId, personId } : undefined;
}

/** One of them says that it goes on: that counts as contact. */
export async function goOn(ctx: Context, { personId, ...its }: AskedPerson): Promise<void> {
  const { state, people } = await lockRelationship(ctx, its);
  if (!people.some((one) => one.personId === personId)) throw new NotFound();
  if (state === "concluded") throw new Conflict((language) => lifeWords(language).impossible.concluded);
  const answer = { answered_at: ctx.now, answered_by: personId };
  await ctx.db
    .insertInto("quiet_time")
    .values({ organization_id: its.organizationId, relationship_id: its.relationshipId, since: ctx.now, ...answer })
    .onConflict((conflict) => conflict.columns(["organization_id", "relationship_id"]).doUpdateSet(answer))
    .execute();
}
