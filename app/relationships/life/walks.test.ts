/** Random walks: whatever is tried, alone or by twenty at once, the life of a relationship is what a simple model of it says. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../testing/database.ts";
import { randomFrom } from "../../../testing/invented-people.ts";
import { begun, lifeOf, tried } from "../../../testing/lives/model.ts";
import { walkAtOnce, walkersOn } from "../../../testing/lives/walk.ts";
import { connect, type Database } from "../../platform/database.ts";
import { canMove, endings, isOpen, isRunning, type Move, moved } from "./life.ts";
import { daysAfter } from "./days.ts";

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await testDatabase();
  db = connect({ ...database.appConfig, max: 20 });
});
afterAll(async () => {
  await db.destroy();
  await database[Symbol.asyncDispose]();
});

const day = fc.integer({ min: -4, max: 30 }).map((days) => daysAfter("2028-02-26", days));
const by = fc.constantFrom("people", "coordinator", "safeguarding");
const ending = fc.constantFrom(...endings);
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ move: fc.constant("pause"), by, until: maybe(day) }) },
  {
    weight: 4,
    arbitrary: fc.record({ move: fc.constant("resume"), by: fc.constantFrom("people", "coordinator", "safeguarding", "time") }),
  },
  { weight: 2, arbitrary: fc.record({ move: fc.constant("extend"), endsOn: maybe(day) }) },
  { weight: 3, arbitrary: fc.record({ move: fc.constant("close"), closesOn: day, ending }) },
  { weight: 3, arbitrary: fc.record({ move: fc.constant("reopen") }) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant("conclude"), ending: maybe(ending) }) },
);

test("a hundred thousand commands: the machine and the model agree on each, over a leap day", () => {
  let commands = 0;
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(fc.record({ move, days: fc.integer({ min: 0, max: 1 }) }), { minLength: 100, maxLength: 100, size: "max" }),
      (walk) => {
        let model = begun;
        let life = lifeOf(begun);
        let today = "2028-02-24";
        for (const step of walk) {
          commands++;
          today = daysAfter(today, step.days);
          const expected = tried(model, step.move, today);
          const outcome = moved(life, step.move, today);
          expect("life" in outcome ? outcome.life : outcome.impossible).toEqual(typeof expected === "string" ? expected : lifeOf(expected));
          expect(canMove(life, step.move, today)).toBe(typeof expected !== "string");
          seen.add(`${life.state} ${step.move.move} ${typeof expected === "string" ? expected : "done"}`);
          if (typeof expected === "string") continue;
          model = expected;
          life = lifeOf(model);
          expect(isRunning(life) && !isOpen(life)).toBe(false);
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(commands).toBe(100_000);
  // Every state was left in every way in which it can be, and every reason was given.
  for (const done of ["active pause", "active extend", "active close", "active conclude", "paused resume", "paused pause", "paused close"])
    expect(seen).toContain(`${done} done`);
  for (const done of ["paused conclude", "closing pause", "closing reopen", "closing conclude"]) expect(seen).toContain(`${done} done`);
  for (const reason of ["already-paused", "not-paused", "held-for-safety", "already-closing", "not-closing", "day-past", "day-not-come"])
    expect([...seen].some((one) => one.endsWith(` ${reason}`))).toBe(true);
  expect([...seen].filter((one) => one.startsWith("concluded") && !one.endsWith(" concluded"))).toEqual([]);
});

test("twenty at once on four relationships: their history explains their state, nothing follows an end, each change is told once", async () => {
  const random = randomFrom(7);
  const walkers = await walkersOn(db, random);
  expect(await walkAtOnce(walkers, { commands: 600, atOnce: 20, relationships: 4, random })).toBeGreaterThan(0);
});

test("what is wrong in a history is found out", async () => {
  const random = randomFrom(8);
  const walkers = await walkersOn(db, random);
  (walkers.told as unknown as { push: () => void }).push = () => undefined;
  await expect(walkAtOnce(walkers, { commands: 60, atOnce: 5, relationships: 2, random })).rejects.toThrow("told was");
});
