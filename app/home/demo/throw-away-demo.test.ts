import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { Browsing } from "../../../testing/browsing.ts";
import { fillWorld, type FilledWorld } from "../../../testing/filled-world.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { makeSetUpToken } from "../set-up/set-up-token.ts";
import { askForDemo } from "./ask-for-demo.ts";
import { demoAddress } from "./demo-address.ts";
import { demoState } from "./demo-state.ts";
import { listPersonas } from "./list-personas.ts";
import { openDemo } from "./open-demo.ts";

/** It is half a year of many people: a busy machine takes its time. */
const loading = { timeout: 400_000 };
let smtp: SMTPServer;
let app: TestApp;
let world: FilledWorld;
const received: string[] = [];
beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, callback) {
      received.push(JSON.stringify(session.envelope.rcptTo));
      stream.resume().on("end", () => callback());
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  app = await testApp({ settings: { smtpUrl: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}` } });
  world = await fillWorld(app);
  await app.owner.updateTable("installation").set({ demo_loaded_at: null }).execute();
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

const loadDemo = async (one: TestApp): Promise<void> => {
  await asSystem(one, askForDemo);
  expect((await asSystem(one, demoState)).is).toBe("loading");
  expect(await one.jobs.runDue(one)).toEqual(["demo.load"]);
};
const idOf = async (name: string, one = app): Promise<string> => {
  const all = await asSystem(one, (ctx) => listPersonas(ctx, ""));
  return all.find((persona) => persona.name === name)!.personId;
};
const become = (browser: Browsing, personId: string) => browser.post("/demo", { act: "become", personId });

/** Table → number of rows, as far as this organization has them. */
async function countIn(one: TestApp, organizationId: string): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' order by 1`.execute(
    one.owner,
  );
  return inOrganization(one, organizationId, async ({ db }) => {
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from ${sql.id(name)} where organization_id = ${organizationId}`.execute(db);
      counts[name] = rows[0]!.n;
    }
    return counts;
  });
}
/** Everything that belongs to no organization. */
async function countOutside(one: TestApp): Promise<Record<string, number>> {
  const count = async (statement: string): Promise<number> =>
    asSystem(one, async ({ db }) => (await sql.raw<{ n: number }>(`select count(*)::int as n from ${statement}`).execute(db)).rows[0]!.n);
  return {
    people: await count("auth.person"),
    credentials: await count("auth.credential"),
    letters: await count("letter"),
    organizations: await count("organization"),
    jobs: await count("jobs.job where name <> 'demo.load'"),
  };
}

test("thrown away, nothing of it is left, and nothing of anybody else is touched", loading, async () => {
  await app.jobs.runDue(app);
  received.length = 0;
  const real = [world.riverside, world.hillside];
  // Invited to Hillside, where she has never been; later also to the demo.
  const invited = newId();
  await app.owner.insertInto("auth.person").values({ id: invited, email: "invited@example.org", name: "Invited" }).execute();
  await inOrganization(app, world.hillside, ({ db }) =>
    db.insertInto("member").values({ organization_id: world.hillside, person_id: invited }).execute(),
  );
  const before = { in: await Promise.all(real.map((id) => countIn(app, id))), outside: await countOutside(app) };
  await loadDemo(app);
  const demo = await asSystem(app, openDemo);
  expect(demo).toHaveLength(2);
  expect((await countIn(app, demo[0]!))["participant"]).toBeGreaterThan(90);

  // Something is done in it: Maya says yes, and a stranger is brought in by hand.
  const maya = new Browsing(app);
  await become(maya, await idOf("Maya Okafor"));
  const offer = /\/organizations\/[0-9a-f-]+\/offers\/[0-9a-f-]+/.exec(await maya.textOf("/"))![0];
  expect((await maya.post(offer, { act: "accept", adult: "on" })).status).toBe(303);
  await inOrganization(app, demo[0]!, async ({ db }) => {
    const stray = newId();
    await db.insertInto("auth.person").values({ id: stray, email: "stray@example.org", name: "Stray" }).execute();
    await db.insertInto("member").values({ organization_id: demo[0]!, person_id: stray }).execute();
    // Somebody real has a look from inside.
    for (const person_id of [world.people.mentor, invited])
      await db.insertInto("member").values({ organization_id: demo[0]!, person_id }).execute();
  });

  const owner = world.as("installationOwner");
  expect(await (await owner.get("/demo/throw-away")).text()).toContain("Throw it away");
  const thrown = await owner.post("/demo/throw-away", {});
  expect(thrown.headers.get("location")).toBe("/");

  expect((await asSystem(app, demoState)).is).toBe("none");
  for (const id of demo) expect(Object.entries(await countIn(app, id)).filter(([, n]) => n > 0)).toEqual([]);
  expect({ in: await Promise.all(real.map((id) => countIn(app, id))), outside: await countOutside(app) }).toEqual(before);
  expect((await maya.get("/account")).status).toBe(303);
  expect((await new Browsing(app).get("/demo")).status).toBe(404);
  expect(await app.jobs.runDue(app)).toEqual([]);
});

test("no letter leaves, although there is a mail server", loading, async () => {
  received.length = 0;
  await loadDemo(app);
  const maya = new Browsing(app);
  await become(maya, await idOf("Maya Okafor"));
  const offer = /\/organizations\/[0-9a-f-]+\/offers\/[0-9a-f-]+/.exec(await maya.textOf("/"))![0];
  await maya.post(offer, { act: "accept", adult: "on" });
  expect(await app.jobs.runDue(app)).toContain("letters.deliver");
  await asSystem(app, async (ctx) => {
    await openDemo(ctx);
    const letters = await ctx.db.selectFrom("letter").select("state").where("to_address", "like", "%understory-demo.example").execute();
    expect(letters.length).toBeGreaterThan(100);
    expect(letters.filter(({ state }) => state !== "kept")).toEqual([]);
  });
  expect(received).toEqual([]);
});

test("once there is an owner, only she throws it away", async () => {
  const ruth = new Browsing(app);
  await become(ruth, await idOf("Ruth Abernathy"));
  for (const refused of [
    await ruth.post("/demo/throw-away", {}),
    await new Browsing(app).post("/demo/throw-away", {}),
    await world.as("owner").post("/demo/throw-away", {}),
  ])
    expect(refused.status).toBe(403);
  expect(await ruth.textOf("/demo/throw-away")).not.toContain("Throw it away");
  expect((await asSystem(app, demoState)).is).toBe("loaded");
});

test("somebody real can never be become, whatever she has to do with the demo", async () => {
  const [organizationId] = (await asSystem(app, openDemo)) as [string];
  const make = async (email: string, { elsewhere = false, password = false } = {}): Promise<string> => {
    const id = newId();
    await app.owner.insertInto("auth.person").values({ id, email, name: "Real" }).execute();
    if (password)
      await app.owner
        .insertInto("auth.credential")
        .values({ id: newId(), person_id: id, provider_id: "credential", account_id: id, password: "…" })
        .execute();
    for (const organization of [organizationId, ...(elsewhere ? [world.hillside] : [])])
      await inOrganization(app, organization, ({ db }) =>
        db.insertInto("member").values({ organization_id: organization, person_id: id }).execute(),
      );
    return id;
  };
  const invented = await make(demoAddress("invented"));
  const real = {
    "with an address of her own": await make("real@example.org"),
    "with a password": await make(demoAddress("with-password"), { password: true }),
    "with another organization": await make(demoAddress("elsewhere"), { elsewhere: true }),
    "outside the demo": world.people.mentee,
    "owner of the installation": world.people.installationOwner,
    "nobody at all": newId(),
  };
  for (const [who, personId] of Object.entries(real)) {
    const browser = new Browsing(app);
    expect((await become(browser, personId)).status, who).toBe(404);
    expect((await browser.get("/account")).headers.get("location"), who).toContain("/sign-in");
  }
  const browser = new Browsing(app);
  expect((await become(browser, invented)).headers.get("location")).toBe("/");
  expect(await browser.textOf("/account")).toContain(demoAddress("invented"));
});

test("every page says that it is a demo, and of whom one was no session is left", async () => {
  const browser = new Browsing(app);
  const jonas = await idOf("Jonas Lindqvist");
  await become(browser, jonas);
  const text = await browser.textOf("/account");
  expect(text).toContain("This is a demo, and you are Jonas Lindqvist.");
  expect(text).toContain('href="/demo/throw-away"');
  await become(browser, await idOf("سليم حداد"));
  expect(await browser.textOf("/account")).toContain("سليم حداد");
  expect(await app.owner.selectFrom("auth.session").select("id").where("person_id", "=", jonas).execute()).toEqual([]);
  expect(await (await world.as("mentee").get("/account")).text()).not.toContain("This is a demo");
});

test("everybody is found by a part of a name, in either script", async () => {
  const browser = new Browsing(app);
  for (const search of ["lindqv", "سليم", "salim", "robotics group"]) {
    const text = await browser.textOf(`/demo?q=${encodeURIComponent(search)}`);
    expect(text.match(/value="become"/g)?.length, search).toBeGreaterThanOrEqual(1);
  }
  expect(await browser.textOf("/demo?q=nobodyatall")).toContain("Nobody in the demo is called that");
  expect((await browser.textOf("/demo?all")).match(/value="become"/g)).toHaveLength(50);
});

test("in an empty installation the demo comes first, and its owner can come later", loading, async () => {
  await using empty = await testApp();
  const visitor = new Browsing(empty);
  expect((await visitor.get("/")).headers.get("location")).toBe("/set-up");
  expect((await visitor.get("/demo")).status).toBe(404);
  // Without the token nobody has it loaded; with it, a button does.
  expect((await visitor.post("/set-up", { act: "demo", token: "guess" })).status).toBe(422);
  const token = (await makeSetUpToken(empty))!;
  expect((await visitor.post("/set-up", { act: "demo", token })).headers.get("location")).toBe("/demo");
  expect(await visitor.textOf("/demo")).toContain("The demo is on its way");
  expect(await empty.jobs.runDue(empty)).toEqual(["demo.load"]);

  expect((await visitor.get("/")).headers.get("location")).toBe("/demo");
  await become(visitor, await idOf("Ruth Abernathy", empty));
  expect((await visitor.get("/")).status).toBe(200);

  const owner = new Browsing(empty);
  await owner.post("/set-up", {
    name: "Real Owner",
    email: "owner@example.org",
    password: "rain on the tin roof",
    organization: "Real University",
    language: "en",
    timeZone: "Europe/Berlin",
    token,
  });
  expect(await owner.textOf("/account")).toContain("owner@example.org");
  expect((await visitor.post("/demo/throw-away", {})).status).toBe(403);
  expect((await owner.post("/demo/throw-away", {})).status).toBe(303);
  expect(await empty.owner.selectFrom("auth.person").select("name").execute()).toEqual([{ name: "Real Owner" }]);
});

test("without an owner, whoever looks around may throw it away; asked for twice, it is loaded once", loading, async () => {
  await using empty = await testApp();
  await Promise.all([asSystem(empty, askForDemo), asSystem(empty, askForDemo)]);
  expect(await empty.jobs.runDue(empty)).toEqual(["demo.load"]);
  const visitor = new Browsing(empty);
  await become(visitor, await idOf("Maya Okafor", empty));
  expect((await visitor.post("/demo/throw-away", {})).status).toBe(303);
  expect(await empty.owner.selectFrom("auth.person").select("name").execute()).toEqual([]);
  expect((await visitor.get("/")).headers.get("location")).toBe("/set-up");
});
