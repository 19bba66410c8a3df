import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { type PersonName, smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { keepSupportEverywhere } from "../../relationships/support/keep-support.job.ts";
import { copyRules } from "./copy-rules.job.ts";

let app: TestApp;
let world: World;
let pair: Meeting;
let today: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  today = `/organizations/${world.riverside}/today`;
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  await inOrganization(app, world.riverside, async ({ db }) => {
    await db.deleteFrom("relationship").execute();
    await db.deleteFrom("today_mark").execute();
    await db.deleteFrom("today_rule").execute();
  });
  app.travel(new Date("2027-01-01T12:00:00Z"));
  pair = await beginMeeting(app, world);
  await keepSupportEverywhere(app);
});

const read = async (person: PersonName, query = ""): Promise<string> => (await world.as(person).get(`${today}${query}`)).text();
const talk = { rule: "support" };
/** The reason that stands in the form of a line. */
const reasonOf = (page: string, rule: string): string =>
  new RegExp(`name="rule" value="${rule}"[^>]*>\\s*<input[^>]*name="reason" value="([^"]*)"`).exec(page)?.[1] ?? "";
const mark = async (person: PersonName, act: string, rule: string, more: Record<string, string> = {}): Promise<number> => {
  const reason = reasonOf(await read(person, "?whose=all"), rule) || "none";
  return (await world.as(person).post(today, { act, subjectId: pair.relationshipId, rule, reason, line: `${rule} ${reason}`, ...more }))
    .status;
};

test("a coordinator's day is empty, and fills as time goes by without a sign", async () => {
  expect(await read("coordinator")).toContain("Nothing needs you today");
  app.travel(new Date("2027-01-15T12:00:00Z"));
  expect(await read("coordinator")).toContain("the agreement is not signed by everybody");
  app.travel(new Date("2027-01-16T12:00:00Z"));
  const page = await read("coordinator");
  expect(page).toContain("Begun 15 days ago, and they have not met.");
  expect(page).toContain("The talk is due today.");
  // The more urgent first.
  expect(page.indexOf("they have not met")).toBeLessThan(page.indexOf("The talk is due today"));
  // In Arabic the list of names runs as the page does.
  expect(await read("coordinator", "?lang=ar")).toMatch(/<strong>\u2068Jonas Mentor\u2069/);
  expect(await (await world.as("coordinator").get("/?lang=en")).text()).toContain("One thing needs you today");
});

test("only the staff sees the list, and each only her programs", async () => {
  app.travel(new Date("2027-01-20T12:00:00Z"));
  for (const person of ["mentor", "mentee", "strangerOwner"] as const) expect((await world.as(person).get(today)).status).toBe(404);
  expect(await read("otherCoordinator", "?whose=all")).not.toContain("Maya");
  expect(await read("owner")).toContain("Maya");
  expect(
    (await world.as("otherCoordinator").post(today, { act: "done", subjectId: pair.relationshipId, rule: "agreement", reason: "x" }))
      .status,
  ).toBe(404);
  expect((await world.as("coordinator").post(today, { act: "done", subjectId: newId(), rule: "agreement", reason: "x" })).status).toBe(404);
});

test("a line that is done is gone, can be taken back, and is back when its reason is new", async () => {
  app.travel(new Date("2027-01-16T12:00:00Z"));
  expect(await mark("coordinator", "done", "agreement")).toBe(303);
  expect(await read("coordinator")).not.toContain("is not signed");
  expect(await read("coordinator", "?aside=1")).toContain("Done by Ruth Coordinator");
  expect(await mark("coordinator", "undo", "agreement")).toBe(303);
  expect(await read("coordinator")).toContain("is not signed");
  await mark("coordinator", "done", "agreement");
  app.travel(new Date("2027-01-29T12:00:00Z"));
  expect(await read("coordinator")).toContain("Begun 28 days ago, and the agreement is not signed");
});

test("a line that is put off comes back on its day", async () => {
  app.travel(new Date("2027-01-16T12:00:00Z"));
  expect(await mark("coordinator", "snooze", talk.rule)).toBe(422);
  expect(await mark("coordinator", "snooze", talk.rule, { untilOn: "2027-01-16" })).toBe(422);
  expect(await mark("coordinator", "snooze", talk.rule, { untilOn: "2027-01-19" })).toBe(303);
  app.travel(new Date("2027-01-18T12:00:00Z"));
  expect(await read("coordinator")).not.toContain("The talk has been due");
  app.travel(new Date("2027-01-19T12:00:00Z"));
  expect(await read("coordinator")).toContain("The talk has been due for 3 days");
});

test("several lines of one relationship are put off together, and none of them by mistake", async () => {
  app.travel(new Date("2027-01-16T12:00:00Z"));
  const later = async (line: readonly string[]): Promise<number> =>
    (await world.as("coordinator").post(today, { act: "snooze", subjectId: pair.relationshipId, line, untilOn: "2027-01-19" })).status;
  expect(await later([])).toBe(422);
  expect(await later(["first-meeting none 1", "nothing none 1"])).toBe(422);
  expect(await read("coordinator")).toContain("they have not met");
  expect(await later(["first-meeting none 1", "agreement none 1"])).toBe(303);
  const left = await read("coordinator");
  expect(left).toContain("The talk is due today.");
  expect(left).not.toContain("they have not met");
  expect(left).not.toContain("is not signed");
});

test("a line is given to a colleague, who has it in her list, and who can give it back", async () => {
  const settings = `/organizations/${world.riverside}/programs/${world.first}/settings`;
  app.travel(new Date("2027-01-16T12:00:00Z"));
  expect(await mark("coordinator", "handOver", talk.rule, { toId: world.people.otherCoordinator })).toBe(422);
  await world.as("owner").post(settings, { act: "addCoordinator", personId: world.people.otherCoordinator });
  expect(await mark("coordinator", "handOver", talk.rule, { toId: world.people.otherCoordinator })).toBe(303);
  expect(await read("coordinator")).not.toContain("The talk is due");
  expect(await read("coordinator", "?whose=all")).toContain("The talk is due");
  const theirs = await read("otherCoordinator");
  expect(theirs).toContain("The talk is due");
  expect(theirs).not.toContain("is not signed");
  await mark("otherCoordinator", "undo", talk.rule);
  expect(await read("otherCoordinator")).not.toContain("The talk is due");
  await world.as("owner").post(settings, { act: "removeCoordinator", personId: world.people.otherCoordinator });
});

test("the list is narrowed by reason, by program and by a part of a name", async () => {
  app.travel(new Date("2027-01-16T12:00:00Z"));
  const narrowed = await read("coordinator", "?reason=agreement");
  expect(narrowed).toContain("is not signed");
  expect(narrowed).not.toContain("they have not met");
  expect(await read("owner", `?whose=all&program=${world.second}`)).not.toContain("Maya");
  expect(await read("owner", "?whose=all&q=may%C3%A1")).toContain("is not signed");
  expect(await read("owner", "?whose=all&q=100%25")).toContain("Nothing fits");
});

test("a program's coordinators set its rules, and the list goes by them at once", async () => {
  const path = `/organizations/${world.riverside}/programs/${world.first}/today`;
  app.travel(new Date("2027-01-16T12:00:00Z"));
  const on = Object.fromEntries(
    ["blocked", "new-start", "fit", "low-pulse", "offer", "support", "silence", "unanswered", "diverging", "pause", "agreement"].map(
      (rule) => [`${rule}-on`, "yes"],
    ),
  );
  expect((await world.as("coordinator").post(path, { ...on, "agreement-threshold": "400" })).status).toBe(422);
  expect((await world.as("coordinator").post(path, { ...on, "agreement-threshold": "20" })).status).toBe(303);
  const page = await read("coordinator");
  expect(page).toContain("The talk is due");
  expect(page).not.toContain("they have not met");
  expect(page).not.toContain("is not signed");
  expect(await (await world.as("coordinator").get(path)).text()).toMatch(/name="agreement-threshold"[^>]*value="20"/);
});

test("a copied program is looked after by the same rules", async () => {
  const rule = { organization_id: world.riverside, rule: "silence" as const, is_on: false, threshold: null };
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .insertInto("today_rule")
      .values({ ...rule, program_id: world.first })
      .execute(),
  );
  const copy = { organizationId: world.riverside, fromProgramId: world.first, toProgramId: world.second };
  await copyRules.run(app, copy, new AbortController().signal);
  await copyRules.run(app, copy, new AbortController().signal);
  const copied = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("today_rule").selectAll().where("program_id", "=", world.second).execute(),
  );
  expect(copied).toEqual([{ ...rule, program_id: world.second }]);
});

test("what two others do changes the list: a pulse, a session, a message, a block", async () => {
  const of = { organization_id: pair.organizationId, relationship_id: pair.relationshipId };
  app.travel(new Date("2027-02-01T12:00:00Z"));
  await inOrganization(app, pair.organizationId, async ({ db, now }) => {
    const hers = { ...of, person_id: world.people.mentee, role: "mentee" as const, asked_at: now, answered_at: now };
    await db
      .insertInto("pulse")
      .values([
        { ...hers, id: newId(), kind: "pulse", number: 1, heard: 1, trust: 2 },
        { ...hers, id: newId(), kind: "fit", number: 1, fit: "no" },
        { ...hers, id: newId(), kind: "pulse", number: 1, person_id: world.people.mentor, role: "mentor", heard: 5 },
      ])
      .execute();
    await db
      .insertInto("conversation")
      .values({ ...of, newest: 1, revision: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await db
      .insertInto("message")
      .values({
        ...of,
        id: newId(),
        number: 1,
        revision: 1,
        author_id: world.people.mentee,
        words: "Are you there?",
        sent_at: new Date("2027-01-20T12:00:00Z"),
        sent_key: newId(),
        sent_hash: Buffer.alloc(1),
      })
      .execute();
    await db
      .insertInto("conversation_block")
      .values({ ...of, blocker_id: world.people.mentee, blocked_id: world.people.mentor, at: now })
      .execute();
  });
  const page = await read("coordinator");
  for (const why of [
    "says that they do not fit",
    "is 1.5 of 5",
    "3.5 points apart",
    "no answer for 12 days",
    "stopped hearing from the other",
    "have not met",
  ])
    expect(page).toContain(why);
  expect(page).not.toContain("Are you there?");
  // They meet: neither is the message unanswered, nor the first meeting overdue.
  await inOrganization(app, pair.organizationId, ({ db, now }) =>
    db
      .insertInto("session")
      .values({
        ...of,
        id: newId(),
        state: "held",
        starts_at: new Date("2027-01-31T10:00:00Z"),
        ends_at: new Date("2027-01-31T11:00:00Z"),
        time_zone: "UTC",
        place_kind: "phone",
        agreed_at: now,
      })
      .execute(),
  );
  const after = await read("coordinator");
  expect(after).not.toContain("no answer for");
  expect(after).not.toContain("have not met");
});

test("an offer that runs out is in the list of every coordinator of its program, with both names", async () => {
  app.travel(new Date("2027-01-05T12:00:00Z"));
  const id = newId();
  await inOrganization(app, world.riverside, ({ db, now }) =>
    db
      .insertInto("offer")
      .values({
        organization_id: world.riverside,
        id,
        program_id: world.first,
        mentee_id: world.participants.mentee!,
        mentor_id: world.participants.mentor!,
        place: 1,
        weight: 1,
        reasons: "[]",
        answer_by: new Date("2027-01-06T08:00:00Z"),
        mentee_accepted_at: now,
      })
      .execute(),
  );
  const page = await read("coordinator");
  expect(page).toContain("One has said yes, the other has not answered");
  expect(page).toContain("Jonas Mentor and Maya Mentee");
  await inOrganization(app, world.riverside, ({ db }) => db.deleteFrom("offer").where("id", "=", id).execute());
});
