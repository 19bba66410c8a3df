import type { Context } from "../../platform/context.ts";

/** More would only make the page heavy. */
const most = 200;

/**
 * What people of the organization call their skills, the most frequent first, so that the same thing gets the same name. A word
 * that one person alone uses stays hers.
 */
export async function suggestSkills(ctx: Context, organizationId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom("profile_skill")
    .select((eb) => eb.fn.min<string>("skill").as("skill"))
    .where("organization_id", "=", organizationId)
    .groupBy((eb) => eb.fn("lower", ["skill"]))
    .having((eb) => eb.fn.count("person_id").distinct(), ">", 1)
    .orderBy((eb) => eb.fn.count("person_id").distinct(), "desc")
    .limit(most)
    .execute();
  return rows.map(({ skill }) => skill);
}
