import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  /** Of its letters to people who have not chosen one. */
  readonly language: Language;
  readonly timeZone: string;
  /** Roles that need a second factor at sign-in: owner, administrator, coordinator, mentor, mentee. */
  readonly secondFactorRoles: readonly string[];
  readonly isDemo: boolean;
  /** How long what people said in matching is kept once a program is over. */
  readonly keepMonths: number;
}

export async function findOrganization(ctx: Context, organizationId: string): Promise<Organization> {
  const row = found(
    await ctx.db
      .selectFrom("organization")
      .select([
        "id",
        "name",
        "purpose",
        "language",
        "time_zone as timeZone",
        "second_factor_roles as secondFactorRoles",
        "is_demo as isDemo",
        "keep_months as keepMonths",
      ])
      .where("id", "=", organizationId)
      .executeTakeFirst(),
  );
  return { ...row, language: isLanguage(row.language) ? row.language : "en" };
}
