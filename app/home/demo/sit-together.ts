/** A circle of the demo that has just begun: its people write to each other, and agree when to meet. */
import { circleLunch, circleWords } from "../../../db/seeds/riverside/lunch-circles.ts";
import { inOrganization, type PersonalContext } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { findRelationship } from "../../relationships/life/find-life.ts";
import { markRead } from "../../relationships/messages/mark-read.ts";
import { sendMessage } from "../../relationships/messages/send-message.ts";
import { chooseTime } from "../../relationships/sessions/answer-proposal.ts";
import { proposeTimes } from "../../relationships/sessions/propose-times.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { allMessages, placeOf } from "./do-deed.ts";
import { daysOf } from "./live-lives.ts";
import { workdayNear } from "./meet.ts";
import { asPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

/** What the first circle has said to each other since it began, and when it meets. */
export async function sitTogether(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  members: readonly DemoParticipant[],
  until: Date,
): Promise<void> {
  const { id: relationshipId, begun_at: begunAt } = await inOrganization(app, organizationId, ({ db }) =>
    db
      .selectFrom("relationship")
      .select(["id", "begun_at"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .executeTakeFirstOrThrow(),
  );
  const its = { organizationId, relationshipId };
  const { people } = await inOrganization(app, organizationId, (ctx) => findRelationship(ctx, its));
  const mentor = people.find(({ role }) => role === "mentor")!;
  const asMember = <T>(personId: string, act: (ctx: PersonalContext) => Promise<T>): Promise<T> =>
    inOrganization(app, organizationId, (ctx) =>
      act(
        asPerson(
          ctx,
          members.find(({ id }) => id === personId)!,
        ),
      ),
    );
  // Evenly over the time since it began.
  const moments = circleWords.length + people.length + 1;
  let moment = 0;
  const goOn = (): void => app.moveTo(new Date(begunAt.getTime() + ((until.getTime() - begunAt.getTime()) * ++moment) / (moments + 1)));
  for (const { by, words } of circleWords) {
    const who = members.find(({ card }) => card.key === by)!;
    goOn();
    await asMember(who.id, async (ctx) => {
      await markRead(ctx, its, allMessages);
      await sendMessage(ctx, its, { authorId: who.id, words, files: [], sentKey: newId() });
    });
  }
  goOn();
  const days = daysOf(until);
  const startsAt = workdayNear(days.momentIn(circleLunch.in, circleLunch.at, mentor.timeZone));
  const plan = { times: [startsAt], minutes: 75, repeats: null, untilOn: null, words: circleLunch.words, ...placeOf(circleLunch.where) };
  const proposalId = await asMember(mentor.personId, (ctx) => proposeTimes(ctx, its, plan, { by: mentor.personId }));
  await app.settle();
  for (const { personId } of people.filter(({ role }) => role === "mentee")) {
    goOn();
    await asMember(personId, (ctx) => chooseTime(ctx, its, { proposalId, startsAt, by: personId }));
    await app.settle();
  }
  app.moveTo(until);
}
