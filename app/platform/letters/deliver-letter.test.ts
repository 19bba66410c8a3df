import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, inOrganization } from "../context.ts";
import { deliverLetter } from "./deliver-letter.job.ts";
import { action, paragraph } from "./letter.ts";
import { sendLetter } from "./send-letter.ts";

let server: SMTPServer;
let app: TestApp;
let world: World;
const received: Buffer[] = [];
/** What the server says to the next recipients, in turn. */
const refusals: { code: number; words: string }[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, callback) {
      const refusal = refusals.shift();
      if (!refusal) return callback();
      callback(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData(stream, _session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push(Buffer.concat(parts));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  app = await testApp({ settings: { smtpUrl: `smtp://127.0.0.1:${port}` } });
  world = await smallWorld(app);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  received.length = 0;
  refusals.length = 0;
});

const write = (occasion: string, to: { address?: string; language?: "en" | "ar" } = {}) =>
  inOrganization(app, world.riverside, (ctx) =>
    sendLetter(ctx, {
      kind: "offer",
      organization: { id: world.riverside, name: "Riverside University" },
      to: { personId: world.people.mentee, address: to.address ?? "mentee@example.org", name: "Maya", language: to.language ?? "en" },
      occasion,
      replyTo: "ruth@example.org",
      letter: { subject: "Jonas and <you>", body: [paragraph("Hello & welcome"), action("Look", "http://localhost:3000/join/secret")] },
    }),
  );
const letterOf = (occasion: string) =>
  asSystem(app, ({ db }) => db.selectFrom("letter").selectAll().where("dedupe_key", "=", occasion).executeTakeFirstOrThrow());
const deliver = async (occasion: string) =>
  deliverLetter.run(app, { letterId: (await letterOf(occasion)).id }, new AbortController().signal);

test("a letter arrives as text and HTML, in the reader's direction, and can be unsubscribed", async () => {
  await write("arrives", { language: "ar" });
  await deliver("arrives");
  const mail = await simpleParser(received[0]!);
  const letter = await letterOf("arrives");
  expect(mail.messageId).toBe(`<${letter.id}@localhost>`);
  expect(mail.subject).toBe("Jonas and <you>");
  expect(mail.replyTo?.value).toMatchObject([{ address: "ruth@example.org" }]);
  expect(mail.text).toContain("Hello & welcome");
  expect(mail.html).toContain('dir="rtl"');
  expect(mail.html).toContain("Hello &amp; welcome");
  expect(mail.headers.get("list")).toMatchObject({
    unsubscribe: { url: `http://localhost:3000/unsubscribe/${letter.unsubscribe_token}` },
  });
  expect(letter.state).toBe("sent");
  // The link that lets somebody in is not kept once it has left.
  expect(letter.text_body + letter.html_body).not.toContain("secret");
});

test("the same occasion is one letter, whatever is tried again; a second delivery sends nothing", async () => {
  await write("once");
  await write("once");
  await deliver("once");
  await deliver("once");
  expect(received).toHaveLength(1);
});

test("a letter that the server cannot take now is tried again, under the same Message-ID", async () => {
  await write("later");
  refusals.push({ code: 451, words: "try later" });
  await expect(deliver("later")).rejects.toThrow(/try later/);
  expect(await letterOf("later")).toMatchObject({ state: "failed", attempts: 1 });
  await deliver("later");
  expect(await letterOf("later")).toMatchObject({ state: "sent", attempts: 2 });
  const mails = await Promise.all(received.map((raw) => simpleParser(raw)));
  expect(mails.map((mail) => mail.messageId)).toEqual([`<${(await letterOf("later")).id}@localhost>`]);
});

test("a letter that is refused for good has come back, and is not tried again", async () => {
  await write("bounces", { address: "nobody@example.org" });
  refusals.push({ code: 550, words: "no such mailbox" });
  await deliver("bounces");
  expect(await letterOf("bounces")).toMatchObject({ state: "bounced" });
  expect((await letterOf("bounces")).last_error).toContain("no such mailbox");
  expect(received).toEqual([]);
});

test("who has unsubscribed from a kind of letters gets none of that kind", async () => {
  await write("unwanted");
  const { unsubscribe_token: token } = await letterOf("unwanted");
  // As a mail program does it by itself: no cookie, no Origin.
  const response = await app.server.request(`http://localhost:3000/unsubscribe/${token}`, {
    method: "POST",
    headers: { host: "localhost:3000", "content-type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(response.status).toBe(303);
  await deliver("unwanted");
  expect((await letterOf("unwanted")).state).toBe("unsubscribed");
  expect(received).toEqual([]);
  await world.as("visitor").post(`/unsubscribe/${token}`, { act: "again" });
  await write("wanted again");
  await deliver("wanted again");
  expect(received).toHaveLength(1);
});

test("nothing leaves to invented addresses, nor from a demo", async () => {
  await write("invented", { address: "maya@riverside.example" });
  await deliver("invented");
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("organization").set({ is_demo: true }).where("id", "=", world.riverside).execute(),
  );
  await write("demo");
  await deliver("demo");
  expect(received).toEqual([]);
  expect([(await letterOf("invented")).state, (await letterOf("demo")).state]).toEqual(["kept", "kept"]);
});
