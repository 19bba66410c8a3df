import { type SqlBool, sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** Names of the program's participants by their ids, in one statement; nobody of another program is named. */
export async function namePeople(
  ctx: Context,
  { organizationId, programId }: { readonly organizationId: string; readonly programId: string },
  ids: Iterable<string>,
): Promise<(id: string) => string> {
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
          .where("participant.program_id", "=", programId)
          .where(sql<SqlBool>`participant.id = any (${wanted}::uuid[])`)
          .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? "…";
}
