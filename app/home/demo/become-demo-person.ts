import type { Asking } from "../../people/accounts/auth.ts";
import { countAttempt, limits, networkOf } from "../../people/accounts/attempts.ts";
import { startSession } from "../../people/accounts/start-session.ts";
import { asSystemWithin, type Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { Answer } from "../../platform/form.ts";
import { concernsPath } from "../../relationships/concerns/concern.ts";
import { belongsElsewhere } from "./belongs-elsewhere.ts";
import { isDemoAddress } from "./demo-address.ts";
import { demoState } from "./demo-state.ts";
import { openDemo } from "./open-demo.ts";

/** Signs the visitor in as an invented person, without a question. Somebody real is NotFound here. */
export async function becomeDemoPerson(ctx: Context, personId: string, asking: Asking): Promise<Answer> {
  await countAttempt(ctx, [[limits.demo, networkOf(asking.address)]]);
  const to = found(await asSystemWithin(ctx, (own) => findDoor(own, personId)));
  // Whom one was until now is left behind; one's own account stays signed in on other devices, and elsewhere in this one.
  if (ctx.actor && isDemoAddress(ctx.actor.email)) await ctx.db.deleteFrom("auth.session").where("id", "=", ctx.actor.sessionId).execute();
  return { to, cookies: await startSession(ctx, personId, asking) };
}

/** Where this person of the demo arrives; undefined for everybody who is not wholly invented. */
async function findDoor(ctx: Context, personId: string): Promise<string | undefined> {
  if ((await demoState(ctx)).is !== "loaded") return undefined;
  const organizationIds = await openDemo(ctx);
  if (organizationIds.length === 0) return undefined;
  const person = await ctx.db
    .selectFrom("auth.person")
    .innerJoin("member", "member.person_id", "auth.person.id")
    .leftJoin("auth.credential", "auth.credential.person_id", "auth.person.id")
    .leftJoin("coordinator", (join) =>
      join.onRef("coordinator.organization_id", "=", "member.organization_id").onRef("coordinator.person_id", "=", "member.person_id"),
    )
    .leftJoin("safeguarding_lead as lead", (join) =>
      join.onRef("lead.organization_id", "=", "member.organization_id").onRef("lead.person_id", "=", "member.person_id"),
    )
    .select(["email", "member.organization_id as organizationId", "role", "program_id as programId", "auth.credential.id as credentialId"])
    .select((eb) => eb("lead.person_id", "is not", null).as("looksAfterSafety"))
    .where("auth.person.id", "=", personId)
    .where("member.organization_id", "in", organizationIds)
    // A program that has lived shows more than one that begins.
    .orderBy("coordinator.created_at")
    .executeTakeFirst();
  if (!person || !isDemoAddress(person.email) || person.credentialId !== null) return undefined;
  if (await belongsElsewhere(ctx, personId, organizationIds)) return undefined;
  const { organizationId, programId, role, looksAfterSafety } = person;
  if (looksAfterSafety) return concernsPath(organizationId);
  if (programId) return `/organizations/${organizationId}/programs/${programId}`;
  return role === "member" ? "/" : `/organizations/${organizationId}`;
}
