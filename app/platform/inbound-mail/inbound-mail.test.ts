import { readFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { newId } from "../identifiers.ts";
import { CannotStart } from "../settings/cannot-start.ts";
import { certificateOf } from "./certificate.ts";
import type { InboundHandler, InboundLetter, Taken } from "./inbound-letter.ts";
import { type MailReceiver, receiveMail } from "./receive-mail.ts";
import { readReplyAddress, replyAddress } from "./reply-address.ts";
import { wordsOfReply } from "./words-of-reply.ts";

const addressing = {
  secret: "a secret of thirty-two characters!",
  formerSecrets: [],
  inboundMailPort: 25,
  inboundMailDomain: "reply.test",
};

test("an address for answers says what it is about, however its letters are written, and nobody else can make one", () => {
  for (let times = 0; times < 50; times++) {
    const id = newId();
    const address = replyAddress(addressing, "m", id)!;
    expect(address.indexOf("@")).toBeLessThanOrEqual(64);
    expect(readReplyAddress(addressing, address)).toEqual({ handler: "m", id, endsAt: null });
    expect(readReplyAddress(addressing, address.toUpperCase())).toEqual({ handler: "m", id, endsAt: null });
    expect(readReplyAddress(addressing, address.replace(/^m/, "s"))).toBeUndefined();
    expect(readReplyAddress(addressing, address.replace("@reply.test", "@other.test"))).toBeUndefined();
    // Each sign of the id counts, but for the last, in which three bits are of no meaning.
    const at = 2 + (times % 25);
    const other = address[at] === "a" ? "b" : "a";
    expect(readReplyAddress(addressing, address.slice(0, at) + other + address.slice(at + 1))).toBeUndefined();
  }
  const id = newId();
  const until = replyAddress(addressing, "longesthandl", id, new Date("2027-05-01T10:00:00Z"))!;
  expect(until.indexOf("@")).toBeLessThanOrEqual(64);
  expect(readReplyAddress(addressing, until)).toEqual({ handler: "longesthandl", id, endsAt: new Date("2027-05-02T00:00:00Z") });
  for (let at = 13; at < 41; at++) {
    const other = until[at] === "a" ? "b" : "a";
    expect(readReplyAddress(addressing, until.slice(0, at) + other + until.slice(at + 1))).toBeUndefined();
  }
  const old = replyAddress(addressing, "m", newId())!;
  const renewed = { ...addressing, secret: "another secret of the installation", formerSecrets: [addressing.secret] };
  expect(readReplyAddress(renewed, old)).toBeDefined();
  expect(readReplyAddress({ ...renewed, formerSecrets: [] }, old)).toBeUndefined();
  expect(replyAddress({ ...addressing, inboundMailPort: undefined }, "m", newId())).toBeUndefined();
});

test.each([
  ["Yes, on Tuesday.\n\nOn Mon, 3 May 2027 at 10:11, Maya <m-abc@reply.test>\nwrote:\n\n> Shall we meet?\n> Maya", "Yes, on Tuesday."],
  ["Sí.\n\nEl lun, 3 may 2027 a las 10:11, Maya (<m@reply.test>) escribió:\n> Hola", "Sí."],
  ["نعم\n\nفي الاثنين، 3 مايو 2027 في 10:11 كتب Maya <m@reply.test>:\n> مرحبا", "نعم"],
  ["Good.\n\n-- \nJonas\n+49 30 1234", "Good."],
  ["Good.\n\n________________________________\nFrom: Maya\nSent: Monday", "Good."],
  ["Good.\n\nFrom: Maya <m@reply.test>\nSent: Monday, May 3\nTo: Jonas\nSubject: Hello\n\nShall we?", "Good."],
  ["Good.\n\nSent from my phone", "Good."],
  ["> Shall we meet?\nYes.\n> Where?\nAt the library.", "Yes.\nAt the library."],
  ["On Monday my teacher wrote:\nthis is good. And I was glad.", "On Monday my teacher wrote:\nthis is good. And I was glad."],
  ["From: my heart, thank you.\nIt was good.", "From: my heart, thank you.\nIt was good."],
  ["One.\r\n\r\nTwo -- and three.\r\n", "One.\n\nTwo -- and three."],
])("of an answer her own words are kept: %j", (text, own) => {
  expect(wordsOfReply(text)).toBe(own);
});

let app: TestApp;
let receiver: MailReceiver;
let answer: () => Promise<Taken>;
const taken: { id: string; letter: InboundLetter }[] = [];
const handler: InboundHandler = {
  name: "t",
  async take(_app, id, letter) {
    taken.push({ id, letter });
    return answer();
  },
};
beforeAll(async () => {
  app = await testApp({ settings: { inboundMailPort: 0 } });
  receiver = (await receiveMail(app, [handler]))!;
});
afterAll(async () => {
  await receiver.stop();
  await app[Symbol.asyncDispose]();
});
const post = (mail: object) => {
  const transport = createTransport({ host: "127.0.0.1", port: receiver.port, secure: false, ignoreTLS: true });
  return transport.sendMail({ from: "maya@example.org", subject: "Re: Hello", text: "Hello", ...mail });
};
const codeOf = (sending: Promise<unknown>) =>
  sending.then(
    () => 250,
    (error: { responseCode?: number }) => error.responseCode,
  );

test("a letter to one of our addresses reaches whoever understands it, with its files", async () => {
  answer = () => Promise.resolve("taken");
  taken.length = 0;
  const id = newId();
  await post({
    to: replyAddress(app.settings, "t", id),
    text: "Grüße — مرحبا",
    attachments: [{ filename: "plan ü.pdf", content: Buffer.from("%PDF-1.7") }],
    messageId: "<one@example.org>",
  });
  expect(taken).toHaveLength(1);
  const { letter } = taken[0]!;
  expect(taken[0]!.id).toBe(id);
  expect(letter).toMatchObject({ from: "maya@example.org", subject: "Re: Hello", messageId: "<one@example.org>", isAutomatic: false });
  expect(letter.words).toBe("Grüße — مرحبا");
  expect(letter.files).toMatchObject([{ name: "plan ü.pdf", isInline: false, bytes: Buffer.from("%PDF-1.7") }]);
});

test("letters of machines are known, and words are found where there is only HTML", async () => {
  answer = () => Promise.resolve("dropped");
  taken.length = 0;
  const to = replyAddress(app.settings, "t", newId());
  await post({ to, headers: { "auto-submitted": "auto-replied" } });
  await post({ to, headers: { precedence: "bulk" } });
  await post({ to, envelope: { from: "", to } });
  await post({
    to,
    headers: { "auto-submitted": "no" },
    text: undefined,
    html: "<p>One &amp; two<br>three</p><blockquote>old</blockquote>",
  });
  expect(taken.map(({ letter }) => letter.isAutomatic)).toEqual([true, true, true, false]);
  expect(taken[3]!.letter.words).toBe("One & two\nthree");
});

test("what is not for us, what is refused and what cannot be kept now is told apart", async () => {
  taken.length = 0;
  expect(await codeOf(post({ to: "somebody@reply.test" }))).toBe(550);
  expect(await codeOf(post({ to: replyAddress({ ...app.settings, secret: "x".repeat(40) }, "t", newId()) }))).toBe(550);
  expect(await codeOf(post({ to: replyAddress(app.settings, "unknown", newId()) }))).toBe(550);
  expect(taken).toEqual([]);
  const to = replyAddress(app.settings, "t", newId());
  answer = () => Promise.resolve({ refusal: "Closed." });
  expect(await codeOf(post({ to }))).toBe(550);
  answer = () => Promise.reject(new Error("the database is away"));
  expect(await codeOf(post({ to }))).toBe(451);
  answer = () => Promise.resolve("taken");
  expect(await codeOf(post({ to }))).toBe(250);
});

test("where a certificate is set, letters come over TLS and in no other way", async () => {
  const folder = path.resolve(import.meta.dirname, "../../../testing");
  const files = { inboundMailCertificate: path.join(folder, "mail-certificate.pem"), inboundMailKey: path.join(folder, "mail-key.pem") };
  await using secured = await testApp({ settings: { inboundMailPort: 0, ...files } });
  const safe = (await receiveMail(secured, [handler]))!;
  try {
    answer = () => Promise.resolve("taken");
    taken.length = 0;
    const to = replyAddress(secured.settings, "t", newId());
    const ca = await readFile(files.inboundMailCertificate);
    const tls = { ca, servername: "reply.test" };
    const send = (options: object) =>
      codeOf(
        createTransport({ host: "127.0.0.1", port: safe.port, secure: false, ...options }).sendMail({
          from: "maya@example.org",
          to,
          text: "Hello",
        }),
      );
    expect(await send({ ignoreTLS: true })).toBe(530);
    expect(taken).toEqual([]);
    expect(await send({ requireTLS: true, tls })).toBe(250);
    expect(taken).toHaveLength(1);
  } finally {
    await safe.stop();
  }
  expect(() => certificateOf({ ...files, inboundMailKey: files.inboundMailCertificate })).toThrow(CannotStart);
  expect(() => certificateOf({ ...files, inboundMailKey: path.join(folder, "nothing.pem") })).toThrow(/INBOUND_MAIL_KEY cannot be used/);
});
