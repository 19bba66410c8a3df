import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { goodPassword, letters } from "../../../testing/accounts.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { Browsing } from "../../../testing/browsing.ts";
import { leaveTraces } from "../../../testing/everything-of-somebody.ts";
import { fillWorld, type FilledWorld } from "../../../testing/filled-world.ts";
import { addParticipant } from "../../../testing/world.ts";
import { hashPassword } from "../../people/accounts/password-hash.ts";
import { asSystem, inOrganization, openEveryOrganization } from "../../platform/context.ts";

let app: TestApp;
let world: FilledWorld;
let maya: { personId: string; email: string; name: string };
beforeEach(async () => {
  app = await testApp();
  world = await fillWorld(app);
  maya = await leaveTraces(app, world);
  await app.owner
    .updateTable("auth.credential")
    .set({ password: await hashPassword(goodPassword) })
    .execute();
  await app.owner.deleteFrom("auth.two_factor").execute();
});
afterEach(() => app[Symbol.asyncDispose]());

/** Every column of every table, jobs included, in which one of these words stands; case aside. */
async function traces(words: readonly string[]): Promise<string[]> {
  const columns = await sql<{ schema: string; table: string; column: string }>`
    select c.table_schema as schema, c.table_name as table, c.column_name as column
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema in ('public', 'auth') and t.table_type = 'BASE TABLE' and c.data_type not in ('bytea', 'boolean', 'integer', 'smallint', 'bigint')
    union all select 'jobs', 'job', column_name from information_schema.columns
      where table_schema = 'jobs' and table_name = 'job' and column_name in ('data', 'output', 'singleton_key')`.execute(app.owner);
  expect(columns.rows.length).toBeGreaterThan(200);
  return asSystem(app, async (ctx) => {
    await openEveryOrganization(ctx);
    const found: string[] = [];
    for (const { schema, table, column } of columns.rows) {
      if (table === "migration") continue;
      for (const word of words) {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from ${sql.id(schema, table)} t where strpos(lower(t.${sql.id(column)}::text), lower(${word})) > 0`.execute(
          ctx.db,
        );
        if (rows[0]!.n > 0) found.push(`${table}.${column}: ${word}`);
      }
    }
    return found;
  });
}

async function signedIn(): Promise<Browsing> {
  const browser = new Browsing(app);
  await browser.post("/sign-in", { act: "password", email: maya.email, password: goodPassword, next: "" });
  return browser;
}
const remove = (browser: Browsing, fields: Record<string, string> = {}) =>
  browser.post("/account/delete", { act: "delete", email: maya.email.toUpperCase(), password: goodPassword, token: "", ...fields });

test("after she has deleted her account, no column anywhere holds her number, her address or her name", async () => {
  const words = [maya.personId, maya.email, maya.name];
  const before = await traces(words);
  // The control: she was in all of these.
  expect(new Set(before.map((trace) => trace.split(".")[0])).size).toBeGreaterThan(18);

  const browser = await signedIn();
  const response = await remove(browser);
  expect([response.status, response.headers.get("location")]).toEqual([303, "/sign-in"]);
  await app.jobs.runDue(app);

  // What the audit keeps is a number, and nothing says any more whose it was.
  expect(await traces(words)).toEqual([`audit_entry.actor_id: ${maya.personId}`, `audit_entry.subject_id: ${maya.personId}`]);
  expect((await browser.get("/account")).headers.get("location")).toContain("/sign-in");
  // She can neither sign in nor delete anything again.
  expect((await remove(await signedIn())).headers.get("location")).toContain("/sign-in?next=");
});

test("what is not hers stays as it was", async () => {
  await remove(await signedIn());
  const left = await inOrganization(app, world.riverside, async ({ db }) => ({
    rows: (await db.selectFrom("import_row").select("line").execute()).map(({ line }) => line),
    problems: (await db.selectFrom("import_problem").select("line").execute()).map(({ line }) => line),
    relationships: await db.selectFrom("relationship").select(["state", "reasons"]).execute(),
    partners: (await db.selectFrom("relationship_person").select("person_id").execute()).map((row) => row.person_id),
    files: (await db.selectFrom("file").select("kind").orderBy("kind").execute()).map(({ kind }) => kind),
    members: (await db.selectFrom("member").select("person_id").execute()).length,
  }));
  expect(left).toEqual({
    rows: [3],
    problems: [3],
    relationships: [{ state: "concluded", reasons: {} }],
    partners: [world.people.mentor],
    // What was reported stays as long as its case.
    files: ["case", "import"],
    members: 7,
  });
  const about = await asSystem(app, ({ db }) =>
    db.selectFrom("letter").select(["subject", "text_body"]).where("to_address", "=", "mentor@example.org").orderBy("created_at").execute(),
  );
  expect(about[0]).toEqual({ subject: "… has said yes", text_body: "…, write to …. Mayan Mentees stay." });
});

test("who counted on her is told, without her name, and so is who runs the program", async () => {
  await remove(await signedIn());
  const sent = (await letters(app)).filter(({ subject }) => /left|holds/.test(subject));
  expect(new Set(sent.map(({ to, subject }) => `${to}: ${subject}`))).toEqual(
    new Set(["coordinator@example.org: Somebody has left First Steps", "mentor@example.org: Your mentee has left"]),
  );
  expect(sent).toHaveLength(2);
  expect(sent.map(({ text }) => text).join()).toContain("Jonas Mentor (their pair has ended)");
});

test("an open offer lets its place go, and the other side hears of it", async () => {
  await inOrganization(app, world.riverside, async ({ db }) => {
    await db.updateTable("offer").set({ state: "open" }).execute();
    await db.deleteFrom("relationship").execute();
  });
  await remove(await signedIn());
  const subjects = (await letters(app)).filter(({ to }) => to === "mentor@example.org").map(({ subject }) => subject);
  expect(subjects).toContain("The offer no longer holds");
  const held = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("offer").select("id").where("state", "in", ["open", "accepted"]).execute(),
  );
  expect(held).toEqual([]);
});

test("without the right address or password nothing happens, and wrong tries count", async () => {
  const browser = await signedIn();
  const wrong = await remove(browser, { email: "maya@example.org" });
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("not the address of your account") as string]);
  for (let attempt = 0; attempt < 10; attempt++) expect((await remove(browser, { password: "wrong wrong" })).status).toBe(422);
  expect((await remove(browser)).status).toBe(409);
  expect((await browser.get("/account")).status).toBe(200);
});

test("a letter stands for the password, once, and only for her own account", async () => {
  const browser = await signedIn();
  await browser.post("/account/delete", { act: "sendLink" });
  const letter = (await letters(app)).find(({ subject }) => subject === "Delete your account?")!;
  expect(letter.to).toBe(maya.email);
  const token = new URL(letter.path, "http://x").searchParams.get("token")!;
  expect((await browser.get(`/account/delete?token=${token}`)).status).toBe(200);
  const others = await world
    .as("otherMentee")
    .post("/account/delete", { act: "delete", email: "othermentee@example.org", token, password: "" });
  expect(others.status).toBe(409);
  expect((await remove(browser, { password: "", token: "no-such-token" })).status).toBe(409);
  expect((await remove(browser, { password: "", token })).status).toBe(303);
  expect(await traces([maya.email])).toEqual([]);
});

test("the last owner stays until somebody takes over, and is told what to do", async () => {
  const owner = world.as("owner");
  const page = await (await owner.get("/account/delete")).text();
  expect(page).toContain("You are the only owner of Riverside University");
  expect(page).not.toContain("Delete my account now");
  for (const path of ["/account/delete", `/organizations/${world.riverside}/leave`]) {
    const fields = { act: path.endsWith("leave") ? "submit" : "delete", email: "owner@example.org", password: "x", token: "" };
    const refused = await owner.post(path, fields);
    expect([refused.status, await refused.text()], path).toEqual([409, expect.stringMatching(/owner/) as string]);
  }
  expect((await owner.get(`/organizations/${world.riverside}`)).status).toBe(200);
  expect(await (await world.as("installationOwner").get("/account/delete")).text()).toContain("You run this installation");
});

test("who leaves one organization keeps her account and her part elsewhere", async () => {
  const { personId } = maya;
  await inOrganization(app, world.hillside, async ({ db }) => {
    await db.insertInto("member").values({ organization_id: world.hillside, person_id: personId, joined_at: new Date() }).execute();
    await db.insertInto("profile").values({ organization_id: world.hillside, person_id: personId, name: "Maya of the Hill" }).execute();
  });
  const browser = await signedIn();
  const path = `/organizations/${world.riverside}/leave`;
  const page = await browser.textOf(path);
  expect(page).toContain("Your place and your answers in First Steps");
  expect(page).toContain("Your pair or open offer with one person");
  expect((await browser.post(path, {})).status).toBe(303);
  expect((await browser.get(path)).status).toBe(404);
  expect((await browser.get(`/organizations/${world.hillside}/profile`)).status).toBe(200);
  const left = await inOrganization(app, world.riverside, async ({ db }) => {
    const names: string[] = [];
    for (const table of ["profile", "member", "participant", "invitation", "coordinator", "unsubscription", "import_change"] as const) {
      const row = await db.selectFrom(table).select("person_id").where("person_id", "=", personId).executeTakeFirst();
      if (row) names.push(table);
    }
    return names;
  });
  expect(left).toEqual([]);
});

test("leaving twice at once is leaving once", async () => {
  const { personId } = await addParticipant(app, {
    organizationId: world.riverside,
    programId: world.first,
    role: "mentee",
    name: "Noor New",
  });
  const visitor = world.asPerson(personId);
  const path = `/organizations/${world.riverside}/leave`;
  await visitor.get(path);
  const outcomes = await Promise.all([visitor.post(path, {}), visitor.post(path, {})]);
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([303, 404]));
});
