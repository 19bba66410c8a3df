/** Before a round: a mentee looks around, lines up mentors and sets one aside, a mentor does the same; her coordinator sees numbers. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultCriteria } from "../app/matching/criteria/default-criteria.ts";
import { addCriterion } from "../app/matching/criteria/save-criterion.ts";
import { inOrganization } from "../app/platform/context.ts";
import { choosingWorld, type ChoosingWorld } from "../testing/choosing-world.ts";
import { signedIn, somebody } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";

let story: Story;
let world: ChoosingWorld;
let maya: { personId: string; participantId: string };
let jonas: { personId: string; participantId: string };

beforeAll(async () => {
  story = await tellStory();
  world = await choosingWorld(story.app, { mentors: 1, mentees: 1 });
  const place = { organizationId: world.riverside, programId: world.first };
  const mentor = (name: string, headline: string, ...skills: string[]) =>
    somebody(story, place, { role: "mentor", name, headline, skills });
  maya = await somebody(story, place, { role: "mentee", name: "Maya Okafor", headline: "Analyst", skills: ["grant writing", "Python"] });
  jonas = await mentor("Jonas Berg", "Writes grants for hospitals", "grant writing");
  await mentor("Amina Said", "Teaches Python to beginners", "Python", "grant writing");
  await mentor("Rosa Vidal", "Speaks before large rooms", "public speaking");
  await inOrganization(story.app, world.riverside, async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
  });
  await world.choose({ mode: "ranked-round", mentors_rank: true, identity: "after-match", mentee_choices: 3 });
});
afterAll(() => story[Symbol.asyncDispose]());

const headlines = (page: Page): Promise<string[]> =>
  page.locator(".found-headline bdi").evaluateAll((all) => all.map((one) => one.textContent ?? ""));
const order = (page: Page): Promise<string[]> =>
  page.locator(".choice-who > a").evaluateAll((all) => all.map((one) => one.textContent ?? ""));
const press = (page: Page, name: RegExp | string, number = 0) => page.getByRole("button", { name }).nth(number).click();

test("a mentee lines up mentors whose names she does not see, on an old phone without scripts", async () => {
  const page = await signedIn(story, "Maya", maya.personId, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("link", { name: "Look around" }).click();
  expect(await headlines(page)).toEqual([
    "Teaches Python to beginners",
    "Writes grants for hospitals",
    "Speaks before large rooms",
    "Mentor 1",
  ]);
  expect(await page.content()).not.toMatch(/Amina|Berg|Rosa/);

  await page.getByLabel("Skill, or any word").fill("grant");
  await press(page, "Show");
  expect(await headlines(page)).toEqual(["Teaches Python to beginners", "Writes grants for hospitals"]);
  await press(page, /Add to my choices/);
  // Still narrowed as it was.
  expect(await headlines(page)).toHaveLength(2);
  await press(page, /Add to my choices/);
  await page.getByRole("link", { name: "Clear all" }).click();
  await page.getByRole("link", { name: /Speaks before large rooms/ }).click();
  await page.getByText("Not this one").click();
  await page.getByLabel("Why (only for yourself)").fill("We share an office");
  await press(page, "Set aside");
  await page.getByText("You have set this person aside.").waitFor();

  await page.goto(world.at("/choices"));
  expect(await order(page)).toEqual(["Teaches Python to beginners", "Writes grants for hospitals"]);
  await press(page, /^Down/);
  expect(await order(page)).toEqual(["Writes grants for hospitals", "Teaches Python to beginners"]);
  await press(page, /^Take away/);
  expect(await order(page)).toEqual(["Teaches Python to beginners"]);
  await press(page, "Put back");
  expect(await order(page)).toEqual(["Writes grants for hospitals", "Teaches Python to beginners"]);
  await page.getByText("We share an office").waitFor();
  await page.getByText("You can add 1 more.").waitFor();
});

test("a mentor does the same, and neither is told; the coordinator sees how many", async () => {
  const page = await signedIn(story, "Jonas", jonas.personId, { viewport: { width: 390, height: 844 } });
  await page.goto(world.at("/shown"));
  await story.look(page, "how mentees see me");
  await page.goto(world.at("/mentees"));
  await story.look(page, "the mentees");
  await page.getByRole("link", { name: /Analyst/ }).click();
  await story.look(page, "one mentee");
  await page.getByText("Not this one").click();
  await press(page, "Set aside");
  await page.getByText("You have set this person aside.").waitFor();

  const hers = await signedIn(story, "Maya again", maya.personId, { viewport: { width: 1280, height: 900 } });
  await hers.goto(world.at("/mentors"));
  expect(await headlines(hers)).toContain("Writes grants for hospitals");
  await story.look(hers, "the mentors");
  await hers.goto(world.at("/choices"));
  expect(await order(hers)).toEqual(["Writes grants for hospitals", "Teaches Python to beginners"]);
  await story.look(hers, "my choices");

  const ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  await ruth.goto(world.at("/choices/overview"));
  await ruth.getByText("pairs set aside").waitFor();
  await story.look(ruth, "choices in numbers");
  await ruth.getByRole("link", { name: "Mentors", exact: true }).click();
  expect(await ruth.locator("tbody tr").first().innerText()).toMatch(/Jonas Berg|Amina Said/);
  await ruth.getByRole("link", { name: "See the mentors as mentees do" }).click();
  await story.look(ruth, "the mentors, as mentees see them");
  expect(story.complaints).toEqual([]);
});
