/** A session of a pair of the demo, from the proposal to what they think of it, as things that are done one after the other. */
import type { SeedSession, Side } from "../../../db/seeds/life.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { dayMs } from "../../relationships/sessions/session.ts";
import { addAction, markAction } from "../../relationships/sessions/actions.ts";
import { chooseTime } from "../../relationships/sessions/answer-proposal.ts";
import { proposeTimes } from "../../relationships/sessions/propose-times.ts";
import { tellOutcome } from "../../relationships/sessions/tell-outcome.ts";
import { writeDown } from "../../relationships/sessions/write-down.ts";
import { reflect } from "../../relationships/practice/write-reflection.ts";
import { places } from "../../../db/seeds/places.ts";
import { type DemoDays, type DemoPair, placeOf } from "./do-deed.ts";
import type { DemoPerson } from "./write-people.ts";

export interface Doing {
  readonly at: Date;
  readonly who: DemoPerson;
  readonly act: (ctx: PersonalContext) => Promise<unknown>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const usualMinutes = 60;
/** Usually they agree on it so many days before. */
const usuallyPlanned = 12;
/** Nobody plans anything before they have begun. */
const firstDay = 155;

const other = (side: Side): Side => (side === "mentee" ? "mentor" : "mentee");

/** Nobody meets at a weekend. */
export function workdayNear(at: Date): Date {
  const shift = { 6: -1, 0: 1 }[at.getUTCDay()] ?? 0;
  return new Date(at.getTime() + shift * dayMs);
}

export function meet(pair: DemoPair, seed: SeedSession, days: DemoDays): Doing[] {
  const { organizationId, relationshipId, people } = pair;
  const its = { organizationId, relationshipId };
  const { ago, minutes = usualMinutes, by = "mentor", planned = usuallyPlanned, told = {}, reflections = [], actions = [] } = seed;
  const startsAt = workdayNear(days.momentIn(-ago, seed.at, places[people.mentor.card.lives].timeZone));
  const endsAt = startsAt.getTime() + minutes * minuteMs;
  const proposer = people[by];
  const plannedAt = days.momentIn(-Math.min(ago + planned, firstDay), "12:10", places[proposer.card.lives].timeZone);
  const chosenAt = new Date(plannedAt.getTime() + 5 * hourMs);
  let proposalId = "";
  let session = { ...its, sessionId: "" };
  const doings: Doing[] = [
    {
      at: plannedAt,
      who: proposer,
      act: async (ctx) => {
        const plan = { times: [startsAt], minutes, repeats: null, untilOn: null, words: "", ...placeOf(seed.where) };
        proposalId = await proposeTimes(ctx, its, plan, { by: proposer.id });
      },
    },
    {
      at: chosenAt,
      who: people[other(by)],
      act: async (ctx) => {
        const chosen = await chooseTime(ctx, its, { proposalId, startsAt, by: ctx.actor.personId });
        if (chosen.is === "agreed") session = { ...its, sessionId: chosen.sessionId };
      },
    },
  ];
  const add = (at: number, side: Side, act: Doing["act"]): void => void doings.push({ at: new Date(at), who: people[side], act });
  const write = (sheet: "agenda" | "notes", text: string) => (ctx: PersonalContext) =>
    writeDown(ctx, session, { sheet, text, seen: "", by: ctx.actor.personId });
  // The evening before; of what is still to come, the last one that was.
  const eve = Math.min(startsAt.getTime() - 21 * hourMs, days.momentIn(-1, "20:30", "UTC").getTime());
  if (seed.agenda !== undefined) add(Math.max(chosenAt.getTime() + hourMs, eve), "mentee", write("agenda", seed.agenda));
  if (ago < 0) return doings;

  for (const [side, later] of [
    ["mentor", 25 * minuteMs],
    ["mentee", 3 * hourMs],
  ] as const)
    add(endsAt + later, side, (ctx) => tellOutcome(ctx, session, { by: ctx.actor.personId, outcome: told[side] ?? "held" }));
  if (seed.notes !== undefined) add(endsAt + 40 * minuteMs, "mentee", write("notes", seed.notes));
  for (const { by: side, words, done, dueIn } of actions) {
    const dueOn = dueIn === undefined ? null : days.dayIn(dueIn);
    add(endsAt + 50 * minuteMs, "mentee", (ctx) =>
      addAction(ctx, its, { words, ownerId: people[side].id, dueOn, sessionId: session.sessionId, by: ctx.actor.personId }),
    );
    if (done === undefined) continue;
    add(days.momentIn(-done, "18:55", "UTC").getTime(), side, async (ctx) =>
      markAction(ctx, its, { actionId: await findAction(ctx, session, words), isDone: true, by: ctx.actor.personId }),
    );
  }
  for (const { by: side, text, isShared = false } of reflections)
    add(endsAt + 26 * hourMs, side, (ctx) => reflect(ctx, session, { text, share: isShared }));
  return doings;
}

async function findAction(ctx: PersonalContext, its: { organizationId: string; sessionId: string }, words: string): Promise<string> {
  const { id } = await ctx.db
    .selectFrom("session_action")
    .select("id")
    .where("organization_id", "=", its.organizationId)
    .where("session_id", "=", its.sessionId)
    .where("words", "=", words)
    .executeTakeFirstOrThrow();
  return id;
}
