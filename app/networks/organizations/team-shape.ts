import { z } from "zod";
import { choice, choices, emailAddress, text } from "../../platform/form-fields.ts";
import { isId } from "../../platform/identifiers.ts";

const programIds = choices(500).transform((ids) => ids.filter(isId));

export const teamInvitationShape = z.object({
  email: emailAddress(),
  name: text(200),
  role: choice(["coordinator", "administrator"]),
  programIds,
});
export type TeamInvitation = z.output<typeof teamInvitationShape>;

export const teamRoleShape = z.object({ role: choice(["coordinator", "administrator", "owner"]), programIds });
export type NewTeamRole = z.output<typeof teamRoleShape>;
