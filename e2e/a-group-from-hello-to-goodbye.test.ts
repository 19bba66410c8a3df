/** A whole life of a group: its people find a time, meet without one of them, one leaves, and its mentor brings it to a good end. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../app/platform/context.ts";
import { letTimeGoOn } from "../app/relationships/life/time-goes-on.job.ts";
import { converse, type Conversing } from "../testing/conversing.ts";
import { signedIn } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";

let story: Story;
let it: Conversing & { others: string[] };
let at: string;
const people: Record<string, Page> = {};

beforeAll(async () => {
  story = await tellStory();
  it = await converse(story.app, { others: ["Lena Fischer", "Omar Haddad", "Sofia Ruiz"] });
  at = `/organizations/${it.its.organizationId}/relationships/${it.its.relationshipId}`;
  const phone = { viewport: { width: 390, height: 844 } };
  const [lena, omar, sofia] = it.others;
  people["jonas"] = await signedIn(story, "Jonas", it.mentor, { viewport: { width: 1280, height: 900 } });
  for (const [name, personId] of Object.entries({ maya: it.mentee, lena: lena!, omar: omar!, sofia: sofia! }))
    people[name] = await signedIn(story, name, personId, phone);
});
afterAll(() => story[Symbol.asyncDispose]());

const who = (name: "jonas" | "maya" | "lena" | "omar" | "sofia"): Page => people[name]!;
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const stateOf = (sessionState: "agreed" | "held") =>
  inOrganization(story.app, it.its.organizationId, ({ db }) =>
    db.selectFrom("session").select("id").where("state", "=", sessionState).executeTakeFirst(),
  );

test("their mentor proposes a time, and it is agreed once it suits every one of them", async () => {
  const jonas = who("jonas");
  await jonas.goto(at);
  await says(jonas, "Your group");
  await story.look(jonas, "the first page of a group");
  await jonas.goto(`${at}/sessions/propose`);
  await says(jonas, "say which suit them; one that suits everybody is agreed");
  await jonas.getByLabel("By phone").check();
  await jonas.getByRole("button", { name: "Send these times" }).click();
  await says(jonas, "Waiting for an answer");
  for (const name of ["maya", "lena", "omar", "sofia"] as const) {
    const page = who(name);
    await page.goto(`${at}/sessions`);
    await page.getByRole("button", { name: "This suits me" }).first().click();
    await says(page, name === "sofia" ? "It is agreed." : "Noted. As soon as a time suits everybody");
  }
  await jonas.goto("/");
  await says(jonas, "with Lena Fischer, Maya Mentee, Omar Haddad, and Sofia Ruiz, in First Steps");
  expect(await jonas.getByText("Your group", { exact: true }).count()).toBe(1);
  await story.look(jonas, "my page of who leads a group");
});

test("it takes place without one of them, and each has goals of her own", async () => {
  const { id } = (await stateOf("agreed"))!;
  await inOrganization(story.app, it.its.organizationId, ({ db, now }) =>
    db
      .updateTable("session")
      .set({ starts_at: new Date(now.getTime() - 7_200_000), ends_at: new Date(now.getTime() - 3_600_000) })
      .where("id", "=", id)
      .execute(),
  );
  const session = `${at}/sessions/${id}`;
  await who("omar").goto(session);
  await story.look(who("omar"), "whether a session of a group took place");
  await who("omar").getByRole("button", { name: "It took place without me" }).click();
  await says(who("omar"), "Thank you for saying so.");
  await who("jonas").goto(session);
  await who("jonas").getByRole("button", { name: "It took place", exact: true }).click();
  await says(who("jonas"), "took place");
  expect(await stateOf("held")).toEqual({ id });

  await who("maya").goto(`${at}/goals`);
  await says(who("maya"), "you and your mentor");
  await who("jonas").goto(`${at}/goals`);
  await says(who("jonas"), "of your mentees each sees her own");
  await says(who("jonas"), "Goals of Sofia Ruiz");
});

test("a mentee does not decide for all of them; she leaves, and the group goes on", async () => {
  const omar = who("omar");
  await omar.goto(`${at}/changes`);
  await says(omar, "are for its mentor and your coordinators to decide");
  await story.look(omar, "what a mentee of a group can change");
  await omar.locator("summary").filter({ hasText: "Leave the group" }).click();
  await omar.getByLabel("I would like someone new, after a rest").check();
  await omar.getByRole("button", { name: "Leave the group" }).click();
  await says(omar, "You have left the group.");
  await says(omar, "you take part in matching in First Steps again");
  await who("jonas").goto(at);
  await says(who("jonas"), "Who is in it");
  expect(await who("jonas").locator("main").innerText()).not.toContain("Omar Haddad");
});

test("its mentor brings it to a good end, and letters stay with each", async () => {
  const jonas = who("jonas");
  await jonas.goto(`${at}/closure`);
  await jonas.getByLabel("As planned: its time is over").check();
  await jonas.getByRole("button", { name: "Begin the end" }).click();
  await says(jonas, "It comes to its end on");
  await who("maya").goto(`${at}/closure`);
  expect(await who("maya").getByRole("button", { name: "Go on after all" }).count()).toBe(0);
  await who("maya").locator("summary").filter({ hasText: "A letter of thanks" }).click();
  await says(who("maya"), "For the group of Jonas Mentor, to read once it is concluded");
  await who("maya").getByLabel("Your letter").fill("We were never alone with it.");
  await who("maya")
    .locator("form", { has: who("maya").getByLabel("Your letter") })
    .getByRole("button")
    .click();
  await says(who("maya"), "A letter of thanks (done)");

  // Two weeks go by.
  await inOrganization(story.app, it.its.organizationId, ({ db }) =>
    db.updateTable("relationship").set({ closes_on: "2020-01-01" }).where("id", "=", it.its.relationshipId).execute(),
  );
  await letTimeGoOn.run(story.app, {}, new AbortController().signal);
  await who("sofia").goto(`${at}/thanks`);
  await says(who("sofia"), "We were never alone with it.");
  await story.look(who("sofia"), "letters of a group");
  await who("sofia").goto("/");
  await says(who("sofia"), "what comes next?");
  expect(story.complaints).toEqual([]);
});
