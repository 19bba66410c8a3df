import { spawnSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkCertificate, marketFromRows } from "../../../packages/matching-engine/index.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { inventPeople } from "../../../testing/invented-people.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { publishRound } from "../offers/publish-round.ts";
import { forgetOldRounds } from "../rounds/forget-old-rounds.job.ts";
import { startRound } from "../rounds/start-round.ts";
import { checkRun } from "./check-run.ts";
import { findRun } from "./find-run.ts";
import { packRun } from "./pack-run.ts";
import { pseudonymIn } from "./report-key.ts";
import type { RoundReport } from "./round-report.ts";

let app: TestApp;
let world: World;
let at: string;
let published: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}/rounds`;
  await inventPeople(app, { organizationId: world.riverside, programId: world.first }, { mentees: 25, mentors: 15, seed: 9 });
  await inRiverside(async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    await ctx.db.updateTable("program").set({ adults_only_attested_at: new Date() }).where("id", "=", world.first).execute();
  });
  published = await run();
  await inRiverside((ctx) => publishRound(ctx, { organizationId: world.riverside, programId: world.first, roundId: published }));
  await app.jobs.runDue(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const inRiverside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
async function run(): Promise<string> {
  const id = await inRiverside((ctx) =>
    startRound(ctx, world.riverside, world.first, { chosen: { who: "ready" }, seed: 3, objective: "most-good" }),
  );
  await app.jobs.runDue(app);
  return id;
}
const check = () => inRiverside((ctx) => checkRun(ctx, world.riverside, world.first, published));
const ask = async (what: string) =>
  Buffer.from(await (await world.as("coordinator").get(`${at}/${published}/report/${what}`)).arrayBuffer());

test("the kept run of a published round gives the same pairs and total again, and proves them again", async () => {
  expect(await check()).toMatchObject({ kind: "ran", samePairs: true, sameTotal: true, proven: true });
  const page = await (await world.as("coordinator").get(`${at}/${published}/report`)).text();
  expect(page).toContain("The same pairs came out");
});

test("the report names nobody, and its market and certificate are enough to check the proof without us", async () => {
  const text = (await ask("data")).toString();
  const people = await inRiverside((ctx) =>
    ctx.db
      .selectFrom("participant")
      .innerJoin("profile", (join) => join.onRef("profile.person_id", "=", "participant.person_id"))
      .select(["participant.id", "participant.person_id", "profile.name"])
      .where("profile.organization_id", "=", world.riverside)
      .execute(),
  );
  for (const person of people) for (const word of [person.id, person.person_id, person.name]) expect(text).not.toContain(word);

  const report = JSON.parse(text) as RoundReport & { certificate: Parameters<typeof checkCertificate>[1] };
  const market = marketFromRows({
    ptr: Int32Array.from(report.market!.from),
    col: Int32Array.from(report.market!.mentor),
    weight: Int32Array.from(report.market!.weight),
    capacity: report.mentors.map(({ places }) => places),
  });
  expect(checkCertificate(market, report.certificate).proven).toBe(true);
  expect(report.pairs.reduce((sum, { weight }) => sum + weight, 0)).toBe(report.total);
  expect(report.pairs.length + report.unmatched.length).toBe(report.mentees.length);
});

test("the signature fits the report and the public key, and no changed report", async () => {
  const [report, signature] = [await ask("data"), await ask("signature")];
  const key = createPublicKey(await (await world.as("visitor").get("/.well-known/understory-report-key")).text());
  expect(verify(null, report, key, signature)).toBe(true);
  const changed = Buffer.from(report.toString().replace(/"weight":(\d)/u, (_all, digit: string) => `"weight":${(Number(digit) + 1) % 10}`));
  expect(verify(null, changed, key, signature)).toBe(false);
});

/** The program that the how-to names; not every machine has it. */
const program = "openssl";
const hasProgram = spawnSync(program, ["version"]).status === 0;
test.skipIf(!hasProgram)(
  `openssl verifies a report as the how-to says${hasProgram ? "" : " (not looked at: openssl is not installed here)"}`,
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "report-"));
    try {
      writeFileSync(path.join(folder, "key.pem"), await (await world.as("visitor").get("/.well-known/understory-report-key")).text());
      writeFileSync(path.join(folder, "round-7-report.json"), await ask("data"));
      writeFileSync(path.join(folder, "round-7-report.sig"), await ask("signature"));
      const written = /^openssl (.+)$/mu.exec(readFileSync("docs/how-to/verify-a-report.md", "utf8"))![1]!;
      const said = spawnSync(program, written.split(" "), { cwd: folder, encoding: "utf8" });
      expect(said.stdout).toContain("Signature Verified Successfully");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test("pseudonyms of one report say nothing in another", () => {
  const { secret } = app.settings;
  const somebody = world.participants.mentee!;
  expect(pseudonymIn(secret, published)(somebody)).toBe(pseudonymIn(secret, published)(somebody));
  expect(pseudonymIn(secret, world.first)(somebody)).not.toBe(pseudonymIn(secret, published)(somebody));
  expect(pseudonymIn(`${secret}!`, published)(somebody)).not.toBe(pseudonymIn(secret, published)(somebody));
});

test("a run that is kept otherwise than it comes out is found out, and the page says so", async () => {
  const { run: before } = (await inRiverside((ctx) => findRun(ctx, world.riverside, published)))!;
  const keep = (bytes: Buffer) =>
    inRiverside(({ db }) => db.updateTable("round_run").set({ bytes }).where("round_id", "=", published).execute());
  await keep(await packRun({ ...before, assignment: before.assignment.toReversed() }));
  expect(await check()).toMatchObject({ kind: "ran", samePairs: false, sameTotal: true, proven: true });
  expect(await (await world.as("coordinator").get(`${at}/${published}/report`)).text()).not.toContain("The same pairs came out");
  await keep(await packRun({ ...before, total: before.total + 1 }));
  expect(await check()).toMatchObject({ kind: "ran", samePairs: true, sameTotal: false });
  await keep(await packRun(before));
  expect(await check()).toMatchObject({ kind: "ran", samePairs: true, sameTotal: true, proven: true });
});

test("what is younger than half a year stays, and so does a round from which offers came", async () => {
  const [young, offered] = [await run(), await run()];
  await inRiverside(async ({ db }) => {
    await db
      .updateTable("round")
      .set({ finished_at: new Date("2020-01-01") })
      .where("id", "=", offered)
      .execute();
    await db.updateTable("offer").set({ round_id: offered }).where("round_id", "=", published).execute();
  });
  await forgetOldRounds.run(app, {}, new AbortController().signal);
  const left = await inRiverside(({ db }) => db.selectFrom("round").select("id").execute());
  expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining([published, young, offered]));
  const answers = await inRiverside(({ db }) => db.selectFrom("round_snapshot").select("round_id").execute());
  expect(answers.map(({ round_id }) => round_id)).toContain(published);
  await inRiverside(({ db }) => db.updateTable("offer").set({ round_id: published }).where("round_id", "=", offered).execute());
});

test("when somebody goes, the answers that the round compared go, and the run can still be made again", async () => {
  await inRiverside(async (ctx) => {
    const { mentee_id } = await ctx.db
      .selectFrom("round_pair")
      .select("mentee_id")
      .where("round_id", "=", published)
      .executeTakeFirstOrThrow();
    await ctx.db.deleteFrom("offer").execute();
    await ctx.db.deleteFrom("participant").where("id", "=", mentee_id).execute();
    expect(await ctx.db.selectFrom("round_snapshot").select("round_id").where("round_id", "=", published).execute()).toEqual([]);
  });
  expect(await check()).toMatchObject({ kind: "ran", samePairs: true, proven: true });
});

test("after half a year a round that came to nothing is gone, and of a published one the run alone is left", async () => {
  const idle = await run();
  await inRiverside(async ({ db }) => {
    const longAgo = new Date("2020-01-01");
    await db.updateTable("round").set({ finished_at: longAgo }).where("id", "in", [idle, published]).execute();
    await db.updateTable("round").set({ published_at: longAgo }).where("id", "=", published).execute();
    await db
      .insertInto("round_snapshot")
      .values({ organization_id: world.riverside, round_id: published, bytes: Buffer.of(1) })
      .execute();
  });
  await forgetOldRounds.run(app, {}, new AbortController().signal);
  const left = await inRiverside((ctx) => ctx.db.selectFrom("round").select("id").execute());
  expect(left.map(({ id }) => id)).toContain(published);
  expect(left.map(({ id }) => id)).not.toContain(idle);
  expect(await inRiverside(({ db }) => db.selectFrom("round_snapshot").select("round_id").execute())).toEqual([]);
  expect(await inRiverside((ctx) => findRun(ctx, world.riverside, published))).toBeDefined();
});
