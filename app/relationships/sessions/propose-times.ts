import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { Conflict, Invalid, type Sentence } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { choice, optionalDate, optionalText, says, wholeNumber } from "../../platform/form-fields.ts";
import { newId, newToken } from "../../platform/identifiers.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { findProposal } from "./find-proposals.ts";
import { findSession, listTaken } from "./find-session.ts";
import { mustBeOpen, personOf } from "./may-plan.ts";
import { isMeetingLink, type Place } from "./place.ts";
import { sendProposal } from "./send-proposal.ts";
import { fromLocal, isLocal, isShown, localAt, repeatKinds, type Repeats } from "./series.ts";
import {
  canMove,
  dayMs,
  furthestDays,
  longestMinutes,
  mostTimes,
  overlaps,
  type PlaceKind,
  placeKinds,
  shortestMinutes,
  spanOf,
} from "./session.ts";
import { planWords } from "./plan.messages.ts";

export interface Plan extends Place {
  readonly times: readonly Date[];
  /** The field in which each was typed, so that what is wrong with one is said at it. */
  readonly fields?: readonly string[];
  readonly minutes: number;
  readonly repeats: Repeats | null;
  readonly untilOn: string | null;
  readonly words: string;
}

const refuse = (sentence: Sentence) => ({ error: () => "", ...says(sentence) });
/** A field of a local time, or empty. */
export const localTime = () =>
  optionalText(16).pipe(
    z.string().refine(
      (value) => value === "" || isLocal(value),
      refuse((language) => planWords(language).wrongTime),
    ),
  );

export const placeFields = { placeKind: choice(placeKinds), place: optionalText(500) };

/** As the form sends it; `readPlan` makes times of it, on the clock of whoever proposes. */
export const PlanForm = z.object({
  ...(Object.fromEntries(Array.from({ length: mostTimes }, (_, n) => [`time${n + 1}`, localTime()])) as Record<
    "time1" | "time2" | "time3" | "time4" | "time5",
    ReturnType<typeof localTime>
  >),
  minutes: wholeNumber(shortestMinutes, longestMinutes),
  ...placeFields,
  repeats: choice(["once", ...repeatKinds]),
  untilOn: optionalDate(),
  words: optionalText(1000),
});

/** Checks where they meet, and makes up the name of a room that nobody can guess. */
export function readPlace(ctx: Context, { placeKind, place }: { placeKind: PlaceKind; place: string }): Place {
  if (placeKind === "room") {
    if (!ctx.app.settings.jitsiUrl) throw new Invalid({ placeKind: (language) => planWords(language).noRooms });
    return { placeKind, place: `understory-${newToken()}` };
  }
  if (placeKind === "link" && !isMeetingLink(place)) throw new Invalid({ place: (language) => planWords(language).wrongLink });
  if (placeKind === "place" && place === "") throw new Invalid({ place: (language) => planWords(language).wherePlace });
  return { placeKind, place };
}

/** A time on her clock; refuses the hour that is left out where clocks are set forward. */
export function readTime(local: string, timeZone: string, field: string): Date {
  if (!isShown(local, timeZone)) throw new Invalid({ [field]: (language) => planWords(language).leftOut });
  return fromLocal(local, timeZone);
}

export function readPlan(ctx: Context, form: z.output<typeof PlanForm>, timeZone: string): Plan {
  const fieldOf = new Map<number, string>();
  for (const [field, local] of Object.entries({
    time1: form.time1,
    time2: form.time2,
    time3: form.time3,
    time4: form.time4,
    time5: form.time5,
  }))
    if (local !== "") fieldOf.set(readTime(local, timeZone, field).getTime(), field);
  if (fieldOf.size === 0) throw new Invalid({ time1: (language) => planWords(language).oneTime });
  const times = [...fieldOf].toSorted(([a], [b]) => a - b);
  return {
    ...readPlace(ctx, form),
    times: times.map(([at]) => new Date(at)),
    fields: times.map(([, field]) => field),
    minutes: form.minutes,
    repeats: form.repeats === "once" ? null : form.repeats,
    untilOn: form.repeats === "once" ? null : form.untilOn,
    words: form.words,
  };
}

/** When somebody wants to meet, for the others to choose; what was asked before is taken back by it. */
export async function proposeTimes(
  ctx: Context,
  its: OneRelationship,
  plan: Plan,
  { by, movesSessionId = null }: { by: string; movesSessionId?: string | null },
): Promise<string> {
  const relationship = await lockRelationship(ctx, its);
  mustBeOpen(relationship);
  const { timeZone } = personOf(relationship, by);
  await checkTimes(ctx, its, plan, movesSessionId);
  if (movesSessionId !== null) {
    const session = await findSession(ctx, { ...its, sessionId: movesSessionId });
    if (!canMove(session, ctx.now)) throw new Conflict((language) => planWords(language).tooLate);
  }
  const { organizationId, relationshipId } = its;
  const proposalId = newId();
  await ctx.db
    .updateTable("session_proposal")
    .set({ state: "replaced", answered_at: ctx.now, answered_by: by })
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("moves_session_id", movesSessionId === null ? "is" : "=", movesSessionId)
    .where("state", "=", "open")
    .execute();
  await ctx.db
    .insertInto("session_proposal")
    .values({
      organization_id: organizationId,
      id: proposalId,
      relationship_id: relationshipId,
      moves_session_id: movesSessionId,
      proposed_by: by,
      proposed_at: ctx.now,
      minutes: plan.minutes,
      time_zone: timeZone,
      repeats: movesSessionId === null ? plan.repeats : null,
      until_on: movesSessionId === null ? plan.untilOn : null,
      place_kind: plan.placeKind,
      place: plan.place,
      words: plan.words,
    })
    .execute();
  await ctx.db
    .insertInto("session_proposal_time")
    .values(plan.times.map((starts_at) => ({ organization_id: organizationId, proposal_id: proposalId, starts_at })))
    .execute();
  await sendProposal(ctx, relationship, await findProposal(ctx, organizationId, proposalId));
  await announce(ctx, "session.proposed", { organizationId, relationshipId, proposalId });
  return proposalId;
}

async function checkTimes(
  ctx: Context,
  its: OneRelationship,
  { times, fields, minutes, untilOn }: Plan,
  movesSessionId: string | null,
): Promise<void> {
  const [first, last] = [times[0]!, times.at(-1)!];
  const refuseWhere = (isWrong: (at: Date) => boolean, what: "past" | "tooFar" | "overlap"): void => {
    const wrong = times.flatMap((at, n) => (isWrong(at) ? [fields?.[n] ?? "time1"] : []));
    if (wrong.length > 0) throw new Invalid(Object.fromEntries(wrong.map((field) => [field, (language) => planWords(language)[what]])));
  };
  refuseWhere((at) => at <= ctx.now, "past");
  refuseWhere((at) => at.getTime() > ctx.now.getTime() + furthestDays * dayMs, "tooFar");
  if (untilOn !== null && untilOn < localAt(last, "UTC").day) throw new Invalid({ untilOn: (language) => planWords(language).untilBefore });
  const taken = await listTaken(ctx, its, first, spanOf(last, minutes).endsAt);
  const others = taken.filter(({ id }) => id !== movesSessionId);
  refuseWhere((at) => others.some((one) => overlaps(one, spanOf(at, minutes))), "overlap");
}
