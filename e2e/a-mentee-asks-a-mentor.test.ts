/** Mentees ask mentors themselves: one is declined and falls on to the next choice, who asks back first and then says yes. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../app/platform/context.ts";
import { defaultCriteria } from "../app/matching/criteria/default-criteria.ts";
import { addCriterion } from "../app/matching/criteria/save-criterion.ts";
import { linkInLetter, signedIn, somebody } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let at: string;
let people: Record<"maya" | "omar" | "jonas" | "amina", { personId: string; participantId: string; email: string }>;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  const place = { organizationId: world.riverside, programId: world.first };
  people = {
    maya: await somebody(story, place, { role: "mentee", name: "Maya Okafor", headline: "Analyst", skills: ["grant writing"] }),
    omar: await somebody(story, place, { role: "mentee", name: "Omar Haddad", headline: "Planner", skills: ["grant writing"] }),
    jonas: await somebody(story, place, {
      role: "mentor",
      name: "Jonas Berg",
      headline: "Writes grants",
      skills: ["grant writing"],
      capacity: 1,
    }),
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
  });
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test("a mentee asks, is declined kindly, and her next choice says yes", async () => {
  const ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  await ruth.goto(`${at}/matching`);
  await story.look(ruth, "how people find each other");
  await ruth.getByRole("link", { name: /Look at this.*Mentees ask mentors/ }).click();
  await ruth.getByLabel("Requests that a mentee may have open at once").fill("2");
  await ruth.getByLabel("Days to answer a request").fill("0");
  await ruth.locator("#settings form").getByRole("button", { name: "Choose this way" }).click();
  // What was typed stays, and says how to mend it.
  expect(await ruth.getByLabel("Requests that a mentee may have open at once").inputValue()).toBe("2");
  await ruth.getByLabel("Days to answer a request").fill("5");
  await story.look(ruth, "mode: mentees ask");
  await ruth.locator("#settings form").getByRole("button", { name: "Choose this way" }).click();
  await says(ruth, "Saved. It holds from now on.");

  const maya = await signedIn(story, "Maya", people.maya.personId, { viewport: { width: 390, height: 800 } });
  await maya.goto("/");
  await maya.getByRole("link", { name: "My requests" }).click();
  await says(maya, "You have not asked anybody yet");
  await story.look(maya, "no requests yet");
  for (const mentor of [people.jonas, people.amina]) {
    await maya.goto(`${at}/mentors/${mentor.participantId}`);
    await maya.getByRole("button", { name: "Add to my choices" }).first().click();
    await maya.waitForLoadState();
  }
  await maya.goto(`${at}/mentors/${people.jonas.participantId}/ask`);
  await story.look(maya, "ask a mentor");
  await maya.getByRole("button", { name: "Ask Jonas Berg" }).click();
  await says(maya, "A few words to Jonas Berg");
  await maya.getByLabel("A few words to Jonas Berg").fill("I write my first grant, and would like to learn from you.");
  await maya.getByLabel(/ask my next choice by itself/).check();
  await maya.getByRole("button", { name: "Ask Jonas Berg" }).click();
  await says(maya, /Jonas Berg has your request, and time to answer until/);
  await story.look(maya, "my requests");
  // Asked once is asked.
  await maya.goto(`${at}/mentors/${people.jonas.participantId}/ask`);
  await says(maya, "You have asked Jonas Berg");
  await story.look(maya, "asked already");

  const jonas = await story.person("Jonas");
  await jonas.goto(await linkInLetter(story, people.jonas.email, "asks you for mentoring"));
  await jonas.getByRole("button").last().click();
  await says(jonas, "I write my first grant, and would like to learn from you.");
  await story.look(jonas, "a request");
  expect(await jonas.locator("main").innerText()).not.toContain("maya@example.org");
  await jonas.getByText("No, not this time").click();
  await jonas.getByLabel("Our hours do not fit").check();
  await jonas.getByRole("button", { name: "Say no" }).click();
  await says(jonas, "Thank you for the clear answer. We have passed it on kindly.");

  await maya.goto(await linkInLetter(story, people.maya.email, "News about your request"));
  await maya.getByRole("button").last().click();
  await says(maya, /Amina Said has until/);
  await maya.goto(`${at}/requests`);
  await says(maya, "It does not work out with Jonas Berg this time.");
  expect(await maya.locator("main").innerText()).not.toContain("hours do not fit");
  await maya.getByRole("link", { name: "Jonas Berg" }).click();
  await says(maya, "We have asked Amina Said for you, your next choice.");
  await story.look(maya, "a declined request");

  const amina = await story.person("Amina");
  await amina.goto(await linkInLetter(story, people.amina.email, "asks you for mentoring"));
  await amina.getByRole("button").last().click();
  await amina.getByText("Ask one question first").click();
  await amina.getByLabel("Your question").fill("Which grant is it?");
  await amina.getByRole("button", { name: "Send the question" }).click();
  await says(amina, "Maya Okafor has not answered it yet.");

  await maya.goto("/");
  await says(maya, "Amina Said has a question before answering your request");
  await story.look(maya, "my page with a question");
  await maya.getByRole("link", { name: "Look and answer" }).click();
  await maya.getByLabel("Your answer to the question").fill("The one for young researchers.");
  await maya.getByRole("button", { name: "Send the answer" }).click();
  await says(maya, "Your answer is on its way.");

  await amina.reload();
  await says(amina, "The one for young researchers.");
  await amina.getByRole("button", { name: "Yes, I would like to" }).click();
  await says(amina, "How to reach each other");
  expect(await amina.locator("main").innerText()).toContain("maya@example.org");

  await maya.goto("/");
  await maya.getByRole("link", { name: "Amina Said" }).click();
  await says(maya, "How to reach each other");
});

test("a mentor who has no time takes a break in the same click, and limits herself", async () => {
  const omar = await signedIn(story, "Omar", people.omar.personId, { viewport: { width: 390, height: 800 } });
  await omar.goto(`${at}/mentors/${people.amina.participantId}/ask`);
  await says(omar, "All places with this person are taken.");
  await omar.goto(`${at}/mentors/${people.jonas.participantId}/ask`);
  await omar.getByLabel("A few words to Jonas Berg").fill("May I ask you about grants?");
  await omar.getByRole("button", { name: "Ask Jonas Berg" }).click();

  const jonas = await signedIn(story, "Jonas", people.jonas.personId);
  await jonas.goto(`${at}/requests`);
  await jonas.getByLabel("At most so many requests a month").fill("2");
  await jonas.getByRole("button", { name: "Save" }).click();
  await says(jonas, "Saved. It holds from now on.");
  await story.look(jonas, "requests to a mentor");
  await jonas.getByRole("link", { name: "Omar Haddad" }).click();
  await jonas.getByText("Not now: take a break").click();
  await jonas.getByRole("button", { name: "Decline kindly and take a break" }).click();
  await says(jonas, /You take a break until/);

  const ruth = await signedIn(story, "Ruth", world.people.coordinator);
  await ruth.goto(`${at}/requests/overview`);
  await says(ruth, "Jonas Berg: at most 2 a month");
  await story.look(ruth, "requests of a program");
  expect(await ruth.locator("table").innerText()).toContain("Our hours do not fit");
  expect(story.complaints).toEqual([]);
});
