import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { changeFormat } from "../../networks/programs/change-format.ts";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import { announce } from "../../platform/facts.ts";
import { addToRelationship } from "../pairs/begin-relationship.ts";
import { agreeOn } from "../sessions/agree-on.ts";
import { lockRelationship } from "./find-life.ts";
import { leaveGroup } from "./leave-group.ts";
import { partFromPerson } from "../pairs/part-from-person.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const setFormat = (format: ProgramFormat, { here, its }: Awaited<ReturnType<typeof livingPair>>) =>
  here(async ({ db }) => {
    await db.updateTable("program").set({ format }).where("id", "=", world.first).execute();
    await db.updateTable("relationship").set({ format }).where("id", "=", its.relationshipId).execute();
  });
async function group(names: readonly string[]) {
  const pair = await livingPair(app, world);
  await setFormat("group", pair);
  const others = [];
  for (const name of names) {
    const mentee = await addParticipant(app, { organizationId: world.riverside, programId: world.first, role: "mentee", name });
    await pair.here((ctx) => addToRelationship(ctx, { ...pair.its, mentee }));
    others.push(mentee);
  }
  return { pair, others };
}
const end = async (pair: Awaited<ReturnType<typeof livingPair>>): Promise<void> => {
  await app.jobs.runDue(app);
  await pair.here(({ db }) => db.deleteFrom("relationship").execute());
  await pair.here(({ db }) => db.deleteFrom("offer").execute());
  await pair.here(({ db }) => db.updateTable("program").set({ format: "one-to-one" }).where("id", "=", world.first).execute());
};

test("one leaves a group and looks for somebody else; the others go on; with the last it comes to its end", async () => {
  const { pair, others } = await group(["Ada"]);
  expect((await world.as("mentor").post(`${pair.at}/changes`, { act: "leave" })).status).toBe(409);
  await world.as("mentee").post(`${pair.at}/changes`, { act: "leave", again: "yes", learned: "A smaller group." });
  expect((await pair.life()).people.map(({ name }) => name)).toEqual(["Jonas Mentor", "Ada"]);
  expect(await pair.life()).toMatchObject({ state: "active" });
  expect((await world.as("mentee").get(pair.at)).status).toBe(404);
  await app.jobs.runDue(app);
  expect(await pair.here(({ db }) => db.selectFrom("offer").select("state").where("id", "=", pair.offerId).executeTakeFirst())).toEqual({
    state: "ended",
  });
  const search = await pair.here(({ db }) => db.selectFrom("search_again").select(["from_on", "learned"]).executeTakeFirst());
  expect(search).toEqual({ from_on: pair.day(14), learned: "A smaller group." });
  expect((await world.as("mentor").post(`${pair.at}/changes`, { act: "remove", personId: others[0]!.personId })).status).toBe(403);
  await world.as("coordinator").post(`${pair.at}/changes`, { act: "remove", personId: others[0]!.personId });
  expect(await pair.life()).toMatchObject({ state: "closing", ending: "early", closesOn: pair.day(14) });
  await end(pair);
});

test("what concerns all of a group is for its mentor to decide: a mentee neither pauses, ends nor extends it", async () => {
  const { pair } = await group(["Ada"]);
  const mentee = world.as("mentee");
  for (const [at, fields] of [
    ["changes", { act: "pause", until: pair.day(10) }],
    ["changes", { act: "extend", endsOn: pair.day(90) }],
    ["closure", { act: "begin", ending: "one-sided" }],
  ] as const)
    expect((await mentee.post(`${pair.at}/${at}`, fields)).status).toBe(409);
  const page = await (await mentee.get(`${pair.at}/changes`)).text();
  expect(page).toContain("are for its mentor and your coordinators to decide");
  expect(page).toContain("Leave the group");
  expect(page).not.toContain("Begin the break");
  expect(await (await mentee.get(`${pair.at}/closure`)).text()).not.toContain("Begin the end");
  await world.as("mentor").post(`${pair.at}/closure`, { act: "begin", ending: "planned" });
  expect((await mentee.post(`${pair.at}/closure`, { act: "callOff" })).status).toBe(409);
  expect(await pair.life()).toMatchObject({ state: "closing" });
  await end(pair);
});

test("a new start that is agreed lets one leave the group, which goes on; and she is told so", async () => {
  const { pair } = await group(["Ada"]);
  await world.as("mentee").post(`${pair.at}/new-start`, { act: "ask", reason: "topic", words: "I need somebody else." });
  const { id } = await pair.here(({ db }) => db.selectFrom("new_start").select("id").executeTakeFirstOrThrow());
  await world.as("coordinator").post(`${pair.at}/new-start/answer`, { act: "answer", newStartId: id, answer: "agreed", words: "" });
  expect(await pair.life()).toMatchObject({ state: "active", closesOn: null });
  expect((await pair.life()).people.map(({ name }) => name)).toEqual(["Jonas Mentor", "Ada"]);
  expect(await pair.here(({ db }) => db.selectFrom("search_again").select("from_on").execute())).toEqual([{ from_on: pair.day(14) }]);
  expect(await pair.lettersTo("mentee")).toContain("Your question about the group of Jonas Mentor");
  await end(pair);
});

test("what has begun stays what it is when its program makes other relationships from now on", async () => {
  const { pair } = await group(["Ada"]);
  await pair.here((ctx) => changeFormat(ctx, world.riverside, world.first, { format: "one-to-one", defaultCapacity: 1 }));
  expect(await pair.life()).toMatchObject({ format: "group" });
  const page = await (await world.as("mentee").get(pair.at)).text();
  expect(page).toContain("The group of Jonas Mentor");
  expect(page).toContain("Ada");
  await end(pair);
});

test("a group is called by its mentor to its mentees, and by their names to its mentor, the more counted", async () => {
  const { pair } = await group(["Ada", "Ben", "Cem"]);
  await world.as("mentor").post(`${pair.at}/changes`, { act: "pause", until: pair.day(10) });
  expect(await pair.lettersTo("mentee")).toEqual(["A break with the group of Jonas Mentor"]);
  await world.as("coordinator").post(`${pair.at}/changes`, { act: "resume" });
  await world.as("coordinator").post(`${pair.at}/changes`, { act: "pause", until: pair.day(10) });
  expect(await pair.lettersTo("mentor")).toContain("A break with Ada, Ben, and 2 others");
  const page = await (await world.as("mentee").get(`${pair.at}/changes`)).text();
  expect(page).toContain("The group of Jonas Mentor");
  expect(page).not.toContain("First Steps and you");
  await end(pair);
});

test("who joins a group has its sessions in her calendar; who leaves it is out of it and of what is due; its mentor and its coordinator hear of it, and who was taken out", async () => {
  const { pair, others } = await group(["Ada"]);
  const [ada] = others;
  const startsAt = new Date(app.now().getTime() + 3 * 86_400_000);
  await pair.here(async (ctx) => {
    await ctx.db.updateTable("relationship").set({ owner_id: world.people.coordinator }).execute();
    const relationship = await lockRelationship(ctx, pair.its);
    const plan = { startsAt, minutes: 60, timeZone: "UTC", repeats: "weekly", untilOn: null, placeKind: "phone", place: "" } as const;
    await agreeOn(ctx, relationship, { ...plan, by: world.people.mentor });
  });
  await app.jobs.runDue(app);
  const later = await addParticipant(app, { organizationId: world.riverside, programId: world.first, role: "mentee", name: "Ben" });
  await pair.here((ctx) => addToRelationship(ctx, { ...pair.its, mentee: later }));
  await app.jobs.runDue(app);
  const bens = await pair.here(({ db }) =>
    db.selectFrom("letter").select("calendar_method").where("person_id", "=", later.personId).where("kind", "=", "session").execute(),
  );
  expect(bens).toEqual([{ calendar_method: "REQUEST" }]);
  await pair.here((ctx) => leaveGroup(ctx, pair.its, { personId: later.personId, looksAgain: false, learned: "" }));
  const due = () => pair.here(({ db }) => db.selectFrom("support_contact").select("person_id").where("state", "=", "due").execute());
  expect((await due()).map((one) => one.person_id)).toContain(ada!.personId);
  await world.as("coordinator").post(`${pair.at}/changes`, { act: "remove", personId: ada!.personId });
  await app.jobs.runDue(app);
  expect((await due()).map((one) => one.person_id)).not.toContain(ada!.personId);
  expect(await pair.lettersTo("mentor")).toContain("Ada has left the group");
  // Who took her out knows.
  expect(await pair.lettersTo("coordinator")).toEqual(["Ben has left the group"]);
  const hers = await pair.here(({ db }) =>
    db.selectFrom("letter").select(["subject", "calendar_method"]).where("person_id", "=", ada!.personId).orderBy("id").execute(),
  );
  expect(hers).toContainEqual({ subject: "You are no longer in the group of Jonas Mentor", calendar_method: null });
  expect(hers.at(-1)?.calendar_method).toBe("CANCEL");
  await world.as("mentee").post(`${pair.at}/changes`, { act: "leave", thanks: "You heard me. Thank you." });
  expect(await pair.lettersTo("coordinator")).toContain("Maya Mentee has left the group");
  // Her thanks are for her mentor, and for nobody else.
  const thanked = await pair.here(({ db }) =>
    db.selectFrom("letter").select("person_id").where("text_body", "like", "%You heard me%").execute(),
  );
  expect(thanked).toEqual([{ person_id: world.people.mentor }]);
  expect((await pair.lettersTo("mentor")).slice(-2)).toEqual([
    "Maya Mentee has left the group",
    "Your mentoring with your group comes to its end",
  ]);
  await end(pair);
});

test("who left a group without a wish is opened for matching again by a coordinator", async () => {
  const { pair } = await group(["Ada"]);
  await world.as("mentee").post(`${pair.at}/changes`, { act: "leave" });
  const page = await (await world.as("coordinator").get(`${pair.at}/closure`)).text();
  expect(page).toContain("Has left the group.");
  expect(await (await world.as("mentee").get("/")).text()).toContain("nobody is looked for at the moment");
  await world.as("coordinator").post(`${pair.at}/closure`, { act: "openAgain", personId: world.people.mentee });
  expect(await pair.here(({ db }) => db.selectFrom("search_again").select("participant_id").execute())).toEqual([
    { participant_id: world.participants.mentee },
  ]);
  await end(pair);
});

test("who left a group and comes back is in it again, and can leave it again", async () => {
  const { pair, others } = await group(["Ada"]);
  for (const learned of ["Not now.", "Not here."]) {
    await pair.here((ctx) => leaveGroup(ctx, pair.its, { personId: others[0]!.personId, looksAgain: true, learned }));
    expect((await pair.life()).people).toHaveLength(2);
    await pair.here((ctx) => addToRelationship(ctx, { ...pair.its, mentee: others[0]! }));
    expect((await pair.life()).people.map(({ name }) => name)).toContain("Ada");
  }
  const searches = await pair.here(({ db }) => db.selectFrom("search_again").select("learned").execute());
  expect(searches).toEqual([{ learned: "Not here." }]);
  await end(pair);
});

test("who deletes her account is gone from a group, which goes on; a pair ends, and that is told as every ending is", async () => {
  const { pair, others } = await group(["Ada"]);
  await pair.here((ctx) => partFromPerson(ctx, world.riverside, others[0]!.personId));
  expect(await pair.life()).toMatchObject({ state: "active" });
  expect((await pair.life()).people.map(({ name }) => name)).toEqual(["Jonas Mentor", "Maya Mentee"]);
  await pair.here((ctx) => partFromPerson(ctx, world.riverside, world.people.mentor));
  expect(await pair.life()).toMatchObject({ state: "concluded", ending: "stopped" });
  const changes = await pair.here(({ db }) => db.selectFrom("relationship_change").select(["move", "by_id"]).execute());
  expect(changes).toEqual([{ move: "conclude", by_id: null }]);
  await app.jobs.runDue(app);
  expect(await pair.here(({ db }) => db.selectFrom("offer").select("state").where("id", "=", pair.offerId).executeTakeFirst())).toEqual({
    state: "ended",
  });
  await end(pair);
});

test("one conversation comes to its end by itself when it has taken place, and no other relationship does", async () => {
  const pair = await livingPair(app, world);
  const held = () => pair.here((ctx) => announce(ctx, "session.held", { ...pair.its, sessionId: pair.offerId }));
  await held();
  await app.jobs.runDue(app);
  expect(await pair.life()).toMatchObject({ state: "active" });
  await setFormat("flash", pair);
  await held();
  await held();
  await app.jobs.runDue(app);
  expect(await pair.life()).toMatchObject({ state: "closing", ending: "planned", closesOn: pair.day(14) });
});
