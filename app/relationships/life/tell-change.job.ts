/** Whoever is in a relationship hears of what changes in it, except who did it. */
import { type Context, inOrganization } from "../../platform/context.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { job } from "../../platform/jobs.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { formatList } from "../../ui/formats.ts";
import { pairPath } from "../pairs/pair.ts";
import { type Addressee, findAddressees, nameOf } from "../sessions/people-of-session.ts";
import { withWhom } from "../sessions/session-event.ts";
import { bondOf } from "./bond.messages.ts";
import { changeLetter, closingForCoordinator } from "./change.email.ts";
import { findRelationship, type OneRelationship, type Relationship } from "./find-life.ts";
import type { MoveName } from "./life.ts";
import { decidesForAll } from "./who-decides.ts";

const tellOf = (move: MoveName) =>
  job<OneRelationship & { programId: string }>(`relationships.tell-${move}`, {
    run: (app, its) => inOrganization(app, its.organizationId, (ctx) => tellChange(ctx, its, move)),
  });

export const tellPaused = tellOf("pause");
export const tellResumed = tellOf("resume");
export const tellExtended = tellOf("extend");
export const tellClosing = tellOf("close");
export const tellReopened = tellOf("reopen");
export const tellConcluded = tellOf("conclude");

async function tellChange(ctx: Context, its: OneRelationship, move: MoveName): Promise<void> {
  const change = await ctx.db
    .selectFrom("relationship_change")
    .select(["id", "by_id", "detail"])
    .where("organization_id", "=", its.organizationId)
    .where("relationship_id", "=", its.relationshipId)
    .where("move", "=", move)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  // A pause for safety is told by those who look after safety.
  if (!change || change.detail["by"] === "safeguarding") return;
  const relationship = await findRelationship(ctx, its);
  if (move === "conclude" && (await wasEndedForSafety(ctx, its))) return;
  // Who is left alone was told by whoever left.
  if (relationship.people.length < 2 && move === "conclude") return;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const { publicUrl } = ctx.app.settings;
  const page = publicUrl + pairPath(its.organizationId, its.relationshipId);
  for (const to of addressees) {
    if (to.personId === change.by_id) continue;
    await sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId: to.personId, address: to.address, name: to.name, language: to.language },
      occasion: `relationship change ${change.id} ${to.personId}`,
      letter: changeLetter(move, {
        language: to.language,
        name: to.name,
        ...calledBy(relationship, to),
        hasTalked: relationship.format === "flash" && relationship.ending === "planned" && change.by_id === null,
        who: nameOf(relationship.people, change.by_id),
        life: relationship,
        page: move === "conclude" ? page : `${page}/changes`,
        goodbye: `${page}/closure`,
      }),
    });
  }
  if (move === "close" && change.by_id !== relationship.ownerId) await tellOwner(ctx, relationship, change.id, organization);
}

/** That, too, is told by those who look after safety. */
async function wasEndedForSafety({ db }: Context, { organizationId, relationshipId }: OneRelationship): Promise<boolean> {
  const decision = await db
    .selectFrom("safety_decision")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("kind", "=", "ended")
    .limit(1)
    .executeTakeFirst();
  return decision !== undefined;
}

/** What somebody calls it, and whether she decides about it. */
export function calledBy(relationship: Relationship, { personId, language }: Pick<Addressee, "personId" | "language">) {
  const other = withWhom(relationship, personId, language);
  return { other, bond: bondOf(relationship.format, other, language), decides: decidesForAll(relationship, personId) };
}

/** Who looks after it hears of its end before it comes. */
async function tellOwner(
  ctx: Context,
  relationship: Relationship,
  changeId: string,
  organization: { readonly id: string; readonly name: string },
): Promise<void> {
  const owner = await findOwner(ctx, relationship);
  if (!owner || relationship.closesOn === null) return;
  const language = isLanguage(owner.language) ? owner.language : "en";
  const people = formatList(
    language,
    relationship.people.map(({ name }) => name),
  );
  await sendLetter(ctx, {
    kind: "relationship",
    organization,
    to: { personId: owner.personId, address: owner.email, name: owner.name, language },
    occasion: `relationship change ${changeId} owner`,
    letter: closingForCoordinator({
      language,
      name: owner.name,
      people,
      programName: relationship.programName,
      closesOn: relationship.closesOn,
      page: `${ctx.app.settings.publicUrl}${pairPath(relationship.organizationId, relationship.id)}/closure`,
    }),
  });
}

/** Who looks after the relationship, as letters need her. */
export function findOwner(ctx: Context, { organizationId, ownerId }: Pick<Relationship, "organizationId" | "ownerId">) {
  return ctx.db
    .selectFrom("auth.person as person")
    .innerJoin("profile", "profile.person_id", "person.id")
    .select(["person.id as personId", "person.email", "person.language", "profile.name"])
    .where("profile.organization_id", "=", organizationId)
    .where("person.id", "=", ownerId)
    .executeTakeFirst();
}
