/** A coordinator with many pairs, at the keyboard and without scripts: who is silent, a colleague who takes one over, a break, a file. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { addParticipant, smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let ruth: Page;

beforeAll(async () => {
  story = await tellStory({ withoutScripts: true });
  world = await smallWorld(story.app);
  const place = { organizationId: world.riverside, programId: world.first };
  for (const [name, days] of [
    ["Ana Silent", 50],
    ["Zoë New", 3],
  ] as const) {
    const { personId, participantId } = await addParticipant(story.app, { ...place, role: "mentee", name });
    const of = { organization_id: world.riverside, relationship_id: newId() };
    await inOrganization(story.app, world.riverside, async ({ db }) => {
      await db
        .insertInto("relationship")
        .values({
          organization_id: world.riverside,
          id: of.relationship_id,
          program_id: world.first,
          reasons: "{}",
          begun_at: new Date(Date.now() - days * 86_400_000),
          owner_id: world.people.coordinator,
        })
        .execute();
      await db
        .insertInto("relationship_person")
        .values([
          { ...of, participant_id: participantId, person_id: personId, role: "mentee" },
          { ...of, participant_id: world.participants.mentor!, person_id: world.people.mentor, role: "mentor" },
        ])
        .execute();
    });
  }
  await inOrganization(story.app, world.riverside, ({ db }) =>
    db
      .insertInto("coordinator")
      .values({ organization_id: world.riverside, program_id: world.first, person_id: world.people.otherCoordinator })
      .execute(),
  );
  ruth = await signedIn(story, "Ruth", world.people.coordinator, { viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
});
afterAll(() => story[Symbol.asyncDispose]());

const says = (text: string | RegExp) => ruth.getByText(text).first().waitFor();
/** As whoever has no mouse. */
const press = async (name: string | RegExp, role: "link" | "button"): Promise<void> => {
  const it = ruth.getByRole(role, { name, exact: true }).first();
  await it.focus();
  await ruth.keyboard.press("Enter");
};

test("from the overview she comes to who has not been in touch, and hands one over", async () => {
  await ruth.goto(`/organizations/${world.riverside}/programs/${world.first}`);
  await press("1 not in touch for 30 days", "link");
  await says("1 relationship");
  const list = await ruth.locator("table").innerText();
  expect(list).toContain("Ana Silent");
  expect(list).not.toContain("Zoë New");
  await ruth.getByRole("checkbox", { name: /Ana Silent/ }).focus();
  await ruth.keyboard.press("Space");
  await ruth.getByLabel("Hand over the chosen ones to").focus();
  await ruth.keyboard.type("Cora");
  await press("Hand over", "button");
  await says("Handed over. Cora Other looks after one more relationship.");
  await ruth.goto(`/organizations/${world.riverside}/programs/${world.first}/pairs`);
  expect(await ruth.getByRole("row", { name: /Ana Silent/ }).innerText()).toContain("Cora Other");
  expect(await ruth.getByRole("row", { name: /Zoë New/ }).innerText()).toContain("Ruth Coordinator");
});

test("from a line she comes to the relationship, and gives it a break", async () => {
  await press(/Zoë New/, "link");
  await says("Talk");
  await press("Break and last day", "link");
  await ruth.getByRole("button", { name: "Begin the break" }).focus();
  await ruth.keyboard.press("Enter");
  await says("The break has begun.");
  await press("Relationships", "link");
  expect(await ruth.getByRole("row", { name: /Zoë New/ }).innerText()).toContain("Paused");
});

test("she takes the list with her, without names", async () => {
  const [file] = await Promise.all([ruth.waitForEvent("download"), ruth.getByRole("link", { name: "CSV without names" }).click()]);
  const text = await readFile(await file.path(), "utf8");
  expect(text.split("\r\n")[0]).toContain("Number,Where it stands,Begun");
  expect(text).toContain("\r\n2,Paused,");
  expect(text).not.toContain("Zoë");
});
