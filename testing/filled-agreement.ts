/** What the relationship of the filled world has agreed, and who has signed it. */
import type { Context } from "../app/platform/context.ts";

interface Its {
  readonly organizationId: string;
  readonly programId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string };
}

export async function fillAgreement({ db }: Context, its: Its): Promise<void> {
  const { organizationId: organization_id, relationshipId: relationship_id } = its;
  const sections = JSON.stringify([{ key: "where", title: null, text: "In the library." }]);
  await db
    .insertInto("agreement_template")
    .values({ organization_id, program_id: its.programId, sections, changed_at: new Date(), changed_by: its.mentee.personId })
    .execute();
  await db
    .insertInto("agreement_version")
    .values({ organization_id, relationship_id, number: 1, sections, made_at: new Date(), made_by: its.mentee.personId })
    .execute();
  await db
    .insertInto("agreement_signature")
    .values({
      organization_id,
      relationship_id,
      version: 1,
      person_id: its.mentee.personId,
      signed_as: "mentee",
      name: "Maya Mentee",
      signed_at: new Date(),
    })
    .execute();
}
