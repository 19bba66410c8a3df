import { afterAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { anaAddress, standingBy } from "../../../testing/standing-by.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { keepSupportEverywhere } from "../support/keep-support.job.ts";

let app: TestApp;
let world: World;
let by: Awaited<ReturnType<typeof standingBy>>;
let pair: Awaited<ReturnType<typeof livingPair>>;
beforeEach(async () => {
  await app?.[Symbol.asyncDispose]();
  app = await testApp();
  world = await smallWorld(app);
  by = await standingBy(app, world);
  pair = await livingPair(app, world);
  await app.jobs.runDue(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const textOf = async (response: Response | Promise<Response>): Promise<string> =>
  (await (await response).text()).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const contacts = (personId: string) =>
  pair.here(({ db }) =>
    db.selectFrom("support_contact").select(["id", "state", "due_on as dueOn"]).where("person_id", "=", personId).orderBy("id").execute(),
  );
const support = () => `${pair.at}/support`;

test("with a guardian who has said yes talks come due in the same rhythm as with each side", async () => {
  await by.name();
  await keepSupportEverywhere(app);
  expect(await contacts(await by.idOf(anaAddress))).toEqual([]);
  const ana = await by.confirmed();
  const [due] = await contacts(ana);
  expect(due).toMatchObject({ state: "due", dueOn: pair.day(15) });
  expect(await contacts(world.people.mentee)).toMatchObject([{ state: "due", dueOn: pair.day(15) }]);
  const page = await textOf(world.as("coordinator").get(support()));
  expect(page).toContain("Talk with Ana Parent (guardian of Maya Mentee), due");
  expect(page).toContain("A guide for the talk with a guardian");
  expect(page).toContain(anaAddress);
  // She sees herself when it is due.
  expect(await textOf(world.asPerson(ana).get("/?lang=en"))).toContain("Next talk with you");
});

test("what she said is noted, and the next talk comes; not reached, she is tried again", async () => {
  const ana = await by.confirmed();
  await pair.pass(15);
  const [due] = await contacts(ana);
  const noted = await world.as("coordinator").post(support(), { act: "note", contactId: due!.id, how: "call", mood: "4", note: "Glad." });
  expect(noted.status).toBe(303);
  expect(await contacts(ana)).toMatchObject([{ state: "done" }, { state: "due", dueOn: pair.day(15) }]);
  const next = (await contacts(ana))[1]!;
  await world.as("coordinator").post(support(), { act: "notReached", contactId: next.id });
  expect(await contacts(ana)).toMatchObject([{ state: "done" }, { state: "not-reached" }, { state: "due", dueOn: pair.day(3) }]);
  expect(await textOf(world.as("coordinator").get(support()))).toContain("Ana Parent (guardian of Maya Mentee) could not be reached");
});

test("it stands in the coordinator's list for today, with who she is", async () => {
  await by.confirmed();
  const [mentor, mentee] = [world.people.mentor, world.people.mentee];
  await pair.here(({ db }) =>
    db
      .updateTable("support_contact")
      .set({ due_on: pair.day(90) })
      .where("person_id", "in", [mentor, mentee])
      .execute(),
  );
  await pair.pass(20);
  expect(await textOf(world.as("coordinator").get(`/organizations/${world.riverside}/today`))).toContain("With Ana Parent, a guardian.");
});

test("one guardian of each is enough; when she is it no more, the talk is with the next", async () => {
  const ana = await by.confirmed();
  app.travel(new Date(app.now().getTime() + 60_000));
  const tom = await by.confirmed({ email: "tom.parent@example.org", name: "Tom Parent" });
  await keepSupportEverywhere(app);
  expect([(await contacts(ana)).length, (await contacts(tom)).length]).toEqual([1, 0]);
  const first = (await by.guardianships()).find(({ guardian_id }) => guardian_id === ana)!;
  await world.asPerson(ana).post(by.guardiansPage, { act: "end", guardianshipId: first.id });
  await app.jobs.runDue(app);
  expect([(await contacts(ana)).length, (await contacts(tom)).length]).toEqual([0, 1]);
  await world.as("coordinator").post(`${pair.at}/closure`, { act: "stop" });
  await app.jobs.runDue(app);
  expect(await contacts(tom)).toEqual([]);
});

test("the list for today says whom an unsigned agreement waits for", async () => {
  await pair.here(({ db }) =>
    db
      .insertInto("relationship_setting")
      .values({ organization_id: world.riverside, program_id: world.first, guardian_signs: true })
      .execute(),
  );
  await world.as("mentee").post(`${pair.at}/agreement/change`, { "text.where": "In the library.", seen: "0", shown: "0" });
  const sign = async (who: ReturnType<World["asPerson"]>, path: string): Promise<void> => {
    const read = /name="read" value="([^"]+)"/.exec(await (await who.get(path)).text())![1]!;
    await who.post(path, { act: "sign", read });
  };
  await sign(world.as("mentee"), `${pair.at}/agreement`);
  await pair.pass(20);
  const today = () => textOf(world.as("coordinator").get(`/organizations/${world.riverside}/today`));
  expect(await today()).toContain("Not signed yet: Jonas Mentor. It waits for a guardian of Maya Mentee; none is named yet.");
  await sign(world.as("mentor"), `${pair.at}/agreement`);
  expect(await today()).not.toContain("Not signed yet");
  const ana = world.asPerson(await by.confirmed({ language: "en" }));
  expect(await today()).toContain("It waits for a guardian of Maya Mentee: Ana Parent.");
  expect(await textOf(world.as("coordinator").get(support()))).toContain("not signed by everybody");
  await sign(ana, `${pair.at}/guardian`);
  expect(await today()).not.toContain("No agreement");
  expect(await textOf(world.as("coordinator").get(support()))).toContain("signed by everybody,");
});
