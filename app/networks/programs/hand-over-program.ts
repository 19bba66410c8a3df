import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findOrganization } from "../organizations/find-organization.ts";
import { addCoordinator } from "./change-coordinators.ts";
import { lockProgram } from "./find-program.ts";
import { listCoordinators } from "./list-coordinators.ts";
import { programHandedOverLetter } from "./program-handed-over.email.ts";
import { programPath } from "./program.ts";
import type { HandOver } from "./program-shape.ts";
import { programWords } from "./program.messages.ts";

/**
 * Gives the program to somebody else on the team, who is told by letter. The actor stays a coordinator beside her, or goes.
 * Returns the new coordinator's name.
 */
export async function handOverProgram(
  ctx: PersonalContext,
  organizationId: string,
  programId: string,
  { personId, stays }: HandOver,
): Promise<string> {
  const program = await lockProgram(ctx, organizationId, programId);
  if (personId === ctx.actor.personId) throw new Conflict((language) => programWords(language).handOverToSelf);
  const successor = await addCoordinator(ctx, organizationId, programId, personId);
  const isCoordinator = (await listCoordinators(ctx, organizationId, programId)).some((one) => one.personId === ctx.actor.personId);
  if (!stays && isCoordinator)
    await ctx.db
      .deleteFrom("coordinator")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("person_id", "=", ctx.actor.personId)
      .execute();
  await announce(ctx, "coordinators.changed", { organizationId, programId, heirId: personId });
  await audit(ctx, {
    organizationId,
    act: "program.handed-over",
    subjectKind: "program",
    subjectId: programId,
    detail: { to: personId, from: ctx.actor.personId, stays },
  });

  const organization = await findOrganization(ctx, organizationId);
  const language = isLanguage(successor.language) ? successor.language : organization.language;
  const own = await ctx.db
    .selectFrom("profile")
    .select("name")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .executeTakeFirstOrThrow();
  await sendLetter(ctx, {
    kind: "program",
    organization,
    to: { personId, address: successor.email, name: successor.name, language },
    occasion: `program-handed-over:${newId()}`,
    letter: programHandedOverLetter(language, {
      program: program.name,
      organization: organization.name,
      from: own.name,
      name: successor.name,
      stays: stays && isCoordinator,
      link: ctx.app.settings.publicUrl + programPath(organizationId, programId),
    }),
  });
  return successor.name;
}
