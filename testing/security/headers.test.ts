/** What every answer says to the browser, and which requests are not ours to answer. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testApp, type TestApp } from "../app.ts";
import { fillWorld, type FilledWorld } from "../filled-world.ts";
import { cookieOf, send, urlencoded } from "./sending.ts";

let app: TestApp;
let world: FilledWorld;
let cookie: string;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  cookie = await cookieOf(app, world.people.coordinator);
});
afterAll(() => app[Symbol.asyncDispose]());

const first = () => `/organizations/${world.riverside}/programs/${world.first}`;

test("pages, files, refusals and what does not exist all say the same", async () => {
  const answers = {
    page: await send(app, first(), { headers: { cookie } }),
    file: await send(app, `${first()}/participants/export`, { headers: { cookie } }),
    redirect: await send(app, first()),
    nothing: await send(app, "/no/such/page"),
    foreign: await send(app, "/sign-in", { headers: { host: "evil.example" } }),
    forged: await send(app, "/sign-in", { method: "POST", body: "a=b", headers: { ...urlencoded, origin: "https://evil.example" } }),
    health: await send(app, "/healthz"),
    asset: await send(app, "/assets/no-such-file.js"),
  };
  for (const [name, { headers }] of Object.entries(answers)) {
    expect(headers.get("x-content-type-options"), name).toBe("nosniff");
    expect(headers.get("content-security-policy"), name).toContain("frame-ancestors 'none'");
    expect(headers.get("content-security-policy"), name).not.toContain("unsafe");
    expect(headers.get("referrer-policy"), name).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy"), name).toBe("same-origin");
    expect(headers.has("strict-transport-security"), name).toBe(false);
  }
  for (const name of ["page", "file", "redirect", "nothing"] as const)
    expect(answers[name].headers.get("cache-control"), name).toBe("no-store");
});

test("an installation with HTTPS is come to by nothing else", async () => {
  await using secure = await testApp({ settings: { publicUrl: "https://mentoring.example.org" } });
  const { headers } = await send(secure, "/sign-in");
  expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
  // The same host without HTTPS is not the same site.
  const post = (origin: string) => send(secure, "/sign-in", { method: "POST", body: "act=link", headers: { ...urlencoded, origin } });
  expect((await post("http://mentoring.example.org")).status).toBe(403);
  expect((await post("https://mentoring.example.org")).status).toBe(422);
});

test("no form is taken from elsewhere, nor without saying from where", async () => {
  const path = `${first()}/questions/new`;
  const fields = { label: "Planted", kind: "text", askedOf: "both" };
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:3001" },
    { origin: "http://localhost:3000.evil.example" },
    { origin: "", referer: "http://localhost:3000/" },
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "", "sec-fetch-site": "none" },
    { origin: "", "sec-fetch-site": "same-site" },
  ]) {
    for (const type of ["application/x-www-form-urlencoded", "APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8", "text/plain"]) {
      const body = String(new URLSearchParams(fields));
      const answer = await send(app, path, { method: "POST", body, headers: { cookie, "content-type": type, ...headers } });
      expect(answer.status, JSON.stringify({ headers, type })).toBe(403);
    }
  }
  // What needs no leave to be sent from elsewhere, and is no form, is not read as one.
  const answer = await send(app, path, { method: "POST", body: "{}", headers: { cookie, "content-type": "application/json" } });
  expect(answer.status).toBe(400);
});

test("a host that is not ours gets nothing, and appears in no link", async () => {
  for (const host of ["evil.example", "localhost:3000.evil.example", "localhost:3000@evil.example", "localhost.evil.example", ""]) {
    const answer = await send(app, "/sign-in", { headers: { host, "x-forwarded-host": "evil.example", forwarded: "host=evil.example" } });
    expect(answer.status, host).toBe(421);
    expect(await answer.text()).not.toContain("evil.example");
  }
  const page = await send(app, "/sign-in", { headers: { "x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher" } });
  expect(await page.text()).not.toMatch(/evil\.example|gopher/);
});

test("nothing beside the assets is served as one", async () => {
  for (const path of [
    "/assets/../main.js",
    "/assets/%2e%2e/main.js",
    "/assets/..%2fmain.js",
    "/assets/..%5cmain.js",
    "/assets//etc/passwd",
    "/assets/%00",
    "/main.js",
  ])
    expect((await send(app, path)).status, path).toBe(404);
});

test("a failure tells the log what it was, and the reader nothing", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const query = app.db.transaction.bind(app.db);
  vi.spyOn(app.db, "transaction").mockImplementation(() => {
    throw new Error("secret of the machine room at /srv/understory");
  });
  const answer = await send(app, "/sign-in");
  vi.spyOn(app.db, "transaction").mockImplementation(query);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toMatch(/secret|machine|srv|\.ts:/);
  expect(log).toHaveBeenCalled();
  vi.restoreAllMocks();
});
