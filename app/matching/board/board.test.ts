import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inventPeople, type InventedPeople } from "../../../testing/invented-people.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { cancelRound } from "../rounds/cancel-round.ts";
import { startRound } from "../rounds/start-round.ts";
import { helpFor, priceOf, runnersUp } from "./ask-round.ts";
import { compareRounds, loadCompared } from "./compare-rounds.ts";
import { changeCapacity, forbidPair, lockPair } from "./pair-wishes.ts";

let app: TestApp;
let world: World;
let invented: InventedPeople;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  invented = await inventPeople(app, place(), { mentees: 24, mentors: 12 });
  await inRiverside(async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const place = () => ({ organizationId: world.riverside, programId: world.first });
const inRiverside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const start = (): Promise<string> =>
  inRiverside((ctx) => startRound(ctx, world.riverside, world.first, { chosen: { who: "ready" }, seed: 3, objective: "most-good" }));
async function run(): Promise<string> {
  const roundId = await start();
  await app.jobs.runDue(app);
  return roundId;
}
const roundOf = (id: string) => inRiverside((ctx) => ctx.db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const pairsOf = (id: string) => inRiverside((ctx) => ctx.db.selectFrom("round_pair").selectAll().where("round_id", "=", id).execute());
const clearWishes = () => inRiverside((ctx) => ctx.db.deleteFrom("pair_wish").execute());

test("a runner-up costs what its lock costs when the round is run again, and the lock is kept", async () => {
  const first = await run();
  const which = { organizationId: world.riverside, roundId: first };
  const pair = (await pairsOf(first))[0]!;
  const [cheapest] = await inRiverside((ctx) => runnersUp(ctx, which, "mentee", pair.mentee_id, 3));
  await inRiverside((ctx) => lockPair(ctx, place(), cheapest!));
  const second = await run();
  const after = (await pairsOf(second)).find(({ mentee_id }) => mentee_id === pair.mentee_id)!;
  expect([after.mentor_id, after.is_locked]).toEqual([cheapest!.mentorId, true]);
  expect((await roundOf(first)).total! - (await roundOf(second)).total!).toBe(cheapest!.cost);

  const compared = compareRounds(await inRiverside((ctx) => loadCompared(ctx, world.riverside, first, second)));
  expect(compared.before.total - compared.after.total).toBe(cheapest!.cost);
  // Who else moves may differ where sets of pairs are worth the same; the cost may not.
  expect(compared.moved.map(({ menteeId }) => menteeId)).toContain(pair.mentee_id);
  await clearWishes();
});

test("a forbidden pair is gone from the next round, and its price says why", async () => {
  const first = await run();
  const pair = (await pairsOf(first))[0]!;
  const two = { menteeId: pair.mentee_id, mentorId: pair.mentor_id };
  expect(await inRiverside((ctx) => priceOf(ctx, { organizationId: world.riverside, roundId: first }, two.menteeId, two.mentorId))).toEqual(
    { kind: "paired" },
  );
  await inRiverside((ctx) => forbidPair(ctx, place(), two));
  const second = await run();
  expect((await pairsOf(second)).some((each) => each.mentee_id === two.menteeId && each.mentor_id === two.mentorId)).toBe(false);
  const price = await inRiverside((ctx) => priceOf(ctx, { organizationId: world.riverside, roundId: second }, two.menteeId, two.mentorId));
  expect(price.kind).toBe("refused");
  await clearWishes();
});

test("no mentor gets more mentees than places, and a place held by an offer is no place", async () => {
  const mentor = invented.mentors[0]!;
  await inRiverside((ctx) => changeCapacity(ctx, place(), mentor, 3));
  await inRiverside((ctx) =>
    ctx.db
      .insertInto("offer")
      .values({
        organization_id: world.riverside,
        id: "01900000-0000-7000-8000-000000000001",
        program_id: world.first,
        mentee_id: invented.mentees[0]!,
        mentor_id: mentor,
        place: 1,
        weight: 5000,
        reasons: "[]",
        answer_by: new Date(Date.now() + 86_400_000),
      })
      .execute(),
  );
  const round = await run();
  const pairs = await pairsOf(round);
  expect(pairs.some(({ mentee_id }) => mentee_id === invented.mentees[0])).toBe(false);
  const places = await inRiverside((ctx) => ctx.db.selectFrom("round_mentor").selectAll().where("round_id", "=", round).execute());
  expect(places.find(({ mentor_id }) => mentor_id === mentor)!.capacity).toBe(2);
  for (const { mentor_id, capacity } of places)
    expect(pairs.filter((pair) => pair.mentor_id === mentor_id).length).toBeLessThanOrEqual(capacity);
  await inRiverside((ctx) => ctx.db.deleteFrom("offer").execute());
});

test("a mentor cannot be locked beyond her places", async () => {
  const mentorId = invented.mentors[1]!;
  await inRiverside((ctx) => lockPair(ctx, place(), { menteeId: invented.mentees[1]!, mentorId }));
  await expect(inRiverside((ctx) => lockPair(ctx, place(), { menteeId: invented.mentees[2]!, mentorId }))).rejects.toThrow(/has 1 place/u);
  // With fewer places since, the round says whose they are instead of breaking the lock.
  await inRiverside((ctx) => changeCapacity(ctx, place(), mentorId, 2));
  await inRiverside((ctx) => lockPair(ctx, place(), { menteeId: invented.mentees[2]!, mentorId }));
  await inRiverside((ctx) => changeCapacity(ctx, place(), mentorId, 1));
  const round = await roundOf(await run());
  expect([round.state, round.problem?.kind]).toEqual(["failed", "locks-beyond-places"]);
  await clearWishes();
});

test("who has left since is marked on the board, cannot be locked, and her lock binds nobody", async () => {
  const round = await run();
  const pair = (await pairsOf(round))[0]!;
  const two = { menteeId: pair.mentee_id, mentorId: pair.mentor_id };
  await inRiverside((ctx) => lockPair(ctx, place(), two));
  await inRiverside((ctx) => ctx.db.updateTable("participant").set({ withdrawn_at: new Date() }).where("id", "=", two.mentorId).execute());
  const board = await world.as("coordinator").get(`${at}/rounds/${round}?only=left`);
  const text = await board.text();
  expect(text).toContain("Has left the program since");
  expect(text).toContain("One lock binds nobody");
  await expect(inRiverside((ctx) => lockPair(ctx, place(), two))).rejects.toThrow(/has left the program/u);
  expect((await roundOf(await run())).state).toBe("done");
  await inRiverside((ctx) => ctx.db.updateTable("participant").set({ withdrawn_at: null }).where("id", "=", two.mentorId).execute());
  await clearWishes();
});

test("a lock on two of whom one has set the other aside is kept by no round, and the board does not say who it was", async () => {
  const first = await run();
  const [one, other] = await pairsOf(first);
  const two = { menteeId: one!.mentee_id, mentorId: one!.mentor_id };
  await inRiverside((ctx) => lockPair(ctx, place(), two));
  const seen: string[] = [];
  for (const [of, about] of [
    [two.menteeId, two.mentorId],
    [two.mentorId, two.menteeId],
  ] as const) {
    await inRiverside(({ db }) =>
      db
        .insertInto("refusal")
        .values({ organization_id: world.riverside, program_id: world.first, participant_id: of, about_id: about })
        .execute(),
    );
    const round = await run();
    expect((await roundOf(round)).state).toBe("done");
    expect((await pairsOf(round)).filter((pair) => pair.mentee_id === two.menteeId && pair.mentor_id === two.mentorId)).toEqual([]);
    const board = await (await world.as("coordinator").get(`${at}/rounds/${round}`)).text();
    expect(board).toContain("One lock cannot be kept, and rounds leave it out: one of the two has said no to the other before.");
    // A lock that no round keeps is nothing that running again would change.
    expect(board).not.toContain("newly locked");
    const wishes = await (await world.as("coordinator").get(`${at}/rounds/${round}?view=wishes`)).text();
    seen.push(/Must be a pair[^<]*/u.exec(wishes)![0]);
    await inRiverside(({ db }) => db.deleteFrom("refusal").execute());
  }
  expect(seen).toEqual(Array.from({ length: 2 }, () => "Must be a pair. Cannot be kept: one of the two has said no to the other before."));

  await inRiverside(({ db }) =>
    db
      .insertInto("refusal")
      .values({ organization_id: world.riverside, program_id: world.first, participant_id: other!.mentor_id, about_id: other!.mentee_id })
      .execute(),
  );
  await expect(inRiverside((ctx) => lockPair(ctx, place(), { menteeId: other!.mentee_id, mentorId: other!.mentor_id }))).rejects.toThrow(
    /cannot be locked: one of the two/u,
  );
  await inRiverside(({ db }) => db.deleteFrom("refusal").execute());
  await clearWishes();
});

test("a round that was stopped before it began comes to nothing, and only one runs at a time", async () => {
  const waiting = await start();
  await expect(start()).rejects.toThrow(/running already/u);
  await inRiverside((ctx) => cancelRound(ctx, world.riverside, world.first, waiting));
  await app.jobs.runDue(app);
  expect((await roundOf(waiting)).state).toBe("cancelled");
  expect(await pairsOf(waiting)).toEqual([]);
});

test("without a script: lock, forbid, change a weight and a capacity, and run again, by buttons alone", async () => {
  const round = await run();
  const ruth = world.as("coordinator");
  const [one, other] = await pairsOf(round);
  const send = (fields: Record<string, string>) => ruth.post(`${at}/rounds/${round}`, fields);
  expect((await send({ act: "lock", mentee: one!.mentee_id, mentor: one!.mentor_id })).status).toBe(303);
  expect((await send({ act: "forbid", mentee: other!.mentee_id, mentor: other!.mentor_id })).status).toBe(303);
  expect((await send({ act: "places", mentor: invented.mentors[5]!, places: "4" })).status).toBe(303);
  expect(await (await ruth.get(`${at}/rounds/${round}?view=wishes`)).text()).toContain("Never a pair");
  const next = (await send({ act: "run-again" })).headers.get("location")!;
  expect(await (await ruth.get(next)).text()).toContain("Stop this round");
  await app.jobs.runDue(app);
  const pairs = await pairsOf(next.split("/").at(-1)!);
  expect(pairs.find(({ mentee_id }) => mentee_id === one!.mentee_id)).toMatchObject({ mentor_id: one!.mentor_id, is_locked: true });
  expect(pairs.find(({ mentee_id }) => mentee_id === other!.mentee_id)?.mentor_id).not.toBe(other!.mentor_id);
  await clearWishes();
});

test("a board speaks of choices only where somebody has made them", async () => {
  const round = await run();
  const ruth = world.as("coordinator");
  const look = async (path: string) => (await ruth.get(path)).text();
  const board = `${at}/rounds/${round}`;
  expect(await look(board)).toContain("Strongest possible");
  expect(await look(board)).not.toMatch(/first choice/iu);

  const earlier = await run();
  const choices = JSON.stringify({ ranked: 1, got: [1], other: 0, unmatched: 0 });
  await inRiverside((ctx) =>
    ctx.db
      .updateTable("round")
      .set((eb) => ({ certificate: sql`${eb.ref("certificate")} || jsonb_build_object('choices', ${choices}::jsonb)` }))
      .where("id", "=", round)
      .execute(),
  );
  expect(await look(board)).toContain("got their first choice");
  expect(await look(board)).not.toContain("trongest possible");
  const compared = await look(`${board}/compare/${earlier}`);
  for (const words of ["got their first choice", "have the strongest match possible for them"]) expect(compared).toContain(words);
});

test("a published round says when, leads to its offers and to a new round, and offers nothing to do with its pairs", async () => {
  const round = await run();
  const ruth = world.as("coordinator");
  const [pair] = await pairsOf(round);
  const paths = [`${at}/rounds/${round}`, `${at}/rounds/${round}/participants/${pair!.mentee_id}`] as const;
  const [board, person] = await Promise.all(paths.map(async (path) => (await ruth.get(path)).text()));
  for (const before of [board, person]) expect(before).toContain('name="act" value="lock"');
  expect(board).toContain('value="run-again"');
  expect(board).toContain("move-panel.island");

  const when = new Date("2027-02-04T18:30:00Z");
  await inRiverside((ctx) => ctx.db.updateTable("round").set({ state: "published", published_at: when }).where("id", "=", round).execute());
  const [after, personAfter] = await Promise.all(paths.map(async (path) => (await ruth.get(path)).text()));
  for (const one of [after, personAfter]) expect(one).not.toMatch(/name="act" value="(?:lock|forbid)"|data-move|move-panel\.island/u);
  expect(after).not.toContain("run-again");
  expect(after).toMatch(/Published: [^<]*4 Feb|Published: [^<]*Feb 4/u);
  expect(after).toContain(`href="${at}/offers"`);
  expect(after).toContain(`href="${at}/rounds/new"`);
});

test("a round is found under its own program only, and nobody of another program is wished for", async () => {
  const round = await run();
  const elsewhere = `/organizations/${world.riverside}/programs/${world.second}/rounds/${round}`;
  for (const path of [elsewhere, `${elsewhere}/cost`, `${elsewhere}/progress`]) {
    expect((await world.as("owner").get(path)).status).toBe(404);
  }
  expect((await world.as("mentee").get(`${at}/rounds/${round}`)).status).toBe(404);
  const foreign = { menteeId: world.participants.otherMentee!, mentorId: invented.mentors[0]! };
  await expect(inRiverside((ctx) => lockPair(ctx, place(), foreign))).rejects.toThrow(NotFound);
});

test("what would help somebody left out does help: one click, another round, and she has a mentor", async () => {
  const scarce = await run();
  const unmatched = await inRiverside((ctx) =>
    ctx.db.selectFrom("round_unmatched").select("mentee_id").where("round_id", "=", scarce).orderBy("mentee_id").execute(),
  );
  expect(unmatched.length).toBeGreaterThan(0);
  const ids = unmatched.map(({ mentee_id }) => mentee_id);
  const help = await inRiverside((ctx) => helpFor(ctx, { organizationId: world.riverside, roundId: scarce }, ids, 1));
  const index = help.findIndex((parts) => parts?.some(({ kind }) => kind === "place"));
  expect(index).toBeGreaterThanOrEqual(0);
  const place1 = help[index]!.find(({ kind }) => kind === "place")!;
  const ruth = world.as("coordinator");
  const listed = await (await ruth.get(`${at}/rounds/${scarce}?view=unmatched`)).text();
  expect(listed).toContain("One more place with");
  const own = await (await ruth.get(`${at}/rounds/${scarce}/participants/${ids[index]!}`)).text();
  expect(own).toContain("What would have to change");
  const done = await ruth.post(`${at}/rounds/${scarce}?view=unmatched`, { act: "add-place", mentor: place1.mentorId, mentee: ids[index]! });
  expect(done.status).toBe(303);
  const after = await run();
  expect((await pairsOf(after)).map(({ mentee_id }) => mentee_id)).toContain(ids[index]);
  expect((await roundOf(after)).total! - (await roundOf(scarce)).total!).toBe(place1.gain);
});
