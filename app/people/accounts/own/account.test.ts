import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { goodPassword, letters, makePerson } from "../../../../testing/accounts.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { Browsing } from "../../../../testing/browsing.ts";
import { deviceOf } from "./device.ts";

let app: TestApp;
let email: string;
let personId: string;
let count = 0;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  email = `maya${++count}@example.org`;
  personId = await makePerson(app, { email, password: goodPassword });
  await app.owner.deleteFrom("auth.rate_limit").execute();
});

const agents = {
  phone: "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
  desk: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
};
async function signedIn(agent: keyof typeof agents = "desk", password = goodPassword): Promise<Browsing> {
  const browser = new Browsing(app, { "user-agent": agents[agent] });
  await browser.post("/sign-in", { act: "password", email, password, next: "" });
  return browser;
}
const isIn = async (browser: Browsing): Promise<boolean> => (await browser.get("/account")).status === 200;
const person = () => app.owner.selectFrom("auth.person").selectAll().where("id", "=", personId).executeTakeFirstOrThrow();

test("name, language and time zone are hers to change", async () => {
  const browser = await signedIn();
  expect((await browser.post("/account", { act: "details", name: "Maya O.", language: "es", timeZone: "Africa/Lagos" })).status).toBe(303);
  expect(await person()).toMatchObject({ name: "Maya O.", language: "es", time_zone: "Africa/Lagos" });
  expect(await browser.textOf("/account")).toContain("Mi cuenta");
  const refused = await browser.post("/account", { act: "details", name: "", language: "es", timeZone: "Middle/Earth" });
  expect(refused.status).toBe(422);
  expect(await person()).toMatchObject({ name: "Maya O.", time_zone: "Africa/Lagos" });
});

test("where she is signed in is listed, and one of them or all are signed out at once", async () => {
  const desk = await signedIn("desk");
  const phone = await signedIn("phone");
  const page = await desk.textOf("/account");
  expect(page).toContain("Safari on macOS (this one)");
  expect(page).toContain("Firefox on Android");
  const sessionId = /name="sessionId" value="([^"]+)"/.exec(page)![1]!;
  await desk.post("/account", { act: "sign-out-one", sessionId });
  expect(await isIn(phone)).toBe(false);
  expect(await isIn(desk)).toBe(true);

  const again = await signedIn("phone");
  await desk.post("/account", { act: "sign-out-others" });
  expect([await isIn(again), await isIn(desk)]).toEqual([false, true]);

  const third = await signedIn("phone");
  expect((await desk.post("/account", { act: "sign-out-everywhere" })).headers.get("location")).toBe("/sign-in");
  expect([await isIn(third), await isIn(desk)]).toEqual([false, false]);
});

test("nobody signs out the device of another", async () => {
  const mine = await signedIn();
  const session = await app.owner.selectFrom("auth.session").select("id").where("person_id", "=", personId).executeTakeFirstOrThrow();
  const other = `other${count}@example.org`;
  await makePerson(app, { email: other, password: goodPassword });
  const stranger = new Browsing(app);
  await stranger.post("/sign-in", { act: "password", email: other, password: goodPassword, next: "" });
  expect((await stranger.post("/account", { act: "sign-out-one", sessionId: session.id })).status).toBe(409);
  expect(await isIn(mine)).toBe(true);
});

test("another password: with the present one, and all other devices are signed out", async () => {
  const desk = await signedIn("desk");
  const phone = await signedIn("phone");
  const change = (current: string, password: string) => desk.post("/account", { act: "password", current, password });
  expect(await (await change("wrong wrong", "a better one, at last")).text()).toContain("not your present password");
  expect(await (await change(goodPassword, `${email.split("@")[0]}`.padEnd(8, "1"))).text()).toContain("too close to your own name");
  expect(await isIn(phone)).toBe(true);
  expect((await change(goodPassword, "a better one, at last")).status).toBe(303);
  expect([await isIn(desk), await isIn(phone)]).toEqual([true, false]);
  expect((await letters(app)).at(-1)).toMatchObject({ to: email, subject: "Your password was changed" });
  expect(await isIn(await signedIn("desk", "a better one, at last"))).toBe(true);
  expect(await isIn(await signedIn("desk", goodPassword))).toBe(false);
});

test("the present password is not to be guessed from an open device", async () => {
  const desk = await signedIn();
  for (let wrong = 0; wrong < 10; wrong++)
    await desk.post("/account", { act: "password", current: "wrong wrong", password: "a better one, at last" });
  const refused = await desk.post("/account", { act: "password", current: goodPassword, password: "a better one, at last" });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("tried too often");
});

test("another address: confirmed from there, told to the old one", async () => {
  const browser = await signedIn();
  const wanted = `maya.new${count}@example.org`;
  const ask = (current: string) => browser.post("/account", { act: "email", email: wanted, current });
  expect((await ask("wrong wrong")).status).toBe(422);
  expect((await ask(goodPassword)).status).toBe(303);
  const letter = (await letters(app)).at(-1)!;
  expect(letter).toMatchObject({ to: wanted, subject: "Is this your new address?" });
  expect((await person()).email).toBe(email);

  // The link alone is nothing: it wants the one who asked.
  const stranger = new Browsing(app);
  expect((await stranger.get(letter.path)).headers.get("location")).toMatch(/^\/sign-in/);

  expect(await browser.textOf(letter.path)).toContain(wanted);
  expect((await browser.post(letter.path, {})).headers.get("location")).toBe("/account");
  expect((await person()).email).toBe(wanted);
  expect((await letters(app)).at(-1)).toMatchObject({ to: email, subject: "Your address was changed" });
  expect(await browser.textOf(letter.path)).toContain("no longer works");
});

test("the link to confirm an address serves nobody but whoever asked for it", async () => {
  const browser = await signedIn();
  await browser.post("/account", { act: "email", email: `maya.new${count}@example.org`, current: goodPassword });
  const { path } = (await letters(app)).at(-1)!;
  const other = `other${count}@example.org`;
  await makePerson(app, { email: other, password: goodPassword });
  const stranger = new Browsing(app);
  await stranger.post("/sign-in", { act: "password", email: other, password: goodPassword, next: "" });
  expect(await stranger.textOf(path)).toContain("no longer works");
  await stranger.post(path, {});
  expect(await app.owner.selectFrom("auth.person").select("id").where("email", "=", other).execute()).toHaveLength(1);
});

test("an address that is somebody's: not told when asked for, refused when confirmed", async () => {
  const taken = `taken${count}@example.org`;
  await makePerson(app, { email: taken });
  const browser = await signedIn();
  expect((await browser.post("/account", { act: "email", email: taken, current: goodPassword })).status).toBe(303);
  const { path } = (await letters(app)).at(-1)!;
  const refused = await browser.post(path, {});
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Another account uses this address");
  expect((await person()).email).toBe(email);
});

test("a first password is set without one", async () => {
  await app.owner.deleteFrom("auth.credential").where("person_id", "=", personId).execute();
  const browser = new Browsing(app);
  await browser.post("/sign-in", { act: "link", email, password: "", next: "" });
  await browser.post((await letters(app)).findLast((letter) => letter.to === email)!.path, {});
  expect(await browser.textOf("/account")).toContain("You have none");
  expect((await browser.post("/account", { act: "password", password: goodPassword })).status).toBe(303);
  expect(await isIn(await signedIn())).toBe(true);
});

test("devices are known again by browser and system", () => {
  expect(deviceOf(agents.phone)).toEqual({ browser: "Firefox", system: "Android" });
  expect(deviceOf("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0")).toEqual({
    browser: "Edge",
    system: "Windows",
  });
  expect(deviceOf("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1")).toEqual({
    browser: "Safari",
    system: "iPhone",
  });
  expect(deviceOf(null)).toEqual({ browser: undefined, system: undefined });
});
