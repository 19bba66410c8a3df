import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { asSystem } from "../context.ts";
import { forgetOldLetters } from "./forget-letters.job.ts";
import { paragraph } from "./letter.ts";
import { sendLetter } from "./send-letter.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  app.travel(new Date("2027-02-28T12:00:00Z"));
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const send = (occasion: string) =>
  asSystem(app, (ctx) =>
    sendLetter(ctx, {
      kind: "relationship",
      organization: { id: world.riverside, name: "Riverside University" },
      to: { personId: world.people.mentee, address: "mentee@example.org", name: "Maya Mentee", language: "en" },
      occasion,
      replyTo: "coordinator@example.org",
      letter: { subject: "With Jonas Mentor", body: [paragraph("He wrote to you.")] },
    }),
  );
const letters = (occasion: string) =>
  asSystem(app, ({ db }) => db.selectFrom("letter").selectAll().where("dedupe_key", "=", occasion).execute());

test("a year after it left, what a letter said and to whom is gone; that it was stays, and there is no second", async () => {
  await send("a word");
  await app.jobs.runDue(app);
  app.travel(new Date("2028-02-28T11:59:00Z"));
  await forgetOldLetters(app);
  expect((await letters("a word"))[0]).toMatchObject({ subject: "With Jonas Mentor", forgotten_at: null });
  await send("another");
  app.travel(new Date("2028-02-28T12:01:00Z"));
  await forgetOldLetters(app);
  const [letter] = await letters("a word");
  expect(JSON.stringify(letter)).not.toMatch(/maya|jonas|mentee@|coordinator@|wrote/iu);
  expect(letter).toMatchObject({ person_id: null, unsubscribe_token: null, state: "kept", created_at: new Date("2027-02-28T12:00:00Z") });
  await send("a word");
  expect(await letters("a word")).toHaveLength(1);
  expect((await letters("another"))[0]).toMatchObject({ subject: "With Jonas Mentor" });
  expect(await (await world.as("installationOwner").get("/mailbox")).text()).toContain("With Jonas Mentor");
});

test("one that has waited for a year is not sent any more", async () => {
  await send("waits");
  app.travel(new Date("2029-03-02T12:00:00Z"));
  await forgetOldLetters(app);
  await app.jobs.runDue(app);
  expect((await letters("waits"))[0]).toMatchObject({ state: "bounced", to_address: "" });
});
