/** An import is whole or absent: whatever fails, stops, repeats or arrives at once. */
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { updateImport } from "./find-import.ts";
import { runImport } from "./run-import.job.ts";
import { checkRows } from "./check-rows.job.ts";
import { csv, importer } from "../../../testing/importer.ts";

let app: TestApp;
let world: World;
beforeEach(async () => {
  app = await testApp();
  world = await smallWorld(app);
  return () => app[Symbol.asyncDispose]();
});

const many = (count: number, from = 0): string =>
  `email,name,team\n${Array.from({ length: count }, (_, index) => `p${from + index}@x.org,P ${from + index},${index % 2 ? "red" : "blue"}\n`).join("")}`;
const signal = new AbortController().signal;

const counted = () =>
  inOrganization(app, world.riverside, async ({ db }) => {
    const count = async (table: "participant" | "profile" | "member" | "answer" | "question" | "import_change") =>
      (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db)).rows[0]!.n;
    const people = (await sql<{ n: number }>`select count(*)::int as n from auth.person`.execute(db)).rows[0]!.n;
    return {
      people,
      participants: await count("participant"),
      profiles: await count("profile"),
      members: await count("member"),
      answers: await count("answer"),
      questions: await count("question"),
      changes: await count("import_change"),
    };
  });
const placeOf = (importId: string) => ({ organizationId: world.riverside, programId: world.first, importId });
const start = (importId: string) =>
  inOrganization(app, world.riverside, (ctx) => updateImport(ctx, placeOf(importId)).set({ state: "running" }).execute());

test("a row that fails in the middle takes all with it; once it is well, the job tried again does it wholly", async () => {
  const { upload, check, look } = importer(app, world);
  const importId = await upload(csv(many(5000)));
  expect((await check(importId)).counts).toMatchObject({ make: 5000 });
  const before = await counted();
  const damage = (name: string) =>
    inOrganization(app, world.riverside, (ctx) =>
      sql`update import_row set person = person || jsonb_build_object('name', ${name}::text) where line = 4500 and import_id = ${importId}`.execute(
        ctx.db,
      ),
    );
  // What no dry run lets through: longer than the database takes.
  await damage("x".repeat(300));
  await start(importId);
  await expect(runImport.run(app, placeOf(importId), signal)).rejects.toThrow(/profile_name_check|person_name_check/);
  expect(await counted()).toEqual(before);
  expect((await look(importId)).state).toBe("running");
  await damage("Mended");
  await runImport.run(app, placeOf(importId), signal);
  expect(await look(importId)).toMatchObject({ state: "done", counts: { make: 5000 } });
  expect((await counted()).participants).toBe(before.participants + 5000);
});

test("a job delivered twice, and twice at once, makes everybody once", async () => {
  const { upload, check, look } = importer(app, world);
  const importId = await upload(csv(many(300)));
  await check(importId);
  const before = await counted();
  await start(importId);
  await Promise.all([runImport.run(app, placeOf(importId), signal), runImport.run(app, placeOf(importId), signal)]);
  await runImport.run(app, placeOf(importId), signal);
  expect(await look(importId)).toMatchObject({ state: "done", counts: { make: 300 } });
  expect(await counted()).toMatchObject({ people: before.people + 300, participants: before.participants + 300, answers: 300 });
});

test("a dry run delivered twice says the same", async () => {
  const { upload, check, look } = importer(app, world);
  const importId = await upload(csv(`${many(2500)}p1@x.org,P one,red\n`));
  const once = await check(importId);
  await inOrganization(app, world.riverside, (ctx) => updateImport(ctx, placeOf(importId)).set({ state: "checking" }).execute());
  await checkRows.run(app, placeOf(importId), signal);
  expect((await look(importId)).counts).toEqual(once.counts);
  expect(once.counts).toMatchObject({ make: 2500, merged: 1 });
});

test("cancelled in the middle, nothing stays, and it can be begun again", async () => {
  const { upload, check, look, ruth, at, run } = importer(app, world);
  const importId = await upload(csv(many(5000)));
  await check(importId);
  const before = await counted();
  await start(importId);
  const running = runImport.run(app, placeOf(importId), signal);
  // As soon as the first portion is through.
  for (let tries = 0; (await look(importId)).done_rows === 0 && tries < 500; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect((await look(importId)).state).toBe("running");
  expect((await ruth.post(`${at}/${importId}`, { act: "cancel" })).status).toBe(303);
  await running;
  expect(await look(importId)).toMatchObject({ state: "checked", problem: { reason: "cancelled" }, cancel_asked: false });
  expect(await counted()).toEqual(before);
  expect(await (await ruth.get(`${at}/${importId}`)).text()).toContain("It was cancelled");
  expect(await run(importId)).toMatchObject({ state: "done", counts: { make: 5000 } });
});

test("a dry run is cancelled back to the columns, and a file discarded leaves nothing", async () => {
  const { upload, look, ruth, at, act, mappingForm } = importer(app, world);
  const importId = await upload(csv(many(50)));
  expect((await ruth.post(`${at}/${importId}`, await mappingForm(importId))).status).toBe(303);
  expect((await look(importId)).state).toBe("checking");
  expect((await ruth.get(`${at}/${importId}`)).status).toBe(200);
  await ruth.post(`${at}/${importId}`, { act: "cancel" });
  await app.jobs.runDue(app);
  expect(await look(importId)).toMatchObject({ state: "mapping", problem: { reason: "cancelled" } });
  expect((await act(importId, { act: "discard" })).status).toBe(303);
  expect((await ruth.get(`${at}/${importId}`)).status).toBe(404);
  const left = await inOrganization(app, world.riverside, async ({ db }) => [
    await db.selectFrom("file").select("id").execute(),
    await db.selectFrom("file_chunk").select("file_id").execute(),
    await db.selectFrom("import_row").select("line").execute(),
  ]);
  expect(left).toEqual([[], [], []]);
});

test("a file sent twice by one form is one import", async () => {
  const { at, ruth } = importer(app, world);
  const formKey = crypto.randomUUID();
  const send = () => ruth.post(`${at}/new`, { role: "mentor", file: csv(many(5)), formKey });
  const [one, other] = await Promise.all([send(), send()]);
  expect([one.status, other.status]).toEqual([303, 303]);
  expect(one.headers.get("location")).toBe(other.headers.get("location"));
  const imports = await inOrganization(app, world.riverside, ({ db }) => db.selectFrom("spreadsheet_import").select("id").execute());
  expect(imports).toHaveLength(1);
});

test("two imports of one program: the second is told to wait", async () => {
  const { upload, check, ruth, at, look } = importer(app, world);
  const first = await upload(csv(many(5)));
  const second = await upload(csv(many(5, 3), "second.csv"), "mentee");
  await check(first);
  await check(second);
  expect((await ruth.post(`${at}/${first}`, { act: "start" })).status).toBe(303);
  const refused = await ruth.post(`${at}/${second}`, { act: "start" });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Another import of this program is running (people.csv)");
  await app.jobs.runDue(app);
  expect((await ruth.post(`${at}/${second}`, { act: "start" })).status).toBe(303);
  await app.jobs.runDue(app);
  expect((await look(first)).state).toBe("done");
  // What the dry run of the second did not know yet, its import sees: three people are there already.
  expect(await look(second)).toMatchObject({ state: "done", counts: { make: 5 } });
});

test("two imports of the same people into two programs at once both arrive", async () => {
  const one = importer(app, world);
  const other = importer(app, world, world.second);
  const boss = world.as("administrator");
  const first = await one.upload(csv(many(200)));
  await one.check(first);
  // The second program is the administrator's: the coordinator of the first may not see it.
  const sent = await boss.post(`${other.at}/new`, { role: "mentor", file: csv(many(200)) });
  const second = sent.headers.get("location")!.split("/").at(-1)!;
  await app.jobs.runDue(app);
  await boss.post(`${other.at}/${second}`, await other.mappingForm(second));
  await app.jobs.runDue(app);
  await start(first);
  await inOrganization(app, world.riverside, (ctx) =>
    updateImport(ctx, { ...placeOf(second), programId: world.second } as never)
      .set({ state: "running" })
      .execute(),
  );
  await Promise.all([
    runImport.run(app, placeOf(first), signal),
    runImport.run(app, { ...placeOf(second), programId: world.second }, signal),
  ]);
  expect((await one.look(first)).counts).toMatchObject({ make: 200 });
  expect((await other.look(second)).counts).toMatchObject({ make: 200 });
});

test("work that died for good is stopped by cancelling it", async () => {
  const { upload, check, act, look } = importer(app, world);
  const importId = await upload(csv(many(5)));
  await check(importId);
  await start(importId);
  expect((await act(importId, { act: "cancel" })).status).toBe(303);
  expect(await look(importId)).toMatchObject({ state: "checked", problem: { reason: "cancelled" } });
});

test("a question deleted after the dry run sends the coordinator back to the columns", async () => {
  const { importFile, upload, check, run, ruth, at } = importer(app, world);
  await importFile(csv(many(10)));
  const importId = await upload(csv(many(10, 5), "second.csv"), "mentee");
  expect((await check(importId)).counts).toMatchObject({ make: 10 });
  const before = await counted();
  await inOrganization(app, world.riverside, ({ db }) => db.deleteFrom("question").where("label", "=", "Team").execute());
  expect(await run(importId)).toMatchObject({ state: "mapping", problem: { reason: "questions-changed" } });
  expect((await counted()).participants).toBe(before.participants);
  expect(await (await ruth.get(`${at}/${importId}`)).text()).toContain("A question that this file uses is gone");
});
