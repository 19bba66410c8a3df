import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, type PersonName, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, inOrganization, openEveryOrganization } from "../../platform/context.ts";
import { resealColumn } from "../../platform/reseal-column.ts";
import { keyIdOf } from "../../platform/sealing.ts";
import { missingOf } from "./background-check.ts";
import { listChecks } from "./find-checks.ts";
import { forgetOldChecks } from "./forget-checks.job.ts";
import { listUnchecked } from "./missing-checks.ts";
import { deleteChecksSealedWith, sealedCheckColumns } from "./sealed-checks.ts";
import { tellWhoseChecksExpire } from "./tell-expiring.job.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  app.travel(new Date("2027-02-01T12:00:00Z"));
  await inOrganization(app, world.riverside, async ({ db }) => {
    await sql`select set_config('app.forgetting', 'on', true)`.execute(db);
    await db.deleteFrom("background_check").execute();
    await db.updateTable("program").set({ needed_checks: [] }).execute();
  });
});

const pathOf = (person: PersonName = "mentor") => `/organizations/${world.riverside}/people/${world.people[person]}/checks`;
const passed = {
  act: "record",
  kind: "criminal-record",
  provider: "Disclosure Office",
  jurisdictions: "England and Wales",
  reference: "DBS 1234",
  decidedOn: "2027-01-20",
  decision: "passed",
};
const record = (more: Record<string, string> = {}, by: PersonName = "coordinator", of: PersonName = "mentor") =>
  world.as(by).post(pathOf(of), { ...passed, ...more });
const checks = (of: PersonName = "mentor") =>
  inOrganization(app, world.riverside, (ctx) => listChecks(ctx, { organizationId: world.riverside, personId: world.people[of] }));
const need = (...kinds: string[]) =>
  world.as("coordinator").post(`/organizations/${world.riverside}/programs/${world.first}/settings`, { act: "checks", kinds });
const unchecked = () =>
  inOrganization(app, world.riverside, async (ctx) => {
    const found = await listUnchecked(ctx, { organizationId: world.riverside, programId: world.first }, [
      world.participants.mentor!,
      world.participants.mentee!,
    ]);
    return found.map(({ name, missing }) => [name, ...missing]);
  });

test("a coordinator records a check, which counts for twelve months; she who was checked reads it, and nobody else", async () => {
  expect((await record()).status).toBe(303);
  const [check] = await checks();
  expect(check).toMatchObject({ decision: "passed", reference: "DBS 1234", decidedOn: "2027-01-20", expiresOn: "2028-01-20" });
  for (const person of ["coordinator", "administrator", "mentor"] as const) {
    const page = await (await world.as(person).get(pathOf())).text();
    expect(page).toContain("Criminal record");
    expect(page).toContain("counts until Thursday, January 20, 2028");
    expect(page).toMatch(/Recorded by .?Ruth Coordinator/);
    expect(page.includes("Record a check")).toBe(person !== "mentor");
  }
  for (const person of ["mentee", "otherCoordinator", "otherMentor", "strangerOwner"] as const)
    expect((await world.as(person).get(pathOf())).status).toBe(404);
  // What came of it, and the number of the certificate, are sealed.
  const stored = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("background_check").select(["reference", "decision"]).executeTakeFirstOrThrow(),
  );
  expect(
    Object.values(stored)
      .map((bytes) => bytes?.toString("latin1"))
      .join(),
  ).not.toMatch(/passed|DBS/);
});

test("nobody records her own, whatever else she is", async () => {
  const owner = await world.as("owner").get(pathOf("owner"));
  expect(await owner.text()).not.toContain("Record a check");
  expect((await record({}, "owner", "owner")).status).toBe(403);
  await expect(
    inOrganization(app, world.riverside, ({ db }) =>
      db
        .insertInto("background_check")
        .values({
          organization_id: world.riverside,
          id: crypto.randomUUID(),
          person_id: world.people.owner,
          kind: "identity",
          provider: "I",
          jurisdictions: "here",
          decided_on: "2027-01-01",
          recorded_by: world.people.owner,
          recorded_at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow("nobody_records_her_own");
});

test("what cannot be is refused, with what was typed", async () => {
  expect((await record({ decidedOn: "2027-02-02" })).status).toBe(422);
  expect((await record({ decidedOn: "" })).status).toBe(422);
  expect((await record({ expiresOn: "2027-01-20" })).status).toBe(422);
  expect((await record({ expiresOn: "2032-01-21" })).status).toBe(422);
  expect((await record({ provider: "" })).status).toBe(422);
  const refused = await record({ decision: "conditional" });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain("Say in a sentence what is still missing.");
  expect(page).toContain("DBS 1234");
  expect(await checks()).toEqual([]);
  // On a leap day it counts until the last of February.
  app.travel(new Date("2028-03-01T12:00:00Z"));
  await record({ decidedOn: "2028-02-29" });
  expect((await checks())[0]!.expiresOn).toBe("2029-02-28");
});

test("the newest of each kind decides, and only what was passed counts", async () => {
  expect((await need("criminal-record", "references")).status).toBe(303);
  expect(await unchecked()).toEqual([["Jonas Mentor", "criminal-record", "references"]]);
  await record();
  expect(await unchecked()).toEqual([["Jonas Mentor", "references"]]);
  await record({ kind: "references", decision: "conditional", remark: "One more is to come." });
  expect(await unchecked()).toEqual([["Jonas Mentor", "references"]]);
  await record({ kind: "references", decidedOn: "2027-01-25" });
  expect(await unchecked()).toEqual([]);
  await record({ decision: "not-passed", decidedOn: "2027-01-30" });
  expect(await unchecked()).toEqual([["Jonas Mentor", "criminal-record"]]);
  const page = await (await world.as("mentor").get(pathOf())).text();
  expect(page).toContain("Your coordinator tells you how to get it");
  expect(missingOf(["identity"], [{ checkId: "c", kind: "identity", expiresOn: "2027-02-01" }], "2027-02-01")).toEqual([]);
  expect(missingOf(["identity"], [{ checkId: "c", kind: "identity", expiresOn: "2027-02-01" }], "2027-02-02")).toEqual(["identity"]);
});

test("a record is never changed: one that is wrong is made void, with the reason", async () => {
  await need("criminal-record");
  await record();
  const [{ checkId } = { checkId: "" }] = await checks();
  const other = await addParticipant(app, { organizationId: world.riverside, programId: world.first, role: "mentor", name: "Noor New" });
  const foreign = `/organizations/${world.riverside}/people/${other.personId}/checks`;
  expect((await world.as("coordinator").post(foreign, { act: "void", checkId, reason: "x" })).status).toBe(404);
  expect((await world.as("mentor").post(pathOf(), { act: "void", checkId, reason: "x" })).status).toBe(403);
  expect((await world.as("coordinator").post(pathOf(), { act: "void", checkId, reason: "" })).status).toBe(422);
  expect((await world.as("coordinator").post(pathOf(), { act: "void", checkId, reason: "It was her brother's." })).status).toBe(303);
  expect((await world.as("coordinator").post(pathOf(), { act: "void", checkId, reason: "Again." })).status).toBe(409);
  expect(await unchecked()).toEqual([["Jonas Mentor", "criminal-record"]]);
  expect(await (await world.as("mentor").get(pathOf())).text()).toContain("It was her brother's.");
  const rewriting = [
    sql`update background_check set expires_on = '2031-01-01'`,
    sql`update background_check set voided_at = null, voided_by = null, void_reason = null`,
    sql`update background_check set person_id = ${world.people.mentee}`,
    sql`update background_check set decision = reference`,
    sql`delete from background_check`,
  ];
  for (const statement of rewriting)
    await expect(inOrganization(app, world.riverside, ({ db }) => statement.execute(db))).rejects.toThrow(/background check/);
});

test("thirty days before it runs out she is told by letter, once, where a program wants one", async () => {
  const told = async () =>
    (
      await inOrganization(app, world.riverside, ({ db }) =>
        db.selectFrom("letter").select(["to_address", "subject"]).where("dedupe_key", "like", "check runs out %").execute(),
      )
    ).map(({ to_address, subject }) => `${to_address}: ${subject}`);
  await record();
  app.travel(new Date("2027-12-22T07:00:00Z"));
  await tellWhoseChecksExpire(app);
  expect(await told()).toEqual([]);
  await need("criminal-record");
  app.travel(new Date("2027-12-20T07:00:00Z"));
  await tellWhoseChecksExpire(app);
  expect(await told()).toEqual([]);
  // The server slept on the day itself, and the day after.
  app.travel(new Date("2027-12-23T07:00:00Z"));
  await tellWhoseChecksExpire(app);
  app.travel(new Date("2027-12-24T07:00:00Z"));
  await tellWhoseChecksExpire(app);
  expect(await told()).toEqual(["mentor@example.org: Your check runs out on Thursday, January 20, 2028: Criminal record"]);
  // A new one is there already: nothing is said of the old one.
  await inOrganization(app, world.riverside, ({ db }) => sql`update letter set dedupe_key = id::text`.execute(db));
  await record({ decidedOn: "2027-12-23" });
  await tellWhoseChecksExpire(app);
  expect(await told()).toEqual([]);
});

test("what counts no more goes when its time is over; what says no stays as long as something else would count", async () => {
  await record({ expiresOn: "2031-01-20" });
  await record({ decision: "not-passed", decidedOn: "2027-01-30" });
  await record({ kind: "identity" });
  app.travel(new Date("2029-01-10T05:00:00Z"));
  await forgetOldChecks(app);
  expect((await checks()).map(({ kind }) => kind)).toEqual(["criminal-record", "identity", "criminal-record"]);
  app.travel(new Date("2029-02-01T05:00:00Z"));
  await forgetOldChecks(app);
  expect((await checks()).map(({ kind }) => kind)).toEqual(["criminal-record", "criminal-record"]);
  app.travel(new Date("2033-02-01T05:00:00Z"));
  await forgetOldChecks(app);
  expect(await checks()).toEqual([]);
});

test("after a change of the secret it is read as before; where the key is lost for good, the record says so and still counts", async () => {
  await record();
  const read = (settings: Partial<typeof app.settings>) =>
    inOrganization(app, world.riverside, async (ctx) => {
      const other = { ...ctx, app: { ...app, settings: { ...app.settings, ...settings } } };
      for (const column of sealedCheckColumns) await resealColumn(other, world.riverside, column, { atOnce: 10 });
      const [check] = await listChecks(other, { organizationId: world.riverside, personId: world.people.mentor });
      return [check?.decision, check?.reference];
    });
  const [former, newest] = [app.settings.secret, "another secret of thirty characters"];
  expect(await read({ secret: newest, formerSecrets: [former] })).toEqual(["passed", "DBS 1234"]);
  expect(await read({})).toEqual([undefined, undefined]);
  await asSystem(app, async (ctx) => {
    await openEveryOrganization(ctx);
    await deleteChecksSealedWith(ctx, [keyIdOf(newest)]);
  });
  const page = await (await world.as("coordinator").get(pathOf())).text();
  expect(page).toContain("The key to this part is lost.");
  expect(page).toContain("counts until");
});

test("whoever leaves is taken out of what she recorded; two records that are one person's never vouch for each other", async () => {
  const [first, second] = await Promise.all(
    ["Noor New", "Nora New"].map((name) =>
      addParticipant(app, { organizationId: world.riverside, programId: world.first, role: "mentor", name }),
    ),
  );
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("member").set({ role: "administrator" }).where("person_id", "=", first!.personId).execute(),
  );
  const path = `/organizations/${world.riverside}/people/${second!.personId}/checks`;
  expect((await world.asPerson(first!.personId).post(path, passed)).status).toBe(303);
  await record();
  const { moveChecks, forgetInChecks } = await import("./forget-in-checks.ts");
  await inOrganization(app, world.riverside, (ctx) =>
    moveChecks(ctx, { organizationId: world.riverside, from: second!.personId, to: first!.personId }),
  );
  const merged = await inOrganization(app, world.riverside, (ctx) =>
    listChecks(ctx, { organizationId: world.riverside, personId: first!.personId }),
  );
  expect(merged.map(({ recordedBy, voidedAt }) => [recordedBy, voidedAt !== null])).toEqual([[null, true]]);
  await inOrganization(app, world.riverside, (ctx) => forgetInChecks(ctx, world.riverside, world.people.coordinator));
  expect((await checks())[0]).toMatchObject({ recordedBy: null, decision: "passed", voidedAt: null });
});
