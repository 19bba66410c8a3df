import { afterEach, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type ChoosingWorld, choosingWorld } from "../../../testing/choosing-world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { forgetEnded } from "./forget-ended-programs.job.ts";

let app: TestApp;
let world: ChoosingWorld;
afterEach(() => app[Symbol.asyncDispose]());

const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const forget = async (at: string): Promise<void> => {
  app.travel(new Date(at));
  await forgetEnded.run(app, {}, new AbortController().signal);
};
const outcomes = ["accepted", "declined", "expired", "open"] as const;
const said = [{ kind: "said" }];

/** One of everything; offers and requests of four mentees, by outcome. */
beforeEach(async () => {
  app = await testApp();
  world = await choosingWorld(app, { mentors: 4, mentees: 4 });
  await within(async ({ db }) => {
    const place = { organization_id: world.riverside, program_id: world.first };
    await db.updateTable("program").set({ ends_on: "2027-06-30" }).where("id", "=", world.first).execute();
    const roundId = newId();
    await db
      .insertInto("round")
      .values({
        ...place,
        id: roundId,
        number: 1,
        state: "published",
        seed: 1,
        engine_version: "1",
        criteria: "{}",
        published_at: new Date("2027-01-10"),
      })
      .execute();
    for (const [at, state] of outcomes.entries()) {
      const [mentee_id, mentor_id] = [world.mentees[at]!.participantId, world.mentors[at]!.participantId];
      const closed = { answer_by: new Date("2027-02-01"), closed_at: state === "open" ? null : new Date("2027-01-20") };
      const id = newId();
      const note = state === "declined" ? { declined_by: "mentor" as const, decline_note: "Too far away." } : {};
      await db
        .insertInto("offer")
        .values({
          ...place,
          id,
          round_id: roundId,
          mentee_id,
          mentor_id,
          place: 1,
          weight: 5000,
          reasons: JSON.stringify(said),
          state,
          ...note,
          ...closed,
        })
        .execute();
      await db
        .insertInto("offer_question")
        .values({
          organization_id: world.riverside,
          id: newId(),
          offer_id: id,
          asked_by: "mentor",
          question: "Which year?",
          asked_at: new Date("2027-01-15"),
        })
        .execute();
      await db
        .insertInto("request")
        .values({ ...place, id: newId(), mentee_id, mentor_id, words: "May I learn from you?", slot: 1, state, ...closed })
        .execute();
      await db
        .insertInto("round_pair")
        .values({
          organization_id: world.riverside,
          round_id: roundId,
          mentee_id,
          mentor_id,
          weight: 5000,
          choice: 1,
          parts: JSON.stringify(said),
        })
        .execute();
    }
    const [one, other] = [world.mentees[0]!.participantId, world.mentors[1]!.participantId];
    await db
      .insertInto("choice")
      .values({ ...place, participant_id: one, about_id: other, rank: 1 })
      .execute();
    await db
      .insertInto("refusal")
      .values({ ...place, participant_id: one, about_id: world.mentors[2]!.participantId, note: "We know each other." })
      .execute();
    await db
      .insertInto("pair_wish")
      .values({ ...place, mentee_id: one, mentor_id: other, kind: "forbid" })
      .execute();
    await db
      .insertInto("request_limit")
      .values({ ...place, participant_id: other, each_month: 2 })
      .execute();
    await db
      .insertInto("directory_return")
      .values({ organization_id: world.riverside, participant_id: other, returned_at: new Date("2027-01-11") })
      .execute();
    const suggestionId = newId();
    await db
      .insertInto("suggestion")
      .values({
        ...place,
        id: suggestionId,
        round_id: roundId,
        mentee_id: one,
        state: "none",
        note: "I had hoped for others.",
        answer_by: new Date("2027-02-01"),
      })
      .execute();
    await db
      .insertInto("suggested_mentor")
      .values({
        organization_id: world.riverside,
        suggestion_id: suggestionId,
        mentor_id: other,
        rank: 1,
        weight: 5000,
        reasons: JSON.stringify(said),
      })
      .execute();
    await db
      .insertInto("round_unmatched")
      .values({ organization_id: world.riverside, round_id: roundId, mentee_id: one, reason: JSON.stringify({ kind: "taken" }) })
      .execute();
  });
});

const emptied = [
  "choice",
  "refusal",
  "pair_wish",
  "request_limit",
  "directory_return",
  "suggestion",
  "suggested_mentor",
  "round_unmatched",
] as const;
const count = async (): Promise<Record<string, number>> =>
  within(async ({ db }) => {
    const all: Record<string, number> = {};
    for (const table of [...emptied, "request", "offer", "offer_question", "round_pair", "round"] as const) {
      const { n } = await db
        .selectFrom(table)
        .where("organization_id", "=", world.riverside)
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .executeTakeFirstOrThrow();
      all[table] = n;
    }
    return all;
  });

test("while the program runs, and for as long as the organization keeps it afterwards, everything stays", async () => {
  const before = await count();
  await forget("2028-06-29T12:00:00Z");
  expect(await count()).toEqual(before);
  for (const table of emptied) expect(before[table], table).toBe(1);
});

test("then what people said and chose is gone; who was a pair stays, and how much of everything there was", async () => {
  await forget("2028-07-02T12:00:00Z");
  const after = await count();
  for (const table of emptied) expect(after[table], table).toBe(0);
  // What is still open waits for its answer, or for the clock.
  expect(after).toMatchObject({ request: 1, offer: 2, offer_question: 1, round: 1, round_pair: 4 });
  await within(async ({ db }) => {
    const offers = await db
      .selectFrom("offer")
      .select(["state", "reasons"])
      .where("organization_id", "=", world.riverside)
      .orderBy("state")
      .execute();
    expect(offers).toEqual([
      { state: "accepted", reasons: [] },
      { state: "open", reasons: said },
    ]);
    const pairs = await db.selectFrom("round_pair").select(["parts", "weight"]).where("organization_id", "=", world.riverside).execute();
    expect(pairs).toEqual(Array.from({ length: 4 }, () => ({ parts: [], weight: 5000 })));
    const entries = await db
      .selectFrom("audit_entry")
      .select("detail")
      .where("organization_id", "=", world.riverside)
      .where("act", "=", "program.matching-forgotten")
      .execute();
    expect(entries).toEqual([
      { detail: { requests: { accepted: 1, declined: 1, expired: 1 }, suggestions: { none: 1 }, offers: { declined: 1, expired: 1 } } },
    ]);
  });
  // The next night finds nothing to do, and says nothing.
  const state = await count();
  await forget("2028-07-03T12:00:00Z");
  expect(await count()).toEqual(state);
});

test("an organization decides how long, and archiving ends a program, too", async () => {
  await within(({ db }) => db.updateTable("organization").set({ keep_months: 2 }).where("id", "=", world.riverside).execute());
  await within(({ db }) =>
    db
      .updateTable("program")
      .set({ archived_at: new Date("2027-03-01T00:00:00Z") })
      .where("id", "=", world.first)
      .execute(),
  );
  await forget("2027-04-30T12:00:00Z");
  expect((await count())["choice"]).toBe(1);
  await forget("2027-05-02T12:00:00Z");
  expect((await count())["choice"]).toBe(0);
});

test("another program of the organization keeps what is its own", async () => {
  await within(({ db }) => db.updateTable("program").set({ ends_on: null }).where("id", "=", world.first).execute());
  await within(({ db }) => db.updateTable("program").set({ ends_on: "2027-01-01" }).where("id", "=", world.second).execute());
  const before = await count();
  await forget("2030-01-01T00:00:00Z");
  expect(await count()).toEqual(before);
});

test("whoever withdraws finds her list for a month; what she refused holds as long as the program", async () => {
  await within(({ db }) =>
    db
      .updateTable("participant")
      .set({ withdrawn_at: new Date("2027-01-15T00:00:00Z") })
      .where("id", "=", world.mentees[0]!.participantId)
      .execute(),
  );
  await forget("2027-02-13T00:00:00Z");
  expect((await count())["choice"]).toBe(1);
  await forget("2027-02-15T00:00:00Z");
  expect(await count()).toMatchObject({ choice: 0, refusal: 1 });
});
