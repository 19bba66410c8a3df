import { monthsLater } from "../../people/profiles/pause-profile.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { changeWords } from "./changes.messages.ts";
import { findRelationship, type OneRelationship, type Relationship } from "./find-life.ts";
import { moveRelationship } from "./move-relationship.ts";
import { mustDecideForAll } from "./who-decides.ts";

/** A break is a break: after a year it is better to end, and to begin again. */
const longestPauseMonths = 12;
const longestMonths = 120;

/** In which part somebody changes it: her own relationship's, or one that she coordinates. */
export const changesAs = (relationship: Relationship, personId: string): "people" | "coordinator" =>
  relationship.people.some((one) => one.personId === personId) ? "people" : "coordinator";

/** Everybody in it has a break until that day. Only a coordinator can leave the day open. */
export async function pauseRelationship(ctx: PersonalContext, its: OneRelationship, until: string | null): Promise<void> {
  const relationship = await findRelationship(ctx, its);
  mustDecideForAll(relationship, ctx.actor.personId);
  const by = changesAs(relationship, ctx.actor.personId);
  if (until === null && by === "people") throw new Invalid({ until: (language) => changeWords(language).needsDay });
  if (until !== null && until <= relationship.today) throw new Invalid({ until: (language) => changeWords(language).dayPast });
  if (until !== null && until > monthsLater(relationship.today, longestPauseMonths))
    throw new Invalid({ until: (language) => changeWords(language).pauseTooLong });
  await moveRelationship(ctx, its, { move: "pause", by, until });
}

export async function resumeRelationship(ctx: PersonalContext, its: OneRelationship): Promise<void> {
  const relationship = await findRelationship(ctx, its);
  mustDecideForAll(relationship, ctx.actor.personId);
  await moveRelationship(ctx, its, { move: "resume", by: changesAs(relationship, ctx.actor.personId) });
}

/** Sets the planned last day, later or sooner than before; null: none. */
export async function extendRelationship(ctx: PersonalContext, its: OneRelationship, endsOn: string | null): Promise<void> {
  const relationship = await findRelationship(ctx, its);
  mustDecideForAll(relationship, ctx.actor.personId);
  const { today } = relationship;
  if (endsOn !== null && endsOn <= today) throw new Invalid({ endsOn: (language) => changeWords(language).dayPast });
  if (endsOn !== null && endsOn > monthsLater(today, longestMonths))
    throw new Invalid({ endsOn: (language) => changeWords(language).tooFar });
  await moveRelationship(ctx, its, { move: "extend", endsOn });
}
