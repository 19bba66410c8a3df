import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { formWords } from "../../platform/form.messages.ts";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { supportWords } from "./support.messages.ts";
import { tellNewOwners } from "./tell-new-owner.ts";

/**
 * Gives relationships of a program to one of its coordinators, who is told by letter. Those that she is or was in herself stay
 * where they are.
 * @param which some, by their ids; or everything that somebody looks after (null: what nobody does)
 * @returns her name, how many have come to her, and how many have not, since she is in them
 */
export async function handOverRelationships(
  ctx: PersonalContext,
  { organizationId, programId }: { organizationId: string; programId: string },
  which: { readonly relationshipIds: readonly string[] } | { readonly allOf: string | null },
  toId: string,
): Promise<{ name: string; count: number; own: number }> {
  const successor = (await listCoordinators(ctx, organizationId, programId)).find(({ personId }) => personId === toId);
  if (!successor) throw new Invalid({ toId: (language) => formWords(language).choose });
  // Locked in the order of their ids, so that two who hand over at once never wait for each other.
  const wanted = await ctx.db
    .selectFrom("relationship as r")
    .select((eb) => [
      "r.id",
      eb
        .exists(
          eb
            .selectFrom("relationship_person as p")
            .select("p.person_id")
            .whereRef("p.organization_id", "=", "r.organization_id")
            .whereRef("p.relationship_id", "=", "r.id")
            .where("p.person_id", "=", toId),
        )
        .as("isHers"),
    ])
    .where("r.organization_id", "=", organizationId)
    .where("r.program_id", "=", programId)
    .where("r.state", "<>", "concluded")
    .where("r.owner_id", "is distinct from", toId)
    .where((eb) =>
      "allOf" in which ? eb("r.owner_id", "is not distinct from", which.allOf) : eb("r.id", "=", eb.fn.any(eb.val(which.relationshipIds))),
    )
    .orderBy("r.id")
    .forUpdate("r")
    .execute();
  const relationshipIds = wanted.filter(({ isHers }) => !isHers).map(({ id }) => id);
  const own = wanted.length - relationshipIds.length;
  if (relationshipIds.length === 0)
    throw new Conflict((language) => {
      const words = supportWords(language).owners;
      return own > 0 ? words.own(successor.name, own) : words.nothing;
    });
  await ctx.db
    .updateTable("relationship")
    .set({ owner_id: toId })
    .where("organization_id", "=", organizationId)
    .where("id", "in", relationshipIds)
    .execute();
  await audit(ctx, {
    organizationId,
    act: "relationships.handed-over",
    subjectKind: "program",
    subjectId: programId,
    detail: { to: toId, relationshipIds },
  });
  await tellNewOwners(ctx, organizationId, { ownerId: toId, relationshipIds });
  return { name: successor.name, count: relationshipIds.length, own };
}
