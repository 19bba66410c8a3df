/** A program of the demo in which each mentee was suggested three mentors: most still choose, one has chosen, one said why none fits. */
import { papersChosen, papersInOrder, papersMentees, papersMentors, papersNone } from "../../../db/seeds/ladera/papers-in-order.ts";
import { saveMode } from "../../matching/modes/save-mode.ts";
import { chooseNone, chooseSuggested } from "../../matching/suggestions/choose-suggested.ts";
import { findSuggestion } from "../../matching/suggestions/find-suggestion.ts";
import { publishSuggestions } from "../../matching/suggestions/publish-suggestions.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { runDemoRound } from "./run-demo-round.ts";
import { takeIn } from "./take-in.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import { type DemoParticipant, writeProgram } from "./write-program.ts";

interface Suggesting {
  readonly coordinator: DemoPerson;
  readonly people: readonly DemoParticipant[];
  readonly ago: (days: number) => Date;
  readonly date: (days: number) => string;
}

export async function suggestThree(app: AppOfThePast, organizationId: string, its: Suggesting): Promise<void> {
  const { coordinator, people, ago, date } = its;
  const program = await writeProgram(app, organizationId, papersInOrder, { coordinator, startsOn: date(10), endsOn: date(60) });
  const members = await inOrganization(app, organizationId, async (plain) => {
    const ctx = asPerson(plain, coordinator);
    await saveMode(ctx, program, { mode: "choose-among-three", suggestionDays: 7 });
    return takeIn(ctx, program, people, [...papersMentors, ...papersMentees]);
  });
  const roundId = await runDemoRound(app, program, coordinator, { chosen: { who: "ready" }, isPublished: false });
  await inOrganization(app, organizationId, (ctx) => publishSuggestions(asPerson(ctx, coordinator), { ...program, roundId }));
  await app.settle();

  app.moveTo(ago(0));
  const memberOf = (key: string): DemoParticipant => found(members.find(({ card }) => card.key === key));
  const ofHers = async (ctx: Context, { participantId }: DemoParticipant) => {
    const { id } = await ctx.db
      .selectFrom("suggestion")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", program.programId)
      .where("mentee_id", "=", participantId)
      .executeTakeFirstOrThrow();
    return findSuggestion(ctx, organizationId, id);
  };
  await inOrganization(app, organizationId, async (ctx) => {
    const [chooser, other] = [memberOf(papersChosen), memberOf(papersNone.key)];
    const hers = await ofHers(ctx, chooser);
    await chooseSuggested(asPerson(ctx, chooser), { organizationId, suggestionId: hers.id }, hers.mentors[0]!.mentorId);
    const { id: suggestionId } = await ofHers(ctx, other);
    await chooseNone(asPerson(ctx, other), { organizationId, suggestionId }, { reason: "not-my-field", note: papersNone.note });
  });
  await app.settle();
}
