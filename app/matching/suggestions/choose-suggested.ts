import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { formatList } from "../../ui/formats.ts";
import { makeOffers } from "../offers/make-offers.ts";
import { answerByOf } from "../offers/publish-round.ts";
import { findSuggestion, mentorName, type Suggestion } from "./find-suggestion.ts";
import { canChoose, type NoneReason } from "./suggestion.ts";
import { suggestionWords } from "./suggestions.messages.ts";

export interface ThisSuggestion {
  readonly organizationId: string;
  readonly suggestionId: string;
}

/** The suggestion, held until the transaction ends: one choice after the other. */
export async function lockSuggestion(ctx: Context, { organizationId, suggestionId }: ThisSuggestion): Promise<Suggestion> {
  found(
    await ctx.db
      .selectFrom("suggestion")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("id", "=", suggestionId)
      .forUpdate()
      .executeTakeFirst(),
  );
  return findSuggestion(ctx, organizationId, suggestionId);
}

async function lockOwn(ctx: Context, its: ThisSuggestion): Promise<Suggestion> {
  const suggestion = await lockSuggestion(ctx, its);
  found(suggestion.mentee.personId === ctx.actor?.personId ? suggestion : undefined);
  if (suggestion.state === "chosen") throw new Conflict((language) => suggestionWords(language).hasChosen);
  if (!canChoose(suggestion, ctx.now)) throw new Conflict((language) => suggestionWords(language).isOver);
  return suggestion;
}

/** The mentee chooses one of those suggested to her: a place is held from now on, and the mentor is asked. */
export async function chooseSuggested(ctx: Context, its: ThisSuggestion, mentorId: string): Promise<void> {
  const suggestion = await lockOwn(ctx, its);
  await offerChosen(ctx, suggestion, mentorId, { hasSaidYes: true });
}

/**
 * Makes the offer of a choice. Two who choose the last place at once come one after the other, and the second is told at once who
 * is still free.
 */
export async function offerChosen(
  ctx: Context,
  suggestion: Suggestion,
  mentorId: string,
  { hasSaidYes }: { hasSaidYes: boolean },
): Promise<void> {
  const { organizationId, programId, roundId, mentee } = suggestion;
  const mentor = found(suggestion.mentors.find((one) => one.mentorId === mentorId));
  const { made, left } = mentor.isFree
    ? await makeOffers(ctx, {
        organizationId,
        programId,
        roundId,
        answerBy: answerByOf(ctx.now, suggestion.offerDays),
        pairs: [{ menteeId: mentee.participantId, mentorId, weight: mentor.weight, reasons: mentor.reasons }],
      })
    : { made: [], left: [{ why: "mentor-is-full" as const }] };
  const [offerId] = made;
  if (offerId === undefined) {
    if (left[0]?.why === "mentee-holds-an-offer") throw new Conflict((language) => suggestionWords(language).hasOffer);
    const others = suggestion.mentors.filter((one) => one.isFree && one.mentorId !== mentorId);
    throw new Conflict((language) => {
      const name = (one: (typeof others)[number]): string => mentorName(suggestion, one, language);
      const words = suggestionWords(language);
      return others.length > 0 ? words.quicker(name(mentor), formatList(language, others.map(name))) : words.quickerNobody(name(mentor));
    });
  }
  if (hasSaidYes)
    await ctx.db
      .updateTable("offer")
      .set({ mentee_accepted_at: ctx.now })
      .where("organization_id", "=", organizationId)
      .where("id", "=", offerId)
      .execute();
  await ctx.db
    .updateTable("suggestion")
    .set({ state: "chosen", offer_id: offerId, closed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", suggestion.id)
    .execute();
}

/** None of them: the reason goes to the coordinator, who sees that she waits. */
export async function chooseNone(ctx: Context, its: ThisSuggestion, { reason, note }: { reason: NoneReason; note: string }): Promise<void> {
  const suggestion = await lockOwn(ctx, its);
  await ctx.db
    .updateTable("suggestion")
    .set({ state: "none", reason, note, closed_at: ctx.now })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", suggestion.id)
    .execute();
}
