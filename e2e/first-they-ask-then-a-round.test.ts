/** Mixed: one mentee finds her mentor by asking, another waits for an answer; asking is closed, and a round matches the rest. */
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
let people: Record<string, { personId: string; participantId: string; email: string }>;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  const place = { organizationId: world.riverside, programId: world.first };
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  await inOrganization(story.app, world.riverside, async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    await ctx.db.updateTable("participant").set({ withdrawn_at: ctx.now }).where("program_id", "=", world.first).execute();
  });
  people = {};
  for (const name of ["Maya Okafor", "Omar Haddad", "Kasia Nowak"])
    people[name] = await somebody(story, place, { role: "mentee", name, headline: "Analyst", skills: ["grant writing"] });
  for (const name of ["Jonas Berg", "Amina Said", "Lucía Ortiz"])
    people[name] = await somebody(story, place, {
      role: "mentor",
      name,
      headline: "Writes grants",
      skills: ["grant writing"],
      capacity: 1,
    });
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function ask(page: Page, mentor: string): Promise<void> {
  await page.goto(`${at}/mentors/${people[mentor]!.participantId}/ask`);
  await page.getByLabel(`A few words to ${mentor}`).fill("May I learn from you?");
  await page.getByRole("button", { name: `Ask ${mentor}` }).click();
  await says(page, `${mentor} has your request`);
}

test("one has found somebody by asking, and a round takes the rest when asking is closed", async () => {
  const ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  await ruth.goto(`${at}/matching?mode=mixed`);
  await story.look(ruth, "mode: mixed");
  await ruth.getByRole("button", { name: "Choose this way" }).click();
  await says(ruth, "Saved. It holds from now on.");

  const maya = await signedIn(story, "Maya", people["Maya Okafor"]!.personId, { viewport: { width: 390, height: 800 } });
  await ask(maya, "Jonas Berg");
  const omar = await signedIn(story, "Omar", people["Omar Haddad"]!.personId, { viewport: { width: 390, height: 800 } });
  await ask(omar, "Amina Said");

  const jonas = await story.person("Jonas");
  await jonas.goto(await linkInLetter(story, people["Jonas Berg"]!.email, "asks you for mentoring"));
  await jonas.getByRole("button").last().click();
  await jonas.getByRole("button", { name: "Yes, I would like to" }).click();
  await says(jonas, "How to reach each other");

  // Omar waits for Amina: a round would leave him to his asking.
  await ruth.goto(`${at}/rounds/new`);
  await says(ruth, /mentees 1, mentors 2/);
  await ruth.goto(`${at}/requests/overview`);
  await story.look(ruth, "asking is open");
  await ruth.getByRole("button", { name: "Close asking" }).click();
  await says(ruth, "Asking is closed. What is open runs on until its date.");
  await story.look(ruth, "asking is closed");

  const kasia = await signedIn(story, "Kasia", people["Kasia Nowak"]!.personId, { viewport: { width: 390, height: 800 } });
  await kasia.goto(`${at}/mentors/${people["Lucía Ortiz"]!.participantId}/ask`);
  await says(kasia, "Nobody can be asked in this program at the moment.");
  await story.look(kasia, "asking is over");

  await ruth.getByRole("link", { name: "Run a round for the rest" }).click();
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await ruth.waitForURL(/\/rounds\/[0-9a-f-]{36}/);
  await says(ruth, "Go on to publish");
  const board = await ruth.locator("main").innerText();
  expect(board).toContain("Kasia Nowak");
  expect(board).toContain("Omar Haddad");
  expect(board).not.toContain("Maya Okafor");
  await ruth.goto(`${ruth.url().replace(/[?#].*/, "")}/publish`);
  await ruth.getByRole("button", { name: /^Publish and write to 2 pairs/ }).click();
  await says(ruth, "2 offers are on their way.");
  await kasia.goto("/");
  await says(kasia, /Would you like to be a pair with/);
  expect(story.complaints).toEqual([]);
});
