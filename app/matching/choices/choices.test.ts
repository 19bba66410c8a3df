import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { choosingWorld, type ChoosingWorld } from "../../../testing/choosing-world.ts";
import { inOrganization } from "../../platform/context.ts";
import { listNeverPairs } from "../criteria/list-never-pairs.ts";
import { listChoices, listRefusals } from "./list-choices.ts";

let app: TestApp;
let world: ChoosingWorld;
beforeAll(async () => {
  app = await testApp();
  world = await choosingWorld(app, { mentors: 8, mentees: 3 });
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  await inRiverside(async ({ db }) => {
    for (const table of ["choice", "refusal"] as const) await db.deleteFrom(table).where("organization_id", "=", world.riverside).execute();
  });
  await world.choose({ mode: "ranked-round", mentors_rank: true, mentee_choices: 5, identity: "at-once" });
});

const inRiverside = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> => inOrganization(app, world.riverside, work);
const mentor = (number: number): string => world.mentors[number]!.participantId;
const maya = () => world.as("mentee");
const jonas = () => world.as("mentor");
const add = (number: number) => maya().post(world.at("/mentors"), { act: "add", aboutId: mentor(number) });
const inList = (act: string, number: number, more: Record<string, string> = {}) =>
  maya().post(world.at("/choices"), { act, role: "mentee", aboutId: mentor(number), ...more });

/** Her list by the numbers of the mentors, as the round reads it; the ranks in the table must be those. */
async function list(): Promise<number[]> {
  const choices = await inRiverside((ctx) => listChoices(ctx, world.riverside, world.first));
  const hers = choices.filter(({ participantId }) => participantId === world.participants.mentee);
  expect(hers.map(({ rank }) => rank)).toEqual(hers.map((_, index) => index + 1));
  return hers.map(({ aboutId }) => world.mentors.findIndex(({ participantId }) => participantId === aboutId));
}
async function storedRanks(): Promise<number[]> {
  const rows = await inRiverside(({ db }) =>
    db.selectFrom("choice").select("rank").where("participant_id", "=", world.participants.mentee!).orderBy("rank").execute(),
  );
  return rows.map(({ rank }) => rank);
}

test("a mentee lines up mentors in her own order, moves and removes them, and puts one back where she was", async () => {
  for (const number of [1, 2, 3]) expect((await add(number)).status).toBe(303);
  expect(await list()).toEqual([1, 2, 3]);
  await inList("move", 3, { rank: "1" });
  expect(await list()).toEqual([3, 1, 2]);
  const removed = await inList("remove", 1);
  expect(await list()).toEqual([3, 2]);

  const page = await (await maya().get(removed.headers.get("location")!)).text();
  expect(page).toContain("Put back");
  await inList("add", 1, { rank: "2" });
  expect(await list()).toEqual([3, 1, 2]);
});

test("the same twice is the same once: added, moved, removed, and from a tab that is behind", async () => {
  for (const number of [1, 2, 3, 2, 1]) await add(number);
  expect(await list()).toEqual([1, 2, 3]);
  // "Down" in a tab that still shows 1, 2, 3, pressed in both tabs.
  await inList("move", 1, { rank: "2" });
  await inList("move", 1, { rank: "2" });
  expect(await list()).toEqual([2, 1, 3]);
  await inList("remove", 1);
  expect((await inList("remove", 1)).status).toBe(303);
  expect((await inList("move", 1, { rank: "1" })).status).toBe(303);
  expect(await list()).toEqual([2, 3]);
});

test("no gaps and no doubles, however many tabs change the list at once", async () => {
  for (const number of [1, 2, 3]) await add(number);
  const answers = await Promise.all([
    inList("move", 3, { rank: "1" }),
    add(4),
    inList("remove", 2),
    add(5),
    inList("move", 1, { rank: "3" }),
    add(6),
    inList("remove", 3),
    add(4),
    inList("move", 4, { rank: "1" }),
    add(7),
  ]);
  expect(answers.map(({ status }) => status).filter((status) => status !== 303 && status !== 409)).toEqual([]);
  const after = await list();
  expect(new Set(after).size).toBe(after.length);
  expect(after).not.toContain(2);
  expect(after.length).toBeLessThanOrEqual(5);
  expect(await storedRanks()).toEqual(after.map((_, index) => index + 1));
});

test("a full list stays full: of many at once as many come in as there is room", async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(add));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 303, 303, 303, 303, 409, 409]);
  const full = await list();
  expect(full).toHaveLength(5);
  const refused = await inList(
    "add",
    [1, 2, 3, 4, 5, 6, 7].find((number) => !full.includes(number))!,
    { rank: "1" },
  );
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Take one away first");
});

test("who leaves the program is on no list, and the others move up; who comes back stands at the end", async () => {
  for (const number of [1, 2, 3]) await add(number);
  const leave = (at: Date | null) =>
    inRiverside(({ db }) => db.updateTable("participant").set({ withdrawn_at: at }).where("id", "=", mentor(1)).execute());
  await leave(new Date());
  expect(await list()).toEqual([2, 3]);
  expect((await inList("add", 1, { rank: "1" })).status).toBe(409);
  await inList("move", 3, { rank: "1" });
  expect(await list()).toEqual([3, 2]);
  await leave(null);
  expect(await list()).toEqual([3, 2, 1]);
});

test("nobody chooses herself, somebody of her own role, of another program, or where the program lets nobody choose", async () => {
  const send = (aboutId: string) => maya().post(world.at("/mentors"), { act: "add", aboutId });
  expect((await send(world.participants.mentee!)).status).toBe(404);
  expect((await send(world.mentees[1]!.participantId)).status).toBe(404);
  expect((await send(world.participants.otherMentor!)).status).toBe(404);
  expect((await send(world.participants.strangerMentor!)).status).toBe(404);
  await world.choose({ mode: "round", mentors_rank: false });
  expect((await add(1)).status).toBe(404);
  expect((await maya().get(world.at("/choices"))).status).toBe(404);
  expect((await world.as("coordinator").get(world.at("/mentors"))).status).toBe(200);
  await world.choose({ mode: "ranked-round", mentors_rank: false });
  expect((await jonas().get(world.at("/mentees"))).status).toBe(404);
});

test("mentors rank mentees where the program lets them", async () => {
  const about = world.mentees[1]!.participantId;
  expect((await jonas().post(world.at("/mentees"), { act: "add", aboutId: about })).status).toBe(303);
  expect(await inRiverside((ctx) => listChoices(ctx, world.riverside, world.first))).toEqual([
    { participantId: world.participants.mentor, aboutId: about, rank: 1 },
  ]);
});

test("“not this one” takes somebody off the list, is never a pair, and is taken back with one click", async () => {
  for (const number of [1, 2]) await add(number);
  await maya().post(world.at(`/mentors/${mentor(1)}`), { act: "refuse", aboutId: mentor(1), note: "We know each other" });
  await maya().post(world.at(`/mentors/${mentor(1)}`), { act: "refuse", aboutId: mentor(1), note: "We know each other" });
  expect(await list()).toEqual([2]);
  const pair = { menteeId: world.participants.mentee!, mentorId: mentor(1) };
  await inRiverside(async (ctx) => {
    expect(await listRefusals(ctx, world.riverside, world.first)).toEqual([{ participantId: pair.menteeId, aboutId: pair.mentorId }]);
    expect((await listNeverPairs(ctx, world.riverside, world.first)).declined).toEqual([pair]);
  });
  expect(await (await maya().get(world.at("/mentors"))).text()).not.toContain("Marta Number2");
  expect(await (await maya().get(world.at("/choices"))).text()).toContain("We know each other");

  await inList("takeBack", 1);
  await inRiverside(async (ctx) => {
    expect((await listNeverPairs(ctx, world.riverside, world.first)).declined).toEqual([]);
  });
  expect(await (await maya().get(world.at("/mentors"))).text()).toContain("Marta Number2");
});

test("a mentor's refusal is the same pair the other way round", async () => {
  const about = world.mentees[1]!.participantId;
  await jonas().post(world.at(`/mentees/${about}`), { act: "refuse", aboutId: about, note: "" });
  await inRiverside(async (ctx) =>
    expect((await listNeverPairs(ctx, world.riverside, world.first)).declined).toEqual([
      { menteeId: about, mentorId: world.participants.mentor },
    ]),
  );
});

test("coordinators see how many have chosen and who is wanted, and of who does not want whom a number", async () => {
  await add(1);
  await world.asPerson(world.mentees[1]!.personId).post(world.at("/mentors"), { act: "add", aboutId: mentor(1) });
  await maya().post(world.at(`/mentors/${mentor(3)}`), { act: "refuse", aboutId: mentor(3), note: "TOO LOUD" });
  const ruth = world.as("coordinator");
  const text = async (query: string) =>
    (await (await ruth.get(world.at(`/choices/overview${query}`))).text()).replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
  const mentees = await text("");
  expect(mentees).toMatch(/2 mentees have chosen of 3/);
  expect(mentees).toMatch(/7 mentors chosen by nobody of 8/);
  expect(mentees).toMatch(/1 pair set aside/);
  const mentors = await text("?role=mentor");
  expect(mentors).toMatch(/Marta Number2 0 2 2 .*Jonas Mentor 0 0 0/);
  expect(mentees + mentors).not.toContain("TOO LOUD");
  expect((await maya().get(world.at("/choices/overview"))).status).toBe(404);
});

test("a reminder goes to those who have not chosen, and is offered only while there is somebody", async () => {
  await add(1);
  const ruth = world.as("coordinator");
  const linkOn = async (query: string): Promise<string | undefined> =>
    /href="([^"]*letters\/new[^"]*)"/u
      .exec(await (await ruth.get(world.at(`/choices/overview${query}`))).text())?.[1]
      ?.replaceAll("&amp;", "&");
  const letter = await (await ruth.get((await linkOn(""))!)).text();
  expect(letter).toMatch(/<option value="role=mentee&amp;stage=not-chosen" selected[^>]*>Mentees · Has not chosen anybody yet/u);
  for (const mentee of world.mentees) await world.asPerson(mentee.personId).post(world.at("/mentors"), { act: "add", aboutId: mentor(2) });
  expect(await linkOn("")).toBeUndefined();
  await world.choose({ mode: "ranked-round", mentors_rank: false });
  expect(await linkOn("?role=mentor")).toBeUndefined();
});
