/** From one round to another way of weighing, what it would cost to be fairer, and a report that can be checked. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { defaultCriteria } from "../app/matching/criteria/default-criteria.ts";
import { addCriterion } from "../app/matching/criteria/save-criterion.ts";
import { listDimensions } from "../app/inclusion/self-description/list-dimensions.ts";
import { makeDimension } from "../app/inclusion/self-description/save-dimension.ts";
import { inOrganization } from "../app/platform/context.ts";
import { letDescribe, saying } from "../testing/describing.ts";
import { inventPeople } from "../testing/invented-people.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let ruth: Page;
let at: string;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  const place = { organizationId: world.riverside, programId: world.first };
  const invented = await inventPeople(story.app, place, { mentees: 60, mentors: 35, seed: 3 });
  await inOrganization(story.app, world.riverside, async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    await ctx.db.updateTable("program").set({ adults_only_attested_at: new Date() }).where("id", "=", world.first).execute();
  });
  // A third, whom the total alone serves no better than chance.
  const dimensionId = await inOrganization(story.app, world.riverside, (ctx) =>
    makeDimension(ctx, world.riverside, world.first, {
      label: "First in the family at university",
      reason: "To see whether all are served.",
      options: ["I am the first", "I am not the first"],
      wishWeight: 0,
    }),
  );
  const [dimension] = await inOrganization(story.app, world.riverside, (ctx) => listDimensions(ctx, world.riverside, world.first));
  const [first, others] = dimension!.options;
  const said = invented.mentees.map((id, index) => [id, saying((index % 3 === 0 ? first : others)!.key)] as const);
  await letDescribe(story.app, { ...place, dimensionId }, new Map(said));
  ruth = await signedIn(story, "Ruth", world.people.coordinator);
});
afterAll(() => story[Symbol.asyncDispose]());

test("a coordinator moves a slider and sees who would move, makes it a round, weighs fairness, gives a place, and checks the report", async () => {
  await ruth.goto(`${at}/rounds/new`);
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await ruth.getByText("Proven: no other set of pairs gives more in total.").waitFor({ timeout: 30_000 });
  const first = ruth.url();

  await ruth.getByRole("link", { name: "What if something else counted?" }).click();
  await ruth.getByText("These are the round's own weights.").waitFor();
  await story.look(ruth, "what if");
  await ruth.locator("island-root[data-ready]").waitFor();
  // By keyboard, as far down as it goes.
  await ruth.locator("input[type=range]").first().focus();
  await ruth.keyboard.press("Home");
  await ruth.getByText("would have another mentor, or none.").waitFor();
  await story.look(ruth, "what would change");
  await ruth.getByRole("button", { name: "Make this a round" }).click();
  await ruth.getByText("Proven: no other set of pairs gives more in total.").waitFor({ timeout: 30_000 });
  expect(ruth.url()).not.toBe(first);

  await ruth.goto(`${first}/trade-offs`);
  await story.look(ruth, "trade-offs");
  await ruth
    .getByRole("link", { name: /^Point 2/u })
    .first()
    .click();
  await ruth.getByRole("heading", { name: "What point 2 would change" }).waitFor();
  await story.look(ruth, "a point of the curve");
  // Who gains by a fairer point would tell who is in which group.
  expect(await ruth.locator("#changes").textContent()).toContain("Who would move is not listed");
  expect(await ruth.locator("#changes a").count()).toBe(0);

  await ruth.goto(`${first}?view=unmatched`);
  await story.look(ruth, "what would have to change");
  await ruth.getByRole("button", { name: "Give one more place" }).first().click();
  await ruth.getByText("Run the round again to see what changes.").first().waitFor();

  await ruth.goto(first);
  await ruth.getByRole("link", { name: "Go on to publish" }).click();
  await ruth
    .getByRole("button", { name: /publish/iu })
    .last()
    .click();
  await ruth.waitForURL((url) => !url.pathname.endsWith("/publish"), { timeout: 30_000 });
  await expect
    .poll(
      async () => {
        await ruth.goto(`${first}/report`);
        return ruth.getByRole("button", { name: "Run it again" }).count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(1);
  await ruth.getByRole("button", { name: "Run it again" }).click();
  await ruth.getByText("The same pairs came out").waitFor();
  await story.look(ruth, "the report of a round");
  expect(story.complaints).toEqual([]);
});
