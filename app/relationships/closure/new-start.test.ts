import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { type PersonName, smallWorld, type World } from "../../../testing/world.ts";

let app: TestApp;
let world: World;
let pair: Awaited<ReturnType<typeof livingPair>>;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  pair = await livingPair(app, world);
});
afterAll(() => app[Symbol.asyncDispose]());

const ask = (words: string) => world.as("mentee").post(`${pair.at}/new-start`, { act: "ask", reason: "style", words });
const see = async (who: PersonName, under: string) => {
  const answer = await world.as(who).get(pair.at + under);
  return { status: answer.status, text: await answer.text() };
};
const asked = () =>
  pair.here(({ db }) => db.selectFrom("new_start").select(["id", "state", "words"]).orderBy("asked_at", "desc").executeTakeFirstOrThrow());
const answer = async (how: string, words: string) =>
  world.as("coordinator").post(`${pair.at}/new-start/answer`, { act: "answer", newStartId: (await asked()).id, answer: how, words });
const everythingTheOtherSees = async (): Promise<string> => {
  const pages = await Promise.all(["", "/changes", "/closure", "/new-start", "/thanks"].map((under) => see("mentor", under)));
  const letters = await pair.here(({ db }) =>
    db.selectFrom("letter").select(["subject", "text_body"]).where("person_id", "=", world.people.mentor).execute(),
  );
  return pages.map(({ text }) => text).join() + JSON.stringify(letters);
};

test("only who looks after the relationship reads why; not another coordinator, not the owner, never the other", async () => {
  expect((await ask("He mocks my accent.")).status).toBe(303);
  expect((await ask("Again.")).status).toBe(409);
  expect((await asked()).words.toString()).not.toContain("accent");
  const read = await see("coordinator", "/new-start/answer");
  expect(read.text).toContain("He mocks my accent.");
  for (const who of ["owner", "administrator", "otherCoordinator", "mentor", "mentee"] as const)
    expect((await see(who, "/new-start/answer")).status, who).toBe(404);
  const letters = await pair.lettersTo("coordinator");
  expect(letters).toEqual(["Maya Mentee asks you something in confidence"]);
  expect(await everythingTheOtherSees()).not.toContain("accent");
  expect(await everythingTheOtherSees()).not.toContain("You have asked");
});

test("it can be talked about first, taken back, declined with a word", async () => {
  await answer("talking", "Tuesday at ten?");
  expect((await see("mentee", "/new-start")).text).toContain("Tuesday at ten?");
  await world.as("mentee").post(`${pair.at}/new-start`, { act: "withdraw" });
  expect((await answer("agreed", "")).status).toBe(409);
  await ask("He still does.");
  await answer("declined", "Let us try a talk of three.");
  expect((await see("mentee", "/new-start")).text).toContain("Let us try a talk of three.");
  expect(await pair.life()).toMatchObject({ state: "active" });
  expect((await pair.lettersTo("mentee")).filter((subject) => subject === "Your question about Jonas Mentor")).toHaveLength(2);
});

test("agreed, it ends as any other does, the other hears no more than that, and who asked is matched again after a rest", async () => {
  await ask("Please.");
  await answer("agreed", "Of course.");
  expect(await pair.life()).toMatchObject({ state: "closing", ending: "early", closesOn: pair.day(14) });
  await pair.pass(15);
  const seen = await everythingTheOtherSees();
  for (const hidden of ["accent", "new start", "Of course", "confidence"])
    expect(seen.replaceAll("A new start with someone else", "").replaceAll("/new-start", "")).not.toContain(hidden);
  expect(await pair.here(({ db }) => db.selectFrom("search_again").select("participant_id").execute())).toEqual([
    { participant_id: world.participants.mentee },
  ]);
});

test("where nobody looks after it any more, whoever runs the program answers", async () => {
  await pair.here(({ db }) => db.updateTable("relationship").set({ owner_id: null }).execute());
  expect((await see("coordinator", "/new-start/answer")).status).toBe(200);
  expect((await see("administrator", "/new-start/answer")).status).toBe(200);
  expect((await see("mentor", "/new-start/answer")).status).toBe(404);
});
