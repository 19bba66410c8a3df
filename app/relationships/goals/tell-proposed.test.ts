import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { converse } from "../../../testing/conversing.ts";
import { inOrganization } from "../../platform/context.ts";
import { saveLetterSetting } from "../messages/letter-setting.ts";
import { defaultLetterSetting, type LetterSetting } from "../messages/letter-time.ts";
import { tellProposed } from "./tell-proposed.job.ts";

let app: TestApp;
let it: Awaited<ReturnType<typeof converse>>;
let at: string;
beforeEach(async () => {
  app = await testApp();
  app.travel(new Date("2027-01-11T12:00:00Z"));
  it = await converse(app);
  at = `/organizations/${it.its.organizationId}/relationships/${it.its.relationshipId}/goals`;
  await app.db.updateTable("auth.person").set({ time_zone: "Europe/Madrid" }).where("id", "=", it.mentee).execute();
  return () => app[Symbol.asyncDispose]();
});

const goal = { hope: "", weight: "3", dueOn: "", level0: "a", level1: "b", level2: "c", level3: "d", level4: "e" };
async function propose(by: "mentor" | "mentee", title: string): Promise<string> {
  const response = await it.world.as(by).post(`${at}/new`, { ...goal, title });
  expect(response.status).toBe(303);
  return response.headers.get("location")!;
}
const wishes = (setting: Partial<LetterSetting>) =>
  it.acting(it.mentee, (ctx) => saveLetterSetting(ctx, { ...defaultLetterSetting, ...setting }));
/** Letters about goals to her that have been written by this moment, however long nothing ran before it. */
async function lettersBy(moment: string) {
  app.travel(new Date(moment));
  await tellProposed.run(app, {}, new AbortController().signal);
  await tellProposed.run(app, {}, new AbortController().signal);
  const rows = await inOrganization(app, it.its.organizationId, ({ db }) =>
    db
      .selectFrom("letter")
      .select(["person_id", "subject", "text_body"])
      .where("dedupe_key", "like", "goals proposed %")
      .orderBy("id")
      .execute(),
  );
  expect(rows.every(({ person_id }) => person_id === it.mentee)).toBe(true);
  return rows;
}

test("a goal that her mentor proposes is told to her soon, once, and stands on her page until she decides", async () => {
  const path = await propose("mentor", "I give a talk");
  expect(await lettersBy("2027-01-11T12:05:00Z")).toEqual([]);
  const [letter, ...more] = await lettersBy("2027-01-11T12:11:00Z");
  expect(more).toEqual([]);
  expect(letter).toMatchObject({ subject: "A goal is proposed to you" });
  expect(letter!.text_body).toContain("Jonas Mentor proposes a goal to you");
  expect(letter!.text_body).toContain("I give a talk");
  expect(letter!.text_body).toContain(path);
  expect(await lettersBy("2027-01-13T12:11:00Z")).toHaveLength(1);
  const page = async () => (await it.world.as("mentee").get("/")).text();
  expect(await page()).toContain("A goal is proposed to you.");
  await it.world.as("mentee").post(path, { act: "decide", decision: "aside" });
  expect(await page()).not.toContain("A goal is proposed to you.");
});

test("in her quiet hours no letter comes, and what waited comes together in the morning of her zone", async () => {
  app.travel(new Date("2027-01-11T21:00:00Z")); // ten in the evening in Madrid
  await propose("mentor", "I give a talk");
  await propose("mentor", "I write an article");
  expect(await lettersBy("2027-01-12T06:55:00Z")).toEqual([]);
  const letters = await lettersBy("2027-01-12T07:00:00Z");
  expect(letters.map(({ subject }) => subject)).toEqual(["2 goals are proposed to you"]);
  for (const title of ["I give a talk", "I write an article"]) expect(letters[0]!.text_body).toContain(title);
});

test("once a day is once a day, never is never, and a server that slept two days tells once", async () => {
  await wishes({ letters: "daily", dailyHour: 18 });
  await propose("mentor", "I give a talk");
  expect(await lettersBy("2027-01-11T16:59:00Z")).toEqual([]);
  expect(await lettersBy("2027-01-13T17:00:00Z")).toHaveLength(1);
  await wishes({ letters: "never" });
  await propose("mentor", "I write an article");
  expect(await lettersBy("2027-01-20T12:00:00Z")).toHaveLength(1);
});

test("what she sets herself, and what she has decided meanwhile, is no news", async () => {
  await propose("mentee", "I rest");
  await it.world.as("mentee").post(await propose("mentor", "I give a talk"), { act: "decide", decision: "agreed" });
  expect(await lettersBy("2027-01-12T12:00:00Z")).toEqual([]);
});
