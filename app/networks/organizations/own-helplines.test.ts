import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";

let app: TestApp;
let world: World;
let settings: string;
let raising: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  settings = `/organizations/${world.riverside}/safeguarding`;
  raising = `/organizations/${world.riverside}/concerns/new`;
});
afterAll(() => app[Symbol.asyncDispose]());

const add = (fields: Record<string, string>) => world.as("administrator").post(settings, { act: "addHelpline", answers: "", ...fields });

test("what an organization names itself stands first, where somebody needs it, until it is taken out", async () => {
  expect((await add({ name: "Our own telephone", number: "+44 20 7946 0123", answers: "Weekdays" })).status).toBe(303);
  const page = await (await world.as("mentee").get(raising)).text();
  expect(page).toMatch(
    /Named by your program.*Our own telephone.*href="tel:\+442079460123".*Weekdays.*Samaritans.*checked in November 2026/su,
  );
  const elsewhere = await (await world.as("strangerOwner").get(raising.replace(world.riverside, world.hillside))).text();
  expect(elsewhere).not.toContain("Our own telephone");
  const line = /name="helplineId" value="([^"]+)"/u.exec(await (await world.as("owner").get(settings)).text())![1]!;
  await world.as("administrator").post(settings, { act: "dropHelpline", helplineId: line });
  expect(await (await world.as("mentee").get(raising)).text()).not.toContain("Our own telephone");
});

test("a number has to be one that can be dialled, and the list stays short", async () => {
  const refused = await add({ name: "Nobody", number: "call us" });
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringMatching(/A telephone number has digits.*call us/su) as string,
  ]);
  for (let n = 0; n < 10; n++) expect((await add({ name: `Line ${n}`, number: `020 ${n}` })).status).toBe(303);
  expect(await (await add({ name: "One more", number: "020 10" })).text()).toContain("There are 10 lines already");
});
