import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { resealColumn } from "../../platform/reseal-column.ts";
import { keyIdOf } from "../../platform/sealing.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { listContacts } from "./find-support.ts";
import { forgetSupport } from "./forget-support.job.ts";
import { keepSupportEverywhere } from "./keep-support.job.ts";
import { deleteSupportSealedWith, sealedSupportColumns } from "./sealed-support.ts";

let app: TestApp;
let world: World;
let pair: Meeting;
let path: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  app.travel(new Date("2027-01-01T12:00:00Z"));
  pair = await beginMeeting(app, world);
  path = `/organizations/${pair.organizationId}/relationships/${pair.relationshipId}/support`;
  await keepSupportEverywhere(app);
  await keepSupportEverywhere(app);
});

const contacts = () => inOrganization(app, pair.organizationId, (ctx) => listContacts(ctx, pair));
const due = async () => (await contacts()).filter(({ state }) => state === "due");
const dueWith = async (person: "mentor" | "mentee") => (await due()).find(({ personId }) => personId === world.people[person])!;
const owner = () =>
  inOrganization(app, pair.organizationId, async ({ db }) => {
    const { owner_id } = await db
      .selectFrom("relationship")
      .select("owner_id")
      .where("id", "=", pair.relationshipId)
      .executeTakeFirstOrThrow();
    return Object.entries(world.people).find(([, id]) => id === owner_id)?.[0];
  });

test("a talk with each side comes due, is noted, and the next comes by the rhythm", async () => {
  expect((await due()).map(({ dueOn }) => dueOn)).toEqual(["2027-01-16", "2027-01-16"]);
  app.travel(new Date("2027-01-16T09:00:00Z"));
  const { id: contactId } = await dueWith("mentee");
  const page = await (await world.as("coordinator").get(path)).text();
  expect(page).toContain("Talk with Maya Mentee");
  expect((await world.as("coordinator").post(path, { act: "note", contactId })).status).toBe(422);
  const answer = { act: "note", contactId, how: "call", mood: "2", note: "She feels alone." };
  expect((await world.as("coordinator").post(path, { ...answer, nextOn: "2027-06-01" })).status).toBe(422);
  expect((await world.as("coordinator").post(path, answer)).status).toBe(303);
  expect((await world.as("administrator").post(path, answer)).status).toBe(409);
  expect((await dueWith("mentee")).dueOn).toBe("2027-01-31");
  expect(await (await world.as("administrator").get(path)).text()).toContain("She feels alone.");
  // What was heard is sealed in the database, and on nobody's page but the coordinators'.
  for (const person of ["mentee", "mentor", "otherCoordinator"] as const) expect((await world.as(person).get(path)).status).toBe(404);
  const stored = await inOrganization(app, pair.organizationId, ({ db }) =>
    db.selectFrom("support_contact").select("note").where("id", "=", contactId).executeTakeFirstOrThrow(),
  );
  expect(stored.note?.toString("latin1")).not.toContain("alone");
});

test("whoever could not be reached is tried again in three days; a chosen day counts", async () => {
  app.travel(new Date("2027-01-16T09:00:00Z"));
  const first = await dueWith("mentor");
  await world.as("coordinator").post(path, { act: "notReached", contactId: first.id });
  const again = await dueWith("mentor");
  expect(again.dueOn).toBe("2027-01-19");
  await world.as("coordinator").post(path, { act: "note", contactId: again.id, how: "mail", mood: "4", nextOn: "2027-03-01" });
  expect((await dueWith("mentor")).dueOn).toBe("2027-03-01");
  expect((await contacts()).map(({ state }) => state).toSorted()).toEqual(["done", "due", "due", "not-reached"]);
});

test("what was heard goes when its time is over; that there was a talk stays", async () => {
  const { id: contactId } = await dueWith("mentee");
  await world.as("coordinator").post(path, { act: "note", contactId, how: "call", mood: "2", note: "She feels alone." });
  await forgetSupport.run(app, pair, new AbortController().signal);
  expect((await contacts()).find(({ id }) => id === contactId)).toMatchObject({ state: "done", note: "" });
});

test("after a change of the secret the note is read as before; where a key is lost for good, it goes", async () => {
  const { id: contactId } = await dueWith("mentee");
  await world.as("coordinator").post(path, { act: "note", contactId, how: "call", mood: "2", note: "She feels alone." });
  const note = async (settings: Partial<typeof app.settings>) =>
    inOrganization(app, pair.organizationId, async (ctx) => {
      const other = { ...ctx, app: { ...app, settings: { ...app.settings, ...settings } } };
      for (const column of sealedSupportColumns) await resealColumn(other, pair.organizationId, column, { atOnce: 10 });
      return (await listContacts(other, pair)).find(({ id }) => id === contactId)?.note;
    });
  const [former, newest] = [app.settings.secret, "another secret of thirty characters"];
  expect(await note({ secret: newest, formerSecrets: [former] })).toBe("She feels alone.");
  expect(await note({ secret: newest, formerSecrets: [] })).toBe("She feels alone.");
  expect(await note({})).toBeNull();
  await inOrganization(app, pair.organizationId, (ctx) => deleteSupportSealedWith(ctx, [keyIdOf(newest)]));
  expect(await note({})).toBe("");
});

test("no talk is due any more once it is over", async () => {
  await pair.as("mentor", (ctx) => moveRelationship(ctx, pair, { move: "conclude", ending: "stopped" }));
  await app.jobs.runDue(app);
  expect(await due()).toEqual([]);
});

test("one coordinator hands it over to another, who is told; nobody else can be given it", async () => {
  expect(await owner()).toBe("coordinator");
  expect((await world.as("coordinator").post(path, { act: "handOver", toId: world.people.otherCoordinator })).status).toBe(422);
  const settings = `/organizations/${pair.organizationId}/programs/${world.first}/settings`;
  await world.as("owner").post(settings, { act: "addCoordinator", personId: world.people.otherCoordinator });
  expect((await world.as("coordinator").post(path, { act: "handOver", toId: world.people.otherCoordinator })).status).toBe(303);
  expect(await owner()).toBe("otherCoordinator");
  const told = await inOrganization(app, pair.organizationId, ({ db }) =>
    db.selectFrom("letter").select("to_address").where("dedupe_key", "like", "relationships handed over %").execute(),
  );
  expect(told).toEqual([{ to_address: "othercoordinator@example.org" }]);

  const owners = `/organizations/${pair.organizationId}/programs/${world.first}/pairs`;
  expect(await (await world.as("coordinator").get(owners)).text()).toContain("Cora Other");
  await world.as("coordinator").post(owners, { act: "some", relationshipIds: [pair.relationshipId], toId: world.people.coordinator });
  expect(await owner()).toBe("coordinator");
  await world.as("coordinator").post(owners, { act: "all", fromId: world.people.coordinator, toId: world.people.otherCoordinator });
  expect(await owner()).toBe("otherCoordinator");
  const nothing = await world
    .as("coordinator")
    .post(owners, { act: "all", fromId: world.people.coordinator, toId: world.people.otherCoordinator });
  expect(nothing.status).toBe(409);

  // She is taken off the program: what she looked after goes to who is left.
  await world.as("owner").post(settings, { act: "removeCoordinator", personId: world.people.otherCoordinator });
  await app.jobs.runDue(app);
  expect(await owner()).toBe("coordinator");
});

test("who takes over the program takes over what its coordinator looked after", async () => {
  expect(await owner()).toBe("coordinator");
  const handOver = `/organizations/${pair.organizationId}/programs/${world.first}/hand-over`;
  expect((await world.as("coordinator").post(handOver, { personId: world.people.otherCoordinator })).status).toBe(303);
  await app.jobs.runDue(app);
  expect(await owner()).toBe("otherCoordinator");
  // Then she leaves the organization, and the coordinator who is left has it.
  const settings = `/organizations/${pair.organizationId}/programs/${world.first}/settings`;
  await world.as("owner").post(settings, { act: "addCoordinator", personId: world.people.owner });
  expect((await world.as("otherCoordinator").post(`/organizations/${pair.organizationId}/leave`, {})).status).toBe(303);
  await app.jobs.runDue(app);
  expect(await owner()).toBe("owner");
});

test("whoever is in it herself does not look after it; where there is nobody else, the list says so to who administers", async () => {
  // The coordinator mentors here herself, as after two records were joined.
  await inOrganization(app, pair.organizationId, ({ db }) =>
    db
      .updateTable("relationship_person")
      .set({ person_id: world.people.coordinator })
      .where("relationship_id", "=", pair.relationshipId)
      .where("role", "=", "mentor")
      .execute(),
  );
  await inOrganization(app, pair.organizationId, async ({ db }) => {
    await db.deleteFrom("coordinator").where("program_id", "=", world.first).where("person_id", "<>", world.people.coordinator).execute();
    await db
      .insertInto("coordinator")
      .values({ organization_id: pair.organizationId, program_id: world.first, person_id: world.people.coordinator })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await db.updateTable("relationship").set({ owner_id: world.people.coordinator }).where("id", "=", pair.relationshipId).execute();
  });
  await keepSupportEverywhere(app);
  expect(await owner()).toBeUndefined();
  const today = `/organizations/${pair.organizationId}/today?whose=all&reason=no-owner`;
  expect(await (await world.as("administrator").get(today)).text()).toContain("Nobody looks after this relationship");
  expect(await (await world.as("coordinator").get(today)).text()).not.toContain("Nobody looks after this relationship");
  // As soon as somebody else coordinates the program it is hers.
  const settings = `/organizations/${pair.organizationId}/programs/${world.first}/settings`;
  await world.as("owner").post(settings, { act: "addCoordinator", personId: world.people.administrator });
  await keepSupportEverywhere(app);
  expect(await owner()).toBe("administrator");
  expect(await (await world.as("administrator").get(today)).text()).not.toContain("Nobody looks after this relationship");
});

test("what has its owner is held by nobody while owners are looked for", async () => {
  const before = await owner();
  await inOrganization(app, pair.organizationId, async ({ db }) => {
    await db.selectFrom("relationship").select("id").where("id", "=", pair.relationshipId).forUpdate().execute();
    // Somebody else holds it in the middle of something else: that is waited for by nobody.
    await keepSupportEverywhere(app);
  });
  expect(await owner()).toBe(before);
});
