/** Many people at once change few relationships on PostgreSQL, at random; afterwards everything that was kept of it must fit together. */
import type { App, Context } from "../../app/platform/context.ts";
import { inOrganization } from "../../app/platform/context.ts";
import type { Work } from "../../app/platform/database.ts";
import { newId } from "../../app/platform/identifiers.ts";
import { findRelationship } from "../../app/relationships/life/find-life.ts";
import { daysAfter } from "../../app/relationships/life/days.ts";
import { endings, type Life, type Move } from "../../app/relationships/life/life.ts";
import { tryMove } from "../../app/relationships/life/move-relationship.ts";
import { begun, lifeOf, tried } from "./model.ts";

type Random = () => number;
const oneOf = <T>(random: Random, things: readonly T[]): T => things[Math.floor(random() * things.length)]!;

/** Any move at all, around the day it is; the end comes seldom, so that lives are long. */
function randomMove(random: Random, today: string): Move {
  const day = (): string => daysAfter(today, Math.floor(random() * 9) - 3);
  const by = oneOf(random, ["people", "coordinator", "safeguarding"] as const);
  switch (Math.floor(random() * 40)) {
    case 0:
      return { move: "conclude", ending: random() < 0.3 ? oneOf(random, endings) : null };
    default:
      return oneOf<() => Move>(random, [
        () => ({ move: "pause", by, until: random() < 0.3 ? null : day() }),
        () => ({ move: "resume", by: oneOf(random, ["people", "coordinator", "safeguarding", "time"] as const) }),
        () => ({ move: "resume", by: "safeguarding" }),
        () => ({ move: "extend", endsOn: random() < 0.3 ? null : day() }),
        () => ({ move: "close", closesOn: day(), ending: oneOf(random, endings) }),
        () => ({ move: "reopen" }),
      ])();
  }
}

interface ToldFact {
  readonly fact: string;
  readonly relationshipId: string;
}

export interface Walkers {
  readonly app: App;
  readonly organizationId: string;
  readonly programId: string;
  readonly told: readonly ToldFact[];
}

/** An application that is no more than a database, a clock that jumps, and an ear for facts. */
export async function walkersOn(db: App["db"], random: Random): Promise<Walkers> {
  const told: ToldFact[] = [];
  const begin = Date.UTC(2028, 1, 20, 12);
  const app = {
    db,
    settings: {},
    now: () => new Date(begin + Math.floor(random() * 20 * 24) * 3_600_000),
    jobs: {
      subscriptionsTo: (fact: string) => [{ job: fact }],
      enqueue: (_ctx: Context, fact: string, { relationshipId }: { relationshipId: string }) => {
        told.push({ fact, relationshipId });
        return Promise.resolve();
      },
    },
  } as unknown as App;
  const organizationId = newId();
  const programId = newId();
  await inOrganization(app, organizationId, async (ctx) => {
    await ctx.db.insertInto("organization").values({ id: organizationId, name: "Walkers", time_zone: "Pacific/Auckland" }).execute();
    await ctx.db.insertInto("program").values({ organization_id: organizationId, id: programId, name: "Walks" }).execute();
  });
  return { app, organizationId, programId, told };
}

const insertRelationship = async (db: Work, { organizationId, programId }: Walkers): Promise<string> => {
  const id = newId();
  await db
    .insertInto("relationship")
    .values({ organization_id: organizationId, id, program_id: programId, reasons: "{}", begun_at: new Date(Date.UTC(2028, 0, 1)) })
    .execute();
  return id;
};

/**
 * So many commands, so many at once, on a few fresh relationships.
 * @returns how many were done; the rest was refused
 * @throws {Error} that names the first thing that does not fit
 */
export async function walkAtOnce(
  walkers: Walkers,
  { commands, atOnce, relationships, random }: { commands: number; atOnce: number; relationships: number; random: Random },
): Promise<number> {
  const { app, organizationId, told } = walkers;
  const ids = await inOrganization(app, organizationId, async ({ db }) => {
    const made: string[] = [];
    for (let index = 0; index < relationships; index++) made.push(await insertRelationship(db, walkers));
    return made;
  });
  const from = told.length;
  let begunCommands = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (begunCommands < commands) {
      begunCommands++;
      const relationshipId = oneOf(random, ids);
      const outcome = await inOrganization(app, organizationId, (ctx) =>
        tryMove(ctx, { organizationId, relationshipId }, randomMove(random, ctx.now.toISOString().slice(0, 10))),
      );
      if (outcome === "done") done++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const facts = told.slice(from);
  let changes = 0;
  for (const relationshipId of ids) changes += await checkLife(walkers, relationshipId, facts);
  if (changes !== done) throw new Error(`${done} commands were done, and ${changes} changes are kept`);
  return done;
}

const factOf: Readonly<Record<Move["move"], string>> = {
  pause: "relationship.paused",
  resume: "relationship.resumed",
  extend: "relationship.extended",
  close: "relationship.closing",
  reopen: "relationship.reopened",
  conclude: "relationship.concluded",
};

/** The history of one, replayed by the model: it ends where the row stands, nothing follows the end, and each change was told once. */
async function checkLife({ app, organizationId }: Walkers, relationshipId: string, facts: readonly ToldFact[]): Promise<number> {
  const { changes, row } = await inOrganization(app, organizationId, async (ctx) => ({
    changes: await ctx.db
      .selectFrom("relationship_change")
      .select(["move", "detail", "at"])
      .where("organization_id", "=", organizationId)
      .where("relationship_id", "=", relationshipId)
      .orderBy("id")
      .execute(),
    row: await findRelationship(ctx, { organizationId, relationshipId }),
  }));
  const wrong = (what: string): Error => new Error(`${relationshipId}: ${what} ${JSON.stringify(changes)}`);
  let model = begun;
  for (const { move, detail, at } of changes) {
    const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Auckland", dateStyle: "short" }).format(at);
    const outcome = tried(model, { move, ...detail } as Move, today);
    if (typeof outcome === "string") throw wrong(`what could not be done was done (${move}: ${outcome})`);
    model = outcome;
  }
  const life = lifeOf(model);
  for (const name of Object.keys(life) as (keyof Life)[])
    if (row[name] !== life[name]) throw wrong(`${name} is ${row[name]}, and by its history ${life[name]}`);
  if ((row.concludedAt !== null) !== model.isOver) throw wrong("the moment of its end is not its end");
  const told = facts.filter((one) => one.relationshipId === relationshipId).map(({ fact }) => fact);
  const kept = changes.map(({ move }) => factOf[move]);
  if (told.join() !== kept.join()) throw wrong(`told was ${told.join()}`);
  return changes.length;
}
