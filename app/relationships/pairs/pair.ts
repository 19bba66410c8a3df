/** Two people in a mentoring relationship. Pure. */
import type { Language } from "../../platform/i18n.ts";

export type PairRole = "mentor" | "mentee";

/** Why they were matched, said to each of them when it was new, in every language of that day. */
export type PairReasons = Readonly<Record<PairRole, Readonly<Partial<Record<Language, readonly string[]>>>>>;

export const reasonsFor = (reasons: PairReasons, role: PairRole, language: Language): readonly string[] =>
  reasons[role]?.[language] ?? reasons[role]?.en ?? [];

export const pairPath = (organizationId: string, relationshipId: string): string =>
  `/organizations/${organizationId}/relationships/${relationshipId}`;
