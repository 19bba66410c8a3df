import { afterAll, beforeEach, expect, test } from "vitest";
import { Conflict } from "../../platform/errors.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { anaAddress, standingBy } from "../../../testing/standing-by.ts";
import { smallWorld, type World } from "../../../testing/world.ts";

let app: TestApp;
let world: World;
let by: Awaited<ReturnType<typeof standingBy>>;
beforeEach(async () => {
  await app?.[Symbol.asyncDispose]();
  app = await testApp();
  world = await smallWorld(app);
  by = await standingBy(app, world);
});
afterAll(() => app[Symbol.asyncDispose]());

const textOf = async (response: Response): Promise<string> => (await response.text()).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

test("a coordinator names a guardian: she is asked in her language, and the person herself is told", async () => {
  expect((await by.name()).status).toBe(303);
  const [asked] = await by.lettersTo(anaAddress);
  expect(asked?.subject).toBe("¿Eres persona tutora de Maya Mentee en Riverside University?");
  const [told] = await by.lettersTo("mentee@example.org");
  expect(told?.subject).toBe("Ana Parent was named as your guardian");
  expect(told?.text).toContain("Ruth Coordinator named Ana Parent as your guardian");
  expect(await textOf(await world.as("coordinator").get(by.guardiansOf("mentee")))).toContain("Has not answered yet");
  expect(await textOf(await world.as("mentee").get(by.guardiansPage))).toContain("Asked, and has not answered yet");
});

test("her letter's link brings her in, and her own yes makes her a guardian", async () => {
  await by.name();
  const [asked] = await by.lettersTo(anaAddress);
  const link = /\/join\/\S+/.exec(asked!.text)![0];
  const entered = await world.as("visitor").post(link, { timeZone: "Europe/Madrid" });
  expect(entered.headers.get("location")).toBe(by.guardiansPage);
  const ana = world.asPerson(await by.idOf(anaAddress));
  const [guardianship] = await by.guardianships();
  expect(await textOf(await ana.get(`${by.guardiansPage}?lang=en`))).toContain("Are you a guardian of Maya Mentee?");
  // Nobody says it for her.
  for (const other of ["mentee", "coordinator"] as const)
    expect((await world.as(other).post(by.guardiansPage, { act: "confirm", guardianshipId: guardianship!.id })).status).toBe(404);
  expect((await ana.post(by.guardiansPage, { act: "confirm", guardianshipId: guardianship!.id })).headers.get("location")).toBe("/");
  expect((await by.guardianships())[0]?.confirmed_at).not.toBeNull();
  expect(await textOf(await world.as("coordinator").get(by.guardiansOf("mentee")))).toContain("Has said yes");
});

test("asked again she gets another letter; once she has answered, no more", async () => {
  await by.name();
  const [first] = await by.guardianships();
  const again = () => world.as("coordinator").post(by.guardiansOf("mentee"), { act: "again", guardianshipId: first!.id });
  app.travel(new Date(app.now().getTime() + 60_000));
  await again();
  expect(await by.lettersTo(anaAddress)).toHaveLength(2);
  await world.asPerson(await by.idOf(anaAddress)).post(by.guardiansPage, { act: "confirm", guardianshipId: first!.id });
  expect(await textOf(await again())).toContain("The answer has come meanwhile");
});

test("the guardian, the person herself and a coordinator can end it; nobody else", async () => {
  for (const who of ["guardian", "mentee", "coordinator"] as const) {
    const ana = await by.confirmed();
    const open = (await by.guardianships()).find(({ ended_at }) => ended_at === null)!;
    expect((await world.as("mentor").post(by.guardiansPage, { act: "end", guardianshipId: open.id })).status).toBe(404);
    expect((await world.as("otherCoordinator").post(by.guardiansOf("mentee"), { act: "end", guardianshipId: open.id })).status).toBe(404);
    const end = { act: "end", guardianshipId: open.id };
    const response =
      who === "coordinator"
        ? await world.as(who).post(by.guardiansOf("mentee"), end)
        : await (who === "guardian" ? world.asPerson(ana) : world.as(who)).post(by.guardiansPage, end);
    expect(response.status, who).toBe(303);
    expect((await by.guardianships()).every(({ ended_at }) => ended_at !== null)).toBe(true);
  }
});

test("nobody is her own guardian, and nobody is it twice", async () => {
  expect(await textOf(await by.name({ email: "mentee@example.org" }))).toContain("A guardian is somebody else");
  await by.name();
  expect(await textOf(await by.name())).toContain("Somebody with this address is named already");
  for (const one of [1, 2, 3]) await by.name({ email: `more${one}@example.org` });
  expect(await textOf(await by.name({ email: "fifth@example.org" }))).toContain("There are four guardians already");
});

test("a mentor is no guardian of her mentee, and a guardian no mentor", async () => {
  await livingPair(app, world);
  expect(await textOf(await by.name({ email: "mentor@example.org" }))).toContain("Jonas Mentor and Maya Mentee are in a relationship here");
  expect(await by.guardianships()).toEqual([]);
});

test("what would make a guardian a mentor does not begin", async () => {
  await by.confirmed({ email: "mentor@example.org" });
  await expect(livingPair(app, world)).rejects.toBeInstanceOf(Conflict);
  const pairs = await app.owner.selectFrom("relationship").select("id").execute();
  expect(pairs).toEqual([]);
});
