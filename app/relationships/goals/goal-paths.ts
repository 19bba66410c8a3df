import { pairPath } from "../pairs/pair.ts";

export const goalsPath = (organizationId: string, relationshipId: string): string => `${pairPath(organizationId, relationshipId)}/goals`;
export const goalPath = (organizationId: string, relationshipId: string, goalId: string): string =>
  `${goalsPath(organizationId, relationshipId)}/${goalId}`;
