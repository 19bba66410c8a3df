import type { Context } from "../../platform/context.ts";
import { openOrganization } from "../../platform/context.ts";
import { audit } from "../../platform/audit.ts";
import { Invalid, type Sentence } from "../../platform/errors.ts";
import type { Answer } from "../../platform/form.ts";
import type { Language } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import { countAttempt, limits, networkOf } from "../../people/accounts/attempts.ts";
import type { Asking } from "../../people/accounts/auth.ts";
import { hashPassword } from "../../people/accounts/password-hash.ts";
import { passwordFault } from "../../people/accounts/password.ts";
import { findPersonByEmail } from "../../people/accounts/person.ts";
import { startSession } from "../../people/accounts/start-session.ts";
import { isSetUpToken } from "./set-up-token.ts";
import { setUpWords } from "./set-up.messages.ts";

export interface SetUpPlan {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly organization: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** Makes the owner, her account and the first organization, all or nothing, and signs her in. Of two at once, one is the owner. */
export async function setUp(ctx: Context, plan: SetUpPlan, asking: Asking): Promise<Answer> {
  await countAttempt(ctx, [[limits.setUp, networkOf(asking.address)]]);
  const fault = passwordFault(plan.password, plan);
  const faults: Record<string, Sentence> = fault ? { password: fault } : {};
  if (!isSetUpToken(ctx.app, plan.token))
    return { refusal: new Invalid({ token: (language) => setUpWords(language).wrongToken, ...faults }) };

  // Held until the transaction ends: whoever comes second finds it set up.
  const installation = await ctx.db.selectFrom("installation").select("set_up_at").forUpdate().executeTakeFirstOrThrow();
  if (installation.set_up_at) return { to: "/sign-in", notice: setUpWords(ctx.reader).setUpAlready };
  if (await findPersonByEmail(ctx, plan.email)) faults["email"] = (language) => setUpWords(language).emailTaken;
  if (Object.keys(faults).length > 0) throw new Invalid(faults);

  const personId = await makeOwner(ctx, plan);
  const organizationId = await makeFirstOrganization(ctx, plan, personId);
  await ctx.db.updateTable("installation").set({ owner_person_id: personId, set_up_at: ctx.now }).execute();
  await audit(ctx, { organizationId, act: "installation.set-up", subjectKind: "person", subjectId: personId });
  return { to: `/organizations/${organizationId}`, cookies: await startSession(ctx, personId, asking) };
}

async function makeOwner(ctx: Context, { name, email, password, language, timeZone }: SetUpPlan): Promise<string> {
  const personId = newId();
  await ctx.db
    .insertInto("auth.person")
    // Whoever reads the server's terminal is believed about her address.
    .values({ id: personId, email, email_verified: true, name, language, time_zone: timeZone, created_at: ctx.now, updated_at: ctx.now })
    .execute();
  await ctx.db
    .insertInto("auth.credential")
    .values({
      id: newId(),
      person_id: personId,
      provider_id: "credential",
      account_id: personId,
      password: await hashPassword(password),
    })
    .execute();
  return personId;
}

async function makeFirstOrganization(ctx: Context, plan: SetUpPlan, personId: string): Promise<string> {
  const organizationId = newId();
  await openOrganization(ctx, organizationId);
  await ctx.db
    .insertInto("organization")
    .values({ id: organizationId, name: plan.organization, language: plan.language, time_zone: plan.timeZone, created_at: ctx.now })
    .execute();
  await ctx.db
    .insertInto("member")
    .values({ organization_id: organizationId, person_id: personId, role: "owner", joined_at: ctx.now })
    .execute();
  await ctx.db
    .insertInto("profile")
    .values({ organization_id: organizationId, person_id: personId, name: plan.name, time_zone: plan.timeZone, languages: [plan.language] })
    .execute();
  return organizationId;
}
