import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type Conversing, converse } from "../../../testing/conversing.ts";
import { inOrganization } from "../../platform/context.ts";
import { type MailReceiver, receiveMail } from "../../platform/inbound-mail/receive-mail.ts";
import { replyAddress } from "../../platform/inbound-mail/reply-address.ts";
import { newId } from "../../platform/identifiers.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { blockPerson } from "./block-person.ts";
import { forgetHeldAnswers } from "./forget-held-answers.job.ts";
import { listMessages } from "./list-messages.ts";
import { markRead } from "./mark-read.ts";
import { messagesInbound } from "./messages-room.ts";
import { tellWhoWaits } from "./tell-waiting.job.ts";

let postOffice: SMTPServer;
let app: TestApp;
let theirs: Conversing;
let receiver: MailReceiver;
const received: ParsedMail[] = [];
beforeAll(async () => {
  postOffice = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, callback) {
      const take = async (): Promise<void> => void received.push(await simpleParser(stream));
      void take().finally(() => callback());
    },
  });
  await new Promise<void>((resolve) => postOffice.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await leave();
  await new Promise<void>((resolve) => postOffice.close(() => resolve()));
});
const leave = async () => {
  await receiver?.stop();
  await app?.[Symbol.asyncDispose]();
};
beforeEach(async () => {
  await leave();
  received.length = 0;
  const port = (postOffice.server.address() as AddressInfo).port;
  app = await testApp({ settings: { smtpUrl: `smtp://127.0.0.1:${port}`, inboundMailPort: 0 } });
  theirs = await converse(app);
  receiver = (await receiveMail(app, messagesInbound))!;
  app.travel(noon);
});

/** In Berlin, where everybody of the small world lives, one o'clock in the afternoon. */
const noon = new Date("2027-01-12T12:00:00Z");
const at = (time: string) => app.travel(new Date(time));
async function tell(): Promise<string[]> {
  const before = received.length;
  await tellWhoWaits(app);
  await app.jobs.runDue(app);
  return received.slice(before).map(({ subject = "" }) => subject);
}
const set = (fields: object) =>
  theirs.world.as("mentee").post("/account/messages", { letters: "soon", dailyHour: "8", quietFrom: "21", quietUntil: "8", ...fields });

test("who is away gets one letter for all that was written, after ten minutes; who has read it gets none", async () => {
  const { mentor, mentee, say, acting, its } = theirs;
  await say(mentor, "Can we meet on Tuesday?");
  at("2027-01-12T12:05:00Z");
  await say(mentor, "Or on Friday?");
  expect(await tell()).toEqual([]);
  at("2027-01-12T12:10:00Z");
  expect(await tell()).toEqual(["Jonas Mentor wrote to you: 2 messages"]);
  const [letter] = received;
  expect(letter!.text).toContain("> Can we meet on Tuesday?");
  expect(letter!.text).toContain("> Or on Friday?");
  expect(letter!.text).toContain(`${theirs.path}#unread`);
  expect(letter!.text).not.toContain("/join/");
  expect(await tell()).toEqual([]);
  // The next letter comes an hour after one that was not followed.
  at("2027-01-12T12:20:00Z");
  await say(mentor, "Are you well?");
  at("2027-01-12T12:40:00Z");
  expect(await tell()).toEqual([]);
  at("2027-01-12T13:11:00Z");
  expect(await tell()).toEqual(["Jonas Mentor wrote to you"]);

  await say(mentor, "Never mind");
  await acting(mentee, (ctx) => markRead(ctx, its, 4));
  at("2027-01-12T16:00:00Z");
  expect(await tell()).toEqual([]);
});

test("in the quiet hours nobody is written to, over both days on which clocks change, by a server that slept, too", async () => {
  const { mentor, say } = theirs;
  for (const [night, early, morning] of [
    ["2027-03-27T20:30:00Z", "2027-03-28T05:59:00Z", "2027-03-28T06:00:00Z"],
    ["2027-10-30T19:30:00Z", "2027-10-31T06:59:00Z", "2027-10-31T07:00:00Z"],
  ] as const) {
    at(night);
    await say(mentor, `Good night ${night}`);
    at(new Date(new Date(night).getTime() + 11 * 60_000).toISOString());
    expect(await tell()).toEqual([]);
    at(early);
    expect(await tell()).toEqual([]);
    at(morning);
    expect(await tell()).toEqual(["Jonas Mentor wrote to you"]);
  }
  at("2027-11-05T10:00:00Z");
  await say(mentor, "Before the server slept");
  at("2027-11-08T10:00:00Z");
  expect(await tell()).toEqual(["Jonas Mentor wrote to you"]);
  expect(await tell()).toEqual([]);
});

test("each chooses for herself: once a day, or never, also for what waits already", async () => {
  const { mentor, say } = theirs;
  expect((await set({ letters: "daily", dailyHour: "18" })).status).toBe(303);
  await say(mentor, "One");
  at("2027-01-12T15:00:00Z");
  await say(mentor, "Two");
  expect(await tell()).toEqual([]);
  at("2027-01-12T17:00:00Z");
  expect(await tell()).toEqual(["Jonas Mentor wrote to you: 2 messages"]);
  await set({ letters: "never" });
  at("2027-01-13T11:00:00Z");
  await say(mentor, "Three");
  at("2027-01-13T12:00:00Z");
  expect(await tell()).toEqual([]);
  await set({ letters: "soon" });
  expect(await tell()).toEqual(["Jonas Mentor wrote to you"]);
  expect((await set({ dailyHour: "24" })).status).toBe(422);
});

test("who is blocked reaches nobody by letter, and in a relationship held for safety nobody is told", async () => {
  const { mentor, mentee, say, acting, its } = theirs;
  await acting(mentee, (ctx) => blockPerson(ctx, its, mentor));
  await say(mentor, "Unheard");
  await say(mentee, "Heard");
  at("2027-01-12T13:00:00Z");
  expect(await tell()).toEqual(["Maya Mentee wrote to you"]);
  await say(mentee, "Held");
  await inOrganization(app, its.organizationId, (ctx) => moveRelationship(ctx, its, { move: "pause", by: "safeguarding", until: null }));
  at("2027-01-12T16:00:00Z");
  expect(await tell()).toEqual([]);
});

/** The mentee's address for answers, as the letter to her says. */
async function addressOfMentee(): Promise<string> {
  await theirs.say(theirs.mentor, "Shall we meet?");
  at("2027-01-12T12:30:00Z");
  await tell();
  return received.at(-1)!.replyTo!.value[0]!.address!;
}
const answer = (mail: object): Promise<number | undefined> =>
  createTransport({ host: "127.0.0.1", port: receiver.port, secure: false, ignoreTLS: true })
    .sendMail({ from: "Maya <mentee@example.org>", subject: "Re: Jonas wrote to you", ...mail })
    .then(
      () => 250,
      (error: { responseCode?: number }) => error.responseCode,
    );
const conversation = async () =>
  (await theirs.acting(theirs.mentor, (ctx) => listMessages(ctx, theirs.its, theirs.mentor))).messages.slice(1);

test("an answer by mail is a message: her own words, with her files, once", async () => {
  const to = await addressOfMentee();
  expect(to).toMatch(/^m-[a-z2-7]{29}-[a-z2-7]{20}@reply\.test$/);
  const mail = {
    to,
    messageId: "<one@example.org>",
    text: "Yes, gladly.\n\nOn Tue, 12 Jan 2027, Jonas Mentor wrote:\n> Shall we meet?\n",
    attachments: [{ filename: "plan.txt", content: "Monday\nTuesday" }],
  };
  expect(await answer(mail)).toBe(250);
  expect(await answer(mail)).toBe(250);
  // What a mailing list or a virus scanner has changed on its way is the same letter still.
  expect(await answer({ ...mail, text: `${mail.text}\n-- \nscanned` })).toBe(250);
  expect(await answer({ to, messageId: "<two@example.org>", text: "And you?" })).toBe(250);
  const messages = await conversation();
  expect(messages).toMatchObject([
    { authorId: theirs.mentee, words: "Yes, gladly.", cameBy: "mail", files: [{ name: "plan.txt", kind: "document" }] },
    { words: "And you?" },
  ]);
  const file = await theirs.world.as("mentor").get(`${theirs.path}/${messages[0]!.id}/files/${messages[0]!.files[0]!.id}`);
  expect(await file.text()).toBe("Monday\nTuesday");
});

test("machines are not answered and not heard, and people are told what to do instead", async () => {
  const to = await addressOfMentee();
  expect(await answer({ to, text: "I am away", headers: { "auto-submitted": "auto-replied" } })).toBe(250);
  expect(await answer({ to, text: "Not delivered", envelope: { from: "", to } })).toBe(250);
  expect(await answer({ to, text: "It is me, really", from: "other@example.org" })).toBe(550);
  expect(await answer({ to, text: "On Tue, 12 Jan 2027, Jonas wrote:\n> Shall we meet?" })).toBe(550);
  expect(await answer({ to, text: "x".repeat(8001) })).toBe(550);
  expect(await answer({ to, text: "Look", attachments: [{ filename: "plan.pdf", content: Buffer.from("MZ\u{90}\0\u{3}\0") }] })).toBe(550);
  expect(
    await answer({ to, text: "Six", attachments: Array.from({ length: 6 }, (_, n) => ({ filename: `${n}.txt`, content: "a" })) }),
  ).toBe(550);
  expect(await answer({ to: replyAddress(app.settings, "m", newId()), text: "To nobody" })).toBe(550);
  expect(await conversation()).toEqual([]);
  const { its } = theirs;
  await inOrganization(app, its.organizationId, (ctx) => moveRelationship(ctx, its, { move: "conclude", ending: "stopped" }));
  expect(await answer({ to, text: "One more thing" })).toBe(550);
  expect(await conversation()).toEqual([]);
});

const held = () =>
  theirs.acting(theirs.mentee, ({ db }) =>
    db.selectFrom("held_answer").selectAll().where("organization_id", "=", theirs.its.organizationId).execute(),
  );
const fileCount = () =>
  theirs.acting(theirs.mentee, async ({ db }) => {
    const rows = await db.selectFrom("file").select("kind").where("organization_id", "=", theirs.its.organizationId).execute();
    return rows.map(({ kind }) => kind);
  });

test("what nobody proves to be hers waits for her word on a page: looking does nothing, her button sends it, once", async () => {
  await receiver.stop();
  Object.assign(app, { settings: { ...app.settings, inboundTrustedServer: "mx.example.org" } });
  receiver = (await receiveMail(app, messagesInbound))!;
  const to = await addressOfMentee();
  const proved = (says: string) => ({ "authentication-results": `mx.example.org; ${says}` });
  const mail = { to, messageId: "<1@x>", text: "Please send money", headers: proved("dmarc=fail header.from=example.org") };
  const before = received.length;
  expect(await answer({ ...mail, attachments: [{ filename: "plan.txt", content: "Monday" }] })).toBe(250);
  expect(await answer({ ...mail, attachments: [{ filename: "plan.txt", content: "Monday" }] })).toBe(250);
  expect(await conversation()).toEqual([]);
  await app.jobs.runDue(app);
  const letters = received.slice(before);
  expect(letters.map(({ subject }) => subject)).toEqual(["Is this answer from you?"]);
  // Somebody else may have written it.
  expect(letters[0]!.text).not.toContain("money");
  const path = new URL(/http\S+held\S+/.exec(letters[0]!.text!)![0]).pathname;
  const { world } = theirs;
  expect((await world.as("mentor").get(path)).status).toBe(404);
  expect((await world.as("mentor").post(path, { act: "send" })).status).toBe(404);
  const page = await (await world.as("mentee").get(path)).text();
  expect(page).toContain("Please send money");
  expect(page).toContain("plan.txt");
  expect(await conversation()).toEqual([]);
  expect((await world.as("mentee").post(path, { act: "send" })).status).toBe(303);
  expect(await conversation()).toMatchObject([
    { authorId: theirs.mentee, words: "Please send money", cameBy: "mail", files: [{ name: "plan.txt" }] },
  ]);
  expect(await held()).toEqual([]);
  expect(await fileCount()).toEqual(["message"]);
  // Her mail server sends it once more.
  expect(await answer(mail)).toBe(250);
  expect([(await conversation()).length, (await held()).length]).toEqual([1, 0]);

  expect(await answer({ to, messageId: "<2@x>", text: "It is me", headers: proved("dmarc=pass header.from=example.org") })).toBe(250);
  expect((await conversation()).map(({ words }) => words)).toEqual(["Please send money", "It is me"]);
  expect(await answer({ to, messageId: "<3@x>", text: "Forged", headers: { "authentication-results": "evil.test; dmarc=pass" } })).toBe(
    250,
  );
  const [forged] = await held();
  const dropped = await world.as("mentee").post(path.replace(/[^/]+$/, forged!.id), { act: "drop" });
  expect(dropped.status).toBe(303);
  expect([(await conversation()).length, (await held()).length]).toEqual([2, 0]);
});

test("an answer that comes long after its letter is not lost, and not believed either", async () => {
  const to = await addressOfMentee();
  at("2027-04-12T12:00:00Z");
  expect(await answer({ to, text: "In time" })).toBe(250);
  at("2027-04-13T12:00:00Z");
  const before = received.length;
  expect(await answer({ to, text: "Sorry, I was away", attachments: [{ filename: "plan.txt", content: "Monday" }] })).toBe(250);
  expect(await answer({ to, text: "I am away", headers: { "auto-submitted": "auto-replied" } })).toBe(250);
  await app.jobs.runDue(app);
  expect(received.slice(before).map(({ subject }) => subject)).toEqual(["Your answer waits for you"]);
  expect((await conversation()).map(({ words }) => words)).toEqual(["In time"]);
  expect(await held()).toMatchObject([{ reason: "late", words: "Sorry, I was away" }]);
  for (let n = 1; n < 10; n++) expect(await answer({ to, text: `Once more, ${n}` })).toBe(250);
  expect(await answer({ to, text: "And again" })).toBe(550);
  at("2027-04-28T12:00:00Z");
  await forgetHeldAnswers.run(app, {}, AbortSignal.abort());
  expect(await held()).toEqual([]);
  expect(await fileCount()).toEqual([]);
});

test("the owner of the installation does not read them in the mailbox", async () => {
  await leave();
  app = await testApp();
  theirs = await converse(app);
  receiver = undefined as never;
  app.travel(noon);
  await theirs.say(theirs.mentor, "Between us");
  at("2027-01-12T12:30:00Z");
  await tell();
  const letter = await app.owner.transaction().execute(async (db) => {
    const { sql } = await import("kysely");
    await sql`select set_config('app.system', 'on', true)`.execute(db);
    return db.selectFrom("letter").selectAll().where("kind", "=", "message").executeTakeFirstOrThrow();
  });
  expect([letter.state, letter.reply_to]).toEqual(["kept", null]);
  const owner = theirs.world.as("installationOwner");
  expect(await (await owner.get("/mailbox")).text()).not.toContain("Jonas Mentor wrote");
  expect((await owner.get(`/mailbox/${letter.id}`)).status).toBe(404);
});
