/** Every page of the list of routes, opened by somebody who may, each in one of the looks: axe, and nothing wider than the screen. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routes } from "../app/rooms.ts";
import { fillWorld, type FilledWorld } from "../testing/filled-world.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import type { PersonName } from "../testing/world.ts";

/** Whoever of these is let in first opens the page: those with the least first, so that each page is seen by whom it is for. */
const visitors = [
  "mentee",
  "mentor",
  "otherMentor",
  "coordinator",
  "owner",
  "installationOwner",
  "visitor",
] as const satisfies readonly PersonName[];

let story: Story;
let world: FilledWorld;
const browsers = new Map<PersonName, Page>();

beforeAll(async () => {
  story = await tellStory();
  world = await fillWorld(story.app);
  for (const visitor of visitors) {
    const page = visitor === "visitor" ? await story.person(visitor) : await signedIn(story, visitor, world.people[visitor]);
    browsers.set(visitor, page);
  }
});
afterAll(() => story[Symbol.asyncDispose]());

const pages = routes.filter((route) => route.kind === "page");

test("there are pages to look at", () => {
  expect(pages.length).toBeGreaterThan(60);
});

const sendingOn: string[] = [];

test.for(pages)("$path", async (route) => {
  const path = world.address(route.path);
  for (const name of visitors) {
    const page = browsers.get(name)!;
    const response = await page.goto(path);
    if (response?.status() !== 200 || new URL(page.url()).pathname !== path) continue;
    return story.look(page, `${route.path} (${name})`);
  }
  // A page that only ever sends on has nothing to look at; it must do that for somebody.
  const statuses = await Promise.all(visitors.map(async (name) => (await world.as(name).get(path)).status));
  expect(statuses).toContain(303);
  sendingOn.push(route.path);
});

test("few pages only send on", () => {
  // There is no second factor to have codes of; its mode suggests to nobody, and it is set up (the stories of three mentors and of
  // the spreadsheet look at those pages); there is a demo.
  expect(sendingOn).toEqual([
    "/account/second-factor/codes",
    "/organizations/:organizationId/programs/:programId/rounds/:roundId/suggest",
    "/set-up",
    "/demo/load",
  ]);
});

test("no script complained", () => {
  expect(story.complaints).toEqual([]);
});
