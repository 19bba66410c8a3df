import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found, NotAllowed } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { id, text } from "../../platform/form-fields.ts";
import { mayKeepChecks } from "./access.ts";
import { longestRemark } from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";
import type { OfPerson } from "./find-checks.ts";
import { sealPart } from "./sealed-checks.ts";

export const Voiding = z.object({ checkId: id(), reason: text(longestRemark) });

/** A record that is wrong counts no more, and stays with the reason; the right one is recorded anew. */
export async function voidCheck(
  ctx: PersonalContext,
  { organizationId, personId }: OfPerson,
  { checkId, reason }: z.output<typeof Voiding>,
): Promise<void> {
  if (!(await mayKeepChecks(ctx, { organizationId, personId }))) throw new NotAllowed((language) => checkWords(language).notHerOwn);
  const check = found(
    await ctx.db
      .selectFrom("background_check")
      .select(["kind", "voided_at"])
      .where("organization_id", "=", organizationId)
      .where("person_id", "=", personId)
      .where("id", "=", checkId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (check.voided_at !== null) throw new Conflict((language) => checkWords(language).isVoided);
  await ctx.db
    .updateTable("background_check")
    .set({
      voided_at: ctx.now,
      voided_by: ctx.actor.personId,
      void_reason: sealPart(ctx, { organizationId, checkId }, "void_reason", reason),
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", checkId)
    .execute();
  const detail = { checkId, kind: check.kind };
  await audit(ctx, { organizationId, act: "check.voided", subjectKind: "person", subjectId: personId, detail });
  await announce(ctx, "checks.changed", { organizationId, personId, programId: null });
}
