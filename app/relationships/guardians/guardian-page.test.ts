import { afterAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { anaAddress, standingBy } from "../../../testing/standing-by.ts";
import { smallWorld, type World } from "../../../testing/world.ts";

let app: TestApp;
let world: World;
let by: Awaited<ReturnType<typeof standingBy>>;
let pair: Awaited<ReturnType<typeof livingPair>>;
let ana: ReturnType<World["asPerson"]>;
beforeEach(async () => {
  await app?.[Symbol.asyncDispose]();
  app = await testApp();
  world = await smallWorld(app);
  by = await standingBy(app, world);
  pair = await livingPair(app, world);
  ana = world.asPerson(await by.confirmed({ language: "en" }));
});
afterAll(() => app[Symbol.asyncDispose]());

const textOf = async (response: Response | Promise<Response>): Promise<string> =>
  (await (await response).text()).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
const guardianPage = () => `${pair.at}/guardian`;

async function guardiansSign(): Promise<void> {
  await pair.here(({ db }) =>
    db
      .insertInto("relationship_setting")
      .values({ organization_id: world.riverside, program_id: world.first, guardian_signs: true })
      .execute(),
  );
}

async function sign(who: ReturnType<World["asPerson"]>, path = `${pair.at}/agreement`): Promise<Response> {
  const read = /name="read" value="([^"]+)"/.exec(await (await who.get(path)).text())?.[1] ?? "0".repeat(64);
  return who.post(path, { act: "sign", read });
}

async function writeAgreement(): Promise<void> {
  const fields = { "text.where": "In the library.", seen: "0", shown: "0" };
  await world.as("mentee").post(`${pair.at}/agreement/change`, fields);
}

test("a guardian sees who, since when, when they meet and what they agreed; by first names, and nothing they write", async () => {
  await writeAgreement();
  const at = new Date(app.now().getTime() + 86_400_000);
  await pair.here(({ db }) =>
    db
      .insertInto("session")
      .values({
        organization_id: world.riverside,
        id: crypto.randomUUID(),
        relationship_id: pair.its.relationshipId,
        starts_at: at,
        ends_at: new Date(at.getTime() + 3_600_000),
        time_zone: "Europe/Berlin",
        place_kind: "phone",
        place: "",
        agreed_at: app.now(),
        agenda: "SECRET AGENDA",
        notes: "SECRET NOTES",
      })
      .execute(),
  );
  const page = await textOf(ana.get(guardianPage()));
  for (const seen of [
    "Maya Mentee with Jonas",
    "First Steps",
    "Active",
    "In the library.",
    "planned",
    "Ruth Coordinator",
    "coordinator@example.org",
  ])
    expect(page).toContain(seen);
  for (const unseen of ["Jonas Mentor", "SECRET", "mentor@example.org"]) expect(page).not.toContain(unseen);
  const mine = await textOf(ana.get("/"));
  expect(mine).toContain("Maya Mentee with Jonas");
  expect(mine).toContain("Ruth Coordinator");
  expect(mine).not.toContain("You take part in no program");
});

test("only who has said yes sees it, and only as long as it holds", async () => {
  await by.name({ email: "not.yet@example.org" });
  expect((await world.asPerson(await by.idOf("not.yet@example.org")).get(guardianPage())).status).toBe(404);
  for (const other of ["mentor", "mentee", "coordinator", "otherMentor"] as const)
    expect((await world.as(other).get(guardianPage())).status, other).toBe(404);
  const [open] = await by.guardianships();
  await world.as("mentee").post(by.guardiansPage, { act: "end", guardianshipId: open!.id });
  expect((await ana.get(guardianPage())).status).toBe(404);
  expect(await textOf(ana.get("/"))).not.toContain("Maya Mentee with Jonas");
});

test("everybody in it is told on its pages that a guardian sees it", async () => {
  const also = "a guardian of Maya Mentee";
  for (const page of ["", "/sessions", "/agreement", "/agreement/change"])
    for (const who of ["mentor", "mentee"] as const) expect(await textOf(world.as(who).get(pair.at + page)), page).toContain(also);
  expect(await textOf(world.as("mentee").get(`${pair.at}/messages`))).not.toContain(also);
  expect(await textOf(world.as("mentee").get("/"))).toContain("Ana Parent sees that your relationship goes on");
});

test("where guardians sign, the agreement waits for one, who is asked once the two have signed", async () => {
  await guardiansSign();
  await writeAgreement();
  await sign(world.as("mentee"));
  expect((await by.lettersTo(anaAddress)).filter(({ subject }) => subject.includes("signature"))).toHaveLength(0);
  await sign(world.as("mentor"));
  const waits = "It waits for a guardian of Maya Mentee: Ana Parent.";
  expect(await textOf(world.as("mentor").get(`${pair.at}/agreement`))).toContain(waits);
  expect(await textOf(world.as("coordinator").get(`${pair.at}/agreement`))).toContain(waits);
  const asked = (await by.lettersTo(anaAddress)).filter(({ subject }) => subject === "The agreement of Maya Mentee wants your signature");
  expect(asked).toHaveLength(1);
  expect(await textOf(ana.get("/"))).toContain("Read and sign the agreement");
  expect((await sign(ana, guardianPage())).status).toBe(303);
  expect(await textOf(world.as("mentee").get(`${pair.at}/agreement`))).toContain("Ana Parent, guardian, signed");
  expect(await textOf(world.as("mentee").get(`${pair.at}/agreement`))).toContain("Everybody has signed.");
  expect(await textOf(ana.get("/"))).not.toContain("Read and sign the agreement");
  // A guardian who is it no more has not signed for her.
  const [open] = await by.guardianships();
  await ana.post(by.guardiansPage, { act: "end", guardianshipId: open!.id });
  expect(await textOf(world.as("mentee").get(`${pair.at}/agreement`))).toContain(
    "It waits for a guardian of Maya Mentee; none is named yet.",
  );
});

test("without the setting no guardian signs, and nobody waits for one", async () => {
  await writeAgreement();
  await sign(world.as("mentee"));
  await sign(world.as("mentor"));
  expect(await textOf(world.as("mentee").get(`${pair.at}/agreement`))).toContain("Everybody has signed.");
  expect((await sign(ana, guardianPage())).status).toBe(404);
  expect((await by.lettersTo(anaAddress)).filter(({ subject }) => subject.includes("signature"))).toHaveLength(0);
});

test("at the end a guardian is asked once; what she says only coordinators read", async () => {
  expect(await textOf(ana.post(guardianPage(), { act: "farewell", good: "5" }))).toContain("You are asked when it comes to its end");
  await world.as("mentee").post(`${pair.at}/closure`, { act: "begin", ending: "planned" });
  const asked = async () => (await by.lettersTo(anaAddress)).filter(({ subject }) => subject === "How was it for Maya Mentee?");
  const [letter] = await asked();
  expect(letter?.text).toMatch(/\/join\/\S+/);
  expect(await textOf(ana.get("/"))).toContain("Answer the questions at the end");
  const said = { act: "farewell", good: "5", safe: "2", again: "", words: "She was often sad afterwards." };
  expect((await ana.post(guardianPage(), said)).status).toBe(303);
  const forCoordinators = await textOf(world.as("coordinator").get(`${pair.at}/closure`));
  expect(forCoordinators).toContain("Ana Parent, a guardian");
  expect(forCoordinators).toContain("She was often sad afterwards.");
  expect(forCoordinators).toContain("felt safe 2 / 5");
  for (const who of ["mentor", "mentee"] as const)
    expect(await textOf(world.as(who).get(`${pair.at}/closure`))).not.toMatch(/sad afterwards|a guardian/);
  const [row] = await pair.here(({ db }) => db.selectFrom("guardian_farewell").select("words").execute());
  expect(row!.words!.includes(Buffer.from("sad"))).toBe(false);
  await world.as("coordinator").post(`${pair.at}/closure`, { act: "stop" });
  expect(await asked()).toHaveLength(1);
  // What is over and answered leaves her page; its own page stays.
  expect(await textOf(ana.get("/"))).not.toContain("Maya Mentee with Jonas");
  expect((await ana.get(guardianPage())).status).toBe(200);
});

test("a coordinator who is a guardian looks after nothing of that relationship", async () => {
  expect((await world.as("coordinator").get(`${pair.at}/support`)).status).toBe(200);
  await by.confirmed({ email: "coordinator@example.org", name: "Ruth" });
  for (const page of ["support", "closure"]) expect((await world.as("coordinator").get(`${pair.at}/${page}`)).status, page).toBe(404);
  expect((await world.as("coordinator").get(guardianPage())).status).toBe(200);
  expect((await world.as("administrator").get(`${pair.at}/support`)).status).toBe(200);
});

test("a guardian can say that something is wrong, about whom her ward is with", async () => {
  const page = await textOf(ana.get(`/organizations/${world.riverside}/concerns/new?relationship=${pair.its.relationshipId}`));
  for (const nameable of ["Jonas Mentor", "Maya Mentee", "Ruth Coordinator"]) expect(page).toContain(nameable);
});
