import { pairPath } from "../pairs/pair.ts";

export const agreementPath = (organizationId: string, relationshipId: string): string =>
  `${pairPath(organizationId, relationshipId)}/agreement`;

/** Where a guardian reads and signs it. */
export const guardianPath = (organizationId: string, relationshipId: string): string =>
  `${pairPath(organizationId, relationshipId)}/guardian`;
