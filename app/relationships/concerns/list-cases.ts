import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import type { Category, ConcernState, Severity, Urgency } from "./concern.ts";

export const casesPerPage = 50;
/** `open`: what nobody has closed. `mine`: what she handles herself. */
export const caseFilters = ["open", "mine", "closed"] as const;
export type CaseFilter = (typeof caseFilters)[number];

/** Nothing of what was written, and nobody's name but the handler's. */
export interface ListedCase {
  readonly organizationId: string;
  readonly concernId: string;
  readonly state: ConcernState;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly severity: Severity | null;
  readonly openedAt: Date;
  readonly raisedAt: Date;
  readonly closedAt: Date | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  /** Since when somebody whom a decision touches waits for an answer to her objection. */
  readonly objectedAt: Date | null;
}

const columns = sql`c.organization_id as "organizationId", c.id as "concernId", c.state, c.category, c.urgency, c.severity,
  c.opened_at as "openedAt", c.raised_at as "raisedAt", c.closed_at as "closedAt", c.handler_id as "handlerId", profile.name as "handlerName", objection.at as "objectedAt"`;
/** The oldest objection that waits. */
const objection = sql`left join lateral (
  select min(d.objected_at) as at from safety_decision d
  where d.organization_id = c.organization_id and d.concern_id = c.id
    and d.objected_at is not null and d.answered_at is null and d.over_at is null) objection on true`;
const isOpen = sql`(c.closed_at is null or objection.at is not null)`;

/** What she may look into, the most urgent first: unacknowledged, then by urgency, then the oldest. */
export async function listCases(
  ctx: PersonalContext,
  organizationId: string,
  { filter, page }: { readonly filter: CaseFilter; readonly page: number },
): Promise<{ cases: ListedCase[]; total: number }> {
  const me = ctx.actor.personId;
  const which =
    filter === "closed" ? sql`c.closed_at is not null` : filter === "mine" ? sql`c.closed_at is null and c.handler_id = ${me}` : isOpen;
  const order =
    filter === "closed"
      ? sql`c.closed_at desc, c.id desc`
      : sql`(c.state not in ('open', 'reopened')), array_position(array['now', 'soon', 'can-wait'], c.urgency), c.opened_at, c.id`;
  const { rows } = await sql<ListedCase & { total: number }>`
    select ${columns}, count(*) over ()::int as total from concern c
      left join profile on profile.organization_id = c.organization_id and profile.person_id = c.handler_id
      ${objection}
    where c.organization_id = ${organizationId} and ${which}
      and ${me}::uuid in (select concern_handlers(c.organization_id, c.id))
    order by ${order} limit ${casesPerPage} offset ${(page - 1) * casesPerPage}`.execute(ctx.db);
  return { cases: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Everything open that she may look into, in the organizations that her request has opened; for a list of what needs her. */
export async function listOpenConcerns(ctx: PersonalContext): Promise<ListedCase[]> {
  const me = ctx.actor.personId;
  const { rows } = await sql<ListedCase>`
    select ${columns} from concern c
      join member on member.organization_id = c.organization_id and member.person_id = ${me}
      left join profile on profile.organization_id = c.organization_id and profile.person_id = c.handler_id
      ${objection}
    where ${isOpen} and ${me}::uuid in (select concern_handlers(c.organization_id, c.id))
    order by (c.state not in ('open', 'reopened')), array_position(array['now', 'soon', 'can-wait'], c.urgency), c.opened_at, c.id
    limit 500`.execute(ctx.db);
  return rows;
}
