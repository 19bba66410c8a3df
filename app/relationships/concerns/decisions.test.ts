import { beforeEach, describe, expect, test } from "vitest";
import type { TestApp } from "../../../testing/app.ts";
import { type Worrying, worryAt } from "../../../testing/worrying.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { partFromPerson } from "../pairs/part-from-person.ts";
import { findRelationship } from "../life/find-life.ts";
import { endSafeguardingLead } from "../../networks/organizations/safeguarding-leads.ts";
import { pauseForSafety } from "./pause-for-safety.ts";
import { askOfClocks } from "./watch-clocks.job.ts";

let app: TestApp;
let theirs: Worrying;
let decision: string;
let its: { organizationId: string; concernId: string };
beforeEach(async () => {
  [app, theirs] = await worryAt(new Date("2027-01-11T12:00:00Z"));
  decision = `/organizations/${theirs.organizationId}/relationships/${theirs.its.relationshipId}/decision`;
  its = await theirs.raise("mentee", { words: "He presses me.", aboutIds: [theirs.mentor] });
  await theirs.newLetters();
  return () => app[Symbol.asyncDispose]();
});

type Somebody = "mentor" | "mentee" | "coordinator" | "otherCoordinator" | "owner";
const contentOf = async (response: Response) => (await response.text()).replace(/.*<main[^>]*>(.*)<\/main>.*/su, "$1");
const read = async (person: Somebody, path = decision) => contentOf(await theirs.world.as(person).get(path));
const casePath = () => `${theirs.at}/${its.concernId}`;
const onCase = (person: Somebody, fields: Record<string, string>) => theirs.world.as(person).post(casePath(), fields);
const later = (days: number) => app.travel(new Date(app.now().getTime() + days * 86_400_000));
const life = () => theirs.acts("coordinator", (ctx) => findRelationship(ctx, theirs.its));
async function object(person: "mentor" | "mentee", words = "It was a joke, and she knows."): Promise<Response> {
  const decisionId = /name="decisionId" value="([^"]+)"/u.exec(await read(person))?.[1] ?? "01000000-0000-7000-8000-000000000000";
  return theirs.world.as(person).post(decision, { decisionId, words });
}
async function answer(person: Somebody, outcome: "stands" | "changed", words: string): Promise<Response> {
  const decisionId =
    /name="decisionId" value="([^"]+)"/u.exec(await read(person, casePath()))?.[1] ?? "01000000-0000-7000-8000-000000000000";
  return onCase(person, { act: "answer", decisionId, outcome, words });
}

describe("whom a decision touches", () => {
  test("both are told the same, in words that say nothing of who raised it, with a way to object for 20 days", async () => {
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, its));
    const letters = await asSystem(app, ({ db }) =>
      db.selectFrom("letter").select(["to_name", "text_body"]).where("dedupe_key", "like", "safety paused%").orderBy("to_name").execute(),
    );
    const [jonas, maya] = letters.map(({ text_body }) => text_body.replace(/unsubscribe\/\S+/u, ""));
    expect(jonas!.replaceAll("Jonas Mentor", "Maya Mentee")).toBe(maya!.replaceAll("Jonas Mentor", "Maya Mentee"));
    expect(jonas).toContain(decision);
    expect(jonas).toMatch(/until.*31 January 2027|until.*January 31, 2027/iu);
    const [his, hers] = [await read("mentor"), await read("mentee")];
    for (const page of [his, hers]) {
      expect(page).toMatch(/Your mentoring with .* rests/u);
      expect(page).not.toContain("presses");
      expect(page).not.toContain(its.concernId);
    }
    const alike = (page: string) =>
      page.replaceAll(/Jonas Mentor|Maya Mentee|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|name="formKey" value="[^"]*"/gu, "");
    expect(alike(his)).toBe(alike(hers));
  });

  test("whom the case is about sees no more of it than that; nobody else sees the decision", async () => {
    expect((await theirs.world.as("mentor").get(decision)).status).toBe(404);
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, its));
    for (const path of [casePath(), `${theirs.at}/mine/${its.concernId}`, theirs.at])
      expect((await theirs.world.as("mentor").get(path)).status).toBe(404);
    for (const person of ["coordinator", "owner", "otherMentee"] as const)
      expect((await theirs.world.as(person).get(decision)).status).toBe(404);
  });

  test("objects once; somebody else than who decided answers, the pause is lifted, and the answer is told", async () => {
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, its));
    await theirs.newLetters();
    expect((await object("mentor")).status).toBe(303);
    expect((await object("mentor", "Once more.")).status).toBe(404);
    expect(await read("mentor")).toMatch(/It was a joke.*Somebody looks at it, and answers by/su);
    expect(await theirs.newLetters()).toEqual(["othercoordinator: Somebody at Riverside University objects to a decision"]);
    const list = await read("otherCoordinator", theirs.at);
    expect(list).toContain("an objection, answer due");
    expect(await read("coordinator", casePath())).toContain("You decided this, so somebody else");
    expect((await answer("coordinator", "stands", "No.")).status).toBe(404);
    const others = await read("otherCoordinator", casePath());
    expect(others).toMatch(/Jonas Mentor objects to the pause\..*It was a joke/su);
    expect((await answer("otherCoordinator", "changed", "We have listened; it goes on.")).status).toBe(303);
    expect((await life()).state).toBe("active");
    expect(await theirs.newLetters()).toEqual([
      "mentee: Your mentoring with Jonas Mentor goes on",
      "mentor: There is something new for you at Riverside University",
      "mentor: Your mentoring with Maya Mentee goes on",
    ]);
    expect(await read("mentor")).toMatch(/The decision is changed\..*We have listened/su);
    expect(await read("mentee")).not.toContain("We have listened");
    expect(await read("otherCoordinator", casePath())).toMatch(
      /Objected to what was decided: Jonas Mentor.*Answered an objection: Jonas Mentor, by .*\. The decision is changed\./su,
    );
    expect((await answer("otherCoordinator", "stands", "Once more.")).status).toBe(404);
  });

  test("what ended for good is told as that, once, and an objection keeps a closed case on the list until it is answered", async () => {
    await onCase("coordinator", { act: "pause" });
    await theirs.newLetters();
    await onCase("coordinator", { act: "end" });
    await onCase("coordinator", { act: "close", outcome: "resolved", words: "It is over." });
    expect((await theirs.newLetters()).filter((letter) => letter.startsWith("mentor:"))).toEqual([
      "mentor: Your mentoring with Maya Mentee is over",
    ]);
    const page = await read("mentor");
    expect(page).toMatch(/is over.*If you see it differently.*rests.*no longer holds/su);
    expect(await read("mentor", decision.replace(/decision$/u, "closure"))).toContain(decision);
    await object("mentor");
    expect(await read("otherCoordinator", theirs.at)).toContain(its.concernId);
    later(7);
    await askOfClocks(app);
    later(2);
    await askOfClocks(app);
    expect(await theirs.newLetters()).toEqual([
      "othercoordinator: An objection at Riverside University waits for an answer",
      "othercoordinator: Somebody at Riverside University objects to a decision",
    ]);
    expect(await read("otherCoordinator", theirs.at)).toContain("an objection, late since");
    await answer("otherCoordinator", "stands", "We looked at it anew.");
    expect(await read("mentor")).toMatch(/The decision stands\..*We looked at it anew/su);
    expect(await read("otherCoordinator", theirs.at)).not.toContain(its.concernId);
    expect((await life()).state).toBe("concluded");
  });

  test("after 20 days, or once the pause is lifted, there is nothing to object to; what was typed stays on the page", async () => {
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, its));
    const open = await read("mentor");
    const decisionId = /name="decisionId" value="([^"]+)"/u.exec(open)![1]!;
    later(20);
    expect(await read("mentor")).toContain("The time to object is over");
    const late = await theirs.world.as("mentor").post(decision, { decisionId, words: "My long letter." });
    expect(late.status).toBe(409);
    expect(await contentOf(late)).toMatch(/You can object for 20 days.*My long letter\./su);
    await onCase("coordinator", { act: "lift" });
    expect(await read("mentee")).toContain("This no longer holds since");
  });

  test("where only who decided looks after safety, she answers; and never her own", async () => {
    await theirs.acts("owner", (ctx) => endSafeguardingLead(ctx, its.organizationId, theirs.world.people.otherCoordinator));
    await app.jobs.runDue(app);
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, its));
    await theirs.newLetters();
    await object("mentor");
    expect(await theirs.newLetters()).toEqual(["coordinator: Somebody at Riverside University objects to a decision"]);
    expect((await answer("coordinator", "stands", "It stays for now.")).status).toBe(303);
  });

  test("what she objects with is sealed, and goes with her name when she leaves", async () => {
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, its));
    await object("mentor");
    const stored = await inOrganization(app, its.organizationId, ({ db }) =>
      db.selectFrom("safety_decision").select("objection").where("objected_at", "is not", null).executeTakeFirstOrThrow(),
    );
    expect(stored.objection!.toString()).not.toContain("joke");
    await theirs.acts("mentor", (ctx) => partFromPerson(ctx, its.organizationId, theirs.mentor));
    expect(await read("otherCoordinator", casePath())).toMatch(/Somebody who has left objects to the pause\..*It was a joke/su);
    const left = await inOrganization(app, its.organizationId, ({ db }) =>
      db.selectFrom("safety_decision").select("id").where("person_id", "=", theirs.mentor).execute(),
    );
    expect(left).toEqual([]);
  });
});
