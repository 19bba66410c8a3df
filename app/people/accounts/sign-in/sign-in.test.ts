import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { goodPassword, letters, makePerson } from "../../../../testing/accounts.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { Browsing } from "../../../../testing/browsing.ts";
import { sessionCookie } from "../session-cookie.ts";

const hashed = vi.hoisted(() => ({ times: 0 }));
vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof import("node:crypto")>();
  const argon2 = (...parameters: Parameters<typeof crypto.argon2>): void => {
    hashed.times++;
    crypto.argon2(...parameters);
  };
  return { ...crypto, default: { ...crypto, argon2 }, argon2 };
});

let app: TestApp;
let count = 0;
let email: string;
let personId: string;
beforeAll(async () => {
  app = await testApp();
  await app.owner.updateTable("installation").set({ set_up_at: new Date() }).execute();
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  email = `maya${++count}@example.org`;
  personId = await makePerson(app, { email, password: goodPassword });
  await app.owner.deleteFrom("auth.rate_limit").execute();
  hashed.times = 0;
});

const signIn = (browser: Browsing, password = goodPassword, address = email, path = "/sign-in") =>
  browser.post(path, { act: "password", email: address, password, next: new URL(path, "http://x").searchParams.get("next") ?? "" });
const ask = (address = email) => new Browsing(app).post("/sign-in", { act: "link", email: address, password: "", next: "/account" });
const forget = (address = email) => new Browsing(app).post("/forgotten-password", { email: address });
const sessions = () => app.owner.selectFrom("auth.session").selectAll().where("person_id", "=", personId).execute();
/** What differs from page to page for everybody: keys of forms. */
const plain = async (response: Response): Promise<string> => (await response.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "key");

describe("by password", () => {
  test("the right one signs her in and leads on", async () => {
    const browser = new Browsing(app);
    const response = await signIn(browser, goodPassword, ` ${email.toUpperCase()} `, "/sign-in?next=%2Faccount%3Fa%3D1");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/account?a=1");
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith(`${sessionCookie}=`))!;
    expect(cookie).toMatch(/^__Host-/);
    for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie.split("; ")).toContain(attribute);
    expect(await browser.textOf("/account")).toContain(email);
    // Whoever is in need not sign in again.
    expect((await browser.get("/sign-in?next=/account")).headers.get("location")).toBe("/account");
  });

  test("a wrong password, an unknown address and an account without a password answer the same, after the same work", async () => {
    const passwordless = `quiet${count}@example.org`;
    await makePerson(app, { email: passwordless });
    const answers: { status: number; text: string; hashed: number }[] = [];
    for (const address of [email, `nobody${count}@example.org`, passwordless]) {
      hashed.times = 0;
      const response = await signIn(new Browsing(app), "wrong wrong wrong", address);
      answers.push({ status: response.status, text: (await plain(response)).replaceAll(address, "address"), hashed: hashed.times });
    }
    expect(answers[0]).toMatchObject({ status: 409, hashed: 1 });
    expect(answers[0]!.text).toContain("do not belong together");
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await sessions()).toEqual([]);
  });

  test("what was typed stays, but for the password", async () => {
    const text = await (await signIn(new Browsing(app), "wrong wrong wrong")).text();
    expect(text).toContain(`value="${email}"`);
    expect(text).not.toContain("wrong wrong wrong");
  });

  test("it never leads to another site", async () => {
    for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "/sign-out", "javascript:alert(1)", "/%09/evil"]) {
      const response = await signIn(new Browsing(app), goodPassword, email, `/sign-in?next=${encodeURIComponent(next)}`);
      expect(new URL(response.headers.get("location")!, "http://here.test").host, next).toBe("here.test");
    }
  });

  test("after ten wrong ones there is a pause, even for the right one, and then it is over", async () => {
    await using later = await testApp();
    await makePerson(later, { email, password: goodPassword });
    for (let wrong = 0; wrong < 10; wrong++) expect((await signIn(new Browsing(later), "wrong wrong wrong")).status).toBe(409);
    const refused = await signIn(new Browsing(later));
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(/try again in 1[45] minutes/);
    // The link by mail stays open to its owner.
    expect((await new Browsing(later).post("/sign-in", { act: "link", email, password: "", next: "" })).status).toBe(303);
    later.travel(new Date(Date.now() + 16 * 60_000));
    expect((await signIn(new Browsing(later))).status).toBe(303);
  });

  test("many tries at the same moment get no more than the ten", async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => signIn(new Browsing(app), "wrong wrong wrong")));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.filter((text) => text.includes("do not belong together")).length).toBe(10);
    expect(texts.filter((text) => text.includes("tried too often")).length).toBe(15);
    expect(hashed.times).toBe(10);
  });

  test("signing out ends the session on the server, too", async () => {
    const browser = new Browsing(app);
    await signIn(browser);
    const kept = new Map(browser.cookies);
    expect((await browser.post("/sign-out", {})).headers.get("location")).toBe("/sign-in");
    expect(await sessions()).toEqual([]);
    const thief = new Browsing(app);
    for (const [name, value] of kept) thief.cookies.set(name, value);
    expect((await thief.get("/account")).headers.get("location")).toMatch(/^\/sign-in/);
  });
});

describe("by link", () => {
  test("known and unknown addresses are answered alike, and only the known one gets a letter", async () => {
    const known = await ask();
    const unknown = await ask(`nobody${count}@example.org`);
    expect([unknown.status, unknown.headers.get("location")]).toEqual([known.status, known.headers.get("location")]);
    expect(await plain(await new Browsing(app).get(known.headers.get("location")!))).toContain("If there is an account");
    const sent = (await letters(app)).filter((letter) => letter.subject === "Your link to sign in");
    expect(sent.filter((letter) => letter.to === email)).toHaveLength(1);
    expect(sent.filter((letter) => letter.to.startsWith("nobody"))).toHaveLength(0);
  });

  test("looking uses nothing up; the button works once", async () => {
    await ask();
    const { path } = (await letters(app)).findLast((letter) => letter.to === email)!;
    for (let look = 0; look < 3; look++) expect(await new Browsing(app).textOf(path)).toContain("One click");
    const browser = new Browsing(app);
    const response = await browser.post(path, {});
    expect(response.headers.get("location")).toBe("/account");
    expect(await browser.textOf("/account")).toContain(email);

    const second = new Browsing(app);
    const again = await second.post(path, {});
    expect(second.cookies.has(sessionCookie)).toBe(false);
    expect(await second.textOf(again.headers.get("location")!)).toContain("no longer works");
  });

  test("twice at the same moment gives one session", async () => {
    await ask();
    const { path } = (await letters(app)).findLast((letter) => letter.to === email)!;
    const browsers = Array.from({ length: 5 }, () => new Browsing(app));
    await Promise.all(browsers.map((browser) => browser.post(path, {})));
    expect(browsers.filter((browser) => browser.cookies.has(sessionCookie))).toHaveLength(1);
    expect(await sessions()).toHaveLength(1);
  });

  test("after half an hour it is over", async () => {
    await ask();
    const { path } = (await letters(app)).findLast((letter) => letter.to === email)!;
    await app.owner
      .updateTable("auth.verification")
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute();
    const browser = new Browsing(app);
    expect(await browser.textOf(path)).toContain("no longer works");
    await browser.post(path, {});
    expect(await sessions()).toEqual([]);
  });

  test("who proves an address for the first time takes nothing over that was set up before", async () => {
    const address = `early${count}@example.org`;
    const early = await makePerson(app, { email: address, password: "set by somebody else", isVerified: false });
    await ask(address);
    const { path } = (await letters(app)).findLast((letter) => letter.to === address)!;
    const browser = new Browsing(app);
    await browser.post(path, {});
    expect(await browser.textOf("/account")).toContain("You have none");
    expect((await signIn(new Browsing(app), "set by somebody else", address)).status).toBe(409);
    const person = await app.owner.selectFrom("auth.person").select("email_verified").where("id", "=", early).executeTakeFirstOrThrow();
    expect(person.email_verified).toBe(true);
  });

  test("five letters to one address, and then a pause", async () => {
    for (let sent = 0; sent < 5; sent++) expect((await ask()).status).toBe(303);
    const refused = await ask();
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(/try again in (29|30) minutes/);
  });

  test("the database holds no token that works", async () => {
    await ask();
    const { path } = (await letters(app)).findLast((letter) => letter.to === email)!;
    const token = path.split("/").at(-1)!.split("?")[0]!;
    const rows = await app.owner.selectFrom("auth.verification").selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const { identifier } of rows)
      expect(await new Browsing(app).textOf(`/sign-in/link/${encodeURIComponent(identifier)}`)).toContain("no longer works");
  });
});

describe("a forgotten password", () => {
  test("known and unknown addresses are answered alike", async () => {
    const known = await forget();
    const unknown = await forget(`nobody${count}@example.org`);
    expect([unknown.status, unknown.headers.get("location")]).toEqual([known.status, known.headers.get("location")]);
    expect((await letters(app)).filter((letter) => letter.to.startsWith(`nobody${count}`))).toEqual([]);
  });

  test("a new one is set once, signs everybody out and is told by letter", async () => {
    const thief = new Browsing(app);
    await signIn(thief);
    await forget();
    const { path } = (await letters(app)).findLast((letter) => letter.to === email)!;
    const browser = new Browsing(app);
    expect(await browser.textOf(path)).toContain(email);

    const weak = await browser.post(path, { password: "password1" });
    expect(weak.status).toBe(422);
    expect(await weak.text()).toContain("guessed first");

    expect((await browser.post(path, { password: "a better one, at last" })).headers.get("location")).toBe("/sign-in");
    expect((await thief.get("/account")).status).toBe(303);
    expect((await signIn(new Browsing(app))).status).toBe(409);
    expect((await signIn(new Browsing(app), "a better one, at last")).status).toBe(303);
    expect((await letters(app)).at(-1)).toMatchObject({ to: email, subject: "Your password was changed" });

    await browser.post(path, { password: "yet another one, third" });
    expect((await signIn(new Browsing(app), "yet another one, third")).status).toBe(409);
    expect(await browser.textOf(path)).toContain("no longer works");
  });

  test("two at the same moment set one password", async () => {
    await forget();
    const { path } = (await letters(app)).findLast((letter) => letter.to === email)!;
    const wishes = ["first of the wishes", "second of the wishes"];
    const answers = await Promise.all(wishes.map((password) => new Browsing(app).post(path, { password })));
    expect(answers.filter((answer) => answer.headers.get("location") === "/sign-in")).toHaveLength(1);
    const outcomes = await Promise.all(wishes.map(async (password) => (await signIn(new Browsing(app), password)).status));
    expect(outcomes.toSorted((a, b) => a - b)).toEqual([303, 409]);
  });
});
