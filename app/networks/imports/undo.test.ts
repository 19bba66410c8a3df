import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { forgetFiles } from "./forget-files.job.ts";
import type { Import } from "./find-import.ts";
import { csv, importer } from "../../../testing/importer.ts";
import { barUndo } from "./undo-bars.ts";

let app: TestApp;
let world: World;
beforeEach(async () => {
  app = await testApp();
  world = await smallWorld(app);
  return () => app[Symbol.asyncDispose]();
});

const within = <T>(work: (ctx: Context) => Promise<T>, organizationId = world.riverside): Promise<T> =>
  inOrganization(app, organizationId, work);
const everything = () =>
  within(async ({ db }) => ({
    people: await db.selectFrom("auth.person").select(["id", "email"]).orderBy("id").execute(),
    members: await db.selectFrom("member").select(["person_id", "role", "joined_at"]).orderBy("person_id").execute(),
    profiles: (await db.selectFrom("profile").selectAll().orderBy("person_id").execute()).map((profile) => ({ ...profile, updated_at: 0 })),
    skills: await db.selectFrom("profile_skill").selectAll().orderBy("person_id").orderBy("skill").execute(),
    participants: await db.selectFrom("participant").selectAll().orderBy("id").execute(),
    questions: await db.selectFrom("question").selectAll().orderBy("id").execute(),
    answers: await db
      .selectFrom("answer")
      .select(["participant_id", "question_id", "value"])
      .orderBy("participant_id")
      .orderBy("question_id")
      .execute(),
    changes: await db.selectFrom("import_change").selectAll().execute(),
    memory: await db.selectFrom("column_memory").select(["header", "target"]).where("target", "like", "question:%").execute(),
  }));
const personOf = async (email: string): Promise<string> =>
  (await within(({ db }) => db.selectFrom("auth.person").select("id").where("email", "=", email).executeTakeFirstOrThrow())).id;
const undo = (one: Import) => importer(app, world).act(one.id, { act: "undo" });

const file = "email,name,headline,team,can help with,mentees,both mentor and mentee\n";

test("undone, everything is as it was: people made are gone, what was changed is back, questions born are gone", async () => {
  const { importFile, look, ruth, at } = importer(app, world);
  // Somebody who is there already, with skills and a level that the file does not know.
  const { personId, participantId } = await addParticipant(app, {
    organizationId: world.riverside,
    programId: world.first,
    role: "mentor",
    name: "Old Hand",
    email: "old@x.org",
    capacity: 4,
  });
  await within(({ db }) =>
    db
      .insertInto("profile_skill")
      .values({ organization_id: world.riverside, person_id: personId, skill: "law", direction: "gives", level: 5 })
      .execute(),
  );
  const questionId = newId();
  await within(async ({ db }) => {
    await db
      .insertInto("question")
      .values({
        organization_id: world.riverside,
        id: questionId,
        program_id: world.first,
        position: 0,
        kind: "choice",
        label: "Team",
        asked_of: "mentees",
        options: ["red"],
      })
      .execute();
    await db
      .insertInto("answer")
      .values({ organization_id: world.riverside, participant_id: participantId, question_id: questionId, value: '"red"' })
      .execute();
  });
  await within(({ db }) => db.deleteFrom("answer").where("question_id", "=", questionId).execute());
  const before = await everything();
  const text = `${file}old@x.org,Young Hand,Judge,blue,tea; law,2,no\nnew@x.org,New,Baker,red,art,1,yes\nthird@x.org,Third,Baker,red,,,no\n`;
  const done = await importFile(csv(text), "mentor", { "target-6": "both-roles" });
  expect(done.counts).toMatchObject({ make: 2, change: 1, others: 1 });
  expect(await everything()).not.toEqual(before);
  expect((await undo(done)).status).toBe(303);
  expect((await look(done.id)).state).toBe("undone");
  // What a column means stays known, as long as its question is there.
  expect(await everything()).toEqual({ ...before, memory: [{ header: "team", target: `question:${questionId}` }] });
  expect(await (await ruth.get(`${at}/${done.id}`)).text()).toContain("This import was undone");
  const acts = await within(({ db }) => db.selectFrom("audit_entry").select(["act", "actor_id"]).orderBy("at").execute());
  expect(acts).toEqual([
    { act: "import.started", actor_id: world.people.coordinator },
    { act: "import.undone", actor_id: world.people.coordinator },
  ]);
});

test("a question born from the file goes with it, and is asked no more by the memory of columns", async () => {
  const { importFile } = importer(app, world);
  const before = await everything();
  const done = await importFile(csv("email,shoe size\na@x.org,small\nb@x.org,large\nc@x.org,large\n"));
  expect((await everything()).questions).toHaveLength(1);
  await undo(done);
  expect(await everything()).toEqual(before);
});

test("a person whom somebody else needs stays: another organization, another program, a way in of her own", async () => {
  const { importFile } = importer(app, world);
  const done = await importFile(csv("email,name\nhill@x.org,Hill\nkey@x.org,Key\nprog@x.org,Prog\nnobody@x.org,Nobody\n"));
  const [hill, key, prog] = [await personOf("hill@x.org"), await personOf("key@x.org"), await personOf("prog@x.org")];
  await within(async ({ db }) => {
    await db.insertInto("member").values({ organization_id: world.hillside, person_id: hill }).execute();
    await db.insertInto("profile").values({ organization_id: world.hillside, person_id: hill, name: "Hill of Hillside" }).execute();
  }, world.hillside);
  await within(async ({ db }) => {
    await db.insertInto("auth.credential").values({ id: newId(), person_id: key, account_id: key, provider_id: "credential" }).execute();
    await db
      .insertInto("participant")
      .values({ organization_id: world.riverside, id: newId(), program_id: world.second, person_id: prog, role: "mentee" })
      .execute();
  });
  await undo(done);
  const left = await within(async ({ db }) => ({
    people: (await db.selectFrom("auth.person").select("email").where("email", "like", "%@x.org").orderBy("email").execute()).map(
      ({ email }) => email,
    ),
    members: (await db.selectFrom("member").select("person_id").where("person_id", "in", [hill, key, prog]).execute()).map(
      ({ person_id }) => person_id,
    ),
    parts: (await db.selectFrom("participant").select("program_id").where("person_id", "in", [hill, key, prog]).execute()).map(
      ({ program_id }) => program_id,
    ),
  }));
  expect(left).toEqual({ people: ["hill@x.org", "key@x.org", "prog@x.org"], members: [prog], parts: [world.second] });
  const elsewhere = await within(
    ({ db }) => db.selectFrom("profile").select("name").where("person_id", "=", hill).executeTakeFirst(),
    world.hillside,
  );
  expect(elsewhere?.name).toBe("Hill of Hillside");
});

const bars: [string, (personId: string) => Promise<unknown>, string][] = [
  [
    "was invited",
    (personId) =>
      within(({ db }) => db.updateTable("participant").set({ invited_at: new Date() }).where("person_id", "=", personId).execute()),
    "1 person from it got an invitation.",
  ],
  [
    "came in",
    (personId) => within(({ db }) => db.updateTable("member").set({ joined_at: new Date() }).where("person_id", "=", personId).execute()),
    "1 person from it came in.",
  ],
  [
    "wrote something herself",
    (personId) => within(({ db }) => db.updateTable("profile").set({ edited_at: new Date() }).where("person_id", "=", personId).execute()),
    "had something edited since",
  ],
  [
    "was edited by a coordinator",
    (personId) =>
      within(({ db }) => db.updateTable("participant").set({ edited_at: new Date() }).where("person_id", "=", personId).execute()),
    "had something edited since",
  ],
];
test.each(bars)("once somebody %s, an import stays, and the page says why", async (_name, happens, says) => {
  const { importFile, ruth, at, look } = importer(app, world);
  const done = await importFile(csv("email,name\na@x.org,Ana\nb@x.org,Ben\n"));
  await happens(await personOf("a@x.org"));
  const refused = await ruth.post(`${at}/${done.id}`, { act: "undo" });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain(says);
  expect((await look(done.id)).state).toBe("done");
});

test("imports that changed the same people are undone from the last to the first", async () => {
  const { importFile, ruth, at } = importer(app, world);
  const before = await everything();
  const first = await importFile(csv("email,name\na@x.org,Ana\nb@x.org,Ben\n", "first.csv"));
  const second = await importFile(csv("email,name\na@x.org,Ana María\n", "second.csv"));
  const refused = await ruth.post(`${at}/${first.id}`, { act: "undo" });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("second.csv");
  expect((await undo(second)).status).toBe(303);
  expect((await undo(first)).status).toBe(303);
  expect(await everything()).toEqual(before);
});

test("what a room above has built on people bars the undoing, also between the click and the work", async () => {
  const { importFile, ruth, at, look } = importer(app, world);
  const done = await importFile(csv("email,name\na@x.org,Ana\n"));
  let rests = false;
  barUndo((_ctx, { importId }) => Promise.resolve(rests && importId === done.id ? () => "A pair rests on it." : undefined));
  expect((await ruth.post(`${at}/${done.id}`, { act: "undo" })).status).toBe(303);
  rests = true;
  await app.jobs.runDue(app);
  expect((await look(done.id)).state).toBe("done");
  expect(await (await ruth.get(`${at}/${done.id}`)).text()).toContain("A pair rests on it.");
  rests = false;
});

test("after a month the file and what was read from it are forgotten, and the import stays", async () => {
  const { importFile, upload, ruth, at } = importer(app, world);
  const done = await importFile(csv("email,name\na@x.org,Ana\n"));
  await upload(csv("email,name\nb@x.org,Ben\n"));
  const later = (days: number): Date => new Date(Date.now() + days * 86_400_000);
  const left = () =>
    within(async ({ db }) => ({
      files: (await db.selectFrom("file").select("id").execute()).length,
      rows: (await db.selectFrom("import_row").select("line").execute()).length,
      imports: (await db.selectFrom("spreadsheet_import").select("id").execute()).length,
    }));
  app.travel(later(29));
  await forgetFiles.run(app, {}, new AbortController().signal);
  expect(await left()).toEqual({ files: 2, rows: 1, imports: 2 });
  app.travel(later(31));
  await forgetFiles.run(app, {}, new AbortController().signal);
  expect(await left()).toEqual({ files: 0, rows: 0, imports: 1 });
  app.travel(new Date());
  const page = await ruth.get(`${at}/${done.id}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("30 days are over");
  expect((await ruth.get(`${at}/${done.id}/problems.csv`)).status).toBe(404);
});
