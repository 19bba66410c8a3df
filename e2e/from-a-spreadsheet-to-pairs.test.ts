/** A coordinator on an empty installation, her two spreadsheets, and the first relationship that begins. */
import { writeFileSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { expect, test } from "vitest";
import { makeSetUpToken } from "../app/home/set-up/set-up-token.ts";
import { asSystem } from "../app/platform/context.ts";
import { type Story, tellStory } from "../testing/story.ts";

const mentors = [
  "First name;Last name;E-mail address;Spoken languages;Grade;Can help with;Places",
  "Jonas;Berg;jonas@example.org;English, German;Grade 7;grant writing, statistics;2",
  "Amina;Said;amina@example.org;Arabic, English;SEO;public speaking;1",
  "Lucía;Ortiz;lucia@example.org;Spanish;Grade 7;grant writing, teaching;1",
];
const mentees = [
  "Name,E-Mail,Languages,Grade,What I hope to learn",
  "Maya Okafor,maya@example.org,English,HEO,grant writing",
  "Sofía Ruiz,sofia@example.org,Spanish,EO,teaching",
  'Omar Haddad, OMAR@example.org ,"Arabic, English",HEO,public speaking',
  "Kasia Nowak,kasia@example.org,Polish,EO,statistics",
  "Broken Row,not an address,English,EO,statistics",
];

function file(name: string, lines: readonly string[], encoding: BufferEncoding = "utf8"): string {
  const at = path.join(mkdtempSync(path.join(os.tmpdir(), "understory-story-")), name);
  writeFileSync(at, Buffer.from(lines.join("\r\n"), encoding));
  return at;
}

/** Jobs run by themselves; a page that waits for one looks again by itself. */
const eventually = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 30_000 });

async function importPeople(story: Story, ruth: Page, role: "Mentors" | "Mentees", at: string): Promise<void> {
  await ruth.getByRole("navigation", { name: "This program" }).getByRole("link", { name: "People" }).click();
  await ruth.getByRole("navigation", { name: "People" }).getByRole("link", { name: "Imports" }).click();
  await ruth.getByRole("link", { name: "Import people" }).first().click();
  await story.look(ruth, "import: upload");
  await ruth.getByLabel(role, { exact: true }).check();
  await ruth.locator('input[type="file"]').setInputFiles(at);
  await ruth.getByRole("button", { name: "Upload and look at the columns" }).click();
  await eventually(ruth, "What is in each column?");
  await story.look(ruth, "import: columns");
  await ruth.getByRole("button", { name: "Check the rows" }).click();
  await eventually(ruth, "This is what would happen");
  await story.look(ruth, "import: dry run");
}

/** The link in somebody's newest letter. */
async function linkTo(story: Story, address: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const letter = await asSystem(story.app, ({ db }) =>
      db
        .selectFrom("letter")
        .select("text_body")
        .where("to_address", "=", address)
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .executeTakeFirst(),
    );
    const link = letter?.text_body.match(/https?:\/\/\S+\/join\/\S+/)?.[0];
    if (link) return link;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no letter came for ${address}`);
}

test("from an empty installation to a relationship", async () => {
  await using story = await tellStory();
  await tellIt(story, {});
  expect(story.complaints).toEqual([]);
});

test("the same without scripts", async () => {
  await using story = await tellStory({ withoutScripts: true });
  await tellIt(story, { javaScriptEnabled: false });
  expect(story.complaints).toEqual([]);
});

async function tellIt(story: Story, browser: BrowserContextOptions): Promise<void> {
  const token = await makeSetUpToken(story.app);
  const ruth = await story.person("Ruth", { ...browser, viewport: { width: 1280, height: 900 } });

  await ruth.goto("/");
  await ruth.goto(`/set-up?token=${token}`);
  await story.look(ruth, "set-up");
  await ruth.getByLabel("Your name").fill("Ruth Amsel");
  await ruth.getByLabel("Your e-mail").fill("ruth@example.org");
  await ruth.getByLabel("A password").fill("a long walk in the forest");
  await ruth.getByLabel("Its name").fill("Riverside University");
  await ruth.getByRole("button", { name: "Begin" }).click();
  await ruth.getByRole("heading", { name: "Riverside University" }).waitFor();
  await story.look(ruth, "organization");

  await ruth.getByRole("link", { name: "New program" }).first().click();
  await ruth.getByLabel("Name").fill("First Steps");
  await ruth.getByRole("button").last().click();
  // Without the attestation nothing is made, and what was typed stays.
  expect(await ruth.getByLabel("Name").inputValue()).toBe("First Steps");
  await story.look(ruth, "new program");
  await ruth.getByLabel(/is an adult/).check();
  await ruth.getByRole("button").last().click();
  await ruth.waitForURL(/\/questions$/);
  const program = ruth.url().replace(/\/questions$/, "");

  await importPeople(story, ruth, "Mentors", file("mentors.csv", mentors, "latin1"));
  await ruth.getByRole("button", { name: "Import 3 people" }).click();
  await eventually(ruth, "3 added");
  await story.look(ruth, "import: done");
  await ruth.goto(`${program}/questions`);
  await importPeople(story, ruth, "Mentees", file("mentees.csv", mentees));
  // The bad row is named with its line, its column and what stands there; the others are taken.
  await eventually(ruth, "not an address");
  await ruth.getByRole("button", { name: "Import 4 people" }).click();
  await eventually(ruth, "4 added");

  await ruth.goto(`${program}/rounds/new`);
  await ruth.getByRole("button", { name: "Run the round" }).click();
  await eventually(ruth, "Proven: no other set of pairs gives more in total.");
  await story.look(ruth, "the board");
  const board = await ruth.locator("main").innerText();
  expect(board).toContain("Maya Okafor hopes to learn grant writing, which Jonas Berg offers.");
  await ruth.goto(`${ruth.url()}?view=unmatched`);
  // Nobody speaks Polish: she is told so, not just left out.
  expect(await ruth.locator("main").innerText()).toMatch(/Kasia Nowak[^]*Polish/);
  expect(await letters(story)).toEqual([]);

  await ruth.goto(ruth.url().replace(/\?.*/, "/publish"));
  await story.look(ruth, "publish");
  await ruth.getByRole("button", { name: /^Publish and write to 3 pairs/ }).click();
  await eventually(ruth, "3 offers are on their way.");
  await story.look(ruth, "offers");

  const maya = await story.person("Maya", { ...browser, viewport: { width: 390, height: 800 } });
  await maya.goto(await linkTo(story, "maya@example.org"));
  await story.look(maya, "join");
  await maya.getByRole("button").last().click();
  await eventually(maya, "Jonas Berg and you");
  await story.look(maya, "offer");
  expect(await maya.locator("main").innerText()).not.toContain("jonas@example.org");
  await maya.getByRole("button", { name: "Yes, I would like to" }).click();
  // Who has not said that she is an adult is asked to.
  await eventually(maya, "This program is for adults only.");
  await maya.getByLabel("I am an adult").check();
  await maya.getByRole("button", { name: "Yes, I would like to" }).click();
  await eventually(maya, /You said yes\. Jonas Berg has until/);
  await maya.goto("/");
  await story.look(maya, "my page");

  const jonas = await story.person("Jonas", browser);
  await jonas.goto(await linkTo(story, "jonas@example.org"));
  await jonas.getByRole("button").last().click();
  await eventually(jonas, "Maya Okafor and you");
  await jonas.getByLabel("I am an adult").check();
  await jonas.getByRole("button", { name: "Yes, I would like to" }).click();
  await eventually(jonas, "How to reach each other");
  expect(await jonas.locator("main").innerText()).toContain("maya@example.org");
  await story.look(jonas, "the page of the two");

  await maya.goto("/");
  await maya.getByRole("link", { name: "Jonas Berg" }).click();
  await eventually(maya, "jonas@example.org");
}

const letters = (story: Story) =>
  asSystem(story.app, ({ db }) => db.selectFrom("letter").select("to_address").where("kind", "<>", "account").execute());
