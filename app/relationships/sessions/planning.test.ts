import { sql } from "kysely";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Meeting, beginMeeting } from "../../../testing/meeting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { violatedConstraint } from "../../platform/database.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { chooseTime, withdrawProposal } from "./answer-proposal.ts";
import { cancelSession } from "./cancel-session.ts";
import { findSession, listSessions, type Session } from "./find-session.ts";
import { forgetSessions } from "./forget-sessions.ts";
import { listOpenProposals } from "./find-proposals.ts";
import { moveSession } from "./move-session.ts";
import { proposeTimes } from "./propose-times.ts";
import { makeSeriesAhead } from "./sessions-time.job.ts";
import { minutesOf } from "./session.ts";

let app: TestApp;
let world: World;
let meeting: Meeting;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  app.travel(new Date("2027-03-10T12:00:00Z"));
  meeting = await beginMeeting(app, world);
});

const at = (text: string): Date => new Date(`${text}:00Z`);
const plan = { minutes: 60, placeKind: "phone" as const, place: "", repeats: null, untilOn: null, words: "" };
const find = (sessionId: string): Promise<Session> => meeting.as("mentor", (ctx) => findSession(ctx, { ...meeting, sessionId }));
const all = () =>
  inOrganization(app, meeting.organizationId, ({ db }) =>
    db.selectFrom("session").selectAll().where("relationship_id", "=", meeting.relationshipId).orderBy("starts_at").execute(),
  );
const startsOf = async (state = "agreed"): Promise<string[]> =>
  (await all()).filter((row) => row.state === state).map((row) => row.starts_at.toISOString().slice(0, 16));
interface Letter {
  to: string;
  subject: string;
  text: string;
  calendar: ICAL.Component | undefined;
}
const letters = async (): Promise<Letter[]> => {
  const rows = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db
      .selectFrom("letter")
      .selectAll()
      .where("kind", "=", "session")
      .where("text_body", "like", `%${meeting.relationshipId}%`)
      .orderBy("id")
      .execute(),
  );
  return rows.map((row) => ({
    to: row.to_address,
    subject: row.subject,
    text: row.text_body,
    calendar: row.calendar_body === null ? undefined : new ICAL.Component(ICAL.parse(row.calendar_body) as never),
  }));
};
const methodOf = ({ calendar }: Letter): unknown => calendar?.getFirstPropertyValue("method");
const eventOf = ({ calendar }: Letter): ICAL.Event => new ICAL.Event(calendar!.getFirstSubcomponent("vevent")!);

test("the mentee proposes three times, the mentor accepts one, and both get an invitation for their calendars", async () => {
  const times = [at("2027-03-16T17:00"), at("2027-03-17T17:00"), at("2027-03-18T17:00")];
  const proposalId = await meeting.as("mentee", (ctx) =>
    proposeTimes(ctx, meeting, { ...plan, times, words: "I am free in the evenings." }, { by: world.people.mentee }),
  );
  const asked = await letters();
  expect(asked).toEqual([]);
  const byLink = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db.selectFrom("letter").selectAll().where("dedupe_key", "like", `session proposed ${proposalId}%`).execute(),
  );
  expect(byLink.map((row) => [row.to_address, row.subject])).toEqual([["mentor@example.org", "Maya Mentee proposes times to meet"]]);
  expect(byLink[0]!.text_body).toContain("I am free in the evenings.");
  expect(byLink[0]!.text_body).toContain("Wednesday, March 17, 2027, 6:00 PM (Europe/Berlin)");

  const own = meeting.as("mentee", (ctx) => chooseTime(ctx, meeting, { proposalId, startsAt: times[1]!, by: world.people.mentee }));
  await expect(own).rejects.toThrow(/your own times/);
  const chosen = await meeting.as("mentor", (ctx) =>
    chooseTime(ctx, meeting, { proposalId, startsAt: times[1]!, by: world.people.mentor }),
  );
  expect(chosen.is).toBe("agreed");
  expect(await startsOf()).toEqual(["2027-03-17T17:00"]);
  const sent = await letters();
  expect(sent.map(({ to }) => to).toSorted()).toEqual(["mentee@example.org", "mentor@example.org"]);
  for (const letter of sent) {
    expect(methodOf(letter)).toBe("REQUEST");
    const event = eventOf(letter);
    expect(event.startDate.toString()).toBe("2027-03-17T18:00:00");
    expect(event.startDate.zone.tzid).toBe("Europe/Berlin");
    expect(event.attendees.map((one) => one.getFirstValue())).toEqual([`mailto:${letter.to}`]);
    expect(event.sequence).toBe(0);
  }
  const again = meeting.as("mentor", (ctx) => chooseTime(ctx, meeting, { proposalId, startsAt: times[0]!, by: world.people.mentor }));
  await expect(again).rejects.toThrow(/chosen already/);
});

test("proposing others takes the former back, and what was withdrawn cannot be chosen", async () => {
  const times = [at("2027-03-16T17:00")];
  const first = await meeting.as("mentee", (ctx) => proposeTimes(ctx, meeting, { ...plan, times }, { by: world.people.mentee }));
  const second = await meeting.as("mentor", (ctx) =>
    proposeTimes(ctx, meeting, { ...plan, times: [at("2027-03-19T17:00")] }, { by: world.people.mentor }),
  );
  expect((await meeting.as("mentor", (ctx) => listOpenProposals(ctx, meeting))).map(({ id }) => id)).toEqual([second]);
  const choose = (proposalId: string, startsAt: Date) =>
    meeting.as("mentor", (ctx) => chooseTime(ctx, meeting, { proposalId, startsAt, by: world.people.mentor }));
  await expect(choose(first, times[0]!)).rejects.toThrow(/newer times/);
  await meeting.as("mentor", (ctx) => withdrawProposal(ctx, meeting, { proposalId: second, by: world.people.mentor }));
  await expect(choose(second, at("2027-03-19T17:00"))).rejects.toThrow(/taken back/);
  expect(await startsOf()).toEqual([]);
});

test("twenty acceptances at once of times that overlap give exactly one session", async () => {
  const times = Array.from({ length: 5 }, (_, n) => new Date(at("2027-03-16T17:00").getTime() + n * 600_000));
  const proposalId = await meeting.as("mentee", (ctx) => proposeTimes(ctx, meeting, { ...plan, times }, { by: world.people.mentee }));
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      meeting.as("mentor", (ctx) => chooseTime(ctx, meeting, { proposalId, startsAt: times[n % 5]!, by: world.people.mentor })),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await startsOf()).toHaveLength(1);
});

test("past every sentence and every lock the database itself keeps two sessions apart", async () => {
  const insert = (n: number) =>
    inOrganization(app, meeting.organizationId, ({ db, now }) =>
      db
        .insertInto("session")
        .values({
          organization_id: meeting.organizationId,
          id: newId(),
          relationship_id: meeting.relationshipId,
          starts_at: new Date(at("2027-03-16T17:00").getTime() + n * 60_000),
          ends_at: new Date(at("2027-03-16T18:00").getTime() + n * 60_000),
          time_zone: "UTC",
          place_kind: "phone",
          agreed_at: now,
        })
        .execute(),
    );
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => insert(n)));
  const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [violatedConstraint(one.reason)] : []));
  expect(refused.filter((name) => name === "sessions_apart").length).toBe(19);
  expect(await all()).toHaveLength(1);
});

test("what overlaps is refused in words, when proposed and when moved; what touches is not", async () => {
  const sessionId = await meeting.agree("mentor", { times: [at("2027-03-16T17:00")] });
  await expect(meeting.agree("mentor", { times: [at("2027-03-16T17:30")] })).rejects.toThrow(/have a session at that time/);
  const next = await meeting.agree("mentor", { times: [at("2027-03-16T18:00")] });
  const move = (startsAt: Date) =>
    meeting.as("mentee", (ctx) =>
      moveSession(
        ctx,
        { ...meeting, sessionId: next },
        { startsAt, minutes: 60, placeKind: "phone", place: "", words: "", scope: "one", by: world.people.mentee },
      ),
    );
  await expect(move(at("2027-03-16T17:30"))).rejects.toThrow(/have a session at that time/);
  await expect(move(at("2027-03-01T17:30"))).rejects.toThrow(/has passed/);
  expect((await find(sessionId)).startsAt).toEqual(at("2027-03-16T17:00"));
  expect((await find(next)).startsAt).toEqual(at("2027-03-16T18:00"));
});

test("a moved session goes to both calendars with the next number, and a cancelled one is taken out of them", async () => {
  const sessionId = await meeting.agree("mentor", { times: [at("2027-03-16T17:00")] });
  const its = { ...meeting, sessionId };
  await meeting.as("mentee", (ctx) =>
    moveSession(ctx, its, {
      startsAt: at("2027-03-18T09:30"),
      minutes: 45,
      placeKind: "place",
      place: "Library, room 4",
      words: "My train is late that day.",
      scope: "one",
      by: world.people.mentee,
    }),
  );
  const moved = await find(sessionId);
  expect([moved.startsAt, minutesOf(moved), moved.place]).toEqual([at("2027-03-18T09:30"), 45, "Library, room 4"]);
  const toMentor = (await letters()).filter(({ to }) => to === "mentor@example.org");
  expect(toMentor[1]!.text).toContain("My train is late that day.");
  expect([methodOf(toMentor[1]!), eventOf(toMentor[1]!).sequence, eventOf(toMentor[1]!).location]).toEqual([
    "REQUEST",
    1,
    "Library, room 4",
  ]);
  expect(eventOf(toMentor[1]!).uid).toBe(eventOf(toMentor[0]!).uid);

  await meeting.as("mentor", (ctx) => cancelSession(ctx, its, { words: "I am ill, sorry.", scope: "one", by: world.people.mentor }));
  const rows = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db.selectFrom("letter").selectAll().where("dedupe_key", "like", `session cancelled ${sessionId}%`).orderBy("to_address").execute(),
  );
  expect(rows.map((row) => [row.to_address, row.calendar_method])).toEqual([
    ["mentee@example.org", "CANCEL"],
    ["mentor@example.org", "CANCEL"],
  ]);
  expect(rows[0]!.text_body).toContain("Jonas Mentor cancelled");
  expect(rows[0]!.text_body).toContain("I am ill, sorry.");
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(rows[0]!.calendar_body!) as never).getFirstSubcomponent("vevent")!);
  expect([event.uid, event.sequence]).toEqual([eventOf(toMentor[0]!).uid, 2]);
  expect(await startsOf()).toEqual([]);
  const late = meeting.as("mentor", (ctx) => cancelSession(ctx, its, { words: "", scope: "one", by: world.people.mentor }));
  await expect(late).rejects.toThrow(/cannot be changed/);
});

test("weekly through the change of clocks: six in the evening stays six; made three months ahead, and later further", async () => {
  const sessionId = await meeting.agree("mentor", { times: [at("2027-03-18T17:00")], repeats: "weekly" });
  const made = await startsOf();
  expect(made.slice(0, 3)).toEqual(["2027-03-18T17:00", "2027-03-25T17:00", "2027-04-01T16:00"]);
  expect(made.at(-1)).toBe("2027-06-10T16:00");
  const [letter] = await letters();
  expect(String(eventOf(letter!).component.getFirstPropertyValue("rrule"))).toBe("FREQ=WEEKLY");
  await makeSeriesAhead(app);
  expect(await startsOf()).toEqual(made);
  app.travel(new Date("2027-05-01T12:00:00Z"));
  await makeSeriesAhead(app);
  await makeSeriesAhead(app);
  const later = await startsOf();
  expect(later.at(-1)).toBe("2027-07-29T16:00");
  expect(new Set(later).size).toBe(later.length);
  expect((await find(sessionId)).series?.repeats).toBe("weekly");
});

test("one of a series is moved or cancelled alone, and calendars are told which one", async () => {
  await meeting.agree("mentor", { times: [at("2027-03-18T17:00")], repeats: "weekly", untilOn: "2027-04-15" });
  const rows = await all();
  expect(rows).toHaveLength(5);
  const base = { minutes: 60, placeKind: "phone" as const, place: "", words: "", by: world.people.mentor };
  await meeting.as("mentor", (ctx) =>
    moveSession(ctx, { ...meeting, sessionId: rows[1]!.id }, { ...base, startsAt: at("2027-03-26T10:00"), scope: "one" }),
  );
  await meeting.as("mentor", (ctx) =>
    cancelSession(ctx, { ...meeting, sessionId: rows[2]!.id }, { words: "", scope: "one", by: world.people.mentor }),
  );
  expect(await startsOf()).toEqual(["2027-03-18T17:00", "2027-03-26T10:00", "2027-04-08T16:00", "2027-04-15T16:00"]);
  const [master, , moved] = await letters();
  const exception = eventOf(moved!);
  expect(exception.uid).toBe(eventOf(master!).uid);
  expect(exception.recurrenceId.toString()).toBe("2027-03-25T18:00:00");
  expect(exception.startDate.toString()).toBe("2027-03-26T11:00:00");
  const [cancelled] = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db.selectFrom("letter").selectAll().where("dedupe_key", "like", `session cancelled ${rows[2]!.id}%`).execute(),
  );
  const gone = new ICAL.Event(new ICAL.Component(ICAL.parse(cancelled!.calendar_body!) as never).getFirstSubcomponent("vevent")!);
  expect([cancelled!.calendar_method, gone.recurrenceId.toString()]).toEqual(["CANCEL", "2027-04-01T18:00:00"]);
});

test("this one and all that follow move to another weekday, and what was noted for each stays with it", async () => {
  await meeting.agree("mentor", { times: [at("2027-03-18T17:00")], repeats: "weekly", untilOn: "2027-04-15" });
  const rows = await all();
  await app.owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.organization_ids', ${`{${meeting.organizationId}}`}, true)`.execute(tx);
    await tx.updateTable("session").set({ agenda: "The letter" }).where("id", "=", rows[3]!.id).execute();
  });
  await meeting.as("mentee", (ctx) =>
    moveSession(
      ctx,
      { ...meeting, sessionId: rows[2]!.id },
      {
        startsAt: at("2027-04-02T07:00"),
        minutes: 30,
        placeKind: "phone",
        place: "",
        words: "",
        scope: "following",
        by: world.people.mentee,
      },
    ),
  );
  expect(await startsOf()).toEqual(["2027-03-18T17:00", "2027-03-25T17:00", "2027-04-02T07:00", "2027-04-09T07:00"]);
  expect((await find(rows[3]!.id)).agenda).toBe("The letter");
  const dated = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db
      .selectFrom("letter")
      .select(["dedupe_key", "calendar_body"])
      .where("dedupe_key", "like", "series ended%")
      .where("to_address", "=", "mentor@example.org")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  );
  expect(dated.calendar_body).toContain("RRULE:FREQ=WEEKLY;UNTIL=20270331T160000Z");
  expect(dated.calendar_body).toContain("SEQUENCE:1");
});

test("an hour later for all that follow: a series may move onto where it stood", async () => {
  await meeting.agree("mentor", { times: [at("2027-03-18T17:00")], repeats: "weekly", untilOn: "2027-04-15" });
  const [first] = await all();
  await meeting.as("mentee", (ctx) =>
    moveSession(
      ctx,
      { ...meeting, sessionId: first!.id },
      {
        startsAt: at("2027-03-25T17:00"),
        minutes: 60,
        placeKind: "phone",
        place: "",
        words: "",
        scope: "following",
        by: world.people.mentee,
      },
    ),
  );
  expect(await startsOf()).toEqual(["2027-03-25T17:00", "2027-04-01T16:00", "2027-04-08T16:00", "2027-04-15T16:00"]);
});

test("all that follow are cancelled, and nothing is made ahead again", async () => {
  await meeting.agree("mentor", { times: [at("2027-03-18T17:00")], repeats: "fortnightly" });
  const rows = await all();
  await meeting.as("mentor", (ctx) =>
    cancelSession(ctx, { ...meeting, sessionId: rows[1]!.id }, { words: "Until summer.", scope: "following", by: world.people.mentor }),
  );
  app.travel(new Date("2027-06-20T12:00:00Z"));
  await makeSeriesAhead(app);
  expect(await startsOf()).toEqual(["2027-03-18T17:00"]);
});

test("where another session stands in the way, the repeated one does not take place, and calendars know", async () => {
  await meeting.agree("mentor", { times: [at("2027-03-25T17:30")] });
  await meeting.agree("mentor", { times: [at("2027-03-18T17:00")], repeats: "weekly", untilOn: "2027-04-01" });
  expect(await startsOf()).toEqual(["2027-03-18T17:00", "2027-03-25T17:30", "2027-04-01T16:00"]);
  expect(await startsOf("cancelled")).toEqual(["2027-03-25T17:00"]);
  const invitation = (await letters()).find(({ calendar }) => calendar?.toString().includes("RRULE"))!;
  expect(invitation.calendar!.toString()).toContain("EXDATE;TZID=Europe/Berlin:20270325T180000");
});

test("when the relationship is concluded nothing ahead stays, and nothing can be planned any more", async () => {
  await meeting.agree("mentor", { times: [at("2027-03-18T17:00")], repeats: "weekly" });
  await meeting.agree("mentor", { times: [at("2027-03-19T17:00")] });
  await meeting.as("mentor", (ctx) => moveRelationship(ctx, meeting, { move: "conclude", ending: "stopped" }));
  await app.jobs.runDue(app);
  expect(await startsOf()).toEqual([]);
  const open = meeting.agree("mentor", { times: [at("2027-03-20T17:00")] });
  await expect(open).rejects.toThrow(/concluded/);
  const before = (await all()).length;
  app.travel(new Date("2027-06-20T12:00:00Z"));
  await makeSeriesAhead(app);
  expect((await all()).length).toBe(before);
});

test("when one of them leaves, what was ahead does not take place, and the other hears so; what both wrote stays without her number", async () => {
  const sessionId = await meeting.agree("mentor", { times: [at("2027-03-18T17:00")] });
  await inOrganization(app, meeting.organizationId, async (ctx) => {
    await ctx.db.updateTable("session").set({ notes: "What we said", notes_by: world.people.mentee }).where("id", "=", sessionId).execute();
    await forgetSessions(ctx, meeting.organizationId, world.people.mentee);
  });
  const [row] = await all();
  expect(row).toMatchObject({ state: "cancelled", notes: "What we said", notes_by: null, agreed_by: null });
  const told = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db
      .selectFrom("letter")
      .selectAll()
      .where("dedupe_key", "like", `session cancelled ${sessionId}%`)
      .where("to_address", "=", "mentor@example.org")
      .executeTakeFirstOrThrow(),
  );
  expect(told.text_body).toContain("Since your mentoring relationship has ended");
  expect(told.calendar_method).toBe("CANCEL");
});

test("a list goes on where it ended, upcoming and past", async () => {
  await meeting.agree("mentor", { times: [at("2027-03-18T17:00")], repeats: "weekly", untilOn: "2027-05-06" });
  const read = async (which: "upcoming" | "past"): Promise<string[]> => {
    const found: string[] = [];
    let after: { at: Date; id: string } | undefined;
    do {
      const page = await meeting.as("mentor", (ctx) => listSessions(ctx, meeting, { which, after, limit: 3 }));
      found.push(...page.sessions.map(({ startsAt }) => startsAt.toISOString().slice(0, 10)));
      after = page.next;
    } while (after);
    return found;
  };
  expect(await read("upcoming")).toHaveLength(8);
  app.travel(new Date("2027-04-08T16:30:00Z"));
  expect((await read("upcoming"))[0]).toBe("2027-04-08");
  expect(await read("past")).toEqual(["2027-04-01", "2027-03-25", "2027-03-18"]);
});
