import { programPath } from "../programs/program.ts";

export const importsPath = (organizationId: string, programId: string): string => `${programPath(organizationId, programId)}/imports`;
export const importPath = (organizationId: string, programId: string, importId: string): string =>
  `${importsPath(organizationId, programId)}/${importId}`;
