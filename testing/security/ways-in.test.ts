/** Letters that are still lying about: what they open after the account was secured. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../../app/platform/context.ts";
import { makeEntryLink } from "../../app/people/accounts/entry-link.ts";
import { sessionCookie } from "../../app/people/accounts/session-cookie.ts";
import { goodPassword, letters, makePerson } from "../accounts.ts";
import { testApp, type TestApp } from "../app.ts";
import { Browsing } from "../browsing.ts";
import { smallWorld, type World } from "../world.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

test("after a change of address the old mailbox holds no link that signs in, from whatever organization", async () => {
  const personId = await makePerson(app, { email: "maya@example.org", password: goodPassword });
  const paths: string[] = [];
  for (const organizationId of [world.riverside, world.hillside]) {
    const url = await inOrganization(app, organizationId, (ctx) => makeEntryLink(ctx, { personId, organizationId, destination: "/" }));
    paths.push(new URL(url).pathname);
  }
  const browser = new Browsing(app);
  await browser.post("/sign-in", { act: "link", email: "maya@example.org", next: "" });
  paths.push((await letters(app)).at(-1)!.path);
  await browser.post("/forgotten-password", { email: "maya@example.org" });
  const reset = (await letters(app)).at(-1)!.path;

  await browser.post("/sign-in", { act: "password", email: "maya@example.org", password: goodPassword, next: "" });
  await browser.post("/account", { act: "email", email: "maya.new@example.org", current: goodPassword });
  expect((await browser.post((await letters(app)).at(-1)!.path, {})).headers.get("location")).toBe("/account");

  for (const path of paths) {
    const finder = new Browsing(app);
    await finder.post(path, {});
    expect(finder.cookies.has(sessionCookie), path).toBe(false);
  }
  const finder = new Browsing(app);
  await finder.post(reset, { password: "taken over at last" });
  await finder.post("/sign-in", { act: "password", email: "maya.new@example.org", password: "taken over at last", next: "" });
  expect(finder.cookies.has(sessionCookie)).toBe(false);
});

test("the control: before it, the link of an organization signs in", async () => {
  const personId = await makePerson(app, { email: "noor@example.org" });
  const url = await inOrganization(app, world.riverside, (ctx) =>
    makeEntryLink(ctx, { personId, organizationId: world.riverside, destination: "/" }),
  );
  const browser = new Browsing(app);
  await browser.post(new URL(url).pathname, {});
  expect(browser.cookies.has(sessionCookie)).toBe(true);
});

test("a session's cookie is sent by HTTPS alone, to this host alone, to no script, and with no post from elsewhere", async () => {
  await makePerson(app, { email: "cookie@example.org", password: goodPassword });
  const answer = await new Browsing(app).post("/sign-in", {
    act: "password",
    email: "cookie@example.org",
    password: goodPassword,
    next: "",
  });
  const cookies = answer.headers.getSetCookie();
  const session = cookies.find((cookie) => cookie.startsWith(sessionCookie))!;
  expect(session).toMatch(/^__Host-/);
  for (const attribute of ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]) expect(session).toContain(attribute);
  expect(session).not.toMatch(/Domain=/i);
});

test("signing in makes a session of its own, whatever cookie was brought along", async () => {
  await makePerson(app, { email: "fixed@example.org", password: goodPassword });
  const attacker = new Browsing(app);
  await attacker.post("/sign-in", { act: "password", email: "cookie@example.org", password: goodPassword, next: "" });
  const planted = attacker.cookies.get(sessionCookie)!;
  const victim = new Browsing(app);
  victim.cookies.set(sessionCookie, planted);
  await victim.post("/sign-in", { act: "password", email: "fixed@example.org", password: goodPassword, next: "" });
  expect(victim.cookies.get(sessionCookie)).not.toBe(planted);
  expect(await attacker.textOf("/account")).not.toContain("fixed@example.org");
});
