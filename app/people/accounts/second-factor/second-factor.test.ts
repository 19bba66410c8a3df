import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { goodPassword, letters, makePerson } from "../../../../testing/accounts.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { Browsing } from "../../../../testing/browsing.ts";
import { smallWorld, type World } from "../../../../testing/world.ts";
import { routes } from "../../../rooms.ts";
import { asSystem, inOrganization } from "../../../platform/context.ts";
import { authOf, withAuth } from "../auth.ts";
import { makeEntryLink } from "../entry-link.ts";
import { sessionCookie } from "../session-cookie.ts";

let app: TestApp;
let world: World;
let email: string;
let personId: string;
let count = 0;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  email = `maya${++count}@example.org`;
  personId = await makePerson(app, { email, password: goodPassword });
  await app.owner.deleteFrom("auth.rate_limit").execute();
});

const fromBase32 = (text: string): string => {
  const bits = Array.from(text, (letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString();
};
/** What an authenticator shows, for the key as the page spells it. */
const codeFor = async (key: string): Promise<string> =>
  asSystem(app, (ctx) => withAuth(ctx, async (auth) => (await auth.api.generateTOTP({ body: { secret: fromBase32(key) } })).code));
/** A new minute has begun: what was used before is forgotten. */
const timePasses = () => app.owner.deleteFrom("auth.used_code").where("person_id", "=", personId).execute();
const firstStep = (browser: Browsing, next = "") => browser.post(`/sign-in`, { act: "password", email, password: goodPassword, next });
const isIn = (browser: Browsing): boolean => browser.cookies.has(sessionCookie);

async function switchOn(): Promise<{ browser: Browsing; key: string; codes: string[] }> {
  const browser = new Browsing(app);
  await firstStep(browser);
  await browser.post("/account/second-factor", { act: "begin", current: goodPassword });
  const page = await browser.textOf("/account/second-factor");
  expect(page).toContain("<svg");
  const key = /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(page)![1]!.replaceAll(" ", "");
  const answer = await browser.post("/account/second-factor", { act: "confirm", code: await codeFor(key) });
  expect(answer.headers.get("location")).toBe("/account/second-factor/codes");
  const codes = [...(await browser.textOf("/account/second-factor/codes")).matchAll(/<code>([^<]+)<\/code>/g)].map((match) => match[1]!);
  await timePasses();
  return { browser, key, codes };
}

test("set up with a first code, it is asked for at the next sign-in", async () => {
  const { key, codes } = await switchOn();
  expect(codes).toHaveLength(10);
  expect((await letters(app)).at(-1)).toMatchObject({ to: email, subject: "Your account now asks for a second factor" });

  const browser = new Browsing(app);
  expect((await firstStep(browser, "/account")).headers.get("location")).toBe("/sign-in/second-factor?next=%2Faccount");
  expect(isIn(browser)).toBe(false);
  expect((await browser.get("/account")).headers.get("location")).toMatch(/^\/sign-in/);
  const code = await codeFor(key);
  // As a keyboard for Arabic types it, with a blank in the middle.
  const typed = Array.from(code, (digit) => String.fromCodePoint(0x660 + Number(digit))).join("");
  const answer = await browser.post("/sign-in/second-factor?next=/account", { code: `${typed.slice(0, 3)} ${typed.slice(3)}` });
  expect(answer.headers.get("location")).toBe("/account");
  expect(await browser.textOf("/account")).toContain(email);
});

test("a code works once, also for two who type it at the same moment", async () => {
  const { key } = await switchOn();
  const browsers = Array.from({ length: 4 }, () => new Browsing(app));
  for (const browser of browsers) await firstStep(browser);
  const code = await codeFor(key);
  await Promise.all(browsers.map((browser) => browser.post("/sign-in/second-factor", { code })));
  expect(browsers.filter(isIn)).toHaveLength(1);
  const late = new Browsing(app);
  await firstStep(late);
  const refused = await late.post("/sign-in/second-factor", { code });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("used already");
  expect(isIn(late)).toBe(false);
});

test("a backup code works once", async () => {
  const { codes } = await switchOn();
  for (const expected of [true, false]) {
    const browser = new Browsing(app);
    await firstStep(browser);
    await browser.post("/sign-in/second-factor", { code: ` ${codes[3]!.toUpperCase().replace("-", " ")} ` });
    expect(isIn(browser)).toBe(expected);
  }
  const both = [new Browsing(app), new Browsing(app)];
  for (const browser of both) await firstStep(browser);
  await Promise.all(both.map((browser) => browser.post("/sign-in/second-factor", { code: codes[4]! })));
  expect(both.filter(isIn)).toHaveLength(1);
});

test("after five wrong codes the password is asked for again, after ten there is a pause", async () => {
  const { key } = await switchOn();
  await app.owner.deleteFrom("auth.rate_limit").execute();
  const browser = new Browsing(app);
  await firstStep(browser);
  for (let wrong = 0; wrong < 6; wrong++) await browser.post("/sign-in/second-factor", { code: `00000${wrong}` });
  expect(await browser.textOf("/sign-in/second-factor")).toContain("sign in once more");
  await browser.post("/sign-in/second-factor", { code: await codeFor(key) });
  expect(isIn(browser)).toBe(false);

  const second = new Browsing(app);
  await firstStep(second);
  for (let wrong = 0; wrong < 4; wrong++) await second.post("/sign-in/second-factor", { code: `10000${wrong}` });
  await timePasses();
  const refused = await second.post("/sign-in/second-factor", { code: await codeFor(key) });
  expect(await refused.text()).toContain("tried too often");
  expect(isIn(second)).toBe(false);
});

test("a link asks for it, too: the one for signing in, and the one in a letter of an organization", async () => {
  const { key } = await switchOn();
  await new Browsing(app).post("/sign-in", { act: "link", email, password: "", next: "" });
  const { path } = (await letters(app)).findLast((letter) => letter.to === email)!;
  const browser = new Browsing(app);
  expect((await browser.post(path, {})).headers.get("location")).toBe("/sign-in/second-factor");
  expect(isIn(browser)).toBe(false);

  const url = await inOrganization(app, world.riverside, (ctx) =>
    makeEntryLink(ctx, { personId, organizationId: world.riverside, destination: "/account" }),
  );
  const entry = new URL(url).pathname;
  const other = new Browsing(app);
  const away = (await other.post(entry, {})).headers.get("location")!;
  expect(away).toBe(`/sign-in/second-factor?next=${encodeURIComponent(entry)}`);
  expect(isIn(other)).toBe(false);
  expect((await other.post(away, { code: await codeFor(key) })).headers.get("location")).toBe(entry);
  expect((await other.post(entry, {})).headers.get("location")).toBe("/account");
});

test("without the first step there is nothing to try codes on, and a changed cookie is none", async () => {
  const browser = new Browsing(app);
  expect(await browser.textOf("/sign-in/second-factor")).toContain("sign in once more");
  browser.cookies.set("__Host-understory.two_factor", `2fa-made-up.${"A".repeat(43)}%3D`);
  expect(await browser.textOf("/sign-in/second-factor")).toContain("sign in once more");
  await browser.post("/sign-in/second-factor", { code: "123456" });
  expect(isIn(browser)).toBe(false);
});

test("the codes are shown once", async () => {
  const { browser, codes } = await switchOn();
  expect(await browser.textOf("/account/second-factor/codes")).toContain(codes[0]);
  await browser.post("/account/second-factor/codes", {});
  expect((await browser.get("/account/second-factor/codes")).headers.get("location")).toBe("/account/second-factor");

  expect((await browser.post("/account/second-factor", { act: "codes", current: "wrong wrong" })).status).toBe(422);
  await browser.post("/account/second-factor", { act: "codes", current: goodPassword });
  const fresh = await browser.textOf("/account/second-factor/codes");
  expect(fresh).not.toContain(codes[0]);
});

test("it is switched off with the password, a code or a backup code, and with nothing else", async () => {
  const { browser, key, codes } = await switchOn();
  const off = (proof: string) => browser.post("/account/second-factor", { act: "off", proof });
  for (const proof of ["000000", "wrong wrong wrong"]) expect((await off(proof)).status).toBe(422);
  for (const proof of [await codeFor(key), codes[0]!, goodPassword]) {
    expect((await off(proof)).headers.get("location"), proof).toBe("/account");
    const row = await app.owner.selectFrom("auth.person").select("two_factor_enabled").where("id", "=", personId).executeTakeFirstOrThrow();
    expect(row.two_factor_enabled).toBe(false);
    // As before, for the next way.
    if (proof !== goodPassword) {
      await app.owner.updateTable("auth.person").set({ two_factor_enabled: true }).where("id", "=", personId).execute();
      const again = await symmetric(key, codes);
      await app.owner.insertInto("auth.two_factor").values(again).execute();
    }
  }
  expect((await letters(app)).at(-1)).toMatchObject({ subject: "Your account no longer asks for a second factor" });
  const next = new Browsing(app);
  await firstStep(next);
  expect(isIn(next)).toBe(true);
});

async function symmetric(key: string, codes: readonly string[]) {
  const { symmetricEncrypt } = await import("better-auth/crypto");
  const { secretConfig } = await authOf(app).$context;
  const encrypted = (data: string) => symmetricEncrypt({ key: secretConfig, data });
  return {
    id: personId,
    person_id: personId,
    secret: await encrypted(fromBase32(key)),
    backup_codes: await encrypted(JSON.stringify(codes)),
    verified: true,
    locked_until: null,
  };
}

test("the database holds neither the key nor the backup codes as they are", async () => {
  const { key, codes } = await switchOn();
  const row = JSON.stringify(await app.owner.selectFrom("auth.two_factor").selectAll().where("person_id", "=", personId).execute());
  for (const secret of [key, fromBase32(key), codes[0]!]) expect(row).not.toContain(secret);
});

test("an organization that requires it is closed until it is set up, and then open", async () => {
  await inOrganization(app, world.hillside, ({ db }) =>
    db
      .updateTable("organization")
      .set({ second_factor_roles: ["owner"] })
      .where("id", "=", world.hillside)
      .execute(),
  );
  const owner = world.as("strangerOwner");
  const route = routes.find(({ path, access }) => path.includes(":organizationId") && !access.isPublic)!;
  const path = route.path.replace(":organizationId", world.hillside).replaceAll(/:\w+Id/g, world.elsewhere);
  const away = `/account/second-factor?next=${encodeURIComponent(path)}`;
  expect((await owner.get(path)).headers.get("location")).toBe(away);
  expect(await (await owner.get("/account/second-factor")).text()).toContain("Hillside Trust asks for a second factor");
  await app.owner.updateTable("auth.person").set({ two_factor_enabled: true }).where("id", "=", world.people.strangerOwner).execute();
  expect((await owner.get(path)).headers.get("location")).toBeNull();
});
