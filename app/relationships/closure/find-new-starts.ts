import type { Context } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";
import type { NewStartReason, NewStartState } from "./new-start.ts";
import { openWords } from "./seal-words.ts";

export interface NewStart {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly reason: NewStartReason;
  /** In her own words; undefined where they can no longer be read. */
  readonly words: string | undefined;
  readonly state: NewStartState;
  readonly askedAt: Date;
  readonly answer: string;
}

/** What was asked, the newest first; of one person only, where it is for herself. */
export async function findNewStarts(ctx: Context, its: OneRelationship, personId?: string): Promise<NewStart[]> {
  const { organizationId, relationshipId } = its;
  const rows = await ctx.db
    .selectFrom("new_start as n")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "n.organization_id").onRef("profile.person_id", "=", "n.person_id"),
    )
    .select([
      "n.id",
      "n.person_id as personId",
      "profile.name",
      "n.reason",
      "n.words as sealed",
      "n.state",
      "n.asked_at as askedAt",
      "n.answer",
    ])
    .where("n.organization_id", "=", organizationId)
    .where("n.relationship_id", "=", relationshipId)
    .$if(personId !== undefined, (query) => query.where("n.person_id", "=", personId!))
    .orderBy("n.asked_at", "desc")
    .orderBy("n.id", "desc")
    .execute();
  return rows.map(({ sealed, ...row }) => ({ ...row, words: openWords(ctx, { table: "new_start", organizationId, id: row.id }, sealed) }));
}
