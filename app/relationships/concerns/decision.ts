/** What was decided for safety, as those whom it touches see it; and for how long they can object. Pure. */
export const decisionKinds = ["paused", "ended"] as const;
export type DecisionKind = (typeof decisionKinds)[number];
export const objectionOutcomes = ["stands", "changed"] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

export const decisionPath = (organizationId: string, relationshipId: string): string =>
  `/organizations/${organizationId}/relationships/${relationshipId}/decision`;

const dayMs = 24 * 60 * 60_000;
const objectionDays = 20;
/** Whoever objects hears within so many days. */
const answerDays = 7;

export const objectUntil = (decidedAt: Date): Date => new Date(decidedAt.getTime() + objectionDays * dayMs);
export const answerDueAt = (objectedAt: Date): Date => new Date(objectedAt.getTime() + answerDays * dayMs);
/** Objections from before this moment are late. */
export const lateBefore = (now: Date): Date => new Date(now.getTime() - answerDays * dayMs);

interface DecisionClock {
  readonly decidedAt: Date;
  readonly overAt: Date | null;
  readonly objectedAt: Date | null;
}
/** Once, while it holds, for 20 days. */
export const canObject = ({ decidedAt, overAt, objectedAt }: DecisionClock, now: Date): boolean =>
  overAt === null && objectedAt === null && now < objectUntil(decidedAt);

/** Somebody has to answer it. */
export const waitsForAnswer = ({
  overAt,
  objectedAt,
  answeredAt,
}: Omit<DecisionClock, "decidedAt"> & { readonly answeredAt: Date | null }): boolean =>
  objectedAt !== null && answeredAt === null && overAt === null;
