/** A coordinator's list for today changes as two others say how it goes, each on her own; and she does what it asks of her. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem, inOrganization } from "../app/platform/context.ts";
import { askEverywhere } from "../app/relationships/pulse/ask-pulse.job.ts";
import { keepSupportEverywhere } from "../app/relationships/support/keep-support.job.ts";
import { beginMeeting, type Meeting } from "../testing/meeting.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let pair: Meeting;
let ruth: Page;
let maya: Page;
let jonas: Page;
let today: string;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  pair = await beginMeeting(story.app, world);
  await inOrganization(story.app, world.riverside, ({ db }) =>
    db
      .updateTable("relationship")
      .set({ begun_at: new Date(Date.now() - 32 * 86_400_000) })
      .where("id", "=", pair.relationshipId)
      .execute(),
  );
  await keepSupportEverywhere(story.app);
  await askEverywhere(story.app);
  ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  maya = await story.person("Maya", { viewport: { width: 390, height: 800 } });
  jonas = await signedIn(story, "Jonas", world.people.mentor, { viewport: { width: 390, height: 800 } });
  today = `/organizations/${world.riverside}/today`;
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const reasons = async (): Promise<string> => {
  await ruth.goto(today);
  return ruth.locator("main").innerText();
};
/** Of the five answers in the letter the one that is tapped. */
async function tapped(address: string, which: string): Promise<string> {
  const letter = await asSystem(story.app, ({ db }) =>
    db.selectFrom("letter").select("text_body").where("to_address", "=", address).where("kind", "=", "pulse").executeTakeFirstOrThrow(),
  );
  return letter.text_body.match(/https?:\/\/\S+/g)!.find((link) => link.endsWith(which))!;
}

test("the day begins with what is due, the most urgent first", async () => {
  const page = await reasons();
  expect(page).toContain("Begun 32 days ago, and they have not met.");
  expect(page).toContain("The talk is due today.");
  expect(page).not.toContain("lowest answer");
  await story.look(ruth, "a coordinator's day");
  await ruth.goto("/");
  await says(ruth, "One thing needs you today");
});

test("a mentee taps an answer in her letter, without signing in, and the coordinator's list has it", async () => {
  await maya.goto(await tapped("mentee@example.org", "?heard=2"));
  expect(await maya.locator('input[name="heard"][value="2"]').isChecked()).toBe(true);
  await story.look(maya, "how it goes, from a letter");
  await maya.locator('input[name="trust"][value="3"]').check();
  await maya.getByLabel("Anything your coordinator should know").fill("We never find a time.");
  await maya.getByRole("button", { name: "Send", exact: true }).click();
  await says(maya, "Your coordinator sees it and gets in touch with you");
  expect(await reasons()).toContain("The lowest answer of the newest pulse is 2.5 of 5.");
});

test("her mentor answers on his page and sees nothing of hers; the list says how far they are apart", async () => {
  await jonas.goto("/");
  await jonas.getByRole("link", { name: "Answer", exact: true }).click();
  await story.look(jonas, "how it goes, on one's page");
  expect(await jonas.locator("main").innerText()).not.toContain("never find a time");
  for (const item of ["heard", "trust", "useful", "challenged", "onTrack"]) await jonas.locator(`input[name="${item}"][value="5"]`).check();
  await jonas.getByRole("button", { name: "Send", exact: true }).click();
  await says(jonas, "Thank you. We ask again in a while.");
  expect(await reasons()).toContain("Their newest pulses are 2.5 points apart.");
});

test("she talks with the mentee, notes it in a minute, and the line is gone until the next", async () => {
  await ruth.getByRole("link", { name: "Note the talk" }).click();
  await says(ruth, "We never find a time.");
  await story.look(ruth, "a relationship, as its coordinator sees it");
  for (const name of [/^Talk with Maya Mentee/, /^Talk with Jonas Mentor/]) {
    const form = ruth.locator("section", { has: ruth.getByRole("heading", { name }) });
    await form.getByLabel("By phone or video").check();
    await form.getByLabel("rather low").check();
    await form.getByLabel("What you heard").fill("Evenings would do.");
    await form.getByRole("button", { name: "Note the talk" }).click();
    await says(ruth, "The next talk is due");
  }
  expect(await ruth.locator("main").innerText()).toContain("Evenings would do.");
  expect(await reasons()).not.toContain("The talk is due");
});

test("lines are done or put off, and taken back", async () => {
  await reasons();
  const line = (text: string) => ruth.locator("li.reason", { hasText: text });
  await line("they have not met").getByRole("button", { name: "Done" }).click();
  await says(ruth, "It comes back if there is a new reason");
  expect(await ruth.locator("main").innerText()).not.toContain("they have not met");
  // Of several reasons she chooses those that can wait.
  const entry = ruth.locator("li.entry");
  await entry.locator("summary").click();
  await entry.getByRole("checkbox", { name: "Low pulse" }).uncheck();
  await entry.getByLabel("Put off until").fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await story.look(ruth, "what is put off");
  await entry.getByRole("button", { name: "Put off" }).click();
  await says(ruth, "It comes back on that day");
  await ruth.getByRole("link", { name: /^Set aside/ }).click();
  await says(ruth, "Done by Ruth Coordinator");
  await story.look(ruth, "what was set aside");
  await line("they have not met").getByRole("button", { name: "Take back" }).click();
  await says(ruth, "It is back in the list");
  expect(await reasons()).toContain("they have not met");
});

test("the rules stand there in words, and can be set", async () => {
  await ruth.getByRole("link", { name: "Rules of this list" }).click();
  await story.look(ruth, "the rules of the list");
  await ruth.locator('input[name="first-meeting-threshold"]').fill("60");
  await ruth.getByRole("button", { name: "Save the rules" }).click();
  await says(ruth, "The rules are saved");
  expect(await reasons()).not.toContain("they have not met");
  await ruth.getByRole("link", { name: "All relationships" }).click();
  await says(ruth, /Jonas Mentor.* and .*Maya Mentee/);
  await story.look(ruth, "who looks after whom");
  expect(story.complaints).toEqual([]);
});
