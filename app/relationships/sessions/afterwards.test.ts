import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { addAction, listActions, markAction } from "./actions.ts";
import { findSession } from "./find-session.ts";
import { lastHeldAt, listNextSessions, listSessionsToTell, listTimesForMe } from "./list-for-person.ts";
import { movePrivateNotes, readPrivateNote, writePrivateNote } from "./private-note.ts";
import { proposeTimes } from "./propose-times.ts";
import { passTimes, remindAndAsk } from "./sessions-time.job.ts";
import { tellOutcome } from "./tell-outcome.ts";
import { writeDown } from "./write-down.ts";

let app: TestApp;
let world: World;
let meeting: Meeting;
let sessionId: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
const starts = new Date("2027-03-27T18:00:00Z"); // the night in which clocks in Europe change follows
beforeEach(async () => {
  app.travel(new Date("2027-03-10T12:00:00Z"));
  meeting = await beginMeeting(app, world);
  sessionId = await meeting.agree("mentor", { times: [starts] });
});

const hours = (n: number): Date => new Date(starts.getTime() + n * 3_600_000);
const state = async () => (await meeting.as("mentor", (ctx) => findSession(ctx, { ...meeting, sessionId }))).state;
/** What was sent to each about a session, by the beginning of its occasion. */
const sent = async (occasion: string): Promise<string[]> => {
  const rows = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db.selectFrom("letter").selectAll().where("dedupe_key", "like", `${occasion}%${sessionId}%`).orderBy("to_address").execute(),
  );
  return rows.map((row) => row.to_address);
};
const both = ["mentee@example.org", "mentor@example.org"];
const tell = (person: "mentor" | "mentee", outcome: "held" | "moved" | "missed") =>
  meeting.as(person, (ctx) => tellOutcome(ctx, { ...meeting, sessionId }, { by: world.people[person], outcome }));
/** As the clock goes, every five minutes or after a long sleep. */
const goOnAt = async (...moments: Date[]): Promise<void> => {
  for (const moment of moments) {
    app.travel(moment);
    await remindAndAsk(app);
    await remindAndAsk(app);
  }
};

test("each is reminded once a day before and once an hour before, however often the clock strikes", async () => {
  await goOnAt(hours(-25));
  expect(await sent("session reminder")).toEqual([]);
  await goOnAt(hours(-24), hours(-23.9), hours(-2));
  expect(await sent("session reminder day")).toEqual(both);
  await goOnAt(hours(-1), hours(-0.5), hours(-0.1), hours(0.1));
  expect(await sent("session reminder")).toHaveLength(4);
});

test("a server that slept for two days reminds of what comes, once, and not of what is over", async () => {
  await goOnAt(hours(-50), hours(-0.5));
  expect(await sent("session reminder day")).toEqual([]);
  expect(await sent("session reminder hour")).toEqual(both);
  const other = await meeting.agree("mentee", { times: [hours(30)] });
  app.travel(hours(31.5));
  await remindAndAsk(app);
  sessionId = other;
  expect(await sent("session reminder")).toEqual([]);
  expect(await sent("session asked")).toEqual(both);
});

test("in a break nobody is reminded", async () => {
  await meeting.as("mentor", (ctx) => moveRelationship(ctx, meeting, { move: "pause", by: "people", until: null }));
  await goOnAt(hours(-24), hours(-1));
  expect(await sent("session reminder")).toEqual([]);
});

test("afterwards both are asked once; when both say that it happened, it did", async () => {
  await goOnAt(hours(0.9));
  expect(await sent("session asked")).toEqual([]);
  await goOnAt(hours(1), hours(2), hours(24));
  expect(await sent("session asked")).toEqual(both);
  const mine = () => meeting.as("mentor", (ctx) => listSessionsToTell(ctx));
  expect((await mine()).map((one) => one.sessionId)).toContain(sessionId);
  expect((await tell("mentor", "held")).settled).toBeUndefined();
  expect((await mine()).map((one) => one.sessionId)).not.toContain(sessionId);
  expect(await state()).toBe("agreed");
  expect((await tell("mentee", "held")).settled).toBe("held");
  expect(await state()).toBe("held");
  const last = await meeting.as("mentor", (ctx) => lastHeldAt(ctx, meeting.organizationId, [meeting.relationshipId]));
  expect(last.get(meeting.relationshipId)).toEqual(starts);
});

test("whoever has said it already is not asked", async () => {
  app.travel(hours(0.5));
  await tell("mentor", "held");
  await goOnAt(hours(1));
  expect(await sent("session asked")).toEqual(["mentee@example.org"]);
});

test("where they differ both are asked once more, kindly; after a week what was said stands", async () => {
  app.travel(hours(2));
  await tell("mentor", "held");
  await tell("mentee", "missed");
  await tell("mentor", "held");
  expect(await sent("session asked again")).toEqual(both);
  expect(await state()).toBe("agreed");
  await goOnAt(hours(24 * 7));
  expect(await state()).toBe("agreed");
  await goOnAt(hours(24 * 7 + 2));
  expect(await state()).toBe("held");
});

test("what one side said counts alone when the other says nothing for a week", async () => {
  app.travel(hours(2));
  await tell("mentee", "missed");
  expect(await sent("session missed")).toEqual([]);
  await goOnAt(hours(24 * 7 + 2), hours(24 * 8));
  expect(await state()).toBe("missed");
  expect(await sent("session missed")).toEqual(both);
});

test("whoever remembers better can say so, also when it was settled", async () => {
  app.travel(hours(2));
  await tell("mentor", "missed");
  await tell("mentee", "missed");
  expect(await state()).toBe("missed");
  await tell("mentor", "held");
  await tell("mentee", "held");
  expect(await state()).toBe("held");
  app.travel(hours(24 * 40));
  await expect(tell("mentee", "held")).rejects.toThrow(/for a month/);
  app.travel(hours(-1));
  await expect(tell("mentee", "held")).rejects.toThrow(/from its beginning/);
});

test("a private note is for its author alone: sealed, bound to its row, and in no page of the other", async () => {
  const secret = "He seemed sad, and I did not dare to ask.";
  const its = { ...meeting, sessionId };
  await meeting.as("mentor", (ctx) => writePrivateNote(ctx, its, secret));
  expect((await meeting.as("mentor", (ctx) => readPrivateNote(ctx, its))).text).toBe(secret);
  expect((await meeting.as("mentee", (ctx) => readPrivateNote(ctx, its))).text).toBe("");
  const path = `/organizations/${meeting.organizationId}/relationships/${meeting.relationshipId}/sessions/${sessionId}`;
  app.travel(new Date("2027-03-10T13:00:00Z"));
  const seenBy = async (person: "mentor" | "mentee") => (await world.as(person).get(path)).text();
  expect(await seenBy("mentor")).toContain(secret);
  expect(await seenBy("mentee")).not.toContain("seemed sad");
  for (const person of ["coordinator", "administrator", "owner"] as const) expect((await world.as(person).get(path)).status).toBe(404);
  const row = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db
      .selectFrom("session_person")
      .selectAll()
      .where("session_id", "=", sessionId)
      .where("private_note", "is not", null)
      .executeTakeFirstOrThrow(),
  );
  expect(row.private_note!.toString("utf8")).not.toContain("sad");
  // Put into the other's row it opens no more.
  await inOrganization(app, meeting.organizationId, ({ db }) =>
    db
      .insertInto("session_person")
      .values({ ...row, person_id: world.people.mentee })
      .execute(),
  );
  expect((await meeting.as("mentee", (ctx) => readPrivateNote(ctx, its))).text).toBeNull();
});

test("when two records become one, the note moves along and is still hers", async () => {
  const its = { ...meeting, sessionId };
  await meeting.as("mentor", (ctx) => writePrivateNote(ctx, its, "Mine."));
  await inOrganization(app, meeting.organizationId, (ctx) =>
    movePrivateNotes(ctx, { organizationId: meeting.organizationId, from: world.people.mentor, to: world.people.otherMentor }),
  );
  expect((await meeting.as("otherMentor", (ctx) => readPrivateNote(ctx, its))).text).toBe("Mine.");
});

test("two who write the agenda at once lose no word", async () => {
  const write = (person: "mentor" | "mentee", text: string, seen: string) =>
    meeting.as(person, (ctx) => writeDown(ctx, { ...meeting, sessionId }, { sheet: "agenda", text, seen, by: world.people[person] }));
  await write("mentor", "- The letter", "");
  await expect(write("mentee", "- My question", "")).rejects.toThrow(/Jonas Mentor has written here meanwhile/);
  const { agendaAt } = await meeting.as("mentee", (ctx) => findSession(ctx, { ...meeting, sessionId }));
  await write("mentee", "- The letter\n- My question", agendaAt!.toISOString());
  expect((await meeting.as("mentor", (ctx) => findSession(ctx, { ...meeting, sessionId }))).agenda).toContain("My question");
});

test("what somebody will do stays in every agenda until it is done", async () => {
  const action = { words: "Read the first chapter", ownerId: world.people.mentee, dueOn: "2027-04-01", sessionId, by: world.people.mentor };
  await meeting.as("mentor", (ctx) => addAction(ctx, meeting, action));
  const other = await meeting.agree("mentor", { times: [hours(100)] });
  const list = () => meeting.as("mentee", (ctx) => listActions(ctx, meeting, other));
  const [open] = await list();
  expect(open).toMatchObject({ words: "Read the first chapter", dueOn: "2027-04-01", doneAt: null });
  const page = await (
    await world.as("mentee").get(`/organizations/${meeting.organizationId}/relationships/${meeting.relationshipId}/sessions/${other}`)
  ).text();
  expect(page).toContain("Left open: Read the first chapter");
  await meeting.as("mentee", (ctx) => markAction(ctx, meeting, { actionId: open!.id, isDone: true, by: world.people.mentee }));
  expect(await list()).toEqual([]);
  const strange = { ...action, ownerId: world.people.otherMentor };
  await expect(meeting.as("mentor", (ctx) => addAction(ctx, meeting, strange))).rejects.toBeInstanceOf(NotFound);
});

test("my page is told what comes, and which times wait for me", async () => {
  const times = [hours(200), hours(224)];
  await meeting.as("mentee", (ctx) =>
    proposeTimes(
      ctx,
      meeting,
      { times, minutes: 60, placeKind: "phone", place: "", repeats: null, untilOn: null, words: "" },
      { by: world.people.mentee },
    ),
  );
  const next = (await meeting.as("mentor", (ctx) => listNextSessions(ctx, 50))).find((one) => one.sessionId === sessionId);
  expect(next).toMatchObject({ startsAt: starts, otherNames: ["Maya Mentee"], programName: "First Steps" });
  const waiting = await meeting.as("mentor", (ctx) => listTimesForMe(ctx));
  expect(waiting.filter((one) => one.relationshipId === meeting.relationshipId)).toMatchObject([{ by: "Maya Mentee", until: times[1] }]);
  expect((await meeting.as("mentee", (ctx) => listTimesForMe(ctx))).filter((one) => one.relationshipId === meeting.relationshipId)).toEqual(
    [],
  );
  app.travel(hours(225));
  await passTimes(app);
  expect((await meeting.as("mentor", (ctx) => listTimesForMe(ctx))).filter((one) => one.relationshipId === meeting.relationshipId)).toEqual(
    [],
  );
});

test("of two windows of the same person the later shows what the earlier saved, and overwrites nobody's words", async () => {
  const path = `/organizations/${meeting.organizationId}/relationships/${meeting.relationshipId}/sessions/${sessionId}`;
  const save = async (person: "mentor" | "mentee", act: string, text: string, seen: string) => {
    const response = await world.as(person).post(path, { act, text, seen });
    return { status: response.status, page: await response.text() };
  };
  const seenNow = async () => (await meeting.as("mentee", (ctx) => findSession(ctx, { ...meeting, sessionId }))).agendaAt!.toISOString();
  expect((await save("mentee", "agenda", "- Her question", "")).status).toBe(303);
  const first = await seenNow();
  app.travel(new Date(app.now().getTime() + 60_000));
  expect((await save("mentor", "agenda", "- Her question\n- His idea", first)).status).toBe(303);
  app.travel(new Date(app.now().getTime() + 60_000));
  expect((await save("mentee", "agenda", "- Her question\n- His idea\n- Hers again", await seenNow())).status).toBe(303);
  // The window that she left open knows nothing of his idea.
  const stale = await save("mentee", "agenda", "- Her question, better", first);
  expect(stale.status).toBe(409);
  expect(stale.page).toContain("- Her question, better");
  expect(stale.page).toContain("Saved meanwhile");
  expect(stale.page).toContain("- His idea");
  expect((await save("mentee", "agenda", "- Her question, better\n- His idea", await seenNow())).status).toBe(303);

  expect((await save("mentee", "privateNote", "One thought.", "")).status).toBe(303);
  const other = await save("mentee", "privateNote", "Another thought.", "");
  expect(other.status).toBe(409);
  expect(other.page).toContain("You saved this in another window meanwhile.");
  expect(other.page).toContain("One thought.");
  expect((await meeting.as("mentee", (ctx) => readPrivateNote(ctx, { ...meeting, sessionId }))).text).toBe("One thought.");
});
