/**
 * One relationship in one piece: she asks, he says yes, they agree, set a goal, write, meet; it goes less well, their coordinator
 * sees it; it ends as planned; and after a rest she begins with somebody new. Three browsers, and time that goes by; and the same in browsers
 * without scripts.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inOrganization } from "../app/platform/context.ts";
import { letTimeGoOn } from "../app/relationships/life/time-goes-on.job.ts";
import { askEverywhere } from "../app/relationships/pulse/ask-pulse.job.ts";
import { remindAndAsk } from "../app/relationships/sessions/sessions-time.job.ts";
import { keepSupportEverywhere } from "../app/relationships/support/keep-support.job.ts";
import { fillFiveSteps } from "../testing/five-steps.ts";
import { linkInLetter, signedIn, somebody } from "../testing/story-people.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { smallWorld, type World } from "../testing/world.ts";

describe.each([{ javaScriptEnabled: true }, { javaScriptEnabled: false }])("with scripts: $javaScriptEnabled", ({ javaScriptEnabled }) => {
  const withoutScripts = !javaScriptEnabled;
  let story: Story;
  let world: World;
  let maya: Page;
  let jonas: Page;
  let ruth: Page;
  let at: string;
  let people: Record<"maya" | "jonas" | "amina", { personId: string; participantId: string; email: string }>;

  beforeAll(async () => {
    story = await tellStory({ withoutScripts });
    // A Monday morning in Berlin, seven weeks before clocks change there.
    story.app.travel(new Date("2027-02-08T09:00:00Z"));
    world = await smallWorld(story.app);
    const place = { organizationId: world.riverside, programId: world.first };
    people = {
      maya: await somebody(story, place, { role: "mentee", name: "Maya Okafor", headline: "Analyst", skills: ["public speaking"] }),
      jonas: await somebody(story, place, { role: "mentor", name: "Jonas Berg", headline: "Speaks", skills: ["public speaking"] }),
      amina: await somebody(story, place, { role: "mentor", name: "Amina Said", headline: "Writes", skills: ["grant writing"] }),
    };
    await inOrganization(story.app, world.riverside, async ({ db }) => {
      const { riverside: organization_id, first: program_id } = world;
      await db.insertInto("matching_mode").values({ organization_id, program_id, mode: "mentee-asks", open_requests: 2 }).execute();
      // Wednesdays from five to eight suit both.
      await db
        .updateTable("profile")
        .set({ availability: [17, 18, 19].map((hour) => 2 * 24 + hour) })
        .where("person_id", "in", [people.maya.personId, people.jonas.personId])
        .execute();
    });
    maya = await signedIn(story, "Maya", people.maya.personId, { javaScriptEnabled, viewport: { width: 390, height: 844 } });
    ruth = await signedIn(story, "Ruth", world.people.coordinator, { javaScriptEnabled, viewport: { width: 1280, height: 900 } });
  });
  afterAll(() => story[Symbol.asyncDispose]());

  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  /** What the other does stands there at once; without scripts, when the page is opened again. */
  const toSee = async (page: Page): Promise<unknown> => !javaScriptEnabled && page.goto(`${at}/messages`);
  const now = () => story.app.now();
  /** Days go by, and what each brings happens once. */
  async function pass(days: number): Promise<void> {
    story.app.travel(new Date(now().getTime() + days * 86_400_000));
    await letTimeGoOn.run(story.app, {}, new AbortController().signal);
    await remindAndAsk(story.app);
    await keepSupportEverywhere(story.app);
    await askEverywhere(story.app);
  }
  /** She asks, and the other says yes behind the link of the letter. @returns the other's browser, on the page of the two */
  async function ask(mentor: typeof people.maya, name: string, words: string, viewport: { width: number; height: number }): Promise<Page> {
    await maya.goto(`/organizations/${world.riverside}/programs/${world.first}/mentors/${mentor.participantId}/ask`);
    await maya.getByLabel(`A few words to ${name}`).fill(words);
    await maya.getByRole("button", { name: `Ask ${name}` }).click();
    await says(maya, new RegExp(`${name} has your request, and time to answer until`));
    const page = await story.person(name, { viewport, javaScriptEnabled });
    await page.goto(await linkInLetter(story, mentor.email, "asks you for mentoring"));
    await page.getByRole("button").last().click();
    await says(page, words);
    await page.getByRole("button", { name: "Yes, I would like to" }).click();
    await says(page, "How to reach each other");
    return page;
  }
  const today = async (): Promise<string> => {
    await ruth.goto(`/organizations/${world.riverside}/today`);
    return ruth.locator("main").innerText();
  };

  test("she asks him, and from his yes on they have a page together", async () => {
    jonas = await ask(people.jonas, "Jonas Berg", "I want to speak in front of people.", { width: 1280, height: 900 });
    await maya.goto("/");
    await maya.getByRole("link", { name: "Jonas Berg" }).first().click();
    await says(maya, "First steps");
    at = new URL(maya.url()).pathname;
    expect(new URL(jonas.url()).pathname).toBe(at);
  });

  test("they agree, and both sign", async () => {
    for (const [page, notice] of [
      [maya, "You have signed."],
      [jonas, "The agreement holds from now on."],
    ] as const) {
      await page.goto(`${at}/agreement`);
      await page.getByRole("button", { name: "Sign the agreement" }).click();
      await says(page, notice);
      expect(await page.getByRole("button", { name: "Sign the agreement" }).count()).toBe(0);
    }
  });

  test("he proposes a goal, and she makes it hers", async () => {
    await jonas.goto(`${at}/goals/new`);
    await jonas.getByLabel("What would others see, once it is so?").fill("I give a talk to my team");
    await fillFiveSteps(jonas);
    await jonas.getByRole("button", { name: "Propose this goal" }).click();
    await says(jonas, "Maya Okafor sees your proposal and decides.");
    await maya.goto(`${at}/goals`);
    await maya.getByRole("link", { name: "I give a talk to my team" }).click();
    await maya.getByRole("button", { name: "Agree on this goal" }).click();
    await says(maya, "The goal is agreed.");
    await jonas.goto(`${at}/goals`);
    expect(await jonas.locator("main").innerText()).toContain("I give a talk to my team");
  });

  test("they write to each other, live, and find a time", async () => {
    for (const page of [maya, jonas]) {
      await page.goto(`${at}/messages`);
      if (javaScriptEnabled) await page.locator("island-root[data-ready]").waitFor();
    }
    await maya.getByLabel("Your message").fill("Thank you for saying yes. Wednesday at five?");
    await maya.getByRole("button", { name: "Send", exact: true }).click();
    await toSee(jonas);
    await says(jonas, "Wednesday at five?");
    await toSee(maya);
    await says(maya, /Seen by Jonas Berg/);
    await jonas.getByLabel("Your message").fill("Gladly. I send you a time.");
    await jonas.getByRole("button", { name: "Send", exact: true }).click();
    await toSee(maya);
    await says(maya, "I send you a time.");
    await jonas.goto(at);
    await jonas.getByRole("button", { name: "Propose these times" }).click();
    await says(jonas, "Your times are with Maya Okafor.");
    await maya.goto(`${at}/sessions`);
    await maya.getByRole("button", { name: "This suits me" }).first().click();
    await says(maya, "It is agreed.");
    await jonas.goto("/");
    expect(await jonas.locator("main").innerText()).toContain("Your next sessions");
  });

  test("it takes place, both say so with one tap, and are asked whether they fit", async () => {
    expect(await today()).not.toContain("they have not met");
    await pass(3);
    for (const [page, notice] of [
      [jonas, "Thank you."],
      [maya, "Thank you."],
    ] as const) {
      await page.goto(`${at}/sessions`);
      await page.getByRole("button", { name: "It took place" }).click();
      await says(page, notice);
    }
    await pass(1);
    await maya.goto("/");
    await maya.getByRole("link", { name: "Answer", exact: true }).click();
    await story.look(maya, "whether the two fit");
    await maya.getByLabel("Yes, we fit").check();
    await maya.getByRole("button", { name: "Send", exact: true }).click();
    await says(maya, "Thank you");
  });

  test("a month later it goes less well; her coordinator sees it, talks with her, and the line is gone", async () => {
    await pass(27);
    await maya.goto("/");
    await maya.getByRole("link", { name: "Answer", exact: true }).first().click();
    for (const item of ["heard", "trust", "useful", "challenged", "onTrack"])
      await maya.locator(`input[name="${item}"][value="2"]`).check();
    await maya.getByRole("button", { name: "Send", exact: true }).click();
    await says(maya, "Your coordinator sees it and gets in touch with you");
    expect(await today()).toContain("The lowest answer of the newest pulse is 2 of 5.");
    const line = ruth.locator("li.reason", { hasText: "lowest answer" });
    await line.getByRole("button", { name: "Done" }).click();
    expect(await today()).not.toContain("lowest answer");
    expect(await today()).toMatch(/The talk (is|has been) due/);
    await ruth.getByRole("link", { name: "Note the talk" }).first().click();
    for (const name of [/^Talk with Maya/, /^Talk with Jonas/]) {
      const form = ruth.locator("section", { has: ruth.getByRole("heading", { name }) });
      await form.getByLabel("By phone or video").check();
      await form.getByLabel("rather low").check();
      await form.getByLabel("What you heard").fill("Shorter and more often would help.");
      await form.getByRole("button", { name: "Note the talk" }).click();
      await says(ruth, "The next talk is due");
    }
    expect(await today()).not.toMatch(/The talk (is|has been) due/);
  });

  test("the goal is reached, and they bring it to its planned end", async () => {
    await maya.goto(`${at}/goals`);
    await maya.getByRole("link", { name: "I give a talk to my team" }).click();
    await maya.getByLabel("0: I speak for ten minutes.").check();
    await maya.getByRole("button", { name: "Note it" }).click();
    await says(maya, "(noted on");
    await maya.goto(`${at}/closure`);
    await maya.getByLabel("As planned: its time is over").check();
    await maya.getByRole("button", { name: "Begin the end" }).click();
    await says(maya, "It comes to its end on");
    for (const [page, thanks] of [
      [maya, "You asked the right question in February."],
      [jonas, "I listened to you with joy."],
    ] as const) {
      await page.goto(`${at}/closure`);
      const step = (id: string) => page.locator(`form#${id}`);
      const open = async (id: string, title: string) => {
        if (!(await step(id).isVisible())) await page.getByText(title, { exact: true }).first().click();
      };
      await open("thanks", "A letter of thanks");
      await page.getByLabel("Your letter").fill(thanks);
      await step("thanks").getByRole("button").click();
      await says(page, "A letter of thanks (done)");
      await open("contact", "Staying in touch");
      await step("contact").getByLabel("Yes").check();
      await step("contact").getByRole("button").click();
      await says(page, "Staying in touch (done)");
      // What the other wrote is read when it is over.
      expect(await page.locator("main").innerText()).not.toContain(page === maya ? "with joy" : "in February");
    }
  });

  test("two weeks later the channels close, the letters stay, and she says what she would look for next", async () => {
    await pass(15);
    await jonas.goto(`${at}/messages`);
    expect(await jonas.getByLabel("Your message").count()).toBe(0);
    await jonas.goto(`${at}/thanks`);
    await says(jonas, "You asked the right question in February.");
    await maya.goto(`${at}/closure`);
    await says(maya, "want to stay in touch");
    await maya.getByLabel("What would you look for next?").fill("Somebody who writes.");
    await maya.getByRole("button", { name: "I would like someone new" }).click();
    await says(maya, "you take part in matching again.");
  });

  test("after the rest she asks another, and a new page begins", async () => {
    await pass(15);
    const amina = await ask(people.amina, "Amina Said", "Would you look at my first application?", { width: 390, height: 844 });
    expect(new URL(amina.url()).pathname).not.toBe(at);
    await maya.goto("/");
    await maya.getByRole("link", { name: "Amina Said" }).first().click();
    await says(maya, "First steps");
    await story.look(maya, "a new beginning after a good end");
    expect((await maya.goto(`${at}/thanks`))?.status()).toBe(200);
    expect(story.complaints).toEqual([]);
  });
});
