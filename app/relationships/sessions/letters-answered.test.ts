/** What can be answered from a letter: by its links without signing in, and by calendar programs. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import type { InboundLetter } from "../../platform/inbound-mail/inbound-letter.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { listOpenProposals } from "./find-proposals.ts";
import { findSession } from "./find-session.ts";
import { proposeTimes } from "./propose-times.ts";
import { remindAndAsk } from "./sessions-time.job.ts";
import { takeCalendarReply } from "./take-calendar-reply.ts";

let app: TestApp;
let world: World;
let meeting: Meeting;
beforeAll(async () => {
  app = await testApp({ settings: { inboundMailPort: 2525 } });
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
const starts = new Date("2027-03-16T17:00:00Z");
beforeEach(async () => {
  app.travel(new Date("2027-03-10T12:00:00Z"));
  meeting = await beginMeeting(app, world);
});

const letterTo = (address: string, occasion: string) =>
  inOrganization(app, meeting.organizationId, ({ db }) =>
    db
      .selectFrom("letter")
      .selectAll()
      .where("to_address", "=", address)
      .where("dedupe_key", "like", `${occasion}%`)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  );
const linkIn = (text: string, about: string): string => new URL(new RegExp(`https?://\\S+/sessions/${about}/\\S+`).exec(text)![0]).pathname;

test("a time is chosen by the link in the letter: looking changes nothing, the button does", async () => {
  const times = [starts, new Date(starts.getTime() + 86_400_000)];
  const plan = { times, minutes: 60, placeKind: "phone" as const, place: "", repeats: null, untilOn: null, words: "" };
  const proposalId = await meeting.as("mentee", (ctx) => proposeTimes(ctx, meeting, plan, { by: world.people.mentee }));
  const { text_body } = await letterTo("mentor@example.org", `session proposed ${proposalId}`);
  const path = linkIn(text_body, "times");
  const visitor = world.as("visitor");
  const page = await (await visitor.get(path)).text();
  expect(page).toContain("Maya Mentee proposes times to meet");
  expect(page).toContain("This link answers for Jonas Mentor.");
  expect(await meeting.as("mentor", (ctx) => listOpenProposals(ctx, meeting))).toHaveLength(1);
  const answered = await visitor.post(path, { act: "choose", startsAt: times[1]!.toISOString() });
  expect([answered.status, answered.headers.get("location")]).toEqual([303, `${path}?done=agreed`]);
  expect(await (await visitor.get(`${path}?done=agreed`)).text()).toContain("It is agreed");
  const again = await visitor.post(path, { act: "choose", startsAt: times[0]!.toISOString() });
  expect(again.status).toBe(409);
  const forged = path.replace(/.(?=[^.]*$)/, (sign) => (sign === "A" ? "B" : "A"));
  expect((await visitor.get(forged)).status).toBe(404);
  expect((await visitor.get("/sessions/times/nothing")).status).toBe(404);
});

test("whether it happened is told by one tap from the letter, and only its button tells", async () => {
  const sessionId = await meeting.agree("mentor", { times: [starts] });
  app.travel(new Date(starts.getTime() + 2 * 3_600_000));
  await remindAndAsk(app);
  const { text_body } = await letterTo("mentee@example.org", `session asked ${sessionId}`);
  const path = linkIn(text_body, "told").replace(/\?.*/, "");
  const visitor = world.as("visitor");
  const looked = await visitor.get(`${path}?outcome=missed`);
  expect(looked.status).toBe(200);
  // Also without signing in she reads who sees what she says.
  expect(await looked.text()).toMatch(/Who can see this:.*Your coordinator sees when you meet/su);
  const people = async () => (await meeting.as("mentor", (ctx) => findSession(ctx, { ...meeting, sessionId }))).people;
  expect(await people()).toEqual([]);
  const told = await visitor.post(path, { act: "tell", outcome: "held" });
  expect(told.status).toBe(303);
  expect(await people()).toEqual([{ personId: world.people.mentee, reply: null, outcome: "held" }]);
  // A link for one thing is no link for another.
  expect((await visitor.get(path.replace("/told/", "/times/"))).status).toBe(404);
});

const reply = (lines: readonly string[], from = "mentee@example.org"): InboundLetter => ({
  from,
  subject: "Declined: session",
  messageId: "<reply@example.org>",
  words: "",
  files: [
    {
      name: "invite.ics",
      contentType: "text/calendar",
      bytes: Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Other//EN", ...lines, "END:VCALENDAR", ""].join("\r\n")),
      isInline: false,
    },
  ],
  isAutomatic: true,
  authenticity: "unknown",
  isLate: false,
});
const event = (uid: string, lines: readonly string[]): string[] => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  "DTSTAMP:20270311T080000Z",
  "DTSTART:20270316T170000Z",
  "DTEND:20270316T180000Z",
  ...lines,
  "END:VEVENT",
];

async function invited(repeats: "weekly" | null = null): Promise<{ sessionId: string; id: string; uid: string; organizer: string }> {
  const sessionId = await meeting.agree("mentor", { times: [starts], repeats });
  const { calendar_body } = await letterTo("mentee@example.org", `session agreed ${sessionId}`);
  const body = calendar_body!.replaceAll("\r\n ", "");
  const uid = /UID:(\S+)/.exec(body)![1]!;
  return {
    sessionId,
    uid,
    id: uid.replace(/^(session|series)-/, "").replace(/@.*/, ""),
    organizer: /mailto:(session-\S+)/.exec(body)![1]!,
  };
}
const replies = async (sessionId: string) =>
  (await meeting.as("mentor", (ctx) => findSession(ctx, { ...meeting, sessionId }))).people.map((one) => one.reply);

test("a calendar program says no, and the other side hears it kindly, once", async () => {
  const { sessionId, id, uid, organizer } = await invited();
  expect(organizer).toMatch(/^session-[a-z2-7]{26}-[a-z2-7]{20}@/);
  const no = reply([
    "METHOD:REPLY",
    ...event(uid, [`ORGANIZER:mailto:${organizer}`, "ATTENDEE;PARTSTAT=DECLINED;CN=Maya:mailto:mentee@example.org", "SEQUENCE:0"]),
  ]);
  expect(await takeCalendarReply.take(app, id, no)).toBe("taken");
  expect(await takeCalendarReply.take(app, id, no)).toBe("taken");
  expect(await replies(sessionId)).toEqual(["declined"]);
  const { subject } = await letterTo("mentor@example.org", `session declined ${sessionId}`);
  expect(subject).toBe("Maya Mentee cannot come");
});

test("Outlook's answer without an organizer, in capitals and with its own zones, is understood", async () => {
  const { sessionId, id, uid } = await invited();
  const yes = reply([
    "METHOD:REPLY",
    "BEGIN:VEVENT",
    "ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:Mentee@Example.ORG",
    `UID:${uid}`,
    "CLASS:PUBLIC",
    "DTSTART;TZID=W. Europe Standard Time:20270316T180000",
    "DTEND;TZID=W. Europe Standard Time:20270316T190000",
    "DTSTAMP:20270311T080000Z",
    "SEQUENCE:0",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "END:VEVENT",
  ]);
  expect(await takeCalendarReply.take(app, id, yes)).toBe("taken");
  expect(await replies(sessionId)).toEqual(["accepted"]);
});

test("an answer for one of a series, and for all of it", async () => {
  const { sessionId, id, uid } = await invited("weekly");
  const rows = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db.selectFrom("session").select("id").where("relationship_id", "=", meeting.relationshipId).orderBy("starts_at").execute(),
  );
  const attendee = (status: string) => `ATTENDEE;PARTSTAT=${status}:mailto:mentee@example.org`;
  // Spring: by then it begins an hour earlier in UTC.
  const one = reply(["METHOD:REPLY", ...event(uid, ["RECURRENCE-ID:20270330T160000Z", attendee("TENTATIVE"), "SEQUENCE:0"])]);
  expect(await takeCalendarReply.take(app, id, one)).toBe("taken");
  expect(await Promise.all(rows.slice(0, 4).map((row) => replies(row.id)))).toEqual([[], [], ["tentative"], []]);
  const all = reply(["METHOD:REPLY", ...event(uid, [attendee("ACCEPTED"), "SEQUENCE:0"])]);
  expect(await takeCalendarReply.take(app, id, all)).toBe("taken");
  expect(await Promise.all(rows.slice(0, 4).map((row) => replies(row.id)))).toEqual([
    ["accepted"],
    ["accepted"],
    ["accepted"],
    ["accepted"],
  ]);
  expect(sessionId).toBe(rows[0]!.id);
});

test("another time from a calendar program is a proposal", async () => {
  const { sessionId, id, uid } = await invited();
  const counter = reply([
    "METHOD:COUNTER",
    ...event(uid, ["ATTENDEE;PARTSTAT=TENTATIVE:mailto:mentee@example.org", "COMMENT:An hour later?", "SEQUENCE:0"]).map((line) =>
      line.replace("T170000Z", "T183000Z").replace("DTEND:20270316T180000Z", "DTEND:20270316T191500Z"),
    ),
  ]);
  expect(await takeCalendarReply.take(app, id, counter)).toBe("taken");
  const [proposal] = await meeting.as("mentor", (ctx) => listOpenProposals(ctx, meeting));
  expect(proposal).toMatchObject({ movesSessionId: sessionId, minutes: 45, words: "An hour later?", proposedBy: world.people.mentee });
  expect(proposal!.times.map(({ startsAt }) => startsAt.toISOString())).toEqual(["2027-03-16T18:30:00.000Z"]);
  const past = reply([
    "METHOD:COUNTER",
    ...event(uid, ["ATTENDEE:mailto:mentee@example.org"]).map((line) => line.replaceAll("202703", "202702")),
  ]);
  expect(await takeCalendarReply.take(app, id, past)).toMatchObject({ refusal: expect.stringContaining("has passed") as string });
});

test("strangers, other sessions, words and old answers change nothing", async () => {
  const { sessionId, id, uid } = await invited();
  const accepted = (address: string) => ["METHOD:REPLY", ...event(uid, [`ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`])];
  expect(await takeCalendarReply.take(app, id, reply(accepted("otto@example.org"), "otto@example.org"))).toMatchObject({
    refusal: expect.stringContaining("address to which the invitation was sent") as string,
  });
  // She cannot answer for somebody else.
  expect(await takeCalendarReply.take(app, id, reply(accepted("mentor@example.org")))).toBe("dropped");
  expect(
    await takeCalendarReply.take(
      app,
      id,
      reply(["METHOD:REPLY", ...event("session-other@elsewhere", ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:mentee@example.org"])]),
    ),
  ).toBe("taken");
  expect(await takeCalendarReply.take(app, id, { ...reply([]), files: [], words: "Hello?", isAutomatic: false })).toMatchObject({
    refusal: expect.stringContaining("calendar programs only") as string,
  });
  expect(await takeCalendarReply.take(app, id, { ...reply([]), files: [] })).toBe("dropped");
  expect(await takeCalendarReply.take(app, id, reply(["this is no calendar"]))).toBe("dropped");
  expect(await replies(sessionId)).toEqual([]);
});

test("while safety holds a relationship, a calendar's answer is refused, and the other hears nothing of it", async () => {
  const { id, uid } = await invited();
  await inOrganization(app, meeting.organizationId, (ctx) =>
    moveRelationship(ctx, meeting, { move: "pause", by: "safeguarding", until: null }),
  );
  const letters = () =>
    inOrganization(app, meeting.organizationId, ({ db }) =>
      db.selectFrom("letter").select("subject").where("to_address", "=", "mentor@example.org").execute(),
    );
  const before = await letters();
  const declined = reply(["METHOD:REPLY", ...event(uid, ["SEQUENCE:0", "ATTENDEE;PARTSTAT=DECLINED:mailto:mentee@example.org"])]);
  expect(await takeCalendarReply.take(app, id, declined)).toMatchObject({ refusal: expect.stringContaining("safe") });
  expect(await letters()).toEqual(before);
});
