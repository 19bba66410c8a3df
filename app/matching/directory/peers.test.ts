/** In a program of peers whoever looks and whoever is found are the same: no page calls anybody a mentor or a mentee. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { choosingWorld, type ChoosingWorld } from "../../../testing/choosing-world.ts";
import { inOrganization } from "../../platform/context.ts";

let app: TestApp;
let world: ChoosingWorld;
beforeAll(async () => {
  app = await testApp();
  world = await choosingWorld(app, { mentors: 2, mentees: 2 });
  await world.choose({ mode: "mentee-asks" });
});
afterAll(() => app[Symbol.asyncDispose]());

const pages = async (): Promise<string[]> =>
  Promise.all(
    [
      ["mentee", world.at("/mentors")],
      ["mentee", world.at(`/mentors/${world.mentors[1]!.participantId}`)],
      ["coordinator", world.at("/mentors")],
      ["mentor", world.at("/shown")],
      ["mentee", world.at("/choices")],
    ].map(async ([who, path]) => {
      const answer = await world.as(who as "mentee").get(path!);
      expect(answer.status, path).toBe(200);
      const text = await answer.text();
      // The invented people are called Mentor and Mentee, too.
      return text.slice(text.indexOf("<main")).replaceAll(/\w+ Mentor\b|\w+ Mentee\b|<[^>]*>/gu, " ");
    }),
  );

test("the pages of the directory speak of people, in every state of it", async () => {
  for (const page of await pages()) expect(page).toMatch(/mentor|mentee/iu);
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("program").set({ format: "peer" }).where("id", "=", world.first).execute(),
  );
  for (const [mode, identity] of [
    ["mentee-asks", "at-once"],
    ["mixed", "after-match"],
  ] as const) {
    await world.choose({ mode, identity, mentors_rank: false });
    for (const page of await pages()) expect(page).not.toMatch(/mentor(?!ing)|mentee/iu);
  }
});
