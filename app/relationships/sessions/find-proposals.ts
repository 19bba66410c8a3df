import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { OneRelationship } from "../life/find-life.ts";
import type { Repeats } from "./series.ts";
import type { PlaceKind, ProposalState } from "./session.ts";

export interface ProposedTime {
  readonly startsAt: Date;
  /** Whom it suits, of those who answered. */
  readonly suits: readonly string[];
}

export interface Proposal {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly id: string;
  readonly state: ProposalState;
  readonly movesSessionId: string | null;
  /** When that one is now. */
  readonly movesFrom: Date | null;
  readonly proposedBy: string | null;
  readonly proposedAt: Date;
  readonly minutes: number;
  readonly timeZone: string;
  readonly repeats: Repeats | null;
  readonly untilOn: string | null;
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly words: string;
  readonly sessionId: string | null;
  readonly times: readonly ProposedTime[];
}

const proposals = (ctx: Context) =>
  ctx.db
    .selectFrom("session_proposal as p")
    .leftJoin("session as moved", (join) =>
      join.onRef("moved.organization_id", "=", "p.organization_id").onRef("moved.id", "=", "p.moves_session_id"),
    )
    .select([
      "p.organization_id as organizationId",
      "p.relationship_id as relationshipId",
      "p.id",
      "p.state",
      "p.moves_session_id as movesSessionId",
      "moved.starts_at as movesFrom",
      "p.proposed_by as proposedBy",
      "p.proposed_at as proposedAt",
      "p.minutes",
      "p.time_zone as timeZone",
      "p.repeats",
      "p.until_on as untilOn",
      "p.place_kind as placeKind",
      "p.place",
      "p.words",
      "p.session_id as sessionId",
      sql<{ startsAt: string; suits: string[] }[]>`(
        select jsonb_agg(jsonb_build_object('startsAt', t.starts_at, 'suits', (
          select coalesce(jsonb_agg(c.person_id), '[]') from session_proposal_choice c
          where c.organization_id = t.organization_id and c.proposal_id = t.proposal_id and c.starts_at = t.starts_at)) order by t.starts_at)
        from session_proposal_time t where t.organization_id = p.organization_id and t.proposal_id = p.id)`.as("times"),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof proposals>["executeTakeFirstOrThrow"]>>;
const proposalOf = (row: Row): Proposal => ({
  ...row,
  times: row.times.map(({ startsAt, suits }) => ({ startsAt: new Date(startsAt), suits })),
});

/** What is open between them, the oldest question first. */
export async function listOpenProposals(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<Proposal[]> {
  const rows = await proposals(ctx)
    .where("p.organization_id", "=", organizationId)
    .where("p.relationship_id", "=", relationshipId)
    .where("p.state", "=", "open")
    .orderBy("p.proposed_at")
    .execute();
  return rows.map(proposalOf);
}

export async function findProposal(ctx: Context, organizationId: string, proposalId: string): Promise<Proposal> {
  return proposalOf(
    found(await proposals(ctx).where("p.organization_id", "=", organizationId).where("p.id", "=", proposalId).executeTakeFirst()),
  );
}
