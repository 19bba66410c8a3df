/** The months of pairs of the demo: everything that they did, in the order of its moments, and what each day brought. */
import type { SeedLife } from "../../../db/seeds/life.ts";
import { places } from "../../../db/seeds/places.ts";
import { inOrganization } from "../../platform/context.ts";
import { markRead } from "../../relationships/messages/mark-read.ts";
import { fromLocal } from "../../relationships/sessions/series.ts";
import type { AppOfThePast } from "./app-of-the-past.ts";
import { allMessages, type DemoDays, doDeed } from "./do-deed.ts";
import { type Doing, meet } from "./meet.ts";
import { type Living, passDay } from "./pass-day.ts";
import { asPerson, type DemoPerson } from "./write-people.ts";
import type { DemoParticipant, DemoProgram } from "./write-program.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** So many days before today each day is looked at; before that each third. */
const lately = 9;

export function daysOf(today: Date): DemoDays {
  const dayIn = (days: number): string => new Date(today.getTime() + days * dayMs).toISOString().slice(0, 10);
  return { dayIn, momentIn: (days, at, timeZone) => fromLocal(`${dayIn(days)}T${at}`, timeZone) };
}

interface Lives {
  readonly coordinator: DemoPerson;
  readonly people: readonly DemoParticipant[];
  readonly today: Date;
  /** Days of others on the way: what they do, and when. */
  readonly besides?: readonly Doing[];
}

/** Lives them from the moment that the clock shows until today; the clock stands there afterwards. */
export async function liveLives(
  app: AppOfThePast,
  { organizationId, programId }: DemoProgram,
  lives: readonly SeedLife[],
  { coordinator, people, today, besides = [] }: Lives,
): Promise<void> {
  const living = await findPairs(app, { organizationId, programId }, lives, people);
  const days = daysOf(today);
  const latest = today.getTime() - minuteMs;
  const begins = app.now().getTime();
  const firstAgo = Math.floor((today.getTime() - begins) / dayMs);
  const doings = [...living.flatMap((one) => doingsOf(one, days)), ...besides].map((doing) => ({
    at: Math.min(latest, Math.max(begins, doing.at.getTime())),
    act: () => inOrganization(app, organizationId, async (ctx) => void (await doing.act(asPerson(ctx, doing.who)))),
  }));
  const passing = Array.from({ length: firstAgo + 1 }, (_, index) => firstAgo - index)
    .filter((ago) => ago <= lately || ago % 3 === 0)
    .map((ago) => ({
      at: Math.min(latest, days.momentIn(-ago, "10:30", "UTC").getTime()),
      act: () => passDay(app, organizationId, living, { coordinator, ago }),
    }))
    .filter(({ at }) => at >= begins);
  for (const { at, act } of [...doings, ...passing].toSorted((a, b) => a.at - b.at)) {
    app.moveTo(new Date(at));
    await act();
    await app.settle();
  }
  app.moveTo(today);
}

function doingsOf({ pair, life }: Living, days: DemoDays): Doing[] {
  const { organizationId, relationshipId, people } = pair;
  const its = { organizationId, relationshipId };
  return [
    ...life.moments.flatMap(({ ago, at, by, ...deed }): Doing[] => {
      const who = people[by];
      const moment = days.momentIn(-ago, at, places[who.card.lives].timeZone);
      const done: Doing = { at: moment, who, act: (ctx) => doDeed(ctx, pair, deed, days) };
      if (!("says" in deed) || deed.isUnread) return [done];
      // The other looks at her telephone within the hour.
      const reader = people[by === "mentee" ? "mentor" : "mentee"];
      return [done, { at: new Date(moment.getTime() + 50 * minuteMs), who: reader, act: (ctx) => markRead(ctx, its, allMessages) }];
    }),
    ...life.sessions.flatMap((session) => meet(pair, session, days)),
  ];
}

async function findPairs(
  app: AppOfThePast,
  { organizationId, programId }: Pick<DemoProgram, "organizationId" | "programId">,
  lives: readonly SeedLife[],
  people: readonly DemoParticipant[],
): Promise<Living[]> {
  const rows = await inOrganization(app, organizationId, ({ db }) =>
    db
      .selectFrom("relationship as r")
      .innerJoin("relationship_person as p", (join) =>
        join.onRef("p.organization_id", "=", "r.organization_id").onRef("p.relationship_id", "=", "r.id"),
      )
      .select(["r.id", "p.participant_id as participantId"])
      .where("r.organization_id", "=", organizationId)
      .where("r.program_id", "=", programId)
      .where("p.role", "=", "mentee")
      .execute(),
  );
  const relationshipOf = new Map(rows.map(({ id, participantId }) => [participantId, id]));
  const called = (key: string): DemoParticipant => {
    const person = people.find(({ card }) => card.key === key);
    if (!person) throw new Error(`${key} is not in this program of the demo`);
    return person;
  };
  return lives.map((life) => {
    const [mentee, mentor] = [called(life.mentee), called(life.mentor)];
    const relationshipId = relationshipOf.get(mentee.participantId);
    if (relationshipId === undefined) throw new Error(`${life.mentee} has nobody in this program of the demo`);
    return { life, pair: { organizationId, relationshipId, people: { mentee, mentor } } };
  });
}
