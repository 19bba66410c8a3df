import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePerson } from "../../../../testing/accounts.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { Browsing } from "../../../../testing/browsing.ts";
import { smallWorld, type World } from "../../../../testing/world.ts";
import { inOrganization } from "../../../platform/context.ts";
import { makeEntryLink, type EntryLink } from "../entry-link.ts";
import { sessionCookie } from "../session-cookie.ts";
import { startSession } from "../start-session.ts";

let app: TestApp;
let world: World;
let count = 0;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** Somebody whom an import brought: a person and a member, who has never been here. */
async function invite(link: Partial<EntryLink> = {}): Promise<{ personId: string; email: string; path: string }> {
  const email = `noor${++count}@example.org`;
  const personId = link.personId ?? (await makePerson(app, { email, name: "Noor Haddad", isVerified: false }));
  const url = await inOrganization(app, world.riverside, (ctx) =>
    makeEntryLink(ctx, { personId, organizationId: world.riverside, destination: "/account", ...link }),
  );
  expect(url).toMatch(/^http:\/\/localhost:3000\/join\/[\w.-]+$/);
  return { personId, email, path: new URL(url).pathname };
}
const member = (personId: string) =>
  inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("member").selectAll().where("organization_id", "=", world.riverside).where("person_id", "=", personId).executeTakeFirst(),
  );
const signedIn = async (personId: string): Promise<Browsing> => {
  const browser = new Browsing(app);
  for (const cookie of await startSession(app, personId)) {
    const [name = "", value = ""] = cookie.split(";")[0]!.split(/=(.*)/);
    browser.cookies.set(name, value);
  }
  return browser;
};

test("one button signs her in, and she is a member from then on", async () => {
  const { personId, email, path } = await invite({ programId: world.first });
  const browser = new Browsing(app);
  for (let look = 0; look < 2; look++) {
    const text = await browser.textOf(path);
    expect(text).toContain("Welcome, Noor Haddad");
    expect(text).toContain("Riverside University is waiting for you in “First Steps”");
    expect(text).toContain(email);
  }
  expect(await member(personId)).toBeUndefined();

  const response = await browser.post(path, { timeZone: "Asia/Beirut" });
  expect(response.headers.get("location")).toBe("/account");
  expect(await browser.textOf("/account")).toContain(email);
  expect((await member(personId))?.joined_at).toBeInstanceOf(Date);
  expect((await member(personId))?.role).toBe("member");
  const person = await app.owner.selectFrom("auth.person").selectAll().where("id", "=", personId).executeTakeFirstOrThrow();
  expect(person).toMatchObject({ email_verified: true, time_zone: "Asia/Beirut" });
});

test("a guess of the time zone that is none is left alone", async () => {
  const { personId, path } = await invite();
  await new Browsing(app).post(path, { timeZone: "Middle/Earth" });
  const person = await app.owner.selectFrom("auth.person").selectAll().where("id", "=", personId).executeTakeFirstOrThrow();
  expect(person.time_zone).toBe("UTC");
});

test("used once, it asks for sign-in; and whoever is in goes straight on", async () => {
  const { path } = await invite();
  const first = new Browsing(app);
  await first.post(path, {});
  const second = new Browsing(app);
  const again = await second.post(path, {});
  expect(second.cookies.has(sessionCookie)).toBe(false);
  expect(await second.textOf(again.headers.get("location")!)).toContain("used already");
  expect(await second.textOf(path)).toContain("/sign-in?next=%2Faccount");
  expect((await first.get(path)).headers.get("location")).toBe("/account");
});

test("five clicks at the same moment sign in once", async () => {
  const { personId, path } = await invite({ memberRole: "administrator" });
  const browsers = Array.from({ length: 5 }, () => new Browsing(app));
  await Promise.all(browsers.map((browser) => browser.post(path, {})));
  expect(browsers.filter((browser) => browser.cookies.has(sessionCookie))).toHaveLength(1);
  expect(await app.owner.selectFrom("auth.session").select("id").where("person_id", "=", personId).execute()).toHaveLength(1);
});

test("after 30 days it has run out, and says what to do", async () => {
  const { personId, path } = await invite();
  await inOrganization(app, world.riverside, ({ db, now }) =>
    db.updateTable("invitation").set({ expires_at: now }).where("person_id", "=", personId).execute(),
  );
  const browser = new Browsing(app);
  expect(await browser.textOf(path)).toContain("has run out");
  await browser.post(path, {});
  expect(browser.cookies.has(sessionCookie)).toBe(false);
  expect(await member(personId)).toBeUndefined();
});

describe("what the invitation makes of her", () => {
  test("an administrator", async () => {
    const { personId, path } = await invite({ memberRole: "administrator" });
    expect(await new Browsing(app).textOf(path)).toContain("as an administrator");
    await new Browsing(app).post(path, {});
    expect((await member(personId))?.role).toBe("administrator");
  });

  test("a coordinator of the program, with a profile", async () => {
    const { personId, path } = await invite({
      isCoordinator: true,
      programId: world.second,
      destination: `/organizations/${world.riverside}`,
    });
    const browser = new Browsing(app);
    await browser.post(path, {});
    const made = await inOrganization(app, world.riverside, async ({ db }) => ({
      coordinates: await db.selectFrom("coordinator").select("program_id").where("person_id", "=", personId).execute(),
      profile: await db.selectFrom("profile").select("name").where("person_id", "=", personId).executeTakeFirst(),
    }));
    expect(made).toEqual({ coordinates: [{ program_id: world.second }], profile: { name: "Noor Haddad" } });
  });

  test("nothing less than she was", async () => {
    const { path } = await invite({ personId: world.people.owner, memberRole: "administrator" });
    await (await signedIn(world.people.owner)).post(path, {});
    expect((await member(world.people.owner))?.role).toBe("owner");
  });
});

test("somebody else who is signed in is told, and is not any more afterwards", async () => {
  const { email, path } = await invite();
  const browser = await signedIn(world.people.mentor);
  const before = new Map(browser.cookies);
  expect(await browser.textOf(path)).toContain("You are signed in as Jonas Mentor");
  await browser.post(path, {});
  expect(await browser.textOf("/account")).toContain(email);
  const left = new Browsing(app);
  for (const [name, value] of before) left.cookies.set(name, value);
  expect((await left.get("/account")).status).toBe(303);
});

test("a link leads nowhere else than this site, and a broken one says so", async () => {
  const { path } = await invite({ destination: "https://evil.example/" });
  expect((await new Browsing(app).post(path, {})).headers.get("location")).toBe("/");
  for (const broken of ["x", "a.b", "a.b.c", path.slice(6).replace(/.$/, "~"), `${path.split(".")[0]!.slice(6)}.`]) {
    const response = await new Browsing(app).get(`/join/${encodeURIComponent(broken)}`);
    expect(response.status, broken).toBe(200);
    expect(await response.text(), broken).toContain("leads nowhere");
  }
});
