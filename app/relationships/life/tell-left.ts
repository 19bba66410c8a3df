import { isLanguage } from "../../platform/i18n.ts";
import type { Context } from "../../platform/context.ts";
import type { Letter } from "../../platform/letters/letter.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { programPath } from "../../networks/programs/program.ts";
import { pairPath } from "../pairs/pair.ts";
import { pairWords } from "../pairs/pairs.messages.ts";
import { type Addressee, findAddressees, nameOf } from "../sessions/people-of-session.ts";
import { leftLetter, takenOutLetter } from "./change.email.ts";
import type { Relationship } from "./find-life.ts";
import { findOwner } from "./tell-change.job.ts";

/**
 * The mentor of a group hears that one of it has left, and who looks after it; who was taken out of it hears that, too.
 *
 * @param relationship as it was before
 * @param thanks her word to the mentor, and to nobody else
 * @param knows that she need not be told
 */
export async function tellLeft(
  ctx: Context,
  relationship: Relationship,
  { personId, thanks, knows }: { personId: string; thanks: string; knows: boolean },
) {
  const { organizationId, id: relationshipId, programId, programName, people } = relationship;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const at = ctx.app.settings.publicUrl;
  const who = nameOf(people, personId) ?? "";
  const mentorName = people.find(({ role }) => role === "mentor")?.name ?? programName;
  const send = (to: Pick<Addressee, "personId" | "address" | "name" | "language">, letter: Letter) =>
    sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId: to.personId, address: to.address, name: to.name, language: to.language },
      occasion: `left ${relationshipId} ${personId} ${ctx.now.toISOString()} ${to.personId}`,
      letter,
    });
  for (const to of addressees) {
    const { name, language } = to;
    if (to.personId === ctx.actor?.personId) continue;
    if (to.personId === personId && !knows)
      await send(
        to,
        takenOutLetter({
          name,
          language,
          group: pairWords(language).group.called(mentorName),
          programName,
          page: `${at}${programPath(organizationId, programId)}/me`,
        }),
      );
    else if (to.role === "mentor")
      await send(
        to,
        leftLetter({
          name,
          language,
          who,
          group: pairWords(language).group.ownCalled,
          programName,
          page: at + pairPath(organizationId, relationshipId),
          thanks,
        }),
      );
  }
  const owner = await findOwner(ctx, relationship);
  if (!owner || owner.personId === ctx.actor?.personId) return;
  const language = isLanguage(owner.language) ? owner.language : "en";
  await send(
    { personId: owner.personId, address: owner.email, name: owner.name, language },
    leftLetter({
      name: owner.name,
      language,
      who,
      group: pairWords(language).group.called(mentorName),
      programName,
      page: `${at}${pairPath(organizationId, relationshipId)}/support`,
    }),
  );
}
