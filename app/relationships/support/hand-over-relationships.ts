import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { formWords } from "../../platform/form.messages.ts";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { supportWords } from "./support.messages.ts";
import { tellNewOwners } from "./tell-new-owner.ts";

/**
 * Gives relationships of a program to one of its coordinators, who is told by letter.
 * @param which some, by their ids; or everything that somebody looks after (null: what nobody does)
 * @returns her name, and how many have come to her
 */
export async function handOverRelationships(
  ctx: PersonalContext,
  { organizationId, programId }: { organizationId: string; programId: string },
  which: { readonly relationshipIds: readonly string[] } | { readonly allOf: string | null },
  toId: string,
): Promise<{ name: string; count: number }> {
  const successor = (await listCoordinators(ctx, organizationId, programId)).find(({ personId }) => personId === toId);
  if (!successor) throw new Invalid({ toId: (language) => formWords(language).choose });
  const given = await ctx.db
    .updateTable("relationship")
    .set({ owner_id: toId })
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "<>", "concluded")
    .where("owner_id", "is distinct from", toId)
    .$if("relationshipIds" in which, (query) =>
      query.where("id", "in", "relationshipIds" in which && which.relationshipIds.length > 0 ? which.relationshipIds : [organizationId]),
    )
    .$if("allOf" in which, (query) => query.where("owner_id", "is not distinct from", "allOf" in which ? which.allOf : null))
    .returning("id")
    .execute();
  if (given.length === 0) throw new Conflict((language) => supportWords(language).owners.nothing);
  const relationshipIds = given.map(({ id }) => id);
  await audit(ctx, {
    organizationId,
    act: "relationships.handed-over",
    subjectKind: "program",
    subjectId: programId,
    detail: { to: toId, relationshipIds },
  });
  await tellNewOwners(ctx, organizationId, { ownerId: toId, relationshipIds });
  return { name: successor.name, count: given.length };
}
