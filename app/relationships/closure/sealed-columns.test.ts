import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type App, inOrganization } from "../../platform/context.ts";
import { resealColumn } from "../../platform/reseal-column.ts";
import { keyIdOf } from "../../platform/sealing.ts";
import { findFarewells } from "./find-farewells.ts";
import { findNewStarts } from "./find-new-starts.ts";
import { deleteClosuresSealedWith, sealedClosureColumns } from "./sealed-columns.ts";

const [first, second] = ["the first secret, long enough to be one", "the second secret, no less long than it"];
let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp({ settings: { secret: first } });
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

test("what was told in confidence is sealed anew with a new secret, and goes with one that is lost", async () => {
  const pair = await livingPair(app, world);
  await world.as("mentee").post(`${pair.at}/new-start`, { act: "ask", reason: "time", words: "No evenings." });
  await world.as("mentee").post(`${pair.at}/closure`, { act: "begin", ending: "early" });
  await world.as("mentee").post(`${pair.at}/closure`, { act: "why", reason: "time", words: "No mornings." });
  const told = (house: App) =>
    inOrganization(house, pair.its.organizationId, async (ctx) => [
      ...(await findNewStarts(ctx, pair.its)).map(({ words }) => words),
      ...[...(await findFarewells(ctx, pair.its)).values()].map(({ reasonWords }) => reasonWords),
    ]);
  const withSecrets = (secret: string, ...formerSecrets: string[]): App => ({
    ...app,
    settings: { ...app.settings, secret, formerSecrets },
  });
  expect(await told(app)).toEqual(["No evenings.", "No mornings."]);
  expect(await told(withSecrets(second))).toEqual([undefined, undefined]);
  const rotated = withSecrets(second, first);
  for (const column of sealedClosureColumns) {
    const { resealed } = await inOrganization(rotated, pair.its.organizationId, (ctx) =>
      resealColumn(ctx, pair.its.organizationId, column, { atOnce: 10 }),
    );
    expect(resealed).toBe(1);
  }
  expect(await told(withSecrets(second))).toEqual(["No evenings.", "No mornings."]);
  await pair.here((ctx) => deleteClosuresSealedWith(ctx, [keyIdOf(second)]));
  expect(await told(withSecrets(second))).toEqual([undefined]);
});
