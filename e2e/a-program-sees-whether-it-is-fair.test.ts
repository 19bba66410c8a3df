/** From a question with its reason, over people who answer as they like, to figures that tell on nobody. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { listDimensions } from "../app/inclusion/self-description/list-dimensions.ts";
import { defaultCriteria } from "../app/matching/criteria/default-criteria.ts";
import { addCriterion } from "../app/matching/criteria/save-criterion.ts";
import { inOrganization } from "../app/platform/context.ts";
import { letDescribe, saying } from "../testing/describing.ts";
import { inventPeople, type InventedPeople } from "../testing/invented-people.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let invented: InventedPeople;
let ruth: Page;
let maya: Page;
let at: string;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  const place = { organizationId: world.riverside, programId: world.first };
  invented = await inventPeople(story.app, place, { mentees: 90, mentors: 45, seed: 3 });
  await inOrganization(story.app, world.riverside, async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    await ctx.db.updateTable("participant").set({ completed_at: ctx.now }).where("program_id", "=", world.first).execute();
  });
  [ruth, maya] = [await signedIn(story, "Ruth", world.people.coordinator), await signedIn(story, "Maya", world.people.mentee)];
});
afterAll(() => story[Symbol.asyncDispose]());

test("a coordinator asks, people answer as they like, and a round is looked at by it", async () => {
  await ruth.goto(`${at}/fairness`);
  await story.look(ruth, "nobody is asked yet");
  await ruth.getByRole("link", { name: "Ask about something" }).click();
  await story.look(ruth, "what to ask");
  await ruth.getByRole("link", { name: "First in your family at university" }).click();
  await ruth.getByLabel("Shared background by wish").fill("101");
  await ruth.getByRole("button", { name: "Save" }).click();
  await ruth.getByLabel("Shared background by wish").fill("40");
  await story.look(ruth, "a new question");
  await ruth.getByRole("button", { name: "Save" }).click();
  await ruth.getByText("From now on people can describe themselves").first().waitFor();

  await maya.goto("/");
  await maya.getByRole("link", { name: "About you, if you like" }).click();
  await story.look(maya, "about you");
  await maya.getByLabel("Yes, I am the first").check();
  await maya.getByLabel("I wish for a mentor who shares this with me").check();
  await maya.getByRole("button", { name: "Keep this" }).click();
  await maya.getByText("Tick this if we may keep what you say.").first().waitFor();
  expect(await maya.getByLabel("Yes, I am the first").isChecked()).toBe(true);
  await maya.getByLabel("I agree that this is kept, encrypted, and counted for fairness").check();
  await maya.getByRole("button", { name: "Keep this" }).click();
  await maya.getByText("You can change or delete it here at any time.").first().waitFor();
  await story.look(maya, "what I said");

  const [dimension] = await inOrganization(story.app, world.riverside, (ctx) => listDimensions(ctx, world.riverside, world.first));
  const [yes, no] = dimension!.options.map(({ key }) => key);
  const said = invented.mentees.map((id, index) => [id, saying(index % 5 < 2 ? yes! : no!)] as const);
  await letDescribe(
    story.app,
    { organizationId: world.riverside, programId: world.first, dimensionId: dimension!.id },
    new Map(said.filter((_, index) => index % 7 > 0)),
  );
  await ruth.goto(`${at}/fairness`);
  await story.look(ruth, "what is asked");

  await ruth.goto(`${at}/rounds/new`);
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await ruth.getByRole("link", { name: "Fairness", exact: true }).last().click({ timeout: 60_000 });
  await story.look(ruth, "not counted yet");
  await ruth.getByRole("button", { name: "Count this round" }).click();
  await ruth.getByText("What closing a gap would cost").waitFor();
  const price = ruth.getByText("With equal coverage of all groups shown");
  await expect
    .poll(
      async () => {
        await ruth.reload();
        return price.count();
      },
      { timeout: 60_000, interval: 500 },
    )
    .toBe(1);
  for (let times = 0; times < 4; times++) await story.look(ruth, "how fair it was");
  expect(await ruth.textContent("main")).not.toContain("Maya");
  expect(story.complaints).toEqual([]);
});
