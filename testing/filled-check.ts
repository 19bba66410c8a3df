/** A background check of the mentee of the filled world, and one that she recorded of the mentor, and that is void. */
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { sealPart } from "../app/networks/checks/sealed-checks.ts";

interface Its {
  readonly organizationId: string;
  readonly mentee: { readonly personId: string };
  readonly mentor: { readonly personId: string };
}

export async function fillCheck(ctx: Context, { organizationId, mentee, mentor }: Its): Promise<void> {
  const ofSomebody = (checkId: string, personId: string) => ({
    organization_id: organizationId,
    id: checkId,
    person_id: personId,
    kind: "references" as const,
    provider: "Riverside",
    jurisdictions: "Germany",
    reference: sealPart(ctx, { organizationId, checkId }, "reference", "R-1"),
    decision: sealPart(ctx, { organizationId, checkId }, "decision", "passed"),
    remark: sealPart(ctx, { organizationId, checkId }, "remark", "Two teachers were asked."),
    decided_on: "2026-11-01",
    expires_on: "2027-11-01",
    recorded_at: new Date(),
  });
  const [hers, his] = [newId(), newId()];
  await ctx.db
    .insertInto("background_check")
    .values([
      ofSomebody(hers, mentee.personId),
      {
        ...ofSomebody(his, mentor.personId),
        recorded_by: mentee.personId,
        voided_at: new Date(),
        voided_by: mentee.personId,
        void_reason: sealPart(ctx, { organizationId, checkId: his }, "void_reason", "Written down twice."),
      },
    ])
    .execute();
}
