/** Days go by in a program: everybody does with her offers what stands on her card, by the acts that the pages use. */
import type { Answering } from "../../../db/seeds/person.ts";
import { acceptOffer, declineOffer } from "../../matching/offers/answer-offer.ts";
import { answerQuestion, askQuestion } from "../../matching/offers/ask-question.ts";
import { expireOffersOf } from "../../matching/offers/expire-offers.job.ts";
import { inOrganization, type PersonalContext } from "../../platform/context.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

const hour = 3_600_000;

interface Due {
  readonly at: number;
  readonly offerId: string;
  readonly act: () => Promise<void>;
}

interface OpenOffer {
  readonly id: string;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly createdAt: Date;
  readonly answerBy: Date;
}

/** Lives through the days from the clock's moment until `until`; the clock stands there afterwards. */
export async function liveThrough(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  people: readonly DemoParticipant[],
  until: Date,
): Promise<void> {
  const byId = new Map(people.map((person) => [person.participantId, person]));
  const listOpen = (): Promise<OpenOffer[]> =>
    inOrganization(app, organizationId, ({ db }) =>
      db
        .selectFrom("offer")
        .select(["id", "mentee_id as menteeId", "mentor_id as mentorId", "created_at as createdAt", "answer_by as answerBy"])
        .where("organization_id", "=", organizationId)
        .where("program_id", "=", programId)
        .where("state", "=", "open")
        .orderBy("id")
        .execute(),
    );
  const seen = new Set<string>();
  let due: Due[] = [];
  for (;;) {
    const open = await listOpen();
    for (const offer of open.filter(({ id }) => !seen.has(id))) {
      seen.add(offer.id);
      const [mentee, mentor] = [byId.get(offer.menteeId)!, byId.get(offer.mentorId)!];
      due.push(...plan(app, organizationId, offer, mentee, mentor), ...plan(app, organizationId, offer, mentor, mentee), {
        at: offer.answerBy.getTime(),
        offerId: offer.id,
        act: () => expireOffersOf(app, organizationId, programId),
      });
    }
    // What was planned about an offer that is closed by now does not happen.
    const stillOpen = new Set(open.map(({ id }) => id));
    due = due.filter(({ offerId }) => stillOpen.has(offerId)).toSorted((a, b) => a.at - b.at || (a.offerId < b.offerId ? -1 : 1));
    const next = due.shift();
    if (!next || next.at > until.getTime()) break;
    app.moveTo(new Date(next.at));
    await next.act();
    await app.settle();
  }
  app.moveTo(until);
}

/** How many hours somebody takes to answer: always as many, between a few and a day and a half. */
function patience(key: string): number {
  let hash = 7;
  for (const letter of key) hash = (hash * 31 + letter.codePointAt(0)!) % 9973;
  return 3 + (hash % 37);
}

/** What `person` does with this offer, and when. */
function plan(app: AppOfThePast, organizationId: string, offer: OpenOffer, person: DemoParticipant, other: DemoParticipant): Due[] {
  const its = { organizationId, offerId: offer.id };
  const after = (hours: number, who: DemoParticipant, act: (ctx: PersonalContext) => Promise<unknown>): Due => ({
    at: offer.createdAt.getTime() + hours * hour,
    offerId: offer.id,
    act: () => inOrganization(app, organizationId, async (ctx) => void (await act(asPerson(ctx, who)))),
  });
  const hours = patience(person.card.key);
  const answering: Answering | undefined = person.card.answering;
  switch (answering?.does) {
    case "waits":
    case "looks":
      return [];
    case "declines":
      return [after(hours, person, (ctx) => declineOffer(ctx, its, { reason: answering.reason, note: answering.note ?? "" }))];
    case "asks": {
      const asked = after(5, person, (ctx) => askQuestion(ctx, its, answering.question));
      const { replies } = other.card;
      if (replies === undefined) return [asked];
      return [asked, after(14, other, (ctx) => answerQuestion(ctx, its, replies)), after(20, person, (ctx) => acceptOffer(ctx, its))];
    }
    case undefined:
      return [after(hours, person, (ctx) => acceptOffer(ctx, its))];
  }
}
