import type { Context, PersonalContext } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";
import type { OneConcern } from "./concern.ts";
import type { DecisionKind, ObjectionOutcome } from "./decision.ts";
import { openCase } from "./seal-case.ts";

export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly decidedAt: Date;
  readonly overAt: Date | null;
  readonly objectedAt: Date | null;
  /** Undefined: none; or the secret that sealed it is gone. */
  readonly objection: string | undefined;
  readonly answeredAt: Date | null;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string | undefined;
}

const columns = [
  "d.id",
  "d.kind",
  "d.decided_at as decidedAt",
  "d.over_at as overAt",
  "d.objected_at as objectedAt",
  "d.objection",
  "d.answered_at as answeredAt",
  "d.outcome",
  "d.answer",
] as const;

const opened = <T extends { readonly id: string; readonly objection: Buffer | null; readonly answer: Buffer | null }>(
  ctx: Context,
  organizationId: string,
  row: T,
) => ({
  ...row,
  objection: openCase(ctx, organizationId, "safety_decision.objection", row.id, row.objection),
  answer: openCase(ctx, organizationId, "safety_decision.answer", row.id, row.answer),
});

/** What touches her in this relationship, the newest first. */
export async function listOwnDecisions(ctx: PersonalContext, { organizationId, relationshipId }: OneRelationship): Promise<Decision[]> {
  const rows = await ctx.db
    .selectFrom("safety_decision as d")
    .select(columns)
    .where("d.organization_id", "=", organizationId)
    .where("d.relationship_id", "=", relationshipId)
    .where("d.person_id", "=", ctx.actor.personId)
    .orderBy("d.decided_at", "desc")
    .orderBy("d.id", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => opened(ctx, organizationId, row));
}

export interface Objection extends Decision {
  readonly personId: string | null;
  /** Null: she has left. */
  readonly personName: string | null;
  readonly decidedBy: string | null;
}

/** Decisions of a case to which somebody objects, or has. */
export async function listObjections(ctx: Context, { organizationId, concernId }: OneConcern): Promise<Objection[]> {
  const rows = await ctx.db
    .selectFrom("safety_decision as d")
    .leftJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "d.organization_id").onRef("profile.person_id", "=", "d.person_id"),
    )
    .select([...columns, "d.person_id as personId", "profile.name as personName", "d.decided_by as decidedBy"])
    .where("d.organization_id", "=", organizationId)
    .where("d.concern_id", "=", concernId)
    .where("d.objected_at", "is not", null)
    .orderBy("d.objected_at")
    .orderBy("d.id")
    .execute();
  return rows.map((row) => opened(ctx, organizationId, row));
}
