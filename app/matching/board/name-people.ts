import { type SqlBool, sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** Names of participants by their ids, in one statement. */
export async function namePeople(ctx: Context, organizationId: string, ids: Iterable<string>): Promise<(id: string) => string> {
  const wanted = [...new Set(ids)];
  const rows =
    wanted.length === 0
      ? []
      : await ctx.db
          .selectFrom("participant")
          .innerJoin("profile", (join) =>
            join
              .onRef("profile.organization_id", "=", "participant.organization_id")
              .onRef("profile.person_id", "=", "participant.person_id"),
          )
          .select(["participant.id", "profile.name"])
          .where("participant.organization_id", "=", organizationId)
          .where(sql<SqlBool>`participant.id = any (${wanted}::uuid[])`)
          .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "…";
}
