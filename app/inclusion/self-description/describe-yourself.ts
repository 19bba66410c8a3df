import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { listOwnParts } from "../../networks/enrollment/find-participant.ts";
import type { Participant } from "../../networks/enrollment/participant.ts";
import type { Dimension, SelfDescription, Value } from "./dimension.ts";
import { findDimension } from "./list-dimensions.ts";
import { openDescription, sealDescription } from "./seal-description.ts";
import { Unreadable } from "../../platform/sealing.ts";

/** Where she is here, in one role or two, and has not left. */
export async function ownParts(ctx: PersonalContext, organizationId: string, programId: string): Promise<Participant[]> {
  const parts = await listOwnParts(ctx, organizationId, programId, ctx.actor.personId);
  return parts.filter(({ withdrawnAt }) => withdrawnAt === null);
}

export interface Description {
  readonly value: Value;
  readonly wishes: boolean;
  readonly mayMatch: boolean;
  readonly atMost: number | null;
}

/** Keeps what she says of herself, sealed, with the moment of her consent; what she said before is gone. */
export async function describeYourself(
  ctx: PersonalContext,
  organizationId: string,
  programId: string,
  dimensionId: string,
  said: Description,
): Promise<Dimension> {
  const parts = await ownParts(ctx, organizationId, programId);
  found(parts[0]);
  const dimension = await findDimension(ctx, organizationId, programId, dimensionId);
  for (const { id, role } of parts) {
    const asksForWishes = dimension.wishWeight > 0;
    const description: SelfDescription = {
      value: said.value,
      wishes: role === "mentee" && asksForWishes && said.wishes,
      mayMatch: role === "mentor" && asksForWishes && said.mayMatch,
      atMost: role === "mentor" && asksForWishes && said.mayMatch ? said.atMost : null,
    };
    const kept = {
      sealed: sealDescription(ctx, organizationId, id, dimensionId, description),
      consented_version: dimension.version,
      consented_at: ctx.now,
    };
    await ctx.db
      .insertInto("self_description")
      .values({ organization_id: organizationId, participant_id: id, dimension_id: dimensionId, ...kept })
      .onConflict((conflict) => conflict.columns(["organization_id", "participant_id", "dimension_id"]).doUpdateSet(kept))
      .execute();
  }
  return dimension;
}

/** Takes her consent back, in one dimension or (undefined) in all: what she said is deleted. */
export async function withdrawDescription(
  ctx: PersonalContext,
  organizationId: string,
  programId: string,
  dimensionId: string | undefined,
): Promise<void> {
  const parts = await listOwnParts(ctx, organizationId, programId, ctx.actor.personId);
  const mine = ctx.db
    .deleteFrom("self_description")
    .where("organization_id", "=", organizationId)
    .where(
      "participant_id",
      "in",
      found(parts[0] && parts).map(({ id }) => id),
    );
  await (dimensionId === undefined ? mine : mine.where("dimension_id", "=", dimensionId)).execute();
}

export interface OwnDescription {
  readonly consentedAt: Date;
  /** The program asks with other words now: it is not counted until she agrees again. */
  readonly isOutdated: boolean;
  /** Undefined where the installation has lost the secret that sealed it. */
  readonly description: SelfDescription | undefined;
}

/** What she herself has said, by dimension; in both roles the same value, and the wishes of each. */
export async function findOwnDescriptions(
  ctx: PersonalContext,
  organizationId: string,
  parts: readonly Participant[],
  dimensions: readonly Dimension[],
): Promise<ReadonlyMap<string, OwnDescription>> {
  const all = new Map<string, OwnDescription>();
  if (parts.length === 0) return all;
  const rows = await ctx.db
    .selectFrom("self_description")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where(
      "participant_id",
      "in",
      parts.map(({ id }) => id),
    )
    .execute();
  for (const dimension of dimensions) {
    for (const row of rows.filter(({ dimension_id }) => dimension_id === dimension.id)) {
      const description = opened(() => openDescription(ctx, organizationId, row));
      const before = all.get(dimension.id)?.description;
      all.set(dimension.id, {
        consentedAt: row.consented_at,
        isOutdated: row.consented_version !== dimension.version,
        description: description && {
          value: description.value,
          wishes: description.wishes || (before?.wishes ?? false),
          mayMatch: description.mayMatch || (before?.mayMatch ?? false),
          atMost: description.atMost ?? before?.atMost ?? null,
        },
      });
    }
  }
  return all;
}

function opened(open: () => SelfDescription): SelfDescription | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
