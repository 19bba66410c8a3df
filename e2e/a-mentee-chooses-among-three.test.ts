/** A coordinator suggests three mentors to each mentee; two would like the same last place; the one who was chosen says yes. */
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
let program: { organizationId: string; programId: string };

const mentees = ["Maya Okafor", "Omar Haddad", "Kasia Nowak"];
const mentors = ["Jonas Berg", "Amina Said", "Lucía Ortiz"];
let people: Record<string, { personId: string; participantId: string; email: string }>;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  program = { organizationId: world.riverside, programId: world.first };
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  await inOrganization(story.app, world.riverside, async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    // The two of the small world take no part.
    await ctx.db.updateTable("participant").set({ withdrawn_at: ctx.now }).where("program_id", "=", world.first).execute();
  });
  people = {};
  for (const name of mentees)
    people[name] = await somebody(story, program, { role: "mentee", name, headline: "Analyst", skills: ["grant writing"] });
  for (const name of mentors)
    people[name] = await somebody(story, program, {
      role: "mentor",
      name,
      headline: `${name} writes grants`,
      skills: ["grant writing"],
      capacity: 1,
    });
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test("three are suggested, one is chosen, and a place that was just taken is told kindly", async () => {
  const ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  await ruth.goto(`${at}/matching?mode=choose-among-three`);
  await ruth.getByLabel("Days to choose among the three").fill("4");
  await story.look(ruth, "mode: choose among three");
  await ruth.getByRole("button", { name: "Choose this way" }).click();
  await says(ruth, "Saved. It holds from now on.");
  await ruth.getByRole("link", { name: "See who has chosen" }).click();
  await says(ruth, "No suggestions yet");
  await story.look(ruth, "no suggestions yet");

  await ruth.goto(`${at}/rounds/new`);
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await says(ruth, "Proven: no other set of pairs gives more in total.");
  await ruth.getByRole("link", { name: "Go on to publish" }).click();
  await says(ruth, "Suggest the mentors of round 1");
  await story.look(ruth, "suggest");
  await ruth.getByRole("button", { name: "Suggest, and write to the mentees" }).click();
  await says(ruth, "3 mentees get their suggestions by mail.");
  await story.look(ruth, "who has chosen");

  const maya = await story.person("Maya", { viewport: { width: 390, height: 800 } });
  await maya.goto(await linkInLetter(story, people["Maya Okafor"]!.email, "Mentors who could suit you"));
  await maya.getByRole("button").last().click();
  await says(maya, "Choose your mentor");
  await story.look(maya, "three mentors");
  await maya.goto("/");
  await says(maya, "Choose your mentor in First Steps");
  await maya.getByRole("link", { name: "Look and choose" }).click();

  const omar = await signedIn(story, "Omar", people["Omar Haddad"]!.personId);
  await omar.goto("/");
  await omar.getByRole("link", { name: "Look and choose" }).click();
  await says(omar, "Choose your mentor");

  // Both look at the same moment; Maya is quicker.
  await maya.getByRole("button", { name: "Choose Jonas Berg" }).click();
  await says(maya, "You have chosen Jonas Berg, who is asked now.");
  await story.look(maya, "has chosen");
  await omar.getByRole("button", { name: "Choose Jonas Berg" }).click();
  await says(
    omar,
    /the last place with Jonas Berg has just been taken\. Still free for you: (Amina Said and Lucía Ortiz|Lucía Ortiz and Amina Said)\./,
  );
  await story.look(omar, "two remain");
  await omar.getByText("None of them").first().click();
  await omar.getByLabel("Our hours do not fit").check();
  await omar.getByRole("button", { name: "Say none of them" }).click();
  await says(omar, "You have said that none of them fits.");

  const jonas = await story.person("Jonas");
  await jonas.goto(await linkInLetter(story, people["Jonas Berg"]!.email, "Maya Okafor and you?"));
  await jonas.getByRole("button").last().click();
  await says(jonas, "Maya Okafor has said yes already.");
  await jonas.getByRole("button", { name: "Yes, I would like to" }).click();
  await says(jonas, "How to reach each other");

  await ruth.reload();
  const table = await ruth.locator("table").innerText();
  expect(table).toMatch(/Jonas Berg \(chosen\)/);
  expect(table).toContain("Our hours do not fit");
  expect(story.complaints).toEqual([]);
});
