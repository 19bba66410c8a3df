import type { Context } from "../../platform/context.ts";
import { Unreadable } from "../../platform/sealing.ts";
import { type Dimension, groupOf, ownWordsKey, type SelfDescription } from "./dimension.ts";
import { findDimension } from "./list-dimensions.ts";
import { openDescription } from "./seal-description.ts";

/** What participants (all, or `only` these) have said in one dimension, opened in memory. Never to be shown with a name, nor kept unsealed. */
export async function readDescriptions(
  ctx: Context,
  organizationId: string,
  { id, version }: Pick<Dimension, "id" | "version">,
  only?: readonly string[],
): Promise<Map<string, SelfDescription>> {
  let query = ctx.db
    .selectFrom("self_description as s")
    .innerJoin("participant as p", (join) =>
      join.onRef("p.organization_id", "=", "s.organization_id").onRef("p.id", "=", "s.participant_id"),
    )
    .where("s.organization_id", "=", organizationId)
    .where("s.dimension_id", "=", id)
    // Who consented to other words has not consented to these.
    .where("s.consented_version", "=", version)
    .where("p.withdrawn_at", "is", null)
    .select(["s.participant_id", "s.dimension_id", "s.sealed"]);
  if (only) query = query.where("s.participant_id", "in", only);
  const opened = new Map<string, SelfDescription>();
  let lost = 0;
  for (const row of await query.execute()) {
    try {
      opened.set(row.participant_id, openDescription(ctx, organizationId, row));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      lost++;
    }
  }
  // She is told on her own page; whoever runs the server learns here that a secret was changed.
  if (lost > 0) console.error(`${lost} self-descriptions cannot be opened, and are not counted: was SECRET changed?`);
  return opened;
}

export interface Groups {
  readonly dimension: Dimension;
  /** The dimension's options in their order, then those who describe themselves in their own words (an empty label). */
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  /** Participant → key of her group: whoever has described herself, with consent, and is still here. */
  readonly of: ReadonlyMap<string, string>;
}

/** Who belongs to which self-described group, for counting and for fair objectives. Not for showing, not for keeping. */
export async function listGroups(ctx: Context, organizationId: string, programId: string, dimensionId: string): Promise<Groups> {
  const dimension = await findDimension(ctx, organizationId, programId, dimensionId);
  const of = new Map<string, string>();
  for (const [participantId, { value }] of await readDescriptions(ctx, organizationId, dimension)) {
    const key = groupOf(dimension, value);
    if (key !== undefined) of.set(participantId, key);
  }
  return { dimension, groups: [...dimension.options, { key: ownWordsKey, label: "" }], of };
}
