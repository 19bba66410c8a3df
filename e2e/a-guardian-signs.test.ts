/** A guardian stands by a mentee: named by a coordinator, confirmed by herself; she signs, is talked with, and says at the end how it was. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { livingPair } from "../testing/living-pair.ts";
import { linkInLetter, signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

const anaAddress = "ana.parent@example.org";
const phone = { viewport: { width: 390, height: 844 } };

let story: Story;
let world: World;
let pair: Awaited<ReturnType<typeof livingPair>>;
let ruth: Page;
let maya: Page;
let jonas: Page;
let ana: Page;
beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  pair = await livingPair(story.app, world);
  ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 1280, height: 900 } });
  maya = await signedIn(story, "Maya", world.people.mentee, phone);
  jonas = await signedIn(story, "Jonas", world.people.mentor, { viewport: { width: 1280, height: 900 } });
  ana = await story.person("Ana", phone);
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string) => page.getByText(text).first().waitFor();
const program = (): string => `/organizations/${world.riverside}/programs/${world.first}`;

test("a coordinator asks for guardians' signatures, and names one", async () => {
  await ruth.goto(`${program()}/relationships`);
  await ruth.getByLabel("A guardian signs agreements, too").check();
  await ruth.getByRole("button", { name: "Save", exact: true }).click();
  await says(ruth, "Saved. It holds from now on.");
  await ruth.goto(`${program()}/participants/${world.participants.mentee!}`);
  await says(ruth, "Nobody is named as a guardian of Maya Mentee.");
  await ruth.getByRole("link", { name: "See and change" }).click();
  await ruth.getByLabel("Name").first().fill("Ana Parent");
  await ruth.getByLabel("E-mail address").fill(anaAddress);
  await ruth.getByLabel("mother or father").check();
  await story.look(ruth, "naming a guardian");
  await ruth.getByRole("button", { name: "Name, and ask by letter" }).click();
  await says(ruth, "Ana Parent is asked by letter, and Maya Mentee is told.");
  await says(ruth, "Has not answered yet");
  await story.look(ruth, "a guardian who has not answered");
  expect(await ruth.getByRole("button", { name: "Send the letter again" }).count()).toBe(1);
});

test("she opens her letter's link, reads what she would see, and says yes; Maya knows", async () => {
  await maya.goto("/");
  await says(maya, "Your guardians");
  await ana.goto(await linkInLetter(story, anaAddress, "Are you a guardian"));
  await ana.getByRole("button").last().click();
  await says(ana, "Are you a guardian of Maya Mentee?");
  await story.look(ana, "asked whether she is a guardian");
  await ana.getByRole("button", { name: "Yes, I am" }).click();
  await says(ana, "You are a guardian of Maya Mentee here from now on.");
  await says(ana, "Maya Mentee with Jonas");
  await story.look(ana, "a guardian's own page");
  await maya.getByRole("link", { name: "See what a guardian sees, or end it" }).click();
  await says(maya, "Ana Parent");
  await story.look(maya, "who my guardians are");
  expect(await maya.getByText("never sees messages").count()).toBe(1);
});

test("when the two have signed she is asked, reads what they agreed, and signs", async () => {
  await maya.goto(`${pair.at}/agreement/change`);
  await maya.getByLabel("Where").fill("In the library, never by car.");
  await maya.getByRole("button", { name: "Save the agreement" }).click();
  await maya.getByRole("button", { name: "Sign the agreement" }).click();
  await says(maya, "You have signed.");
  await says(maya, "a guardian of Maya Mentee reads it, too");
  await jonas.goto(`${pair.at}/agreement`);
  await jonas.getByRole("button", { name: "Sign the agreement" }).click();
  await says(jonas, "It waits for a guardian of Maya Mentee: Ana Parent.");
  await ana.goto(await linkInLetter(story, anaAddress, "wants your signature"));
  // She is here already: the link leads on.
  const goOn = ana.getByRole("button", { name: "Go on" });
  if ((await goOn.count()) > 0) await goOn.click();
  await says(ana, "In the library, never by car.");
  await story.look(ana, "a relationship as a guardian sees it");
  await ana.getByRole("button", { name: "Sign as a guardian" }).click();
  await says(ana, "You have signed, and so has everybody.");
  await maya.goto(`${pair.at}/agreement`);
  await says(maya, "Ana Parent, guardian, signed on");
  await says(maya, "Everybody has signed.");
  await story.look(maya, "an agreement that a guardian has signed");
  expect(await maya.getByText("It waits for").count()).toBe(0);
});

test("a talk with her comes due on the coordinator's page", async () => {
  await ruth.goto(`${pair.at}/support`);
  await says(ruth, "Talk with Ana Parent (guardian of Maya Mentee)");
  // It is not due yet.
  await ruth.getByText("Talk with Ana Parent (guardian of Maya Mentee)").first().click();
  await ruth.getByText("A guide for the talk with a guardian").click();
  await says(ruth, "Is the person you are a guardian of glad to go?");
  expect(await ruth.getByRole("button", { name: "Ana Parent (guardian of Maya Mentee) could not be reached" }).count()).toBe(1);
  await story.look(ruth, "support, with a guardian");
});

test("at the end she says how it was; only the coordinator reads it", async () => {
  await ruth.goto(`${pair.at}/closure`);
  await ruth.getByText("Begin the end").first().click();
  await ruth.getByRole("radio").first().check();
  await ruth.getByRole("button", { name: "Begin the end" }).click();
  await says(ruth, "Coming to its end");
  await ana.goto(await linkInLetter(story, anaAddress, "How was it for Maya Mentee?"));
  const goOn = ana.getByRole("button", { name: "Go on" });
  if ((await goOn.count()) > 0) await goOn.click();
  await says(ana, "Now that it ends");
  await ana.getByRole("group", { name: "It was good for" }).getByLabel("5, very much").check();
  await ana.getByRole("group", { name: "felt safe" }).getByLabel("4").check();
  await ana.getByLabel("Anything else?").fill("She laughs again.");
  await story.look(ana, "a guardian's questions at the end");
  await ana.getByRole("button", { name: "Tell the coordinators" }).click();
  await says(ana, "The coordinators read it, and nobody else.");
  await ruth.goto(`${pair.at}/closure`);
  await says(ruth, "She laughs again.");
  await story.look(ruth, "what a guardian said at the end");
  for (const page of [maya, jonas]) {
    await page.goto(`${pair.at}/closure`);
    expect(await page.getByText("She laughs again.").count()).toBe(0);
  }
  expect(story.complaints).toEqual([]);
});
