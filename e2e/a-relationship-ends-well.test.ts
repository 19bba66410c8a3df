/** Two people in two browsers, and their coordinator: one asks in confidence, they say goodbye, and what comes next. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../app/platform/context.ts";
import { letTimeGoOn } from "../app/relationships/life/time-goes-on.job.ts";
import { converse, type Conversing } from "../testing/conversing.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";

let story: Story;
let it: Conversing;
let at: string;
let maya: Page;
let jonas: Page;

beforeAll(async () => {
  story = await tellStory();
  it = await converse(story.app);
  at = `/organizations/${it.its.organizationId}/relationships/${it.its.relationshipId}`;
  maya = await signedIn(story, "Maya", it.mentee, { viewport: { width: 390, height: 844 } });
  jonas = await signedIn(story, "Jonas", it.mentor, { viewport: { width: 1280, height: 900 } });
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test("they take a break and come back from it", async () => {
  await maya.goto(`${at}/changes`);
  await story.look(maya, "changes of a relationship");
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await maya.getByLabel("Goes on again on").fill(day);
  await maya.getByRole("button", { name: "Begin the break" }).click();
  await says(maya, "The break has begun.");
  await jonas.goto(`${at}/changes`);
  await says(jonas, "A break. It goes on by itself");
  await story.look(jonas, "a break");
  await jonas.getByRole("button", { name: "Go on now" }).click();
  await says(jonas, "It goes on. Everybody in it is told.");
  expect(await jonas.getByText("A break. It goes on by itself").count()).toBe(0);
});

test("she asks for a new start, and nothing of it is to be seen by the other", async () => {
  await maya.goto(`${at}/new-start`);
  await maya.getByLabel("We do not find time for each other").check();
  await maya.getByLabel("In your own words").fill("Our evenings never meet.");
  await story.look(maya, "a new start, asked for in confidence");
  await maya.getByRole("button", { name: "Ask my coordinator" }).click();
  await says(maya, "Your coordinator has it");
  await maya.getByRole("button", { name: "Take it back" }).click();
  await says(maya, "Taken back. It goes on as before.");
  await jonas.goto(`${at}/changes`);
  expect(await jonas.getByText("Our evenings").count()).toBe(0);
});

test("they bring it to an end and say goodbye, step by step", async () => {
  await maya.goto(`${at}/closure`);
  await story.look(maya, "the beginning of an end");
  await maya.getByLabel("As planned: its time is over").check();
  await maya.getByRole("button", { name: "Begin the end" }).click();
  await says(maya, "It comes to its end on");
  await maya.getByLabel("We reached what we wanted").check();
  await maya.getByRole("button", { name: "Save this step" }).first().click();
  await says(maya, "Saved. Thank you for telling.");
  await maya.getByText("A letter of thanks").click();
  await maya.getByLabel("Your letter").fill("Dear Jonas,\n\nyou asked the right question in October.");
  await story.look(maya, "the steps of a goodbye");
  await maya
    .locator("form", { has: maya.getByLabel("Your letter") })
    .getByRole("button")
    .click();
  await says(maya, "A letter of thanks (done)");
  await maya.getByText("Staying in touch").click();
  await maya
    .locator("form", { has: maya.getByText("Would you like to stay in touch?") })
    .getByLabel("Yes")
    .check();
  await maya
    .locator("form", { has: maya.getByText("Would you like to stay in touch?") })
    .getByRole("button")
    .click();
  await says(maya, "Staying in touch (done)");

  await jonas.goto("/");
  await jonas.getByRole("link", { name: "Say goodbye" }).click();
  await says(jonas, "Messages and sessions close on");
  await jonas.getByText("Staying in touch").click();
  await jonas
    .locator("form", { has: jonas.getByText("Would you like to stay in touch?") })
    .getByLabel("Yes")
    .check();
  await jonas
    .locator("form", { has: jonas.getByText("Would you like to stay in touch?") })
    .getByRole("button")
    .click();
  await says(jonas, "Staying in touch (done)");
  expect(await jonas.getByText("the right question").count()).toBe(0);
});

test("then it is over: letters to keep, an address to write to, and someone new", async () => {
  // Two weeks go by.
  await inOrganization(story.app, it.its.organizationId, ({ db }) =>
    db.updateTable("relationship").set({ closes_on: "2020-01-01" }).where("id", "=", it.its.relationshipId).execute(),
  );
  await letTimeGoOn.run(story.app, {}, new AbortController().signal);
  await jonas.goto(`${at}/closure`);
  await says(jonas, "want to stay in touch");
  await story.look(jonas, "looking back, for a mentor");
  await jonas.getByRole("link", { name: "Read and print" }).click();
  await says(jonas, "you asked the right question in October.");
  await story.look(jonas, "letters of thanks");
  await maya.goto("/");
  await maya.getByRole("link", { name: "See what is possible" }).click();
  await story.look(maya, "what comes next");
  await maya.getByLabel("What would you look for next?").fill("Somebody who works in the mornings.");
  await maya.getByRole("button", { name: "I would like someone new" }).click();
  await says(maya, "you take part in matching again.");
  expect((await maya.goto(`${at}/closure`))?.status()).toBe(200);
});
