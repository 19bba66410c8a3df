import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { askEverywhere } from "../pulse/ask-pulse.job.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

test("one conversation asks only what makes sense: no goals, no agreement, no pulse, no talk; and ends with a word of thanks", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("program").set({ format: "flash" }).where("id", "=", world.first).execute(),
  );
  const pair = await livingPair(app, world);
  await app.jobs.runDue(app);
  expect(await pair.life()).toMatchObject({ format: "flash" });
  const page = await (await world.as("mentee").get(pair.at)).text();
  expect(page).not.toContain(`${pair.at}/goals`);
  expect(page).not.toContain(`${pair.at}/agreement`);
  expect(await (await world.as("mentee").get(`${pair.at}/sessions/propose`)).text()).not.toContain('name="repeats"><option');
  expect(await pair.here(({ db }) => db.selectFrom("support_contact").select("id").execute())).toEqual([]);
  app.travel(new Date(app.now().getTime() + 40 * 86_400_000));
  await askEverywhere(app);
  expect(await pair.here(({ db }) => db.selectFrom("pulse").select("id").execute())).toEqual([]);
  const support = await (await world.as("coordinator").get(`${pair.at}/support`)).text();
  expect(support).not.toContain("not signed by everybody");
  await pair.here((ctx) => announce(ctx, "session.held", { ...pair.its, sessionId: pair.offerId }));
  expect(await pair.lettersTo("mentee")).toEqual(["Your conversation with Jonas Mentor: a word of thanks"]);
  expect(await pair.here(({ db }) => db.selectFrom("pulse").select("id").execute())).toEqual([]);
  await pair.pass(15);
  expect((await pair.lettersTo("mentor")).at(-1)).toBe("Your conversation with Maya Mentee has ended");
});
