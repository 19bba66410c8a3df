/** From the first suggestion to "it took place": two people with a browser each, and what their calendars are told. */
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { asSystem, inOrganization } from "../app/platform/context.ts";
import { remindAndAsk } from "../app/relationships/sessions/sessions-time.job.ts";
import { beginMeeting, type Meeting } from "../testing/meeting.ts";
import { type Story, tellStory } from "../testing/story.ts";
import { signedIn } from "../testing/story-people.ts";
import { smallWorld, type World } from "../testing/world.ts";

let story: Story;
let world: World;
let meeting: Meeting;
let maya: Page;
let jonas: Page;
let at: string;
beforeAll(async () => {
  story = await tellStory();
  story.app.travel(new Date("2027-03-15T09:00:00Z"));
  world = await smallWorld(story.app);
  meeting = await beginMeeting(story.app, world);
  at = `/organizations/${meeting.organizationId}/relationships/${meeting.relationshipId}`;
  // Tuesdays and Thursdays in the evening suit both; she lives in New York for now.
  const evenings = [1, 3].flatMap((day) => [18, 19].map((hour) => day * 24 + hour));
  await inOrganization(story.app, meeting.organizationId, async ({ db }) => {
    await db.updateTable("profile").set({ availability: evenings }).where("person_id", "=", world.people.mentor).execute();
    await db
      .updateTable("profile")
      .set({ availability: evenings.map((hour) => hour - 6).flatMap((hour) => [hour, hour + 1]), time_zone: "America/New_York" })
      .where("person_id", "=", world.people.mentee)
      .execute();
  });
  maya = await signedIn(story, "Maya", world.people.mentee);
  jonas = await signedIn(story, "Jonas", world.people.mentor);
});
afterAll(() => story[Symbol.asyncDispose]());

/** The newest letter about sessions to somebody, of which the subject says this; waits for it. */
async function letterTo(address: string, says: string): Promise<{ text: string; event: ICAL.Event | undefined; method: unknown }> {
  for (let tries = 0; tries < 150; tries++) {
    const row = await asSystem(story.app, ({ db }) =>
      db
        .selectFrom("letter")
        .selectAll()
        .where("kind", "=", "session")
        .where("to_address", "=", address)
        .where("subject", "like", `%${says}%`)
        .orderBy("id", "desc")
        .executeTakeFirst(),
    );
    if (row) {
      const calendar = row.calendar_body === null ? undefined : new ICAL.Component(ICAL.parse(row.calendar_body) as never);
      const event = calendar?.getFirstSubcomponent("vevent");
      return { text: row.text_body, event: event ? new ICAL.Event(event) : undefined, method: calendar?.getFirstPropertyValue("method") };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no letter «${says}» came for ${address}`);
}

test("she sends times that suit both, he takes one, moves it, and both say that it took place", async () => {
  await maya.goto(at);
  await maya.getByText("These times suit all of you").waitFor();
  await story.look(maya, "the page of the two with times");
  await maya.getByRole("button", { name: "Propose these times" }).click();
  await maya.getByText("Your times are with Jonas Mentor.").first().waitFor();
  await story.look(maya, "her times wait");

  // He reads the letter first.
  const asked = await letterTo("mentor@example.org", "Maya Mentee proposes times");
  expect(asked.text).toContain("(Europe/Berlin)");
  await jonas.goto("/");
  await jonas.getByRole("list", { name: "What needs you" }).getByText("Maya Mentee proposes times to meet").waitFor();
  await story.look(jonas, "my page with times");
  await jonas.getByRole("link", { name: "Choose a time" }).click();
  await jonas.getByText("Maya Mentee proposes").waitFor();
  expect(await jonas.textContent("main")).toContain("where Maya Mentee is");
  await story.look(jonas, "times to choose from");
  await jonas.getByRole("button", { name: "This suits me" }).first().click();
  await jonas.getByText("It is agreed.").first().waitFor();
  const invited = await letterTo("mentee@example.org", "Session with Jonas Mentor");
  expect(invited.method).toBe("REQUEST");
  expect(invited.event!.startDate.toString()).toBe("2027-03-16T13:00:00");
  expect(invited.event!.startDate.zone.tzid).toBe("America/New_York");

  await maya.goto("/");
  await maya.getByRole("heading", { name: "Your next sessions" }).waitFor();
  await story.look(maya, "my page with a session");

  // What they talk about, and another place.
  await jonas.getByRole("link", { name: /Mar 16/u }).click();
  await jonas.getByRole("heading", { name: "What we talk about" }).waitFor();
  expect(await jonas.getByLabel("What we talk about").inputValue()).toContain("How often we meet");
  await story.look(jonas, "one session");
  await jonas.getByLabel("What we talk about").fill("- Her application letter");
  await jonas.getByRole("button", { name: "Save the agenda" }).click();
  await jonas.getByText("The agenda is saved.").first().waitFor();
  await jonas.getByText("Move or cancel it").click();
  await jonas.getByLabel("New time").fill("2027-03-18T18:30");
  await jonas.locator("#move").getByLabel("By video").check();
  await jonas.locator("#move").getByLabel("Link, number or place").fill("my usual room");
  await jonas.getByRole("button", { name: "Move the session" }).click();
  await jonas.getByText("Give the whole link to your meeting").first().waitFor();
  await story.look(jonas, "a link that is none");
  await jonas.locator("#move").getByLabel("Link, number or place").fill("https://meet.example.org/maya-jonas");
  await jonas.getByRole("button", { name: "Move the session" }).click();
  await jonas.getByText("The session is moved.").first().waitFor();
  const moved = await letterTo("mentee@example.org", "moved");
  expect([moved.event!.sequence, moved.event!.location]).toEqual([1, "https://meet.example.org/maya-jonas"]);
  expect([moved.event!.startDate.toString(), moved.event!.startDate.zone.tzid]).toEqual(["2027-03-18T18:30:00", "Europe/Berlin"]);
  expect(moved.event!.uid).toBe(invited.event!.uid);

  // Afterwards: he in the browser, she by the link in her letter, where she is signed in nowhere.
  story.app.travel(new Date("2027-03-18T19:00:00Z"));
  await jonas.goto(`${at}/sessions`);
  await jonas.getByText("How did it go?").waitFor();
  await story.look(jonas, "how did it go");
  await jonas.getByRole("button", { name: "It took place" }).click();
  await jonas.getByText("Thank you.").first().waitFor();
  await remindAndAsk(story.app);
  const link = new URL(
    /https?:\/\/\S+\/sessions\/told\/\S+outcome=held/.exec((await letterTo("mentee@example.org", "did it take place")).text)![0],
  );
  const phone = await story.person("Maya's phone");
  await phone.goto(link.pathname + link.search);
  await phone.getByText("This link answers for Maya Mentee.").waitFor();
  await story.look(phone, "one tap from the letter");
  await phone.getByRole("button", { name: "It took place" }).click();
  await phone.getByText("Your answer is kept.").waitFor();

  await maya.goto(`${at}/sessions`);
  await maya.getByText("took place").first().waitFor();
  await maya.getByRole("link", { name: /Mar 18/u }).click();
  await maya.getByLabel("Notes for you alone").fill("He believed in me.");
  await maya.getByRole("button", { name: "Save for me alone" }).click();
  await maya.getByText("Only you see it.").first().waitFor();
  await maya.locator("#addAction").getByLabel("What").fill("Send the letter");
  await maya.getByRole("button", { name: "Add" }).click();
  await maya.getByText("It is on your list").first().waitFor();
  await story.look(maya, "a session that was held");
  await jonas.goto(`${at}/sessions`);
  expect(await jonas.textContent("main")).toContain("Send the letter");
  await jonas.goto(maya.url());
  expect(await jonas.content()).not.toContain("He believed in me");
  expect(story.complaints).toEqual([]);
});

test("times of one's own, every week, and a calendar to subscribe to", async () => {
  await maya.goto(`${at}/sessions/propose`);
  await story.look(maya, "proposing times");
  for (const n of [2, 3]) await maya.getByLabel(`Time ${n}`).fill("");
  await maya.getByLabel("Time 1").fill("2027-03-22T11:00");
  await maya.getByLabel("Does it repeat?").selectOption("weekly");
  await maya.getByRole("button", { name: "Send these times" }).click();
  await maya.getByText("Your times are with Jonas Mentor.").first().waitFor();
  await jonas.goto(`${at}/sessions`);
  await jonas.getByRole("button", { name: "This suits me" }).click();
  await jonas.getByText("It is agreed.").first().waitFor();
  // Clocks of Europe change between the second and the first: hers stay at eleven, his go from four to five.
  const main = await jonas.textContent("main");
  expect(main).toContain("Mon, Mar 22, 4:00 PM");
  expect(main).toContain("Mon, Mar 29, 5:00 PM");
  await jonas.getByRole("link", { name: /My calendar/u }).click();
  await jonas.getByRole("button", { name: "Make an address" }).click();
  await jonas.getByText("Your address is made.").first().waitFor();
  await story.look(jonas, "my calendar");
  const feed = await jonas.request.get((await jonas.getByRole("link", { name: /\/calendar\// }).getAttribute("href"))!);
  expect(feed.headers()["content-type"]).toContain("text/calendar");
  expect((await feed.text()).match(/BEGIN:VEVENT/g)!.length).toBeGreaterThan(10);
  expect(story.complaints).toEqual([]);
});
