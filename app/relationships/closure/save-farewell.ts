import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { closureWords } from "./closure.messages.ts";
import type { ExitAnswers, FarewellReason } from "./farewell.ts";
import { sealWords } from "./seal-words.ts";

/** What is for the other closes with the channels; what is for coordinators can still be told when it is over. */
const mayTellOther = ({ state }: Relationship): boolean => state === "closing";
const mayTellCoordinator = ({ state }: Relationship): boolean => state === "closing" || state === "concluded";

export type FarewellPart =
  | { readonly reason: FarewellReason; readonly words: string }
  | { readonly reached: string }
  | { readonly thanks: string }
  | { readonly keepsContact: boolean }
  | { readonly answers: ExitAnswers };

/** One step of a goodbye, saved by itself. */
export async function saveFarewell(ctx: PersonalContext, its: OneRelationship, part: FarewellPart): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  const { personId } = found(relationship.people.find((one) => one.personId === ctx.actor.personId));
  const isForCoordinator = "reason" in part || "answers" in part;
  if (!(isForCoordinator ? mayTellCoordinator(relationship) : mayTellOther(relationship)))
    throw new Conflict((language) => (relationship.state === "concluded" ? closureWords(language).isOver : closureWords(language).notYet));
  const { organizationId, relationshipId } = its;
  const columns =
    "reason" in part
      ? {
          reason: part.reason,
          reason_words:
            part.words === "" ? null : sealWords(ctx, { table: "farewell", organizationId, relationshipId, personId }, part.words),
        }
      : "reached" in part
        ? { reached: part.reached }
        : "thanks" in part
          ? { thanks: part.thanks }
          : "keepsContact" in part
            ? { keeps_contact: part.keepsContact }
            : { answers: JSON.stringify(part.answers) };
  await ctx.db
    .insertInto("farewell")
    .values({ organization_id: organizationId, relationship_id: relationshipId, person_id: personId, changed_at: ctx.now, ...columns })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "relationship_id", "person_id"]).doUpdateSet({ ...columns, changed_at: ctx.now }),
    )
    .execute();
}
