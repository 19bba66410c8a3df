import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { type ProgramFormat, usualGroup } from "./program.ts";
import type { ProgramSettings } from "./program-shape.ts";

/**
 * Makes a program with the actor as its coordinator, who has attested that all who take part are adults. What a program starts
 * with follows from the fact. Returns its id.
 */
export async function makeProgram(
  ctx: PersonalContext,
  organizationId: string,
  settings: ProgramSettings & { readonly format?: ProgramFormat | undefined },
): Promise<string> {
  const programId = newId();
  await ctx.db
    .insertInto("program")
    .values({
      organization_id: organizationId,
      id: programId,
      ...columnsOf(settings),
      format: settings.format ?? "one-to-one",
      // One place would be no group; the page of matching has its size.
      ...(settings.format === "group" && settings.defaultCapacity === 1 && { default_capacity: usualGroup }),
      adults_only_attested_by: ctx.actor.personId,
      adults_only_attested_at: ctx.now,
      created_at: ctx.now,
    })
    .execute();
  await ctx.db
    .insertInto("coordinator")
    .values({ organization_id: organizationId, program_id: programId, person_id: ctx.actor.personId, created_at: ctx.now })
    .execute();
  const subject = { organizationId, subjectKind: "program", subjectId: programId };
  await audit(ctx, { ...subject, act: "program.made" });
  await audit(ctx, { ...subject, act: "program.adults-only-attested" });
  await announce(ctx, "program.made", { organizationId, programId });
  return programId;
}

/** The settings as the table has them. */
export const columnsOf = (settings: ProgramSettings) => ({
  name: settings.name,
  purpose: settings.purpose,
  starts_on: settings.startsOn,
  ends_on: settings.endsOn,
  default_capacity: settings.defaultCapacity,
  offer_days: settings.offerDays,
  on_decline: settings.onDecline,
  sign_up: settings.signUp,
});
