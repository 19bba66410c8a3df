import { z } from "zod";
import { findOrganization } from "../organizations/find-organization.ts";
import { dayIn, monthsLater } from "../../people/profiles/pause-profile.ts";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Invalid, NotAllowed } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { choice, optionalDate, optionalText, text } from "../../platform/form-fields.ts";
import { formWords } from "../../platform/form.messages.ts";
import { newId } from "../../platform/identifiers.ts";
import { mayKeepChecks } from "./access.ts";
import {
  checkKinds,
  decisions,
  longestJurisdictions,
  longestProvider,
  longestReference,
  longestRemark,
  mostMonths,
  usualMonths,
} from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";
import type { OfPerson } from "./find-checks.ts";
import { sealPart } from "./sealed-checks.ts";

export const CheckRecord = z.object({
  kind: choice(checkKinds),
  provider: text(longestProvider),
  jurisdictions: text(longestJurisdictions),
  reference: optionalText(longestReference),
  decidedOn: optionalDate(),
  decision: choice(decisions),
  expiresOn: optionalDate(),
  remark: optionalText(longestRemark),
});
export type CheckRecord = z.output<typeof CheckRecord>;

/** Writes down what came of a check of somebody else; it is never changed again. @returns until when it counts, or null */
export async function recordCheck(
  ctx: PersonalContext,
  { organizationId, personId }: OfPerson,
  record: CheckRecord,
): Promise<{ expiresOn: string | null }> {
  if (!(await mayKeepChecks(ctx, { organizationId, personId }))) throw new NotAllowed((language) => checkWords(language).notHerOwn);
  const { timeZone } = await findOrganization(ctx, organizationId);
  const { decidedOn, expiresOn } = daysOf(record, dayIn(timeZone, ctx.now));
  await holdParts(ctx, { organizationId, personId });
  const checkId = newId();
  const its = { organizationId, checkId };
  await ctx.db
    .insertInto("background_check")
    .values({
      organization_id: organizationId,
      id: checkId,
      person_id: personId,
      kind: record.kind,
      provider: record.provider,
      jurisdictions: record.jurisdictions,
      reference: sealPart(ctx, its, "reference", record.reference),
      decision: sealPart(ctx, its, "decision", record.decision),
      remark: sealPart(ctx, its, "remark", record.remark),
      decided_on: decidedOn,
      expires_on: expiresOn,
      recorded_by: ctx.actor.personId,
      recorded_at: ctx.now,
    })
    .execute();
  // What came of it stands in the record alone.
  const detail = { checkId, kind: record.kind };
  await audit(ctx, { organizationId, act: "check.recorded", subjectKind: "person", subjectId: personId, detail });
  await announce(ctx, "checks.changed", { organizationId, personId, programId: null });
  return { expiresOn };
}

function daysOf({ decidedOn, decision, expiresOn, remark }: CheckRecord, today: string): { decidedOn: string; expiresOn: string | null } {
  if (decidedOn === null) throw new Invalid({ decidedOn: (language) => formWords(language).required });
  if (decidedOn > today) throw new Invalid({ decidedOn: (language) => checkWords(language).notInFuture });
  if (decision === "conditional" && remark === "") throw new Invalid({ remark: (language) => checkWords(language).conditionNeeded });
  if (decision !== "passed") return { decidedOn, expiresOn: null };
  const last = expiresOn ?? monthsLater(decidedOn, usualMonths);
  if (last <= decidedOn || last > monthsLater(decidedOn, mostMonths))
    throw new Invalid({ expiresOn: (language) => checkWords(language).expiresWithin });
  return { decidedOn, expiresOn: last };
}

/** Whoever says yes to an offer of hers at this moment comes before this or after it, so that nothing is left waiting. */
async function holdParts(ctx: PersonalContext, { organizationId, personId }: OfPerson): Promise<void> {
  await ctx.db
    .selectFrom("participant")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .orderBy("id")
    .forUpdate()
    .execute();
}
