import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { routes } from "../../rooms.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { fillWorld, type FilledWorld } from "../../../testing/filled-world.ts";
import { inOrganization } from "../../platform/context.ts";
import { forgetDescriptions } from "./forget-descriptions.job.ts";
import { listGroups } from "./list-groups.ts";
import { findSmallestGroup, listDimensions } from "./list-dimensions.ts";

let app: TestApp;
let world: FilledWorld;
let at: string;
let own: string;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}/fairness`;
  own = `/organizations/${world.riverside}/programs/${world.first}/me/background`;
});
afterAll(() => app[Symbol.asyncDispose]());

const coordinator = () => world.as("coordinator");
const dimensionId = () => world.examples["dimensionId"]!;
const dimension = {
  label: "First in the family",
  reason: "To see whether everybody is reached.",
  options: "The first of us\nOthers before",
};
const describe = async (person: "mentee" | "mentor", fields: Record<string, string>) => {
  const read = /name="version" value="(\d+)"/.exec(await (await world.as(person).get(own)).text())?.[1] ?? "1";
  return world.as(person).post(own, { act: "describe", dimensionId: dimensionId(), version: read, ...fields });
};
const groups = () => inOrganization(app, world.riverside, (ctx) => listGroups(ctx, world.riverside, world.first, dimensionId()));
const kept = () => inOrganization(app, world.riverside, ({ db }) => db.selectFrom("self_description").selectAll().execute());
const isRefused = async (response: Response, sentence: string): Promise<void> => {
  expect(response.status).toBe(422);
  expect(await response.text()).toContain(sentence);
};

test("nothing is kept without consent, and with it only what was said", async () => {
  await isRefused(await describe("mentee", { value: "option:yes" }), "Tick this if we may keep what you say.");
  await isRefused(await describe("mentee", { value: "option:never", consent: "yes" }), "Choose one of the answers.");
  await isRefused(await describe("mentee", { value: "own-words", consent: "yes" }), "Write a few words");
  expect(await kept()).toEqual([]);

  const answered = await describe("mentee", { value: "option:yes", consent: "yes", wishes: "yes" });
  expect(answered.status).toBe(303);
  expect(await kept()).toMatchObject([{ participant_id: world.participants.mentee, consented_version: 1 }]);
  const found = await groups();
  expect(found.dimension.label).toBe("First in the family");
  expect(found.groups.map(({ key }) => key)).toEqual(["yes", "no", "own-words"]);
  expect([...found.of]).toEqual([[world.participants.mentee, "yes"]]);
});

test("she sees it, and in the database and elsewhere nobody does", async () => {
  const words = "Die Erste von uns allen";
  await describe("mentee", { value: "own-words", ownWords: words, consent: "yes" });
  expect(await (await world.as("mentee").get(own)).text()).toContain(words);
  expect(await (await world.as("mentee").get("/account/data/everything.json")).text()).toContain(words);

  const { rows } = await sql<{ name: string }>`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'auth', 'jobs') and table_type = 'BASE TABLE'`.execute(app.owner);
  expect(rows.length).toBeGreaterThan(50);
  await inOrganization(app, world.riverside, async ({ db }) => {
    for (const { name } of rows.filter((row) => row.name !== "public.migration")) {
      const { rows: found } = await sql<{ id: string }>`select t::text as id from ${sql.table(name)} t where strpos(t::text, ${words}) > 0
        or strpos(t::text, encode(convert_to(${words}, 'UTF8'), 'hex')) > 0`.execute(db);
      expect(found, name).toEqual([]);
    }
  });

  // Every address, as others see it who may see her at all, or who should see nothing.
  for (const person of ["coordinator", "mentor", "strangerCoordinator"] as const) {
    for (const route of routes) {
      const text = await (await world.as(person).get(world.address(route.path))).text();
      expect(text.includes(words), `${person} at ${route.path}`).toBe(false);
    }
  }
});

test("one click takes it back, and it is gone", async () => {
  await describe("mentee", { value: "option:yes", consent: "yes" });
  await describe("mentor", { value: "option:no", consent: "yes", mayMatch: "yes", atMost: "1" });
  expect(await kept()).toHaveLength(2);
  const sent = { act: "withdraw", dimensionId: dimensionId() };
  expect((await world.as("mentee").post(own, sent)).status).toBe(303);
  expect((await kept()).map((row) => row.participant_id)).toEqual([world.participants.mentor]);
  await describe("mentor", { value: "not-say" });
  expect(await kept()).toEqual([]);
  await describe("mentee", { value: "option:yes", consent: "yes" });
  await world.as("mentee").post(own, { act: "withdrawAll" });
  expect(await kept()).toEqual([]);
});

test("other words ask for another consent; other answers do not, but one taken away counts no more", async () => {
  await describe("mentee", { value: "option:yes", consent: "yes" });
  const change = (fields: object) =>
    coordinator().post(`${at}/${dimensionId()}`, { act: "save", ...dimension, wishWeight: "50", ...fields });
  await change({ options: "Others before\nThe first of us\nI was brought up elsewhere" });
  expect((await groups()).groups.map(({ key }) => key).slice(0, 2)).toEqual(["no", "yes"]);
  expect((await groups()).of.size).toBe(1);
  await change({ options: "Others before\nSomething new" });
  expect((await groups()).of.size).toBe(0);
  expect(await (await world.as("mentee").get(own)).text()).toContain("is no longer among these");

  await change({ reason: "To write an article about it." });
  // She has the page of before open: to this reason she has not consented.
  expect((await describe("mentee", { value: "option:no", consent: "yes", version: "1" })).status).toBe(409);
  await describe("mentee", { value: "option:no", consent: "yes" });
  expect((await groups()).of.size).toBe(1);
  await change({ reason: "To see whether everybody is reached." });
  expect((await groups()).of.size).toBe(0);
  expect(await (await world.as("mentee").get(own)).text()).toContain("not counted until you agree again");
  const told = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("audit_entry").select(["act", "detail"]).where("subject_id", "=", dimensionId()).execute(),
  );
  expect(told).toHaveLength(4);
  expect(told[0]).toMatchObject({ act: "dimension.changed", detail: { label: "First in the family" } });
});

test("the smallest group can be raised, and never lowered under those who described themselves", async () => {
  const change = (smallestGroup: number) => coordinator().post(at, { act: "smallestGroup", smallestGroup: String(smallestGroup) });
  const smallest = () => inOrganization(app, world.riverside, (ctx) => findSmallestGroup(ctx, world.riverside, world.first));
  await describe("mentee", { value: "option:no", consent: "yes" });
  expect(await smallest()).toBe(10);
  expect((await change(4)).status).toBe(422);
  expect((await change(15)).status).toBe(303);
  expect((await change(10)).status).toBe(409);
  expect(await smallest()).toBe(15);
  await world.as("mentee").post(own, { act: "withdrawAll" });
  expect((await change(5)).status).toBe(303);
  expect(await smallest()).toBe(5);
});

test("few things are asked, each with answers that can be told apart", async () => {
  const make = (fields: object) => coordinator().post(`${at}/new`, { ...dimension, wishWeight: "0", ...fields });
  await isRefused(await make({ options: "Only one" }), "Give at least two answers");
  await isRefused(await make({ options: "Yes\nNo\nyes " }), "stands there twice");
  for (const label of ["Two", "Three", "Four", "Five"]) expect((await make({ label })).status).toBe(303);
  expect((await make({ label: "Six" })).status).toBe(409);
  expect(await (await coordinator().get(at)).text()).toContain("Five");
});

test("a copied program asks the same, of nobody yet", async () => {
  const copied = await coordinator().post(`/organizations/${world.riverside}/programs/${world.first}/copy`, {
    name: "Once more",
    adultsOnly: "yes",
  });
  const copyId = /programs\/([0-9a-f-]{36})/.exec(copied.headers.get("location") ?? "")![1]!;
  await app.jobs.runDue(app);
  const asked = (programId: string) => inOrganization(app, world.riverside, (ctx) => listDimensions(ctx, world.riverside, programId));
  const inCopy = await asked(copyId);
  expect(inCopy.map(({ label }) => label)).toEqual((await asked(world.first)).map(({ label }) => label));
  expect(inCopy[0]).toMatchObject({ wishWeight: 50, version: 1, reason: dimension.reason });
  expect((await inOrganization(app, world.riverside, (ctx) => listGroups(ctx, world.riverside, copyId, inCopy[0]!.id))).of.size).toBe(0);
});

test("what was sealed with a secret that is gone is not counted, and she is told", async () => {
  await describe("mentor", { value: "option:no", consent: "yes" });
  const [row] = await kept();
  const spoilt = Buffer.from(row!.sealed);
  spoilt[1]! ^= 1;
  await inOrganization(app, world.riverside, ({ db }) => db.updateTable("self_description").set({ sealed: spoilt }).execute());
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  expect((await groups()).of.size).toBe(0);
  expect(told).toHaveBeenCalledWith("1 self-descriptions cannot be opened, and are not counted: was SECRET changed?");
  told.mockRestore();
  expect(await (await world.as("mentor").get(own)).text()).toContain("cannot be opened any more");
  expect(await (await world.as("mentor").get("/account/data/everything.json")).text()).toContain('"sealed":null');
});

test("what somebody said cannot be laid under another's name", async () => {
  await describe("mentee", { value: "own-words", ownWords: "Neither", consent: "yes" });
  await describe("mentor", { value: "option:no", consent: "yes" });
  const hers = (await kept()).find((row) => row.participant_id === world.participants.mentee);
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("self_description").set({ sealed: hers!.sealed }).where("participant_id", "=", world.participants.mentor!).execute(),
  );
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  expect([...(await groups()).of]).toEqual([[world.participants.mentee, "own-words"]]);
  expect(told).toHaveBeenCalledOnce();
  told.mockRestore();
  await world.as("mentee").post(own, { act: "withdrawAll" });
});

test("whoever leaves the program is not counted, and after a month nothing of it is kept", async () => {
  await describe("mentor", { value: "option:no", consent: "yes" });
  expect((await groups()).of.size).toBe(1);
  await inOrganization(app, world.riverside, ({ db, now }) =>
    db.updateTable("participant").set({ withdrawn_at: now }).where("id", "=", world.participants.mentor!).execute(),
  );
  expect((await groups()).of.size).toBe(0);
  expect(await (await world.as("mentor").get(own)).text()).toContain("Delete everything I said here");
  const forget = () => forgetDescriptions.run(app, {}, new AbortController().signal);
  await forget();
  expect(await kept()).toHaveLength(1);
  app.travel(new Date(Date.now() + 31 * 86_400_000));
  await forget();
  expect(await kept()).toEqual([]);
});
