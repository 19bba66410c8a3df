/** Two programs in other formats: in one a round forms groups that begin when enough have said yes, in the other equals are paired. */
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

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  const hopes = defaultCriteria.find(({ rule }) => rule === "hopes")!;
  await inOrganization(story.app, world.riverside, (ctx) => addCriterion(ctx, world.riverside, world.first, hopes));
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 30_000 });
const path = (programId: string): string => `/organizations/${world.riverside}/programs/${programId}`;
const emailOf = (name: string): string => `${name.split(" ")[0]!.toLowerCase()}@example.org`;

async function chooseFormat(page: Page, programId: string, format: string): Promise<void> {
  await page.goto(`${path(programId)}/matching`);
  await page.getByLabel(format, { exact: true }).check();
  await page.getByRole("button", { name: "Save the format" }).click();
  await says(page, "The format is saved.");
}
async function publish(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Go on to publish" }).click();
  await page
    .getByRole("button", { name: /publish/iu })
    .last()
    .click();
  await page.waitForURL((url) => !url.pathname.endsWith("/publish"), { timeout: 30_000 });
}
/** By the link in the letter to her offer, and yes. */
async function accept(page: Page, email: string, other: string): Promise<void> {
  await page.goto(await linkInLetter(story, email, other));
  await page.getByRole("button").last().click();
  await page.waitForURL(/\/offers\//u, { timeout: 30_000 });
  await page.locator("#accept button").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/join"), { timeout: 30_000 });
}

test("a round forms groups of people who fit each other, and one begins", async () => {
  const place = { organizationId: world.riverside, programId: world.first };
  const mentees = ["Maya Okafor", "Omar Haddad", "Sofia Ruiz"];
  for (const [index, name] of mentees.entries())
    await somebody(story, place, {
      role: "mentee",
      name,
      headline: "Analyst",
      skills: ["grant writing", ["data", "law", "budgets"][index]!],
    });
  await somebody(story, place, { role: "mentor", name: "Jonas Berg", headline: "Writes grants", skills: ["grant writing"], capacity: 3 });

  const ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  await chooseFormat(ruth, world.first, "Group");
  await ruth.getByLabel("At least").fill("3");
  await ruth.getByLabel("At most").fill("4");
  await ruth.getByRole("button", { name: "Save", exact: true }).last().click();
  await says(ruth, "Saved. It holds from now on.");
  await ruth.goto(`${path(world.first)}/rounds/new`);
  expect(await ruth.getByLabel("Good groups", { exact: true }).isChecked()).toBe(true);
  await story.look(ruth, "a new round of groups");
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await says(ruth, /no other groups (?:can be more than|give more)/u);
  await story.look(ruth, "the board of a round of groups");
  await ruth.getByRole("link", { name: /^Groups/u }).click();
  await says(ruth, "What its mentees share");
  await says(ruth, /All hope for .*grant writing/u);
  await story.look(ruth, "the groups of a round");
  const group = await ruth.getByRole("row").filter({ hasText: "Omar Haddad" }).innerText();
  await publish(ruth);

  // Maya Mentee, of the small world, hopes for nothing of it, and three are as many as Jonas takes.
  for (const name of ["Jonas Berg", ...mentees]) expect(group).toContain(name);
  for (const name of mentees) {
    const mentee = await story.person(name, { viewport: { width: 390, height: 800 } });
    await accept(mentee, emailOf(name), "Jonas Berg");
    if (name === "Omar Haddad") await story.look(mentee, "an offer of a group");
  }
  const jonas = await story.person("Jonas", { viewport: { width: 390, height: 800 } });
  for (const name of mentees) await accept(jonas, emailOf("Jonas Berg"), name);
  await jonas.waitForURL(/\/relationships\//u, { timeout: 30_000 });
  await story.look(jonas, "the page of a group from a round");
  const page = await jonas.locator("main").innerText();
  for (const name of mentees) expect(page).toContain(name);
  expect(story.complaints).toEqual([]);
});

test("equals are paired with each other, and neither is called the mentor", async () => {
  const place = { organizationId: world.riverside, programId: world.second };
  const [lena, noah] = [
    await somebody(story, place, { role: "mentee", name: "Lena Fischer", headline: "Nurse", skills: ["night shifts"] }),
    await somebody(story, place, { role: "mentee", name: "Noah Stein", headline: "Nurse", skills: ["night shifts"] }),
  ];
  const carl = await signedIn(story, "Carl", world.people.otherCoordinator, { viewport: { width: 1280, height: 900 } });
  await chooseFormat(carl, world.second, "Peers");
  await carl.goto(`${path(world.second)}/rounds/new`);
  await says(carl, "Good pairs of peers");
  await story.look(carl, "a new round of peers");
  await carl.getByLabel("Only those on a list", { exact: true }).check();
  await carl.locator("summary").filter({ hasText: "Only those on a list" }).click();
  await carl.getByLabel("People on the list").fill(`${lena.email}\n${noah.email}`);
  await carl.getByRole("button", { name: "Run the round" }).click();
  await says(carl, /no other pairs give more/u);
  await story.look(carl, "the board of a round of peers");
  expect(await carl.locator(".board-row").count()).toBe(1);
  await publish(carl);

  const one = await story.person("Lena", { viewport: { width: 390, height: 800 } });
  await one.goto(await linkInLetter(story, lena.email, ""));
  await one.getByRole("button").last().click();
  await one.waitForURL(/\/offers\//u, { timeout: 30_000 });
  await story.look(one, "an offer to a peer");
  await one.locator("#accept button").click();
  await says(one, "Noah");
  const other = await story.person("Noah", { viewport: { width: 390, height: 800 } });
  await accept(other, noah.email, "Lena Fischer");
  await other.waitForURL(/\/relationships\//u, { timeout: 30_000 });
  await story.look(other, "the page of two peers");
  const page = await other.locator("main").innerText();
  expect(page).toContain("lena@example.org");
  expect(page).not.toMatch(/your mentor|your mentee/iu);
  expect(story.complaints).toEqual([]);
});
