/** Two people write to each other, each in her own browser: live, with a line that breaks, and a message that should not have been. */
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Conversing, converse } from "../testing/conversing.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";

let story: Story;
let theirs: Conversing;
let maya: Page;
let jonas: Page;

beforeAll(async () => {
  story = await tellStory();
  theirs = await converse(story.app);
  maya = await signedIn(story, "Maya", theirs.mentee, { viewport: { width: 390, height: 800 } });
  jonas = await signedIn(story, "Jonas", theirs.mentor, { viewport: { width: 1280, height: 900 } });
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
async function open(page: Page): Promise<void> {
  await page.goto(theirs.path);
  await page.locator("island-root[data-ready]").waitFor();
}
async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel("Your message").fill(text);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}
/** What stands in the conversation, in its order. */
const messages = (page: Page): Promise<string[]> => page.locator(".message .message-text").allInnerTexts();

/** A picture from the clipboard, into the box to write in. */
const paste = (page: Page, name: string): Promise<void> =>
  page.evaluate(async (called) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 30, height: 20 });
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([picture!], called, { type: "image/png" }));
    document.querySelector("#send-words")!.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, name);

test("what one writes stands at the other's at once, and that it was seen at the first's", async () => {
  await open(maya);
  await says(maya, "Nobody has written yet");
  await story.look(maya, "no messages yet");
  await open(jonas);
  await write(maya, "Hello Jonas.\nCould we meet on Tuesday?");
  await says(jonas, "Could we meet on Tuesday?");
  // She has seen it come, and somebody has written now.
  expect(await jonas.getByText("New since you were here").count()).toBe(0);
  expect(await jonas.getByText("Nobody has written yet").count()).toBe(0);
  await says(maya, /Seen by Jonas Mentor/);
  await write(jonas, "Gladly. At the library, at five?");
  await says(maya, "Gladly. At the library, at five?");
  expect(await messages(maya)).toEqual(await messages(jonas));
  expect(await maya.getByLabel("Your message").inputValue()).toBe("");
});

test("a picture and a file go with a message; what is changed or taken back is so at the other's, too", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "understory-files-"));
  const [plan, program] = [path.join(folder, "plan.txt"), path.join(folder, "program.exe")];
  writeFileSync(plan, "Tuesday at five");
  writeFileSync(program, Buffer.from("MZ\u{90}\0\u{3}\0", "latin1"));
  await maya.getByLabel("Files and pictures").setInputFiles([plan, program]);
  await write(maya, "Here is my plan");
  await says(maya, "«program.exe» is of a kind that cannot be sent here");
  expect(await maya.getByLabel("Your message").inputValue()).toBe("Here is my plan");
  await maya.getByLabel("Files and pictures").setInputFiles([plan]);
  await maya.getByRole("button", { name: "Send", exact: true }).click();
  await says(jonas, "plan.txt");
  await paste(maya, "picture.png");
  await write(maya, "And where it is");
  await jonas.locator(".message img").waitFor();

  await jonas.getByRole("link", { name: /^Change or take back/ }).click();
  await story.look(jonas, "one's own message");
  await jonas.getByLabel("Your message").fill("Gladly. At the library, at six?");
  await jonas.getByRole("button", { name: "Save the change" }).click();
  await says(jonas, "The message is changed.");
  await says(maya, "Gladly. At the library, at six?");
  await says(maya, "changed");
  await story.look(maya, "a conversation");
  await story.look(jonas, "the same conversation, the other's");
});

test("what is written without a connection is kept, and sent once when it is back, even after the page was closed", async () => {
  const browser = maya.context();
  await browser.setOffline(true);
  await write(maya, "Written in the tunnel");
  await says(maya, "Not sent yet. It is tried again by itself.");
  await maya.getByLabel("Your message").fill("Half a thought");
  await maya.close();
  await browser.setOffline(false);
  // She comes back to it in two tabs, and both find it unsent.
  const tabs = [await browser.newPage(), await browser.newPage()];
  await Promise.all(tabs.map(open));
  maya = tabs[0]!;
  await says(jonas, "Written in the tunnel");
  await says(maya, "Written in the tunnel");
  await maya.getByText("Waiting to be sent").waitFor({ state: "detached" });
  expect(await maya.getByLabel("Your message").inputValue()).toBe("Half a thought");
  await write(maya, "A whole one");
  await says(jonas, "A whole one");
  await says(tabs[1]!, "A whole one");
  const said = await messages(jonas);
  expect(said.slice(-2)).toEqual(["Written in the tunnel", "A whole one"]);
  expect(await messages(maya)).toEqual(said);
  await tabs[1]!.close();
});

test("a message is reported in two taps, and whoever wrote it is not heard any more", async () => {
  await write(jonas, "Something that should not have been said");
  await says(maya, "Something that should not have been said");
  await maya
    .getByRole("link", { name: /^Report or block/ })
    .last()
    .click();
  await story.look(maya, "somebody else's message");
  await maya.getByRole("button", { name: "Report this message" }).click();
  await says(maya, "The people who look after safety in your organization see it now.");
  await maya.getByRole("button", { name: "Block Jonas Mentor" }).click();
  await says(maya, "You have blocked Jonas Mentor");
  await write(jonas, "And another");
  await jonas.locator(".message .message-text", { hasText: "And another" }).waitFor();
  await jonas.locator(".message.waiting").waitFor({ state: "detached" });
  await maya.reload();
  expect(await maya.getByText("And another").count()).toBe(0);
  await story.look(maya, "a conversation in which somebody is blocked");
});

test("words are found, and a long conversation is read page by page", async () => {
  for (let n = 1; n <= 60; n++) {
    // More than anybody writes in a minute.
    if (n % 20 === 1) await story.app.owner.deleteFrom("auth.rate_limit").execute();
    await theirs.say(theirs.mentee, `Thought number ${n}`);
  }
  await open(jonas);
  await jonas.getByRole("searchbox", { name: "Search this conversation" }).fill("tunel library");
  await jonas.getByRole("button", { name: "Search", exact: true }).click();
  await says(jonas, "No message has these words.");
  await jonas.getByRole("searchbox", { name: "Search this conversation" }).fill("LIBRARY");
  await jonas.getByRole("button", { name: "Search", exact: true }).click();
  await says(jonas, "1 message has these words");
  await story.look(jonas, "messages that were found");
  await jonas.getByRole("link", { name: /^You,/ }).click();
  await says(jonas, "Gladly. At the library, at six?");
  await jonas.getByRole("link", { name: "To the newest messages" }).click();
  await says(jonas, "Thought number 60");
  await jonas.getByRole("link", { name: "Older messages" }).click();
  await says(jonas, "Thought number 1");
  await maya.goto("/account/messages");
  await story.look(maya, "when letters tell of messages");
  expect(story.complaints.filter((complaint) => !/ERR_INTERNET_DISCONNECTED|422|network error/i.test(complaint))).toEqual([]);
});

test("whoever signs out in one tab is told so in the other, which hears no more; what she was writing stays", async () => {
  await open(jonas);
  await jonas.getByLabel("Your message").fill("Half a thought");
  const other = await jonas.context().newPage();
  await other.goto("/sign-out");
  await other.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await says(jonas, "You are signed out.");
  expect(await jonas.getByLabel("Your message").inputValue()).toBe("Half a thought");
  await theirs.say(theirs.mentee, "Between others now");
  expect(await jonas.getByText("Between others now").count()).toBe(0);
});
