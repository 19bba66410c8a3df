import { pairPath } from "../pairs/pair.ts";

export const agreementPath = (organizationId: string, relationshipId: string): string =>
  `${pairPath(organizationId, relationshipId)}/agreement`;
