import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { converse, type Conversing } from "../../../testing/conversing.ts";
import { inOrganization } from "../../platform/context.ts";
import { moveRelationship } from "../life/move-relationship.ts";

let app: TestApp;
let it: Awaited<ReturnType<typeof converse>>;
let at: string;
async function begin(options?: Parameters<typeof converse>[1]): Promise<void> {
  app = await testApp();
  it = await converse(app, options);
  at = `/organizations/${it.its.organizationId}/relationships/${it.its.relationshipId}/goals`;
}
beforeEach(() => () => app[Symbol.asyncDispose]());

const scale = { level0: "I stay away", level1: "I listen", level2: "I speak", level3: "I answer", level4: "I lead" };
const ahead = new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10);
const talk = { hope: "I want to be heard.", title: "I give a talk", weight: "3", dueOn: ahead, ...scale };
type Somebody = keyof Pick<Conversing, "mentor" | "mentee"> | "coordinator";
const contentOf = async (response: Response) => (await response.text()).replace(/.*<main[^>]*>(.*)<\/main>.*/su, "$1");
const read = async (person: Somebody, path = at) => contentOf(await it.world.as(person).get(path));
const send = (person: Somebody, path: string, fields: Record<string, string>) => it.world.as(person).post(path, fields);
const goals = () =>
  inOrganization(app, it.its.organizationId, ({ db }) => db.selectFrom("goal").selectAll().orderBy("proposed_at").execute());
async function propose(person: Somebody, fields: Record<string, string> = talk): Promise<string> {
  const response = await send(person, `${at}/new`, fields);
  expect(response.status).toBe(303);
  return response.headers.get("location")!;
}

test("a mentee sets a goal of her own: agreed once its five steps are in words", async () => {
  await begin();
  const goal = await propose("mentee", { ...talk, level3: "" });
  expect((await goals())[0]).toMatchObject({ state: "proposed", participant_id: it.world.participants.mentee });
  expect(await read("mentee", goal)).toContain("the five steps are not complete");
  expect(await contentOf(await send("mentee", goal, { act: "decide", decision: "agreed" }))).toContain("once all five steps are in words");
  await propose("mentee");
  expect((await goals()).map(({ state }) => state)).toEqual(["proposed", "agreed"]);
  expect(await read("mentor")).toContain("I give a talk");
});

test("a mentor proposes, the mentee changes it and decides; from then on it is hers to change", async () => {
  await begin();
  expect(await read("mentor")).toContain("Propose a goal to Maya Mentee");
  const goal = await propose("mentor");
  expect(await read("mentee")).toContain("Proposed");
  expect(await read("mentee", "/")).toContain("A goal is proposed to you.");
  expect(await read("mentor", "/")).not.toContain("I give a talk");
  expect(await contentOf(await send("mentor", goal, { act: "decide", decision: "agreed" }))).toContain("Only the person whose goal it is");
  const { changed_at } = (await goals())[0]!;
  const changed = { ...talk, title: "I give a talk to my team", seen: changed_at.toISOString() };
  expect((await send("mentee", `${goal}/change`, changed)).status).toBe(303);
  // He had it open, too: his words do not overwrite hers.
  expect(await contentOf(await send("mentor", `${goal}/change`, { ...changed, title: "His" }))).toContain("It was changed meanwhile");
  await send("mentee", goal, { act: "decide", decision: "agreed" });
  expect((await goals())[0]).toMatchObject({ state: "agreed", title: "I give a talk to my team" });
  const seen = (await goals())[0]!.changed_at.toISOString();
  expect(await contentOf(await send("mentor", `${goal}/change`, { ...changed, seen }))).toContain(
    "Only the person whose goal it is can change it",
  );
  await send("mentee", goal, { act: "decide", decision: "aside" });
  expect(await read("mentee", goal)).toContain("Take it up again");
});

test("either notes how far it is; after the first note the steps stand, and the score is drawn beside its table", async () => {
  await begin();
  const goal = await propose("mentee");
  app.travel(new Date("2027-01-10T12:00:00Z"));
  await send("mentee", goal, { act: "note", level: "-1", word: "I was afraid" });
  app.travel(new Date("2027-02-10T12:00:00Z"));
  await send("mentor", goal, { act: "note", level: "1", word: "She answered three questions" });
  const page = await read("mentee", goal);
  expect(page).toMatch(/<bdi>\+1<\/bdi><\/strong> <bdi>I answer<\/bdi> <span class="quiet">\(noted on/);
  expect(page).toContain("She answered three questions");
  expect(page).toContain("noted by Jonas Mentor");
  expect(page).toContain("Level over time");
  expect(page).toMatch(/<path class="plot-line" d="M0\.00 75\.00L100\.00 25\.00"/);
  expect(await read("mentor")).toContain("60: 50 is what was expected");
  expect(await read("mentee", "/")).toMatch(/Your goals.*I give a talk.*I answer/su);
  const seen = (await goals())[0]!.changed_at.toISOString();
  expect(await contentOf(await send("mentee", `${goal}/change`, { ...talk, seen, level4: "Easier" }))).toContain(
    "Levels have been noted already",
  );
  expect((await send("mentee", `${goal}/change`, { ...talk, seen, title: "I give two talks" })).status).toBe(303);
});

test("steps have somebody who does them and a day, and are done or not", async () => {
  await begin();
  const goal = await propose("mentee");
  await send("mentor", goal, { act: "step", words: "Ask for a day", ownerId: it.mentor, stepDueOn: ahead });
  expect(await read("mentee", goal)).toMatch(/Ask for a day.*by Jonas Mentor · Until/su);
  const foreign = await send("mentee", goal, { act: "step", words: "Look", ownerId: it.world.people.coordinator, stepDueOn: "" });
  expect(foreign.status).toBe(404);
  const [{ id: stepId }] = (await inOrganization(app, it.its.organizationId, ({ db }) =>
    db.selectFrom("goal_step").select("id").execute(),
  )) as [{ id: string }];
  await send("mentee", goal, { act: "tick", stepId, done: "yes" });
  expect(await read("mentor", goal)).toContain("Done on");
  await send("mentor", goal, { act: "tick", stepId, done: "no" });
  expect(await read("mentee", goal)).not.toContain("Done on");
});

test("in a group each mentee's goals are between her and the mentor", async () => {
  await begin({ others: ["Omar Haddad"] });
  const omar = it.world.asPerson(it.others[0]!);
  const mayas = await propose("mentee");
  expect((await omar.post(`${at}/new`, { ...talk, title: "I write" })).status).toBe(303);
  const his = (await goals()).find(({ title }) => title === "I write")!;
  expect(his.participant_id).not.toBe(it.world.participants.mentee);
  expect(await (await omar.get(at)).text()).not.toContain("I give a talk");
  for (const path of [mayas, `${mayas}/change`]) expect((await omar.get(path)).status).toBe(404);
  expect((await omar.post(mayas, { act: "note", level: "1", word: "" })).status).toBe(404);
  expect((await omar.post(`${at}/new`, { ...talk, participantId: it.world.participants.mentee! })).status).toBe(404);
  const all = await read("mentor");
  expect(all).toContain("Goals of Maya Mentee");
  expect(all).toContain("Goals of Omar Haddad");
});

test("of two equals each has goals, knows the other's, and decides about her own; nobody is called a mentor", async () => {
  await begin();
  await inOrganization(app, it.its.organizationId, ({ db }) =>
    db.updateTable("relationship").set({ format: "peer" }).where("id", "=", it.its.relationshipId).execute(),
  );
  const own = { ...talk, participantId: it.world.participants.mentor! };
  const goal = await propose("mentor", own);
  expect((await goals())[0]).toMatchObject({ state: "agreed", participant_id: it.world.participants.mentor });
  expect(await contentOf(await send("mentee", goal, { act: "decide", decision: "aside" }))).toContain("Only the person whose goal it is");
  const page = await read("mentee");
  expect(page).toContain("Goals of Jonas Mentor");
  expect(page).toContain("Your goals");
  for (const path of [at, goal, `${at}/new`, at.replace(/goals$/, "agreement"), at.replace(/goals$/, "practice")])
    expect((await read("mentee", path)).replaceAll(/Jonas Mentor|Maya Mentee/g, "")).not.toMatch(/mentor|mentee/i);
});

test("coordinators never see goals; what is over stays to be read, and nothing is noted", async () => {
  await begin();
  const goal = await propose("mentee");
  for (const path of [at, goal]) expect((await it.world.as("coordinator").get(path)).status).toBe(404);
  await inOrganization(app, it.its.organizationId, (ctx) => moveRelationship(ctx, it.its, { move: "conclude", ending: "stopped" }));
  expect(await read("mentee", goal)).toContain("I give a talk");
  // What is not right with it can be told all the same.
  expect((await read("mentee", goal)).match(/<form id="[^"]*"/g)).toEqual(['<form id="report"']);
  for (const fields of [
    { act: "note", level: "1", word: "" },
    { act: "decide", decision: "aside" },
    { act: "step", words: "x", ownerId: it.mentee, stepDueOn: "" },
  ])
    expect((await send("mentee", goal, fields)).status).toBe(409);
  expect((await send("mentee", `${at}/new`, talk)).status).toBe(409);
});

test("a day that has passed, or lies in another century, is no day to work towards; one that has come meanwhile may stay", async () => {
  await begin();
  const late = await send("mentee", `${at}/new`, { ...talk, dueOn: "2020-01-01" });
  expect(late.status).toBe(422);
  const page = await contentOf(late);
  expect(page).toContain("That day has passed. Choose a later one.");
  expect(page).toContain('value="2020-01-01"');
  expect(page).toContain("I give a talk");
  expect((await send("mentee", `${at}/new`, { ...talk, dueOn: "9999-12-31" })).status).toBe(422);
  const goal = await propose("mentee");
  const step = { act: "step", words: "Ask for a day", ownerId: it.mentee };
  expect((await send("mentee", goal, { ...step, stepDueOn: "2020-01-01" })).status).toBe(422);
  await inOrganization(app, it.its.organizationId, ({ db }) => db.updateTable("goal").set({ due_on: "2026-01-01" }).execute());
  const { changed_at } = (await goals())[0]!;
  const changed = { ...talk, title: "I give a long talk", dueOn: "2026-01-01", seen: changed_at.toISOString() };
  expect((await send("mentee", `${goal}/change`, changed)).status).toBe(303);
});

test("of many goals her own page and the page of the two show the first five, and the way to all", async () => {
  await begin();
  for (let n = 1; n <= 7; n++) await propose("mentee", { ...talk, title: `Goal number ${n}` });
  for (const page of [await read("mentee", at.replace("/goals", "")), await read("mentee", "/")]) {
    expect(page.match(/Goal number \d/gu)).toHaveLength(5);
    expect(page).toContain("See all 7 goals");
  }
  expect((await read("mentee")).match(/Goal number \d/gu)).toHaveLength(7);
});
