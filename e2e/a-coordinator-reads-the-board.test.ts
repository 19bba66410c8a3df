/** From people who have said what matters to them, to a proposal that their coordinator understands and mends. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { questionSource } from "../app/matching/criteria/answer-source.ts";
import { defaultCriteria } from "../app/matching/criteria/default-criteria.ts";
import { addCriterion } from "../app/matching/criteria/save-criterion.ts";
import { inOrganization } from "../app/platform/context.ts";
import { inventPeople } from "../testing/invented-people.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let ruth: Page;
let at: string;

/** How many on each side; a look by hand takes 500. */
const people = Number(process.env["PEOPLE"] ?? 70);

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  const place = { organizationId: world.riverside, programId: world.first };
  const invented = await inventPeople(story.app, place, { mentees: people, mentors: Math.round(people * 0.75), seed: 3 });
  await inOrganization(story.app, world.riverside, async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    const department = questionSource(invented.department);
    const settings = { mentee: department, mentor: department, missing: "allow" as const };
    await addCriterion(ctx, world.riverside, world.first, { strength: "must", rule: "different", settings, weight: 50 });
  });
  ruth = await signedIn(story, "Ruth", world.people.coordinator);
});
afterAll(() => story[Symbol.asyncDispose]());

test("a coordinator reads her criteria, runs a round, sees why, moves a mentee by keyboard, and compares", async () => {
  await ruth.goto(`${at}/criteria`);
  expect(await ruth.textContent("main")).toContain("A language in common");
  expect(await ruth.textContent("main")).toContain("Counts for about half of the strength.");
  await story.look(ruth, "criteria");

  await ruth.getByRole("link", { name: "Add a must" }).click();
  await story.look(ruth, "rules to choose from");
  await ruth.getByRole("link", { name: "The mentor a step above" }).click();
  await story.look(ruth, "a new criterion");
  await ruth.getByLabel("Steps above, at the least").fill("99");
  await ruth.getByRole("button", { name: "Save" }).click();
  await ruth.getByLabel("Steps above, at the least").fill("1");
  await ruth.getByRole("button", { name: "Save" }).click();
  await ruth.getByText("The criterion is added.").first().waitFor();

  await ruth.goto(`${at}/rounds/new`);
  await story.look(ruth, "a new round");
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await ruth.getByText("Proven: no other set of pairs gives more in total.").waitFor({ timeout: 30_000 });
  const board = ruth.url();
  expect(await ruth.textContent("main")).toMatch(/hours? a week in common|Both speak/u);
  await story.look(ruth, "the board");

  await ruth.goto(`${board}?view=unmatched`);
  expect(await ruth.locator("tbody tr").count()).toBeGreaterThan(0);
  await story.look(ruth, "without a mentor");
  await ruth.goto(`${board}?view=mentors`);
  await story.look(ruth, "mentors of the round");

  // Moved by hand: dropped on the row of another mentor.
  await ruth.goto(board);
  await ruth.setViewportSize({ width: 1280, height: 1600 });
  const [from, to] = [await ruth.locator(".board-person").first().boundingBox(), await ruth.locator(".board-why").nth(1).boundingBox()];
  await ruth.mouse.move(from!.x + 10, from!.y + 10);
  await ruth.mouse.down();
  await ruth.mouse.move(from!.x + 30, from!.y + 20, { steps: 4 });
  await ruth.mouse.move(to!.x + 10, to!.y + 5, { steps: 8 });
  await ruth.mouse.up();
  await ruth.locator(".move-chosen").waitFor();
  await ruth.keyboard.press("Escape");
  expect(await ruth.locator(".move-panel").count()).toBe(0);

  // Moved by keyboard: pick up, go down to the cheapest mentor, see the cost, lock.
  await ruth.goto(board);
  // Until the island has come to life there is nothing to pick up with.
  await expect
    .poll(
      async () => {
        if ((await ruth.locator(".move-panel").count()) === 0) await ruth.locator("[data-move]").first().press("Enter");
        return ruth.locator(".move-option").count();
      },
      { timeout: 30_000, interval: 300 },
    )
    .toBeGreaterThan(0);
  if (process.env["PICTURES"]) await ruth.screenshot({ path: `${process.env["PICTURES"]}/moving.png` });
  await ruth.keyboard.press("ArrowDown");
  await ruth.keyboard.press("Enter");
  await ruth.locator(".move-chosen button:focus").waitFor();
  expect(await ruth.locator(".move-chosen").textContent()).toMatch(/The total falls by|costs nothing/u);
  await ruth.keyboard.press("Enter");
  await ruth.getByText("are locked. Run again").first().waitFor();

  await ruth.locator(".board-row a").first().click();
  await ruth.getByRole("heading", { name: /Other mentors for/u }).waitFor();
  await story.look(ruth, "one person of the round");

  await ruth.goto(board);
  await ruth.getByRole("button", { name: "Run again" }).click();
  await ruth.getByText("Proven:").waitFor({ timeout: 30_000 });
  expect(ruth.url()).not.toBe(board);
  await ruth.goto(`${at}/rounds`);
  await story.look(ruth, "the rounds");
  await ruth.getByRole("link", { name: "Compare with the one before" }).first().click();
  await ruth.getByRole("heading", { name: "Who moved" }).waitFor();
  await story.look(ruth, "two rounds side by side");
  expect(story.complaints).toEqual([]);
});
