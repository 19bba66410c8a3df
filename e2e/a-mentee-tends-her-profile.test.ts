/** From a bare name to somebody whom others can find, and out again: with everything taken along, and nothing left behind. */
import { readFileSync } from "node:fs";
import { Transformer } from "@napi-rs/image";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword } from "../app/people/accounts/password-hash.ts";
import { newId } from "../app/platform/identifiers.ts";
import { goodPassword } from "../testing/accounts.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let maya: Page;
let profile: string;

beforeAll(async () => {
  story = await tellStory();
  world = await smallWorld(story.app);
  const id = world.people.mentee;
  profile = `/organizations/${world.riverside}/profile`;
  await story.app.owner
    .insertInto("auth.credential")
    .values({ id: newId(), person_id: id, provider_id: "credential", account_id: id, password: await hashPassword(goodPassword) })
    .execute();
  maya = await story.person("Maya");
});
afterAll(() => story[Symbol.asyncDispose]());

const save = async (act: string, says = "Saved."): Promise<void> => {
  await maya.locator(`form#${act}`).getByRole("button").last().click();
  await maya.locator(`form#${act} output`, { hasText: says }).waitFor();
};

test("a mentee says who she is, looks at herself as others do, takes her data along and goes", async () => {
  await maya.goto(profile);
  await maya.getByLabel("E-mail").first().fill("mentee@example.org");
  await maya.getByLabel("Password").fill(goodPassword);
  await maya.getByRole("button", { name: "Sign in", exact: true }).click();
  await maya.getByRole("heading", { name: "My profile" }).waitFor();
  expect(await maya.textContent("main")).toContain("What would help others to find you");
  await story.look(maya, "profile: bare");

  await maya.getByLabel("Pronouns", { exact: true }).first().fill("she/her");
  await maya.getByLabel("Headline", { exact: true }).first().fill("Nurse, now learning to run a clinic");
  await maya.getByLabel("Add languages").fill("Spnish");
  await maya.getByLabel("Place", { exact: true }).fill("Enugu");
  await maya.getByLabel("Country", { exact: true }).selectOption({ label: "Nigeria" });
  await maya.locator("form#about").getByRole("button", { name: "Save" }).click();
  await maya.getByText("Did you mean Spanish?").first().waitFor();
  expect(await maya.getByLabel("Headline", { exact: true }).first().inputValue()).toBe("Nurse, now learning to run a clinic");
  await maya.getByLabel("Add languages").fill("Spanish, Igbo");
  // Half a sentence elsewhere on the page waits for her.
  await maya.locator("form#hopes textarea[name=text]").fill("Somebody who");
  await save("about");
  expect(await maya.locator("form#hopes textarea[name=text]").inputValue()).toBe("Somebody who");

  const jpeg = await Transformer.fromRgbaPixels(Buffer.alloc(300 * 200 * 4, 170), 300, 200).jpeg();
  await maya.getByLabel("Choose a picture").setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: jpeg });
  await save("picture", "That is your picture now.");
  expect(await maya.locator("img.face").evaluate((face: HTMLImageElement) => face.complete && face.naturalWidth)).toBe(512);

  await maya
    .locator("form#story textarea[name=story]")
    .fill("I came by the night train.\n\nThen I stayed, and learned how a ward runs at four in the morning.");
  await maya.locator("form#story textarea[name=interests]").fill("chess, rivers, radio plays");
  await save("story");
  await maya.locator("form#gives textarea[name=text]").fill("An open ear after a long shift.");
  await maya.locator("form#gives input[name=add]").fill("First aid, Night shifts, Triage");
  await save("gives");
  await maya.getByLabel("How well you know First aid").selectOption({ label: "expert" });
  await maya.getByLabel("Keep Triage").uncheck();
  await save("gives");
  await maya.locator("form#hopes input[name=add]").fill("Budgets");
  await save("hopes");
  expect(await maya.getByLabel("Keep Triage").count()).toBe(0);
  for (const hour of [18, 19, 42, 43]) await maya.locator(`form#availability label:has(input[value="${hour}"])`).click();
  await save("availability");
  await maya.locator("form#visibility select[name=place]").selectOption("coordinators");
  await save("visibility");
  await maya.getByRole("button", { name: "Not now: three months off" }).click();
  await maya.getByText("You are taking a break until").waitFor();
  await story.look(maya, "profile: filled");
  await maya.getByRole("button", { name: "I am back" }).click();
  await maya.locator("#pause-part output").waitFor();

  await maya.getByRole("link", { name: "See it as others do" }).click();
  const shown = await maya.textContent("main");
  for (const words of ["Nurse, now learning", "night train", "First aid · expert", "English, Spanish", "Budgets"])
    expect(shown).toContain(words);
  expect(shown).not.toContain("Enugu");
  await story.look(maya, "person: oneself as people of the program do");
  await maya.getByRole("link", { name: "My coordinators" }).click();
  expect(await maya.textContent("main")).toContain("Enugu");
  await story.look(maya, "person: oneself as coordinators do");

  await maya.goto("/account/data");
  await story.look(maya, "own data");
  const [download] = await Promise.all([
    maya.waitForEvent("download"),
    maya.getByRole("link", { name: "Everything, for programs" }).click(),
  ]);
  const everything = JSON.parse(readFileSync(await download.path(), "utf8")) as { tables: Record<string, { name?: string }[]> };
  expect(everything.tables["profile"]?.[0]?.name).toBe("Maya Mentee");

  await maya.goto(profile);
  await maya.getByRole("link", { name: "Leave Riverside University" }).click();
  await story.look(maya, "leave an organization");
  await maya.goto("/account/delete");
  await story.look(maya, "delete the account");
  await maya.getByLabel("To confirm").fill("mentee@example.org");
  await maya.getByLabel("Your password").fill("not this one");
  await maya.getByRole("button", { name: "Delete my account now" }).click();
  await maya.getByText("This is not your present password.").first().waitFor();
  await story.look(maya, "delete the account: refused");
  await maya.getByLabel("To confirm").fill("mentee@example.org");
  await maya.getByLabel("Your password").fill(goodPassword);
  await maya.getByRole("button", { name: "Delete my account now" }).click();
  await maya.getByText("Your account is gone").first().waitFor();
  await maya.goto(profile);
  expect(maya.url()).toContain("/sign-in");
  expect(story.complaints).toEqual([]);
});
