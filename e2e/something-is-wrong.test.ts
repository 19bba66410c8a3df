/** A mentee reports in two taps; a lead pauses at once; both see it; the outcome is told, and whoever is not to see it sees nothing. */
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("something is wrong, and somebody is there", async () => {
  const { world, its, at } = theirs;
  const pair = `/organizations/${its.organizationId}/relationships/${its.relationshipId}`;
  const [maya, jonas, ruth, adam] = await Promise.all(
    (["mentee", "mentor", "coordinator", "administrator"] as const).map((name) => signedIn(story, name, world.people[name])),
  );

  // Two taps: the link that is on every page, and "Send".
  await maya!.goto(pair);
  await maya!.getByRole("link", { name: "Something is wrong" }).click();
  await maya!.getByRole("radio", { name: "Somebody presses, threatens or bullies" }).check();
  await maya!.getByRole("textbox", { name: "What happened?" }).fill("He wants to meet at his home.");
  await maya!.getByRole("checkbox", { name: "Jonas Mentor" }).check();
  await story.look(maya!, "raising a concern");
  await maya!.getByRole("button", { name: "Send" }).click();
  await maya!.getByText("It has arrived.").waitFor();
  await maya!.getByText("Waits to be seen").waitFor();
  await story.look(maya!, "one's own concern");

  // The lead finds it, and pauses at once: that takes it, too.
  await ruth!.goto("/");
  await ruth!.getByRole("link", { name: "Concerns" }).first().click();
  await ruth!.getByText("Somebody presses, threatens or bullies").waitFor();
  await story.look(ruth!, "the list of concerns");
  await ruth!.getByRole("rowheader").getByRole("link").first().click();
  await ruth!.getByText("He wants to meet at his home.").waitFor();
  await story.look(ruth!, "a case that nobody has taken");
  await ruth!.getByRole("button", { name: "Pause it now" }).click();
  await ruth!.getByText("It is paused. Its people are told").waitFor();
  await story.look(ruth!, "a case that keeps a pause");
  const itsCase = new URL(ruth!.url()).pathname;

  // Both see that it rests; neither can write.
  for (const person of [maya!, jonas!]) {
    await person.goto(`${pair}/messages`);
    await person
      .getByText(/safeguarding lead|paused/)
      .first()
      .waitFor();
    expect(await person.getByRole("textbox", { name: /message|write/i }).count()).toBe(0);
  }
  // The mentor, and an administrator without the role, see nothing of the case.
  for (const person of [jonas!, adam!]) expect((await person.goto(itsCase))?.status()).toBe(404);
  expect((await adam!.goto(at))?.status()).toBe(404);

  await ruth!.getByRole("radio", { name: "I spoke with somebody" }).check();
  await ruth!.getByRole("textbox", { name: "In your words" }).fill("I spoke with Jonas.");
  await ruth!.getByRole("button", { name: "Write down" }).click();
  await ruth!.getByText("It stands in the case.").waitFor();
  await ruth!.getByRole("button", { name: "Lift the pause" }).click();
  await ruth!.getByText("The pause is lifted").waitFor();
  await ruth!.getByText("Close, and tell who raised it").click();
  await ruth!.getByRole("radio", { name: "Settled: something was done" }).check();
  await ruth!.getByRole("textbox", { name: "What you tell them" }).fill("You meet in the library from now on.");
  await ruth!.getByRole("button", { name: "Close and tell" }).click();
  await ruth!.getByText("Closed. Who raised it can read your answer.").waitFor();

  await maya!.goto(`${at}/mine`);
  await maya!.getByText("Settled").waitFor();
  await maya!.getByRole("rowheader").getByRole("link").first().click();
  await maya!.getByText("You meet in the library from now on.").waitFor();
  expect(await maya!.getByText("I spoke with Jonas.").count()).toBe(0);
  await story.look(maya!, "the answer to a concern");
  expect(story.complaints).toEqual([]);
});
