/** Mentees rank mentors, a round goes by that, and the pairs that come out are offered to them. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultCriteria } from "../app/matching/criteria/default-criteria.ts";
import { addCriterion } from "../app/matching/criteria/save-criterion.ts";
import { inOrganization } from "../app/platform/context.ts";
import { linkInLetter, signedIn, somebody } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let at: string;
let people: Record<"lena" | "omar" | "noah" | "amina", { personId: string; participantId: string; email: string }>;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  const place = { organizationId: world.riverside, programId: world.first };
  const writing = ["grant writing"];
  people = {
    lena: await somebody(story, place, { role: "mentee", name: "Lena Okafor", headline: "Analyst", skills: writing }),
    omar: await somebody(story, place, { role: "mentee", name: "Omar Haddad", headline: "Planner", skills: writing }),
    // By criteria alone both would rather be with Noah.
    noah: await somebody(story, place, { role: "mentor", name: "Noah Berg", headline: "Writes grants", skills: writing, capacity: 1 }),
    amina: await somebody(story, place, {
      role: "mentor",
      name: "Amina Said",
      headline: "Speaks in public",
      skills: ["public speaking"],
      capacity: 1,
    }),
  };
  await inOrganization(story.app, world.riverside, async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    await ctx.db.updateTable("program").set({ adults_only_attested_at: new Date() }).where("id", "=", world.first).execute();
  });
});
afterAll(() => story[Symbol.asyncDispose]());

async function choose(page: Page, mentors: readonly { participantId: string }[]): Promise<void> {
  for (const [index, { participantId }] of mentors.entries()) {
    await page.goto(`${at}/mentors/${participantId}`);
    await page.getByRole("button", { name: "Add to my choices" }).first().click();
    await page
      .getByText(`Your choice ${index + 1}`)
      .first()
      .waitFor();
  }
}

test("two mentees rank, the round goes by that, nobody would rather swap, and each hears of her first choice", async () => {
  const ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  await ruth.goto(`${at}/matching`);
  await ruth.getByRole("link", { name: /Look at this.*People rank/u }).click();
  await ruth.locator("#settings form").getByRole("button", { name: "Choose this way" }).click();
  await ruth.getByText("Saved. It holds from now on.").first().waitFor();

  const lena = await signedIn(story, "Lena", people.lena.personId, { viewport: { width: 390, height: 800 } });
  await choose(lena, [people.amina, people.noah]);
  const omar = await signedIn(story, "Omar", people.omar.personId, { viewport: { width: 390, height: 800 } });
  await choose(omar, [people.noah]);

  await ruth.goto(`${at}/rounds/new`);
  expect(await ruth.getByLabel("By people's own choices", { exact: true }).isChecked()).toBe(true);
  await ruth.getByText("2 mentees of 3 have ranked somebody so far.").waitFor();
  await story.look(ruth, "a new ranked round");
  await ruth.getByText("By people's own choices: who has not ranked").click();
  await ruth.getByLabel("Stays without a mentor this time").check();
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await ruth.getByText("Proven: no mentee and mentor would both rather have each other").waitFor({ timeout: 30_000 });
  const said = await ruth.locator("main").innerText();
  expect(said).toMatch(/First choice\s+2/u);
  await story.look(ruth, "the board of a ranked round");
  const pairs = await ruth
    .locator(".board-row")
    .evaluateAll((rows) => rows.map((row) => [row.getAttribute("data-mentee-name"), row.getAttribute("data-mentor-name")].join(" – ")));
  expect(pairs.toSorted()).toEqual(["Lena Okafor – Amina Said", "Omar Haddad – Noah Berg"]);

  await ruth.getByRole("link", { name: "Go on to publish" }).click();
  await ruth
    .getByRole("button", { name: /publish/iu })
    .last()
    .click();
  await ruth.waitForURL((url) => !url.pathname.endsWith("/publish"), { timeout: 30_000 });
  await lena.goto(await linkInLetter(story, people.lena.email, ""));
  await lena.getByRole("button").last().click();
  await lena.getByText("Amina Said").first().waitFor();
  expect(story.complaints).toEqual([]);
});
