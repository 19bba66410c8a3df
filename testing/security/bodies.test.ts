/** What is sent to be expensive or senseless: it is refused in words, at once, and by nobody's exception. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testApp, type TestApp } from "../app.ts";
import { fillWorld, type FilledWorld } from "../filled-world.ts";
import { cookieOf, send, urlencoded } from "./sending.ts";

let app: TestApp;
let world: FilledWorld;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const post = (body: string, headers: Record<string, string> = urlencoded) => send(app, "/sign-in", { method: "POST", body, headers });
const parts = (count: number): string => `${'--limit\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(count)}--limit--\r\n`;
const multipart = { "content-type": "multipart/form-data; boundary=limit" } as const;

test("hundreds of thousands of fields, all of one name, are refused before they are looked at", async () => {
  expect((await post("a=&".repeat(300_000))).status).toBe(413);
  expect((await post(parts(10_000), multipart)).status).toBe(413);
});

test("thousands of boxes are a form like any other", async () => {
  expect((await post("who=x&".repeat(10_000))).status).toBe(422);
  expect((await post(parts(1_000), multipart)).status).toBe(422);
});

test("text is a megabyte at most, also where a file may be a hundred", async () => {
  const body = `act=about&name=${"x".repeat(2 << 20)}`;
  const headers = { ...urlencoded, cookie: await cookieOf(app, world.people.mentee) };
  const answer = await send(app, `/organizations/${world.riverside}/profile`, { method: "POST", body, headers });
  expect(answer.status).toBe(413);
});

test("a body that is no form, or a broken one, is refused with the page", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (const [type, body] of [
    ["application/json", "{}"],
    ["text/plain", "a=b"],
    ["multipart/form-data", "x"],
    ["multipart/form-data; boundary=limit", "--other"],
    ["multipart/form-data; boundary=limit", "--limit\r\n"],
    ["application/x-www-form-urlencodedx", "a=b"],
  ] as const) {
    expect((await post(body, { "content-type": type })).status, `${type}: ${body}`).toBe(400);
  }
  expect((await send(app, "/sign-in", { method: "POST" })).status).toBe(400);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

test("an act by the name of what every object has is no act", async () => {
  for (const act of ["constructor", "__proto__", "toString", "hasOwnProperty"]) expect((await post(`act=${act}`)).status, act).toBe(422);
});

test("a NUL is refused wherever it is sent", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect((await post("act=link&email=a%40b.org&next=%00")).status).toBe(422);
  for (const path of ["/sign-in/link/%00", "/new-password/%00", "/join/%00", "/unsubscribe/%00", "/sign-in?next=%2F%00"])
    expect((await send(app, path)).status, path).toBe(404);
  const offers = await world.as("coordinator").get(`/organizations/${world.riverside}/programs/${world.first}/offers?q=%00`);
  expect(offers.status).toBe(404);
  const profile = `/organizations/${world.riverside}/profile`;
  expect((await world.as("mentor").post(profile, { act: "about", name: "Jonas", interests: "a\0b" })).status).toBe(422);
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

test("nothing is read of a file from somebody who may not send one here", async () => {
  const path = `/organizations/${world.riverside}/programs/${world.first}/imports/new`;
  const attempt = async (cookie: string) => {
    let read = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read += 1;
          if (read > 200) controller.close();
          else controller.enqueue(new Uint8Array(64 * 1024));
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { "content-type": "multipart/form-data; boundary=limit", "transfer-encoding": "chunked", cookie };
    const answer = await send(app, path, { method: "POST", body, headers, duplex: "half" });
    return [answer.status, read > 0];
  };
  expect(await attempt("")).toEqual([303, false]);
  expect(await attempt(await cookieOf(app, world.people.strangerOwner))).toEqual([404, false]);
  expect(await attempt(await cookieOf(app, world.people.mentee))).toEqual([404, false]);
  // The control: a coordinator's is read, and is no form.
  expect(await attempt(await cookieOf(app, world.people.coordinator))).toEqual([400, true]);
});
