/** A program of groups: two mentees ask the same mentor, the coordinator does not wait for a third, and all have one page. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { linkInLetter, signedIn, somebody } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let at: string;
let people: Record<string, { personId: string; participantId: string; email: string }>;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  const place = { organizationId: world.riverside, programId: world.first };
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  people = {};
  for (const name of ["Maya Okafor", "Omar Haddad"])
    people[name] = await somebody(story, place, { role: "mentee", name, headline: "Analyst", skills: ["grant writing"] });
  people["Jonas Berg"] = await somebody(story, place, {
    role: "mentor",
    name: "Jonas Berg",
    headline: "Writes grants",
    skills: ["grant writing"],
  });
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test("a mentor says yes to two, and their coordinator begins the group", async () => {
  const ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  await ruth.goto(`${at}/matching?mode=mentee-asks`);
  await ruth.getByRole("button", { name: "Choose this way" }).click();
  await says(ruth, "Saved. It holds from now on.");
  await ruth.getByLabel("Group", { exact: true }).check();
  await ruth.getByRole("button", { name: "Save the format" }).click();
  await says(ruth, "The format is saved.");

  for (const name of ["Maya Okafor", "Omar Haddad"]) {
    const mentee = await signedIn(story, name, people[name]!.personId, { viewport: { width: 390, height: 800 } });
    await mentee.goto(`${at}/mentors/${people["Jonas Berg"]!.participantId}/ask`);
    await mentee.getByLabel("A few words to Jonas Berg").fill("May I learn from you?");
    await mentee.getByRole("button", { name: "Ask Jonas Berg" }).click();
    await says(mentee, "Jonas Berg has your request");
  }
  const jonas = await signedIn(story, "Jonas", people["Jonas Berg"]!.personId);
  for (const name of ["Maya Okafor", "Omar Haddad"]) {
    await jonas.goto(`${at}/requests`);
    await jonas.getByRole("link", { name }).click();
    await jonas.getByRole("button", { name: "Yes, I would like to" }).click();
    await says(jonas, "The group begins as soon as there are enough of you");
  }
  await story.look(jonas, "a group gathers");

  await ruth.goto(`${at}/matching`);
  await says(ruth, "2 of at least 3 have said yes.");
  await story.look(ruth, "groups that gather");
  await ruth.getByRole("button", { name: "Begin this group now" }).click();
  await says(ruth, "The group has begun");

  const maya = await story.person("Maya", { viewport: { width: 390, height: 800 } });
  await maya.goto(await linkInLetter(story, people["Maya Okafor"]!.email, "Your group with Jonas Berg begins"));
  await maya.getByRole("button").last().click();
  await says(maya, "The group of Jonas Berg");
  await story.look(maya, "the page of a group");
  const page = await maya.locator("main").innerText();
  expect(page).toContain("Omar Haddad");
  expect(page).toContain("jonas@example.org");
  expect(page).not.toContain("omar@example.org");
  expect(story.complaints).toEqual([]);
});
