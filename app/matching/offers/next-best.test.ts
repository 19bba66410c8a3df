import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { as, type Someone } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { withdrawParticipant } from "../../networks/enrollment/withdraw-participant.ts";
import { asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { acceptOffer, declineOffer } from "./answer-offer.ts";
import { askQuestion } from "./ask-question.ts";
import { expireDue } from "./expire-offers.job.ts";
import { makeOffers } from "./make-offers.ts";
import { offerTheNext } from "./offer-next.job.ts";
import type { DeclineReason } from "./offer.ts";
import { remindDue } from "./write-offer-letters.job.ts";

let app: TestApp;
let world: World;
let programId: string;
let [maya, sofia, jonas, amina]: [Someone, Someone, Someone, Someone] = [] as never;

beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);

/** Two mentees and two mentors with one place each, in a program of their own; all were in a published round, in which only Maya and Jonas were paired. */
beforeEach(async () => {
  app.travel(new Date("2026-03-02T09:30:00Z"));
  programId = newId();
  const organization_id = world.riverside;
  await here(({ db }) =>
    db.insertInto("program").values({ organization_id, id: programId, name: "First Steps", adults_only_attested_at: new Date() }).execute(),
  );
  const person = (role: "mentor" | "mentee", name: string) =>
    addParticipant(app, { organizationId: organization_id, programId, role, name, capacity: 1 });
  [maya, sofia, jonas, amina] = [
    await person("mentee", "Maya"),
    await person("mentee", "Sofía"),
    await person("mentor", "Jonas"),
    await person("mentor", "Amina"),
  ];
  const roundId = newId();
  await here(async ({ db }) => {
    await db
      .insertInto("round")
      .values({
        organization_id,
        id: roundId,
        program_id: programId,
        number: 1,
        state: "published",
        seed: 1,
        engine_version: "1",
        criteria: JSON.stringify({ criteria: [], questions: [] }),
      })
      .execute();
    await db
      .insertInto("round_pair")
      .values({
        organization_id,
        round_id: roundId,
        mentee_id: maya.participantId,
        mentor_id: jonas.participantId,
        weight: 5000,
        parts: "[]",
        choice: 1,
      })
      .execute();
    await db
      .insertInto("round_unmatched")
      .values({ organization_id, round_id: roundId, mentee_id: sofia.participantId, reason: "{}" })
      .execute();
    for (const mentor of [jonas, amina])
      await db
        .insertInto("round_mentor")
        .values({ organization_id, round_id: roundId, mentor_id: mentor.participantId, capacity: 1, price: 0 })
        .execute();
  });
});

const offer = async (mentee: Someone, mentor: Someone): Promise<string> => {
  const { made } = await here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId,
      roundId: null,
      answerBy: new Date(ctx.now.getTime() + 3 * 86_400_000),
      pairs: [{ menteeId: mentee.participantId, mentorId: mentor.participantId, weight: 5000, reasons: [] }],
    }),
  );
  return made[0]!;
};
const its = (offerId: string) => ({ organizationId: world.riverside, offerId });
const decline = (who: Someone, offerId: string, reason: DeclineReason) =>
  here((ctx) => declineOffer(as(who, ctx), its(offerId), { reason, note: "" }));
const open = async (): Promise<string[]> => {
  const names = new Map([
    [maya.participantId, "Maya"],
    [sofia.participantId, "Sofía"],
    [jonas.participantId, "Jonas"],
    [amina.participantId, "Amina"],
  ]);
  const rows = await here(({ db }) =>
    db.selectFrom("offer").select(["mentee_id", "mentor_id"]).where("program_id", "=", programId).where("state", "=", "open").execute(),
  );
  return rows.map((row) => `${names.get(row.mentee_id)} and ${names.get(row.mentor_id)}`).toSorted();
};
const lettersTo = async ({ personId }: Someone): Promise<string[]> =>
  (
    await asSystem(app, ({ db }) =>
      db.selectFrom("letter").select("subject").where("person_id", "=", personId).orderBy("created_at").orderBy("id").execute(),
    )
  ).map(({ subject }) => subject);

test("when a mentor declines, her mentee is offered the next best, and her place goes to who is waiting", async () => {
  const first = await offer(maya, jonas);
  await decline(jonas, first, "hours");
  await app.jobs.runDue(app);
  expect(await open()).toEqual(["Maya and Amina", "Sofía and Jonas"]);
});

test("who says «not now» is not asked again, and the other is offered somebody else", async () => {
  const first = await offer(maya, jonas);
  await decline(jonas, first, "not-now");
  await app.jobs.runDue(app);
  expect(await open()).toEqual(["Maya and Amina"]);

  const [{ id }] = (await here(({ db }) =>
    db.selectFrom("offer").select("id").where("program_id", "=", programId).where("state", "=", "open").execute(),
  )) as [{ id: string }];
  await decline(maya, id, "not-now");
  await app.jobs.runDue(app);
  expect(await open()).toEqual(["Sofía and Amina"]);
});

test("where the program asks its coordinator, nothing is offered by itself", async () => {
  await here(({ db }) => db.updateTable("program").set({ on_decline: "ask-coordinator" }).where("id", "=", programId).execute());
  await decline(jonas, await offer(maya, jonas), "hours");
  await app.jobs.runDue(app);
  expect(await open()).toEqual([]);
});

test("an offer that ran out goes on for who had said yes, and not for who was silent", async () => {
  const first = await offer(maya, jonas);
  await here((ctx) => acceptOffer(as(maya, ctx), its(first)));
  app.travel(new Date("2026-03-06T09:30:00Z"));
  await expireDue(app);
  await app.jobs.runDue(app);
  expect(await open()).toEqual(["Maya and Amina"]);
  expect(await lettersTo(jonas)).toContain("News about your place in First Steps");
});

test("nobody is paired with who has just left, nor is who left herself; what was accepted stays as it is", async () => {
  const first = await offer(maya, jonas);
  await here((ctx) => acceptOffer(as(jonas, ctx), its(first)));
  const leave = ({ participantId }: Someone) => here((ctx) => withdrawParticipant(ctx, world.riverside, programId, participantId));
  await leave(jonas);
  // The job that takes his offers back has not run yet.
  await expect(here((ctx) => acceptOffer(as(maya, ctx), its(first)))).rejects.toThrow(/has just left the program/);
  expect(await open()).toEqual(["Maya and Jonas"]);
  expect(await here(({ db }) => db.selectFrom("relationship").select("id").where("program_id", "=", programId).execute())).toEqual([]);
  // His own yes, said again, is no new answer.
  expect(await here((ctx) => acceptOffer(as(jonas, ctx), its(first)))).toEqual({ relationshipId: undefined });

  const second = await offer(sofia, amina);
  await leave(sofia);
  await expect(here((ctx) => acceptOffer(as(sofia, ctx), its(second)))).rejects.toThrow(/^You have left this program/);
  await app.jobs.runDue(app);
  expect((await open()).filter((pair) => /Jonas|Sofía/u.test(pair))).toEqual([]);
});

test("a job that is delivered again offers nobody twice", async () => {
  const first = await offer(maya, jonas);
  await decline(jonas, first, "hours");
  for (let times = 0; times < 3; times++) await offerTheNext(app, { organizationId: world.riverside, programId, offerId: first });
  expect(await open()).toEqual(["Maya and Amina", "Sofía and Jonas"]);
});

test("nobody is offered the same person again", async () => {
  await decline(maya, await offer(maya, jonas), "not-my-field");
  await app.jobs.runDue(app);
  await decline(
    maya,
    (
      await here(({ db }) =>
        db
          .selectFrom("offer")
          .select("id")
          .where("program_id", "=", programId)
          .where("mentee_id", "=", maya.participantId)
          .where("state", "=", "open")
          .executeTakeFirstOrThrow(),
      )
    ).id,
    "not-my-field",
  );
  await app.jobs.runDue(app);
  expect((await open()).filter((pair) => pair.startsWith("Maya"))).toEqual([]);
});

test("both get one letter for an offer, one reminder when half of the time is over, and one when they are a pair", async () => {
  const first = await offer(maya, jonas);
  await app.jobs.runDue(app);
  await here((ctx) => acceptOffer(as(jonas, ctx), its(first)));
  app.travel(new Date("2026-03-03T21:00:00Z"));
  await remindDue(app);
  app.travel(new Date("2026-03-03T22:00:00Z"));
  await remindDue(app);
  await remindDue(app);
  await here((ctx) => acceptOffer(as(maya, ctx), its(first)));
  await app.jobs.runDue(app);
  expect(await lettersTo(maya)).toEqual([
    "Jonas and you? An answer for First Steps",
    expect.stringMatching(/^Jonas hopes for your answer by /),
    "Jonas and you are a pair",
  ]);
  // Who has answered is not reminded.
  expect(await lettersTo(jonas)).toEqual(["Maya and you? An answer for First Steps", "Maya and you are a pair"]);
});

test("one question first: the other is told, answers once, and nobody else can ask", async () => {
  const first = await offer(maya, jonas);
  await here((ctx) => askQuestion(as(maya, ctx), its(first), "Do you have time on Mondays?"));
  await expect(here((ctx) => askQuestion(as(maya, ctx), its(first), "And on Tuesdays?"))).rejects.toThrow(/asked your question already/);
  await expect(here((ctx) => askQuestion(as(sofia, ctx), its(first), "Who are you?"))).rejects.toMatchObject({ name: "NotFound" });
  await app.jobs.runDue(app);
  expect(await lettersTo(jonas)).toContain("Maya has a question before answering");
});

test("who is not an adult, or does not say so, is not a pair", async () => {
  // Sessions are held against the database's clock.
  app.travel(new Date());
  const first = await offer(maya, jonas);
  await here(({ db }) => db.updateTable("participant").set({ adult_attested_at: null }).where("id", "=", maya.participantId).execute());
  const visitor = world.asPerson(maya.personId);
  const path = `/organizations/${world.riverside}/offers/${first}`;
  expect((await visitor.post(path, { act: "accept" })).status).toBe(422);
  const answered = await visitor.post(path, { act: "accept", adult: "yes" });
  expect(answered.status).toBe(303);
  const row = await here(({ db }) => db.selectFrom("offer").select("mentee_accepted_at").where("id", "=", first).executeTakeFirstOrThrow());
  expect(row.mentee_accepted_at).not.toBeNull();
});
