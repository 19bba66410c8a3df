/** The connections to the database are few: nobody may keep one, and no request may need two. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { partsToSend } from "../../app/platform/send-parts.ts";
import { testApp, type TestApp } from "../app.ts";
import { fillWorld, type FilledWorld } from "../filled-world.ts";
import { cookieOf, send } from "./sending.ts";

let app: TestApp;
let world: FilledWorld;
beforeAll(async () => {
  app = await testApp({ settings: { databasePoolSize: 1 } });
  world = await fillWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

test("one connection is enough for every address that a visitor or the installation's owner can open", async () => {
  for (const path of ["/unsubscribe/:token", "/mailbox", "/mailbox/:letterId", "/mailbox/:letterId/html", "/demo", "/join/:token"]) {
    expect((await world.as("installationOwner").get(world.address(path))).status, path).toBe(200);
  }
  expect((await world.as("visitor").post(world.address("/unsubscribe/:token"), {})).status).toBe(303);
  expect((await world.as("visitor").post("/demo", { act: "become", personId: world.people.mentee })).status).toBe(404);
});

test("what was opened for the program's own work is shut again for the request that asked for it", async () => {
  // Each of these pages is shown in a frame that asks the database, after the work; nothing of Riverside may be in it.
  const page = await (await world.as("strangerMentor").get(world.address("/unsubscribe/:token"))).text();
  expect(page).toContain("Riverside University");
  expect(page).not.toContain("First Steps");
});

test("a question for the headers alone keeps no connection", async () => {
  const cookie = await cookieOf(app, world.people.mentee);
  for (const path of ["/account/data/everything.json", "/account/data/everything.zip"]) {
    expect((await send(app, path, { method: "HEAD", headers: { cookie } })).status).toBe(200);
    expect((await send(app, "/sign-in")).status).toBe(200);
  }
});

test("whoever leaves, or stands still, in the middle of a download lets go of what makes it", async () => {
  let isEnded = false;
  const endless = async function* () {
    try {
      for (;;) {
        yield "x".repeat(1024);
        await sleep(0);
      }
    } finally {
      isEnded = true;
    }
  };
  const left = partsToSend(endless());
  const gone = Promise.allSettled([left.sent]);
  const reader = left.body.getReader();
  await reader.read();
  await reader.cancel(new Error("gone"));
  expect(await gone).toMatchObject([{ status: "rejected", reason: { message: "gone" } }]);
  expect(isEnded).toBe(true);

  isEnded = false;
  await expect(partsToSend(endless(), 20).sent).rejects.toThrow("stood still");
  expect(isEnded).toBe(true);
});
