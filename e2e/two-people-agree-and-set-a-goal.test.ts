/** Two people in two browsers: they write their agreement together, sign it, set a goal with its five steps, and see how far it is. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { converse, type Conversing } from "../testing/conversing.ts";
import { fillFiveSteps } from "../testing/five-steps.ts";
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

test("they begin with a guide, and read what helps before they meet", async () => {
  await maya.goto(at);
  await says(maya, "First steps");
  await story.look(maya, "the page of a pair that has just begun");
  await maya.getByRole("link", { name: "Listening before anything else" }).click();
  await says(maya, "Count to five");
  await story.look(maya, "a piece of practice");
  await maya.getByRole("button", { name: "I have read it" }).click();
  await says(maya, "It stays here whenever you want to look at it again.");
  expect(await maya.getByRole("link", { name: "Listening before anything else" }).count()).toBe(0);
});

test("they change their agreement at the same time, and neither loses a word", async () => {
  await jonas.goto(`${at}/agreement`);
  await says(jonas, "This is a draft from your program.");
  await story.look(jonas, "the draft of an agreement");
  await jonas.getByRole("link", { name: "Change the agreement" }).click();
  await maya.goto(`${at}/agreement/change`);
  await jonas.getByLabel("Where").fill("In the library, second floor.");
  await jonas.getByRole("button", { name: "Save the agreement" }).click();
  await says(jonas, "In the library, second floor.");
  await maya.getByLabel("Where").fill("By video.");
  await maya.getByRole("button", { name: "Save the agreement" }).click();
  await says(maya, "Somebody else wrote under “Where” meanwhile");
  await says(maya, "It says now: In the library, second floor.");
  await story.look(maya, "an agreement that both changed");
  await maya.getByLabel("Where").fill("In the library, second floor, or by video.");
  await maya.getByRole("button", { name: "Save the agreement" }).click();
  await says(maya, "Everybody signs anew.");
  await says(maya, "In the library, second floor, or by video.");
  expect(await maya.getByText("This is a draft").count()).toBe(0);
});

test("both sign, and the agreement can be printed", async () => {
  await maya.getByRole("button", { name: "Sign the agreement" }).click();
  await says(maya, "You have signed. We tell Jonas Mentor.");
  await jonas.goto(`${at}/agreement`);
  await says(jonas, "Maya Mentee, mentee, signed on");
  await jonas.getByRole("button", { name: "Sign the agreement" }).click();
  await says(jonas, "The agreement holds from now on.");
  await story.look(jonas, "an agreement that is signed");
  await jonas.emulateMedia({ media: "print" });
  expect(await jonas.getByRole("heading", { name: "What stays between us" }).isVisible()).toBe(true);
  expect(await jonas.getByText("Jonas Mentor, mentor, signed on").isVisible()).toBe(true);
  expect(await jonas.getByRole("link", { name: "Change the agreement" }).isVisible()).toBe(false);
  expect(await jonas.getByText("How it came about").isVisible()).toBe(false);
  await jonas.emulateMedia({ media: "screen" });
  await jonas.getByRole("link", { name: "Version 3" }).click();
  await says(jonas, "What was taken out is struck through");
  await story.look(jonas, "a version with its changes");
});

test("the mentor proposes a goal, the mentee makes it hers, and both note how far it is", async () => {
  await jonas.goto(`${at}/goals`);
  await jonas.getByRole("link", { name: "Propose a goal to Maya Mentee" }).click();
  await jonas.getByLabel("What would others see, once it is so?").fill("Maya gives a talk");
  await story.look(jonas, "a new goal");
  await jonas.getByRole("button", { name: "Propose this goal" }).click();
  await says(jonas, "Maya Mentee sees your proposal and decides.");

  await maya.goto(at);
  await says(maya, "A goal is proposed to you.");
  await maya.getByRole("link", { name: "See the goals" }).click();
  await story.look(maya, "goals");
  await maya.getByRole("link", { name: "Maya gives a talk" }).click();
  await maya.getByRole("link", { name: "Change it" }).click();
  await maya.getByLabel("What would others see, once it is so?").fill("I give a talk to my team");
  await fillFiveSteps(maya);
  await maya.getByRole("button", { name: "Save the goal" }).click();
  await says(maya, "This goal is proposed to you.");
  await maya.getByRole("button", { name: "Agree on this goal" }).click();
  await says(maya, "The goal is agreed.");
  await maya.getByLabel("−1: I listen.").check();
  await maya.getByLabel("A word on it").fill("I was afraid.");
  await maya.getByRole("button", { name: "Note it" }).click();
  await says(maya, "(noted on");

  story.app.travel(new Date(Date.now() + 30 * 86_400_000));
  await jonas.goto(`${at}/goals`);
  await jonas.getByRole("link", { name: "I give a talk to my team" }).click();
  await jonas.getByLabel("+1: I answer questions.").check();
  await jonas.getByRole("button", { name: "Note it" }).click();
  await says(jonas, "Level over time");
  await story.look(jonas, "a goal and how far it is");
  await jonas.getByRole("link", { name: "Goals", exact: true }).first().click();
  await says(jonas, "60: 50 is what was expected");
  await story.look(jonas, "goals with their score");
  expect(await jonas.getByText("Propose a goal to Maya Mentee").count()).toBe(1);
});

test("after they have met each writes for herself, and shares what she wants to", async () => {
  const [id, start] = [newId(), new Date(story.app.now().getTime() - 86_400_000)];
  const { organizationId: organization_id, relationshipId: relationship_id } = it.its;
  await inOrganization(story.app, organization_id, ({ db, now }) =>
    db
      .insertInto("session")
      .values({
        organization_id,
        relationship_id,
        id,
        state: "held",
        starts_at: start,
        ends_at: new Date(start.getTime() + 3_600_000),
        time_zone: "UTC",
        place_kind: "phone",
        agreed_at: now,
      })
      .execute(),
  );
  await maya.goto(at);
  await maya.getByRole("link", { name: "Write it down" }).click();
  await maya.getByLabel("What do you take with you?").fill("I dared to ask.");
  await story.look(maya, "a reflection");
  await maya.getByLabel("Let Jonas Mentor read it").check();
  await maya.getByRole("button", { name: "Keep it" }).click();
  await says(maya, "Jonas Mentor can read it, too");
  await jonas.goto(`${at}/practice`);
  await says(jonas, "I dared to ask.");
  await story.look(jonas, "practice and what was shared");
  expect(await jonas.getByText("What was shared with you").count()).toBe(1);
});

test("their coordinator tends the words with which others begin", async () => {
  const ruth = await signedIn(story, "Ruth", it.world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  const program = `/organizations/${it.its.organizationId}/programs/${it.world.first}`;
  await ruth.goto(`${program}/agreement`);
  await story.look(ruth, "the draft of a program");
  await ruth.getByLabel("Where").fill("On campus, in the open.");
  await ruth.getByRole("button", { name: "Save the draft" }).click();
  await says(ruth, "New agreements begin with it.");
  await ruth.getByRole("link", { name: "Practice" }).click();
  await says(ruth, "Ending well");
  await story.look(ruth, "the pieces of a program");
  await ruth.getByRole("link", { name: "Ending well" }).click();
  await ruth.getByLabel("Title").fill("A good end");
  await story.look(ruth, "a piece in the program's words");
  await ruth.getByRole("button", { name: "Save", exact: true }).click();
  await says(ruth, "A good end");
  await ruth.goto(`${at}/agreement`);
  await says(ruth, "Here you see whether, and when.");
  await story.look(ruth, "what a coordinator sees of an agreement");
  expect(await ruth.getByText("In the library").count()).toBe(0);
  expect(story.complaints).toEqual([]);
});
