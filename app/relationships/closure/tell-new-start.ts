import { isLanguage } from "../../platform/i18n.ts";
import type { Context } from "../../platform/context.ts";
import { action, type Letter, paragraph, quote } from "../../platform/letters/letter.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import type { Relationship } from "../life/find-life.ts";
import { findOwner } from "../life/tell-change.job.ts";
import { pairPath } from "../pairs/pair.ts";
import { findAddressees } from "../sessions/people-of-session.ts";
import { withWhom } from "../sessions/session-event.ts";
import type { NewStartAnswer } from "./answer-new-start.ts";
import { newStartWords } from "./new-start.messages.ts";

interface About {
  readonly newStartId: string;
  readonly personId: string;
}

/** The coordinator who looks after it hears that somebody asks; why stands on a page, and in no mail. */
export async function tellAsked(ctx: Context, relationship: Relationship, { newStartId, personId }: About): Promise<void> {
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const name = addressees.find((one) => one.personId === personId)?.name ?? "";
  const owner = await findOwner(ctx, relationship);
  // A coordinator who is in it herself is not told what the other asks.
  const isOfIt = (one: { readonly personId: string }): boolean => relationship.people.some(({ personId: hers }) => hers === one.personId);
  const readers =
    owner && !isOfIt(owner)
      ? [owner]
      : (await listCoordinators(ctx, relationship.organizationId, relationship.programId)).filter((one) => !isOfIt(one));
  for (const reader of readers) {
    const language = isLanguage(reader.language) ? reader.language : "en";
    const words = newStartWords(language).letter;
    await sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId: reader.personId, address: reader.email, name: reader.name, language },
      occasion: `new start ${newStartId} asked ${reader.personId}`,
      letter: {
        subject: words.askedSubject(name),
        body: [
          paragraph(words.greeting(reader.name)),
          paragraph(words.asked(name, relationship.programName)),
          action(words.read, `${ctx.app.settings.publicUrl}${pairPath(relationship.organizationId, relationship.id)}/new-start/answer`),
        ],
      },
    });
  }
}

export async function tellAnswered(
  ctx: Context,
  relationship: Relationship,
  { newStartId, personId, answer, words: said, leaves }: About & Pick<NewStartAnswer, "answer" | "words"> & { leaves: boolean },
): Promise<void> {
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const to = addressees.find((one) => one.personId === personId);
  if (!to) return;
  const words = newStartWords(to.language).letter;
  const letter: Letter = {
    subject: words.answeredSubject(withWhom(relationship, personId, to.language)),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(leaves ? words.leaves : words.answered[answer]),
      ...(said === "" ? [] : [quote(said)]),
      action(
        words.open,
        ctx.app.settings.publicUrl + (leaves ? "/" : `${pairPath(relationship.organizationId, relationship.id)}/new-start`),
      ),
    ],
  };
  await sendLetter(ctx, {
    kind: "relationship",
    organization,
    to: { personId, address: to.address, name: to.name, language: to.language },
    occasion: `new start ${newStartId} ${answer} ${personId}`,
    letter,
  });
}
