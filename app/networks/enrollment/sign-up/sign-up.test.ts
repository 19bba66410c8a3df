import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makePerson, letters } from "../../../../testing/accounts.ts";
import { testApp, type TestApp } from "../../../../testing/app.ts";
import { Browsing } from "../../../../testing/browsing.ts";
import { smallWorld, type World } from "../../../../testing/world.ts";
import { inOrganization } from "../../../platform/context.ts";
import { sendSignUpLetter } from "./send-sign-up-letter.job.ts";

let app: TestApp;
let world: World;
let path: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  path = `/organizations/${world.riverside}/programs/${world.first}/sign-up`;
});
afterAll(() => app[Symbol.asyncDispose]());

const setSignUp = (values: object) =>
  inOrganization(app, world.riverside, ({ db }) => db.updateTable("program").set(values).where("id", "=", world.first).execute());
const parts = (email: string) =>
  inOrganization(app, world.riverside, ({ db }) =>
    db
      .selectFrom("participant")
      .innerJoin("auth.person as person", "person.id", "participant.person_id")
      .selectAll("participant")
      .where("person.email", "=", email)
      .where("program_id", "=", world.first)
      .execute(),
  );
const ask = (browser: Browsing, email: string, role = "mentee") =>
  browser.post(path, { act: "ask", email, role, name: "Nadia Novak", language: "es" });

beforeEach(() => setSignUp({ sign_up: "open", archived_at: null }));

test("a program that is not open has no sign-up page, and neither has one that was put away", async () => {
  expect((await new Browsing(app).get(path)).status).toBe(200);
  for (const closed of [{ sign_up: "invitation" as const }, { archived_at: new Date() }]) {
    await setSignUp({ sign_up: "open", archived_at: null, ...closed });
    expect((await new Browsing(app).get(path)).status).toBe(404);
    expect((await ask(new Browsing(app), "late@example.org")).status).toBe(404);
  }
});

test("a stranger gets a letter, comes in by it, attests, and takes part", async () => {
  const browser = new Browsing(app);
  const asked = await ask(browser, "nadia@example.org");
  expect(await browser.textOf(asked.headers.get("location")!)).toContain("We have sent you a letter");
  const letter = (await letters(app)).findLast(({ to }) => to === "nadia@example.org")!;
  expect(letter.subject).toContain("Tu plaza");
  // Nobody takes part by being typed in.
  expect(await parts("nadia@example.org")).toEqual([]);

  const arrived = await browser.post(letter.path, {});
  const there = arrived.headers.get("location")!;
  expect(there).toBe(`${path}?as=mentee`);
  expect((await browser.post(path, { act: "join", role: "mentee" })).status).toBe(422);
  expect(await parts("nadia@example.org")).toEqual([]);
  const joined = await browser.post(path, { act: "join", role: "mentee", isAdult: "yes" });
  expect(joined.headers.get("location")).toBe(path.replace("sign-up", "me"));
  expect(await parts("nadia@example.org")).toMatchObject([{ role: "mentee", added_by: "sign-up", withdrawn_at: null }]);
  expect((await parts("nadia@example.org"))[0]!.adult_attested_at).not.toBeNull();

  await browser.post(path, { act: "join", role: "mentee", isAdult: "yes" });
  expect(await parts("nadia@example.org")).toHaveLength(1);
  expect((await browser.get(path)).headers.get("location")).toBe(path.replace("sign-up", "me"));
});

test("known and unknown addresses are answered alike", async () => {
  await makePerson(app, { email: "known@example.org" });
  const answers = await Promise.all(
    ["known@example.org", "unknown@example.org", "mentee@example.org"].map((email) => ask(new Browsing(app), email)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
});

test("a name typed by a stranger is not the name of somebody who has one", async () => {
  const personId = await makePerson(app, { email: "known2@example.org", name: "Her Own Name" });
  await ask(new Browsing(app), "known2@example.org");
  await app.jobs.runDue(app);
  const person = await app.owner.selectFrom("auth.person").selectAll().where("id", "=", personId).executeTakeFirstOrThrow();
  expect([person.name, person.language]).toEqual(["Her Own Name", "en"]);
});

describe("limits", () => {
  test("five letters to one address, and then a pause", async () => {
    for (let sent = 0; sent < 5; sent++) expect((await ask(new Browsing(app), "busy@example.org")).status).toBe(303);
    expect((await ask(new Browsing(app), "busy@example.org")).status).toBe(409);
  });

  test("a job delivered twice writes one letter", async () => {
    const asked = {
      organizationId: world.riverside,
      programId: world.first,
      role: "mentor" as const,
      name: "Twice",
      email: "twice@example.org",
      language: "en" as const,
      requestId: "one-request",
    };
    await sendSignUpLetter.run(app, asked, new AbortController().signal);
    await sendSignUpLetter.run(app, asked, new AbortController().signal);
    expect((await letters(app)).filter(({ to }) => to === "twice@example.org")).toHaveLength(1);
  });
});

test("somebody of another organization who is signed in joins with one click, and sees nothing else", async () => {
  const stranger = world.as("strangerMentor");
  expect(await (await stranger.get(path)).text()).toContain("You take part as strangermentor@example.org");
  const joined = await stranger.post(path, { act: "join", role: "mentor", isAdult: "yes" });
  expect(joined.status).toBe(303);
  expect(await parts("strangermentor@example.org")).toMatchObject([{ role: "mentor", added_by: "sign-up" }]);
  expect((await stranger.get(path.replace("sign-up", "me"))).status).toBe(200);
  expect((await stranger.get(path.replace("/sign-up", "/participants"))).status).toBe(404);
});
