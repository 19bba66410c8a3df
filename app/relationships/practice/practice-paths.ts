import { programPath } from "../../networks/programs/program.ts";
import { pairPath } from "../pairs/pair.ts";

export const practicePath = (organizationId: string, relationshipId: string): string =>
  `${pairPath(organizationId, relationshipId)}/practice`;
export const reflectionPath = (organizationId: string, relationshipId: string, sessionId: string): string =>
  `${pairPath(organizationId, relationshipId)}/sessions/${sessionId}/reflection`;
export const libraryPath = (organizationId: string, programId: string): string => `${programPath(organizationId, programId)}/practice`;
