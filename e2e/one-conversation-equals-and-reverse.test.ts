/** The same thing with other settings: one conversation that ends by itself, two equals, and a younger mentor of an older mentee. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ProgramFormat } from "../app/networks/programs/program.ts";
import { inOrganization } from "../app/platform/context.ts";
import { livingPair } from "../testing/living-pair.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let jonas: Page;
let maya: Page;
let ruth: Page;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  const phone = { viewport: { width: 390, height: 844 } };
  jonas = await signedIn(story, "Jonas", world.people.mentor, { viewport: { width: 1280, height: 900 } });
  maya = await signedIn(story, "Maya", world.people.mentee, phone);
  ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
});
afterAll(() => story[Symbol.asyncDispose]());
beforeEach(() =>
  inOrganization(story.app, world.riverside, async ({ db }) => {
    await db.deleteFrom("relationship").execute();
    await db.deleteFrom("offer").execute();
  }),
);

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
async function begun(format: ProgramFormat): Promise<string> {
  await inOrganization(story.app, world.riverside, ({ db }) =>
    db.updateTable("program").set({ format }).where("id", "=", world.first).execute(),
  );
  return (await livingPair(story.app, world)).at;
}
/** What stands on a page, without the invented people, who are called Mentor and Mentee, too. */
const textOf = async (page: Page): Promise<string> =>
  (await page.locator("main").innerText()).replaceAll(/\w+ (?:Mentor|Mentee)\b|\S+@\S+/gu, "");

test("one conversation has no goals and no agreement, and comes to its end by itself once it has taken place", async () => {
  const at = await begun("flash");
  await maya.goto(at);
  await says(maya, "You and Jonas Mentor have one conversation in First Steps.");
  for (const tab of ["Goals", "Agreement"]) expect(await maya.getByRole("link", { name: tab, exact: true }).count()).toBe(0);
  await story.look(maya, "the page of one conversation");
  await jonas.goto(`${at}/sessions/propose`);
  expect(await jonas.getByLabel("Does it repeat?").count()).toBe(0);
  await jonas.getByLabel("By phone").check();
  await jonas.getByRole("button", { name: "Send these times" }).click();
  await says(jonas, "Waiting for an answer");
  await maya.goto(`${at}/sessions`);
  await maya.getByRole("button", { name: "This suits me" }).first().click();
  await says(maya, "It is agreed.");
  const { id } = await inOrganization(story.app, world.riverside, ({ db, now }) =>
    db
      .updateTable("session")
      .set({ starts_at: new Date(now.getTime() - 7_200_000), ends_at: new Date(now.getTime() - 3_600_000) })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  for (const page of [maya, jonas]) {
    await page.goto(`${at}/sessions/${id}`);
    await page.getByRole("button", { name: "It took place", exact: true }).click();
    await says(page, "Thank you. Notes and next steps");
  }
  await maya.getByRole("link", { name: "Overview" }).click();
  await expect
    .poll(async () => {
      await maya.reload();
      return maya.getByText("Coming to its end.").count();
    })
    .toBe(1);
  await maya.goto("/");
  await says(maya, "a conversation in First Steps");
  await says(maya, "Your conversation with Jonas Mentor: a word of thanks");
});

test("of two equals neither is called the mentor, on no page of theirs and on none about them", async () => {
  const at = await begun("peer");
  for (const page of [maya, jonas]) {
    for (const path of [
      "",
      "/sessions",
      "/goals",
      "/goals/new",
      "/agreement",
      "/messages",
      "/changes",
      "/closure",
      "/new-start",
      "/practice",
    ]) {
      await page.goto(at + path);
      expect(await textOf(page), path).not.toMatch(/mentor(?!ing)|mentee/iu);
    }
    await page.goto("/");
    await says(page, "you accompany each other in First Steps");
    await says(page, "as equals");
  }
  await ruth.goto(`${at}/support`);
  expect(await textOf(ruth)).not.toMatch(/mentor(?!ing)|mentee/iu);
  await story.look(ruth, "two equals, for their coordinator");
});

test("where the younger mentors the older, each page says who learns", async () => {
  const at = await begun("reverse");
  await jonas.goto(at);
  await says(jonas, "In First Steps Maya Mentee learns from you: you are the mentor.");
  await says(jonas, "think of something that comes easily to you");
  await maya.goto(at);
  await says(maya, "In First Steps you learn from Jonas Mentor");
  await story.look(maya, "a pair in which the older learns");
  expect(story.complaints).toEqual([]);
});
