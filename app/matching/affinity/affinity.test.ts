import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { letDescribe, saying } from "../../../testing/describing.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { makeDimension } from "../../inclusion/self-description/save-dimension.ts";
import { listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { tryOut } from "../board/ask-round.ts";
import { publishRound } from "../offers/publish-round.ts";
import { type RuleName, rules } from "../criteria/criterion.ts";
import { readCriterion } from "../criteria/read-criterion.ts";
import { checkRun } from "../reports/check-run.ts";
import { packSnapshot, takeSnapshot, unpackSnapshot } from "../rounds/take-snapshot.ts";
import { solveRound } from "../rounds/solve-round.ts";
import { startRound } from "../rounds/start-round.ts";
import { listAffinities } from "./list-affinities.ts";

let app: TestApp;
let world: World;
let where: { organizationId: string; programId: string; dimensionId: string };
const ids: Record<string, string> = {};
const persons: Record<string, string> = {};
let key: { here: string; there: string };
const words = "Grew up over there";
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  const place = { organizationId: world.riverside, programId: world.second };
  for (const [role, names] of [
    ["mentee", ["Wanda Wish", "Nora None"]],
    ["mentor", ["Sam Same", "Dora Different", "Ulla Unasked"]],
  ] as const) {
    for (const name of names) {
      const made = await addParticipant(app, { ...place, role, name, ...(role === "mentor" && { capacity: 1 }) });
      ids[name] = made.participantId;
      persons[name] = made.personId;
    }
  }
  // The others of the program take no part.
  await inRiverside(async (ctx) => {
    await ctx.db
      .updateTable("participant")
      .set({ withdrawn_at: ctx.now })
      .where("program_id", "=", world.second)
      .where("id", "in", [world.participants.otherMentor!, world.participants.otherMentee!])
      .execute();
    const dimensionId = await makeDimension(ctx, world.riverside, world.second, {
      label: "Where you grew up",
      reason: "To see.",
      options: ["Here", words],
      wishWeight: 50,
    });
    where = { ...place, dimensionId };
    const [dimension] = await listDimensions(ctx, world.riverside, world.second);
    key = { here: dimension!.options[0]!.key, there: dimension!.options[1]!.key };
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const inRiverside = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> => inOrganization(app, world.riverside, work);
const describe = (said: Record<string, ReturnType<typeof saying>>) =>
  letDescribe(app, where, new Map(Object.entries(said).map(([name, description]) => [ids[name]!, description])));
async function runOnce(seed: number): Promise<{ roundId: string; mentorOf: (mentee: string) => string | undefined }> {
  const roundId = await inRiverside((ctx) =>
    startRound(ctx, world.riverside, world.second, { chosen: { who: "everyone" }, seed, objective: "most-good" }),
  );
  await app.jobs.runDue(app);
  const pairs = await inRiverside((ctx) => ctx.db.selectFrom("round_pair").selectAll().where("round_id", "=", roundId).execute());
  const nameOf = (id: string) => Object.entries(ids).find(([, one]) => one === id)?.[0];
  return {
    roundId,
    mentorOf: (mentee) => {
      const pair = pairs.find(({ mentee_id }) => mentee_id === ids[mentee]);
      return pair && nameOf(pair.mentor_id);
    },
  };
}
/** Whom she would get, drawn with several seeds. */
async function mentorsOverSeeds(mentee: string): Promise<Set<string | undefined>> {
  const plan = { criteria: { criteria: [] }, chosen: { who: "everyone" }, seed: 1, objective: "most-good" } as const;
  const snapshot = await inRiverside((ctx) => takeSnapshot(ctx, world.riverside, world.second, plan));
  const nameOf = (id: string | undefined) => Object.entries(ids).find(([, one]) => one === id)?.[0];
  return new Set(
    // So many that one and the same by chance is out of the question.
    Array.from({ length: 40 }, (_, seed) =>
      nameOf(solveRound({ ...snapshot, seed }, () => {}).pairs.find(({ menteeId }) => menteeId === ids[mentee])?.mentorId),
    ),
  );
}

test("what people say of themselves never counts where nobody wishes", async () => {
  await describe({
    "Wanda Wish": saying(key.there),
    "Sam Same": saying(key.there, { mayMatch: true }),
    "Dora Different": saying(key.here, { mayMatch: true }),
  });
  // Without criteria all pairs are as strong: who gets whom is drawn, whatever anybody is.
  expect((await mentorsOverSeeds("Wanda Wish")).size).toBeGreaterThan(1);
});

test("by her wish she is paired with who shares it and agreed, and with nobody who did not agree", async () => {
  await describe({ "Wanda Wish": saying(key.there, { wishes: true }), "Ulla Unasked": saying(key.there) });
  expect([...(await mentorsOverSeeds("Wanda Wish"))]).toEqual(["Sam Same"]);
  expect((await mentorsOverSeeds("Nora None")).size).toBeGreaterThan(1);
  const both = await inRiverside((ctx) =>
    listAffinities(ctx, world.riverside, world.second, { menteeId: ids["Wanda Wish"]!, mentorId: ids["Sam Same"]! }),
  );
  expect(both).toEqual(["Where you grew up"]);
  for (const mentor of ["Dora Different", "Ulla Unasked"])
    expect(
      await inRiverside((ctx) =>
        listAffinities(ctx, world.riverside, world.second, { menteeId: ids["Wanda Wish"]!, mentorId: ids[mentor]! }),
      ),
    ).toEqual([]);
});

test("a mentor who takes nobody by this wish is not asked by it", async () => {
  await describe({ "Sam Same": saying(key.there, { mayMatch: true, atMost: 0 }) });
  expect((await mentorsOverSeeds("Wanda Wish")).size).toBeGreaterThan(1);
  await describe({ "Sam Same": saying(key.there, { mayMatch: true, atMost: 1 }) });
  expect([...(await mentorsOverSeeds("Wanda Wish"))]).toEqual(["Sam Same"]);
});

test("whom a mentor has by this wish already counts to as many as she takes by it", async () => {
  const places = (capacity: number) =>
    inRiverside(({ db }) => db.updateTable("participant").set({ capacity }).where("id", "=", ids["Sam Same"]!).execute());
  await places(2);
  await describe({ "Nora None": saying(key.there, { wishes: true }), "Sam Same": saying(key.there, { mayMatch: true, atMost: 1 }) });
  const offer = { organization_id: world.riverside, id: newId(), program_id: world.second, place: 1, weight: 1, reasons: "[]" };
  const two = { mentee_id: ids["Nora None"]!, mentor_id: ids["Sam Same"]! };
  await inRiverside(({ db }) =>
    db
      .insertInto("offer")
      .values({ ...offer, ...two, answer_by: new Date(Date.now() + 86_400_000) })
      .execute(),
  );
  expect((await mentorsOverSeeds("Wanda Wish")).size).toBeGreaterThan(1);
  await describe({ "Sam Same": saying(key.there, { mayMatch: true, atMost: 2 }) });
  expect([...(await mentorsOverSeeds("Wanda Wish"))]).toEqual(["Sam Same"]);
  // What follows begins as it was.
  await inRiverside(({ db }) => db.deleteFrom("offer").where("id", "=", offer.id).execute());
  await places(1);
  await describe({ "Nora None": saying(key.there), "Sam Same": saying(key.there, { mayMatch: true, atMost: 1 }) });
});

test("what is kept of a round, and what the coordinator sees, tells nothing of wishes", async () => {
  const { roundId, mentorOf } = await runOnce(3);
  expect(mentorOf("Wanda Wish")).toBe("Sam Same");
  const round = await inRiverside((ctx) => ctx.db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirstOrThrow());
  const pairs = await inRiverside((ctx) => ctx.db.selectFrom("round_pair").selectAll().where("round_id", "=", roundId).execute());
  // Strengths are those of the criteria, and so is their sum; prices, which would tell of more, are not there.
  expect(pairs.map(({ weight }) => weight)).toEqual([5000, 5000]);
  expect(round.total).toBe(10_000);
  expect(round.certificate).toMatchObject({ check: { proven: true }, isWished: true });
  expect(round.certificate!.certificate).toBeUndefined();
  expect(pairs.flatMap(({ parts }) => parts)).toEqual([]);
  const at = `/organizations/${world.riverside}/programs/${world.second}/rounds/${roundId}`;
  expect(await (await world.as("otherCoordinator").get(at)).text()).toContain("wishes for a shared background are counted in");
  for (const path of [
    at,
    `${at}?view=mentors`,
    `${at}/participants/${ids["Wanda Wish"]}`,
    `${at}/participants/${ids["Sam Same"]}`,
    `${at}/what-if`,
  ]) {
    const response = await world.as("otherCoordinator").get(path);
    expect(response.status, path).toBe(200);
    const text = await response.text();
    for (const told of [words, "Where you grew up", "Grew up"]) expect(text.includes(told), `${told} at ${path}`).toBe(false);
  }
});

test("other weights tried on such a round move nobody for her wish", async () => {
  const { roundId } = await runOnce(3);
  const answer = await inRiverside((ctx) => tryOut(ctx, { organizationId: world.riverside, roundId }, { weights: {}, off: [] }));
  expect(answer).toMatchObject({ moved: 0, same: 2, proven: true });
});

test("a kept round with wishes is run again to the same pairs, for as long as everybody says the same", async () => {
  const { roundId } = await runOnce(3);
  const which = { organizationId: world.riverside, programId: world.second, roundId };
  await inRiverside((ctx) => publishRound(ctx, which));
  await app.jobs.runDue(app);
  const check = () => inRiverside((ctx) => checkRun(ctx, world.riverside, world.second, roundId));
  expect(await check()).toMatchObject({ kind: "ran", samePairs: true, sameTotal: true, proven: true });
  await describe({ "Wanda Wish": saying(key.there) });
  expect(await check()).toMatchObject({ kind: "groups-changed" });
  await describe({ "Wanda Wish": saying(key.there, { wishes: true }) });
  // What follows begins without offers.
  await inRiverside((ctx) => ctx.db.deleteFrom("offer").where("round_id", "=", roundId).execute());
});

test("the two read of it in their offer, until one of them takes it back", async () => {
  const offerId = await inRiverside(async (ctx) => {
    const id = newId();
    await ctx.db
      .insertInto("offer")
      .values({
        organization_id: world.riverside,
        id,
        program_id: world.second,
        mentee_id: ids["Wanda Wish"]!,
        mentor_id: ids["Sam Same"]!,
        place: 1,
        weight: 5000,
        reasons: "[]",
        answer_by: new Date(Date.now() + 86_400_000),
      })
      .execute();
    return id;
  });
  const seenBy = async (name: string): Promise<string> =>
    (await world.asPerson(persons[name]!).get(`/organizations/${world.riverside}/offers/${offerId}`)).text();
  expect(await seenBy("Wanda Wish")).toContain("and you do: Where you grew up.");
  expect(await seenBy("Sam Same")).toContain("as you agreed: Where you grew up.");
  for (const name of ["Wanda Wish", "Sam Same"]) expect(await seenBy(name)).not.toContain(words);
  await describe({ "Sam Same": saying(key.there) });
  for (const name of ["Wanda Wish", "Sam Same"]) expect(await seenBy(name)).not.toContain("Where you grew up");
});

test("criteria cannot ask what people say of themselves, and their numbers are the same whatever that is", async () => {
  const sent = { hours: "1", above: "1", apart: "1", weight: "50", missing: "allow", wish: "", yes: "" };
  for (const source of [`question.${where.dimensionId}`, `description.${where.dimensionId}`, where.dimensionId]) {
    for (const [rule, { strengths }] of Object.entries(rules)) {
      for (const strength of strengths)
        expect(() => readCriterion(strength, rule as RuleName, { ...sent, mentee: source, mentor: source }, [])).toThrow("mentee: ");
    }
  }
  const plan = { criteria: { criteria: [] }, chosen: { who: "everyone" }, seed: 1, objective: "most-good" } as const;
  const taken = async () => {
    const { wishes, ...rest } = await inRiverside((ctx) => takeSnapshot(ctx, world.riverside, world.second, plan));
    return { wishes, rest };
  };
  await describe({
    "Nora None": saying(key.there, { wishes: true }),
    "Ulla Unasked": saying(key.here, { mayMatch: true }),
    "Dora Different": saying(key.there, { mayMatch: true }),
  });
  const before = await taken();
  await describe({ "Ulla Unasked": saying(key.there, { mayMatch: true }), "Dora Different": saying(key.here, { mayMatch: true }) });
  const after = await taken();
  expect(before.wishes).not.toEqual(after.wishes);
  expect(before.rest).toEqual(after.rest);
  const snapshot = { ...after.rest, wishes: after.wishes };
  expect((await unpackSnapshot(await packSnapshot(snapshot))).wishes).toBeNull();
});
