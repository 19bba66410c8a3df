/** What leaves the house: letters of a demo never do, headers are written by us alone, and the log holds nobody's row. */
import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSession } from "../../app/people/accounts/start-session.ts";
import { asSystem, inOrganization } from "../../app/platform/context.ts";
import { newId } from "../../app/platform/identifiers.ts";
import { paragraph } from "../../app/platform/letters/letter.ts";
import { sendLetter } from "../../app/platform/letters/send-letter.ts";
import { testApp, type TestApp } from "../app.ts";
import { Browsing } from "../browsing.ts";
import { smallWorld, type World } from "../world.ts";

let server: SMTPServer;
let app: TestApp;
let world: World;
const received: { mail: ParsedMail; to: string[] }[] = [];
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, callback) {
      const take = async (): Promise<void> => {
        received.push({ mail: await simpleParser(stream), to: session.envelope.rcptTo.map(({ address }) => address) });
      };
      void take().finally(() => callback());
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  app = await testApp({ settings: { smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` } });
  world = await smallWorld(app);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const statesOf = (address: string) =>
  asSystem(app, async ({ db }) =>
    (await db.selectFrom("letter").select("state").where("to_address", "=", address).execute()).map(({ state }) => state),
  );

test("whoever plays somebody invented has no letter sent to a real address", async () => {
  const personId = newId();
  await app.owner
    .insertInto("auth.person")
    .values({ id: personId, email: "amara@understory-demo.example", name: "Amara", email_verified: true })
    .execute();
  const browser = new Browsing(app);
  for (const cookie of await startSession(app, personId)) {
    const [name = "", value = ""] = cookie.split(";")[0]!.split(/=(.*)/);
    browser.cookies.set(name, value);
  }
  await browser.post("/account", { act: "email", email: "victim@example.org", current: "" });
  await app.jobs.runDue(app);
  expect(await statesOf("victim@example.org")).toEqual(["kept"]);
});

test("nor whoever signs up for a program of the demo", async () => {
  await inOrganization(app, world.hillside, async ({ db }) => {
    await db.updateTable("organization").set({ is_demo: true }).where("id", "=", world.hillside).execute();
    await db.updateTable("program").set({ sign_up: "open" }).where("id", "=", world.elsewhere).execute();
  });
  await new Browsing(app).post(`/organizations/${world.hillside}/programs/${world.elsewhere}/sign-up`, {
    act: "ask",
    role: "mentee",
    name: "Nobody",
    email: "victim2@example.org",
    language: "en",
  });
  await app.jobs.runDue(app);
  expect(await statesOf("victim2@example.org")).toEqual(["kept"]);
  expect(received).toEqual([]);
});

test("line ends in names and subjects make no headers, and no second addressee", async () => {
  await inOrganization(app, world.riverside, (ctx) =>
    sendLetter(ctx, {
      kind: "offer",
      organization: { id: world.riverside, name: "Riverside\r\nBcc: one@example.org" },
      to: {
        personId: world.people.mentee,
        address: "mentee@example.org",
        name: `Maya\r\nBcc: two@example.org\r\n\r\n<b>body</b>", three@example.org, "`,
        language: "en",
      },
      occasion: "headers",
      letter: { subject: "Hello\r\nBcc: four@example.org\r\n\r\nbody", body: [paragraph("Hello")] },
    }),
  );
  await app.jobs.runDue(app);
  expect(received).toHaveLength(1);
  const { mail, to } = received[0]!;
  expect(to).toEqual(["mentee@example.org"]);
  expect(mail.headers.has("bcc")).toBe(false);
  expect(mail.subject).toBe("Hello Bcc: four@example.org body");
  expect(mail.text).toMatch(/^Hello\n/);
});

test("what PostgreSQL quotes of a row goes into no log", async () => {
  const twice = inOrganization(app, world.riverside, ({ db }) =>
    db.insertInto("auth.person").values({ id: newId(), email: "mentee@example.org" }).execute(),
  );
  const error: unknown = await twice.catch((refused: unknown) => refused);
  expect(error).toMatchObject({ code: "23505", constraint: "person_email_key" });
  expect(JSON.stringify(error)).not.toContain("mentee@example.org");
});
