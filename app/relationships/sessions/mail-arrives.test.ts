/** Over real mail: the invitation as it leaves, and the answer of a calendar program as it comes in. */
import type { AddressInfo } from "node:net";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type MailReceiver, receiveMail } from "../../platform/inbound-mail/receive-mail.ts";
import { cancelSession } from "./cancel-session.ts";
import { findSession } from "./find-session.ts";
import { takeCalendarReply } from "./take-calendar-reply.ts";

let post: SMTPServer;
let app: TestApp;
let world: World;
let meeting: Meeting;
let receiver: MailReceiver;
const received: Buffer[] = [];
beforeAll(async () => {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push(Buffer.concat(parts));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => post.listen(0, "127.0.0.1", resolve));
  const { port } = post.server.address() as AddressInfo;
  app = await testApp({ settings: { smtpUrl: `smtp://127.0.0.1:${port}`, inboundMailPort: 0, inboundMailDomain: "reply.test" } });
  world = await smallWorld(app);
  app.travel(new Date("2027-03-10T12:00:00Z"));
  meeting = await beginMeeting(app, world);
  receiver = (await receiveMail(app, [takeCalendarReply]))!;
});
afterAll(async () => {
  await receiver.stop();
  await app[Symbol.asyncDispose]();
  await new Promise<void>((resolve) => post.close(() => resolve()));
});

const mails = () => Promise.all(received.map((raw) => simpleParser(raw)));

test("an invitation is a mail that calendar programs know, and their answer finds its way back", async () => {
  const sessionId = await meeting.agree("mentor", { times: [new Date("2027-03-16T17:00:00Z")] });
  await app.jobs.runDue(app);
  const raw = received.map((one) => one.toString()).find((one) => one.includes("To: Maya Mentee") && one.includes("text/calendar"))!;
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
  const mail = (await mails()).find((one) => one.subject?.startsWith("Session with Jonas"))!;
  const invite = mail.attachments.find(({ contentType }) => contentType === "text/calendar")!;
  const calendar = new ICAL.Component(ICAL.parse(invite.content.toString("utf8")) as never);
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent")!);
  const organizer = event.organizer.replace("mailto:", "");
  expect(organizer).toMatch(/^session-.*@reply\.test$/);

  const answer = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mail//EN", "METHOD:REPLY", "BEGIN:VEVENT", `UID:${event.uid}`, "SEQUENCE:0"];
  const rest = [
    "DTSTAMP:20270311T000000Z",
    "DTSTART:20270316T170000Z",
    "ATTENDEE;PARTSTAT=TENTATIVE:mailto:mentee@example.org",
    "END:VEVENT",
  ];
  const transport = createTransport({ host: "127.0.0.1", port: receiver.port, secure: false, ignoreTLS: true });
  await transport.sendMail({
    from: "Maya <mentee@example.org>",
    to: organizer,
    subject: "Tentative: Mentoring session",
    text: "Maya is not sure.",
    icalEvent: { method: "REPLY", content: [...answer, ...rest, "END:VCALENDAR", ""].join("\r\n") },
  });
  const session = () => meeting.as("mentor", (ctx) => findSession(ctx, { ...meeting, sessionId }));
  expect((await session()).people).toEqual([{ personId: world.people.mentee, reply: "tentative", outcome: null }]);
  await app.jobs.runDue(app);
  expect((await mails()).map((one) => one.subject)).toContain("Maya Mentee is not sure to come");

  await meeting.as("mentor", (ctx) => cancelSession(ctx, { ...meeting, sessionId }, { words: "", scope: "one", by: world.people.mentor }));
  await app.jobs.runDue(app);
  expect(received.at(-1)!.toString()).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/);
});
