/** What becomes of some pairs: one has a break, one goes on for longer, one says goodbye, and one is over and looks for somebody new. */
import { firstStepsLives } from "../../../db/seeds/riverside/first-steps-lives.ts";
import { inOrganization, type PersonalContext } from "../../platform/context.ts";
import { beginClosure } from "../../relationships/closure/begin-closure.ts";
import { saveFarewell } from "../../relationships/closure/save-farewell.ts";
import { searchAgain } from "../../relationships/closure/search-again.ts";
import { extendRelationship, pauseRelationship } from "../../relationships/life/change-dates.ts";
import { findRelationship, type OneRelationship } from "../../relationships/life/find-life.ts";
import { moveRelationship, tryMove } from "../../relationships/life/move-relationship.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { asPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

interface Days {
  readonly ago: (days: number) => Date;
  readonly date: (days: number) => string;
}

export async function liveToTheEnd(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  people: readonly DemoParticipant[],
  { ago, date }: Days,
): Promise<void> {
  const byParticipant = new Map(people.map((person) => [person.participantId, person]));
  const pairs = await inOrganization(app, organizationId, ({ db }) =>
    db
      .selectFrom("relationship")
      .select("id")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("state", "=", "active")
      .where("begun_at", "<", ago(5))
      .orderBy("begun_at", "desc")
      .orderBy("id")
      .limit(4)
      .execute(),
  );
  const [resting, longer, closing, over] = pairs.map(({ id }) => ({ organizationId, relationshipId: id }));
  const as = (its: OneRelationship, role: "mentor" | "mentee", act: (ctx: PersonalContext) => Promise<unknown>): Promise<void> =>
    inOrganization(app, organizationId, async (ctx) => {
      const who = (await findRelationship(ctx, its)).people.find((one) => one.role === role);
      const person = who && byParticipant.get(who.participantId);
      if (person) await act(asPerson(ctx, person));
    });
  const farewell = async (its: OneRelationship): Promise<void> => {
    const { thanks, reached, why } = firstStepsLives;
    await as(its, "mentee", (ctx) => saveFarewell(ctx, its, { reason: "life", words: why.mentee }));
    for (const role of ["mentee", "mentor"] as const) {
      await as(its, role, (ctx) => saveFarewell(ctx, its, { thanks: thanks[role] }));
      await as(its, role, (ctx) => saveFarewell(ctx, its, { reached: reached[role] }));
      await as(its, role, (ctx) => saveFarewell(ctx, its, { keepsContact: true }));
    }
    await as(its, "mentor", (ctx) => saveFarewell(ctx, its, { answers: { helped: 5, heard: 4, supported: 5, again: 5 } }));
  };

  app.moveTo(ago(4));
  if (over) {
    const closesOn = date(-2);
    await as(over, "mentee", (ctx) => moveRelationship(ctx, over, { move: "close", closesOn, ending: "early" }));
    await farewell(over);
  }
  if (longer) await as(longer, "mentor", (ctx) => extendRelationship(ctx, longer, date(300)));
  await app.settle();
  app.moveTo(ago(1));
  if (over) {
    await inOrganization(app, organizationId, (ctx) => tryMove(ctx, over, { move: "conclude", ending: null }));
    await app.settle();
    await as(over, "mentee", (ctx) => searchAgain(ctx, over, { personId: ctx.actor.personId, learned: firstStepsLives.learned }));
  }
  if (closing) {
    await as(closing, "mentor", (ctx) => beginClosure(ctx, closing, "planned"));
    await as(closing, "mentor", (ctx) => saveFarewell(ctx, closing, { thanks: firstStepsLives.thanks.mentor }));
  }
  if (resting) await as(resting, "mentee", (ctx) => pauseRelationship(ctx, resting, date(24)));
  await app.settle();
}
