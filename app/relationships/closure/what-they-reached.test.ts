import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { converse } from "../../../testing/conversing.ts";
import { inOrganization } from "../../platform/context.ts";
import { moveRelationship } from "../life/move-relationship.ts";

let app: TestApp;
let it: Awaited<ReturnType<typeof converse>>;
let at: string;
beforeAll(async () => {
  app = await testApp();
  it = await converse(app, { others: ["Omar Haddad"] });
  at = `/organizations/${it.its.organizationId}/relationships/${it.its.relationshipId}`;
  const scale = { level0: "I stay away", level1: "I listen", level2: "I speak", level3: "I answer", level4: "I lead" };
  const mentee = it.world.as("mentee");
  const goal = await mentee.post(`${at}/goals/new`, { hope: "", title: "I give a talk", weight: "3", dueOn: "", ...scale });
  await mentee.post(goal.headers.get("location")!, { act: "note", level: "1", word: "" });
  await mentee.post(`${at}/goals/new`, { hope: "", title: "Half a thought", weight: "3", dueOn: "" });
  await it.world.asPerson(it.others[0]!).post(`${at}/goals/new`, { hope: "", title: "I write", weight: "3", dueOn: "", ...scale });
  await it.world.as("mentor").post(`${at}/closure`, { act: "begin", ending: "planned" });
});
afterAll(() => app[Symbol.asyncDispose]());

const contentOf = async (response: Response) => (await response.text()).replace(/.*<main[^>]*>(.*)<\/main>.*/su, "$1");
const read = async (person: "mentor" | "mentee" | "coordinator", path: string) => contentOf(await it.world.as(person).get(at + path));

test("while they say goodbye each sees what was expected of her goals and where they stand, beside her own words", async () => {
  const page = await read("mentee", "/closure");
  expect(page).toMatch(
    /Your goals.*I give a talk.*What was expected.*I speak.*\+1.*I answer.*60: 50 is what was expected.*name="reached"/su,
  );
  expect(page).not.toContain("Half a thought");
  expect(page).not.toContain("I write");
  const mentors = await read("mentor", "/closure");
  expect(mentors).toMatch(/Goals of Maya Mentee.*I answer/su);
  expect(mentors).toMatch(/Goals of Omar Haddad.*I write.*No level noted yet/su);
  expect(await read("coordinator", "/closure")).not.toContain("I give a talk");
});

test("and it stands on the page that is kept, with both's words once it is over", async () => {
  await it.world.as("mentee").post(`${at}/closure`, { act: "reached", reached: "I am heard now." });
  expect(await read("mentor", "/thanks")).not.toContain("I am heard now.");
  await inOrganization(app, it.its.organizationId, (ctx) => moveRelationship(ctx, it.its, { move: "conclude", ending: "planned" }));
  for (const path of ["/thanks", "/closure"])
    expect(await read("mentor", path)).toMatch(/What you reached.*I give a talk.*I answer.*I am heard now\./su);
  const omars = await contentOf(await it.world.asPerson(it.others[0]!).get(`${at}/thanks`));
  expect(omars).toContain("I write");
  expect(omars).not.toContain("I give a talk");
});
