/** Where the pages of choosing are. Pure. */
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import { programPath } from "../../networks/programs/program.ts";

/** The directory of everybody in this role. */
export const directoryPath = (organizationId: string, programId: string, role: ParticipantRole): string =>
  `${programPath(organizationId, programId)}/${role}s`;

export const personPath = (organizationId: string, programId: string, role: ParticipantRole, participantId: string): string =>
  `${directoryPath(organizationId, programId, role)}/${participantId}`;

export const choicesPath = (organizationId: string, programId: string): string => `${programPath(organizationId, programId)}/choices`;
