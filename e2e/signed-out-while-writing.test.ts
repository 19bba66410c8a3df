/** Somebody is signed out while she writes what is hard to write: nothing of it is lost, and it arrives once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../app/platform/context.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { type Worrying, worry } from "../testing/worrying.ts";

let story: Story;
let theirs: Worrying;
beforeAll(async () => {
  story = await tellStory();
  theirs = await worry(story.app);
});
afterAll(() => story[Symbol.asyncDispose]());

test("what she wrote and chose is there again, on the page and in the form, and is sent once", async () => {
  const maya = await signedIn(story, "Maya", theirs.mentee, { viewport: { width: 390, height: 844 } });
  const form = `${theirs.at}/new?relationship=${theirs.its.relationshipId}`;
  const signedInAs = await maya.context().cookies();
  const send = async (): Promise<void> => {
    await maya.context().clearCookies();
    await maya.getByRole("button", { name: "Send" }).click();
    await maya.getByText("Nothing that you wrote is lost").waitFor();
  };
  await maya.goto(form);
  await maya.getByRole("radio", { name: "Somebody presses, threatens or bullies" }).check();
  await maya.getByLabel("What happened?").fill("He wants to meet at his home, and does not stop asking.");
  await maya.getByRole("radio", { name: "Only the one who looks into it" }).check();
  await maya.getByRole("checkbox", { name: "Jonas Mentor" }).check();
  await maya.getByRole("checkbox", { name: "A letter may tell me" }).uncheck();
  await send();
  await story.look(maya, "signed out while writing");

  // She goes back to the form by herself: everything stands as it stood, what is for whom above all.
  await maya.context().addCookies(signedInAs);
  await maya.goto(form);
  await maya.getByText("We kept what you wrote").waitFor();
  expect(await maya.getByLabel("What happened?").inputValue()).toContain("does not stop asking");
  expect(await maya.getByRole("radio", { name: "Only the one who looks into it" }).isChecked()).toBe(true);
  expect(await maya.getByRole("checkbox", { name: "Jonas Mentor" }).isChecked()).toBe(true);
  expect(await maya.getByRole("checkbox", { name: "A letter may tell me" }).isChecked()).toBe(false);

  // Or she sends it from the page that holds it, once she has signed in in another window.
  await send();
  await maya.context().addCookies(signedInAs);
  await maya.getByRole("button", { name: "Send it now" }).click();
  await maya.getByText("It has arrived.").waitFor();
  const cases = await inOrganization(story.app, theirs.organizationId, ({ db }) =>
    db.selectFrom("concern").select(["is_confidential", "may_write", "category"]).execute(),
  );
  expect(cases).toEqual([{ is_confidential: true, may_write: false, category: "pressure" }]);
  // Once it has arrived, nothing is kept of it.
  await maya.goto(form);
  expect(await maya.getByLabel("What happened?").inputValue()).toBe("");
  expect(story.complaints).toEqual([]);
});
