import { audit } from "../../platform/audit.ts";
import { type Context, openOrganization } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";

interface NewOrganization {
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
}

/** Makes an organization with its first owner; the rest of the transaction has it open, and no other. Returns its id. */
export async function foundOrganization(
  ctx: Context,
  organization: NewOrganization,
  owner: { readonly personId: string; readonly name: string },
): Promise<string> {
  const id = newId();
  await openOrganization(ctx, id);
  await ctx.db
    .insertInto("organization")
    .values({ id, name: organization.name, language: organization.language, time_zone: organization.timeZone, created_at: ctx.now })
    .execute();
  const who = { organization_id: id, person_id: owner.personId, created_at: ctx.now };
  await ctx.db
    .insertInto("member")
    .values({ ...who, role: "owner", joined_at: ctx.now })
    .execute();
  await ctx.db
    .insertInto("profile")
    .values({ ...who, name: owner.name, time_zone: organization.timeZone, updated_at: ctx.now })
    .execute();
  await audit(ctx, { organizationId: id, act: "organization.founded", subjectKind: "organization", subjectId: id });
  return id;
}
