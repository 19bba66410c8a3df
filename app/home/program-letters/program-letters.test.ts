import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { letters } from "../../../testing/accounts.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { Browsing } from "../../../testing/browsing.ts";
import { fillSteps, type SteppedProgram } from "../../../testing/stepped-program.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { fillIn, isLinkAlone, paragraphsOf, unknownPlaceholder } from "./announcement.ts";
import { sendAnnouncements } from "./send-announcements.job.ts";

describe("words with places to fill", () => {
  const filling = { name: "Maya {link}", program: "First Steps", link: "https://here/join/x" };
  test("are filled in once, and nobody's name is taken for a place", () => {
    expect(fillIn("Hello {name}, {program} {nothing}", filling)).toBe("Hello Maya {link}, First Steps {nothing}");
  });
  test("a word in braces that means nothing is told", () => {
    expect(unknownPlaceholder("Hello {name}, see {liink}")).toBe("{liink}");
    expect(unknownPlaceholder("Hello {name}: {program} {link} {a b} {}")).toBeUndefined();
  });
  test("a link alone is a paragraph of its own", () => {
    expect(paragraphsOf("One\ntwo\n\n\n{link}\n\nthree").map(isLinkAlone)).toEqual([false, true, false]);
  });
});

let app: TestApp;
let world: World;
let program: SteppedProgram;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  program = await fillSteps(app, world);
  at = `/organizations/${world.riverside}/programs/${world.second}/letters`;
});
afterAll(() => app[Symbol.asyncDispose]());

const coordinator = () => world.as("otherCoordinator");
const write = async (fields: Record<string, string>): Promise<string> => {
  const response = await coordinator().post(`${at}/new`, {
    chosen: "",
    subject: "From {program}",
    body: "Hello {name}\n\n{link}",
    ...fields,
  });
  expect(response.status).toBe(303);
  return response.headers.get("location")!;
};
const idOf = (path: string): string => path.split("/").at(-1)!;
const subjectLetters = async (subject: string) => (await letters(app)).filter((letter) => letter.subject === subject);

test("a letter to everybody who waits reaches exactly them, once, whoever sends it how often", async () => {
  const path = await write({ chosen: "role=mentee&stage=waiting", subject: "Still with you" });
  const draft = await (await coordinator().get(path)).text();
  expect(draft).toContain("One person would get it.");
  expect(draft).toContain("Hello Wanda Waiting");
  expect(await subjectLetters("Still with you")).toEqual([]);

  expect((await coordinator().post(path, { act: "send", people: "1" })).status).toBe(303);
  expect((await coordinator().post(path, { act: "send", people: "1" })).status).toBe(409);
  await app.jobs.runDue(app);
  const again = { organizationId: world.riverside, announcementId: idOf(path) };
  await sendAnnouncements.run(app, again, new AbortController().signal);
  const sent = await subjectLetters("Still with you");
  expect(sent.map(({ to }) => to)).toEqual(["wanda.waiting@example.org"]);

  const browser = new Browsing(app);
  expect((await browser.post(sent[0]!.path, {})).headers.get("location")).toBe(at.replace("/letters", "/me"));
  expect(await (await coordinator().get(path)).text()).toContain("kept here");
});

test("two deliveries at the same moment, and one that was cut off, write each letter once", async () => {
  await Promise.all(
    Array.from({ length: 130 }, (_, index) =>
      addParticipant(app, {
        organizationId: world.riverside,
        programId: world.second,
        role: "mentee",
        name: `Many ${index}`,
        email: `many${index}@example.org`,
      }),
    ),
  );
  const path = await write({ chosen: "role=mentee&q=many", subject: "To many" });
  expect((await coordinator().post(path, { act: "send", people: "130" })).status).toBe(303);
  const payload = { organizationId: world.riverside, announcementId: idOf(path) };
  const cutOff = new AbortController();
  cutOff.abort(new Error("stopping"));
  await expect(sendAnnouncements.run(app, payload, cutOff.signal)).rejects.toThrow("stopping");
  await Promise.all([1, 2, 3].map(() => sendAnnouncements.run(app, payload, new AbortController().signal)));
  const sent = await subjectLetters("To many");
  expect(sent.length).toBe(130);
  expect(new Set(sent.map(({ to }) => to)).size).toBe(130);
  const row = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("announcement").select(["state", "recipients"]).where("id", "=", payload.announcementId).executeTakeFirstOrThrow(),
  );
  expect(row).toEqual({ state: "sent", recipients: 130 });
  const links = await inOrganization(app, world.riverside, ({ db }) =>
    db
      .selectFrom("invitation")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow(),
  );
  expect(links.n).toBe(131);
});

test("a choice that has changed since it was shown is shown anew, and nobody gets anything", async () => {
  const path = await write({ chosen: "stage=unanswered", subject: "Please answer" });
  const response = await coordinator().post(path, { act: "send", people: "77" });
  expect(response.status).toBe(409);
  expect(await response.text()).toContain("has changed meanwhile");
  expect(await subjectLetters("Please answer")).toEqual([]);
  const recipients = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("announcement_recipient").selectAll().where("announcement_id", "=", idOf(path)).execute(),
  );
  expect(recipients).toEqual([]);
});

test("she sees it herself first, and changes it until it is sent", async () => {
  const path = await write({ subject: "A trial for {name}" });
  expect((await coordinator().post(path, { act: "trial" })).status).toBe(303);
  expect((await letters(app)).filter(({ subject }) => subject === "A trial for Cora Other").map(({ to }) => to)).toEqual([
    "othercoordinator@example.org",
  ]);
  const wrong = await coordinator().post(path, { act: "change", chosen: "", subject: "Hello {nmae}", body: "x" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("{nmae}");
  expect((await coordinator().post(path, { act: "change", chosen: "role=mentor", subject: "Better", body: "To you" })).status).toBe(303);
  expect(await (await coordinator().get(path)).text()).toContain("Better");
  expect((await coordinator().post(path, { act: "discard" })).headers.get("location")).toBe(at);
  expect((await coordinator().get(path)).status).toBe(404);
});

test("who has unsubscribed gets none, and it is counted", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .insertInto("unsubscription")
      .values({ organization_id: world.riverside, person_id: program.persons["Moe Mute"]!, kind: "announcement" })
      .execute(),
  );
  const path = await write({ chosen: "q=moe", subject: "To Moe" });
  await coordinator().post(path, { act: "send", people: "1" });
  await app.jobs.runDue(app);
  const states = await asSystem(app, ({ db }) => db.selectFrom("letter").select("state").where("subject", "=", "To Moe").execute());
  expect(states).toEqual([{ state: "unsubscribed" }]);
  expect(await (await coordinator().get(at)).text()).toContain("do not want such letters");
});

test("a letter of one program is not found under another", async () => {
  const path = await write({});
  expect((await world.as("owner").get(path.replace(world.second, world.first))).status).toBe(404);
  expect((await world.as("coordinator").get(path)).status).toBe(404);
  expect((await world.as("owner").post(path.replace(world.second, world.first), { act: "discard" })).status).toBe(404);
});
