import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { farewellReasons, noFarewell, staysInTouch, stepsDone } from "./farewell.ts";
import { forgetRelationships } from "./forget-relationships.job.ts";

let app: TestApp;
let world: World;
let pair: Awaited<ReturnType<typeof livingPair>>;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  pair = await livingPair(app, world);
});
afterAll(() => app[Symbol.asyncDispose]());

const see = async (who: "mentor" | "mentee" | "coordinator", under = "/closure"): Promise<string> =>
  (await world.as(who).get(pair.at + under)).text();
const send = (who: "mentor" | "mentee" | "coordinator", act: string, fields: Record<string, string> = {}) =>
  world.as(who).post(`${pair.at}/closure`, { act, ...fields });

test("an end is called off before its day, and the relationship goes on as before", async () => {
  const before = await pair.life();
  await send("mentee", "begin", { ending: "early" });
  expect(await pair.life()).toMatchObject({ state: "closing", ending: "early", closesOn: pair.day(14) });
  await send("mentor", "callOff");
  expect(await pair.life()).toEqual(before);
  expect(await pair.lettersTo("mentee")).toEqual(["It goes on with Jonas Mentor after all"]);
  expect(await pair.lettersTo("mentor")).toEqual(["Your mentoring with Maya Mentee comes to its end"]);
});

test("nothing can be said for a goodbye before an end begins", async () => {
  expect((await send("mentee", "thanks", { thanks: "Thank you." })).status).toBe(409);
  expect((await send("mentee", "again", { learned: "" })).status).toBe(409);
  expect((await send("mentee", "mentor")).status).toBe(409);
});

test("an ending wished by one is told to the other without who and why, and to the coordinator with both", async () => {
  await send("mentee", "begin", { ending: "one-sided" });
  await send("mentee", "why", { reason: "style", words: "He never listened to me." });
  await send("mentee", "thanks", { thanks: "Thank you for the first weeks." });
  await send("mentee", "reached", { reached: "I have a portfolio." });
  await send("mentee", "contact", { contact: "no" });
  await send("mentee", "questions", { helped: "4", heard: "1", again: "", words: "Meet before you match." });
  await send("mentor", "thanks", { thanks: "Dear Maya, I learned a lot." });
  await send("mentor", "contact", { contact: "yes" });
  const mentors = (await see("mentor")) + (await see("mentor", "")) + (await see("mentor", "/thanks")) + (await see("mentor", "/changes"));
  for (const hidden of ["never listened", "style", "first weeks", "portfolio", "Meet before", "one-sided", "Wished by one of them"])
    expect(mentors.replaceAll(/value="[a-z-]+"|style-\w+\.css|rel="stylesheet"/g, "")).not.toContain(hidden);
  const coordinators = await see("coordinator");
  for (const told of [
    "He never listened to me.",
    "We did not get along well",
    "Wished by one of them",
    "Maya Mentee",
    "4 / 5",
    "Meet before you match.",
  ])
    expect(coordinators).toContain(told);
  for (const hidden of ["first weeks", "portfolio", "I learned a lot"]) expect(coordinators).not.toContain(hidden);
  const stored = await pair.here(({ db }) =>
    db.selectFrom("farewell").select("reason_words").where("reason", "=", "style").executeTakeFirstOrThrow(),
  );
  expect(stored.reason_words!.toString()).not.toContain("listened");
});

test("on its day it is over: letters are shown, contact only if both wished it, and nothing more is written", async () => {
  await pair.pass(16);
  expect(await pair.life()).toMatchObject({ state: "concluded", ending: "one-sided" });
  expect(await see("mentor", "/thanks")).toContain("Thank you for the first weeks.");
  expect(await see("mentee", "/thanks")).toContain("Dear Maya, I learned a lot.");
  const mentors = await see("mentor");
  expect(mentors).toContain("I have a portfolio.");
  expect(mentors).toContain("Nobody else chose to stay in touch");
  expect(mentors).not.toContain("mentee@example.org");
  expect((await send("mentor", "thanks", { thanks: "More." })).status).toBe(409);
  expect((await send("mentor", "contact", { contact: "no" })).status).toBe(409);
  expect((await send("mentee", "callOff")).status).toBe(409);
  // What is for coordinators can still be told.
  await send("mentor", "questions", { helped: "5", words: "" });
  expect(await see("coordinator")).toContain("5 / 5");
  expect(await see("mentor", "")).not.toContain("mentee@example.org");
  // Yes from both, as it would have been.
  await pair.here(({ db }) => db.updateTable("farewell").set({ keeps_contact: true }).execute());
  expect(await see("mentor")).toContain("mentee@example.org");
  expect(await see("mentor", "")).toContain("mentee@example.org");
  expect(await see("mentee")).toContain("mentor@example.org");
});

test("a mentee becomes a mentor of the program, once", async () => {
  const answer = await send("mentee", "mentor");
  expect(answer.headers.get("location")).toContain(`/programs/${world.first}/me`);
  const parts = await pair.here(({ db }) =>
    db
      .selectFrom("participant")
      .select(["role", "joined_at", "adult_attested_at"])
      .where("person_id", "=", world.people.mentee)
      .where("role", "=", "mentor")
      .execute(),
  );
  expect(parts).toHaveLength(1);
  expect(parts[0]!.adult_attested_at).not.toBeNull();
  expect((await send("mentee", "mentor")).status).toBe(409);
  expect((await send("mentor", "mentor")).status).toBe(409);
});

test("so many months after its end what was written goes, and that it was stays", async () => {
  const forget = async () => {
    await forgetRelationships.run(app, {}, new AbortController().signal);
    await app.jobs.runDue(app);
    return pair.here(({ db }) => db.selectFrom("farewell").select("person_id").execute());
  };
  await pair.pass(340);
  expect(await forget()).toHaveLength(2);
  await pair.pass(40);
  expect(await forget()).toEqual([]);
  await forget();
  const row = await pair.here(({ db }) =>
    db.selectFrom("relationship").select(["state", "ending", "forgotten_at"]).executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({ state: "concluded", ending: "one-sided" });
  expect(row.forgotten_at).not.toBeNull();
  expect((await world.as("mentee").get(`${pair.at}/closure`)).status).toBe(200);
});

test("steps count as done where something was said; contact needs both", () => {
  expect(stepsDone(noFarewell)).toEqual([]);
  expect(stepsDone({ ...noFarewell, reason: farewellReasons[0], keepsContact: false })).toEqual(["why", "contact"]);
  const wishes = (a: boolean | null, b: boolean | null, c: boolean | null) => [
    { personId: "a", keepsContact: a },
    { personId: "b", keepsContact: b },
    { personId: "c", keepsContact: c },
  ];
  expect(staysInTouch(wishes(true, true, false), "a")).toEqual(["b"]);
  expect(staysInTouch(wishes(true, true, false), "c")).toEqual([]);
  expect(staysInTouch(wishes(true, null, null), "a")).toEqual([]);
  expect(staysInTouch(wishes(null, true, true), "a")).toEqual([]);
});

test("where the program ended it, what comes next is for a coordinator to open", async () => {
  await using other = await testApp();
  const otherWorld = await smallWorld(other);
  const stopped = await livingPair(other, otherWorld);
  await stopped.here((ctx) => moveRelationship(ctx, stopped.its, { move: "conclude", ending: "stopped" }));
  const post = (who: "mentee" | "coordinator", fields: Record<string, string>) => otherWorld.as(who).post(`${stopped.at}/closure`, fields);
  const page = await (await otherWorld.as("mentee").get(`${stopped.at}/closure`)).text();
  expect(page).toContain("Write to your coordinator about what comes next");
  expect(page).not.toContain('value="again"');
  expect((await post("mentee", { act: "again", learned: "" })).status).toBe(409);
  expect((await post("mentee", { act: "mentor" })).status).toBe(409);
  expect((await post("coordinator", { act: "openAgain", personId: otherWorld.people.mentee })).status).toBe(303);
});
