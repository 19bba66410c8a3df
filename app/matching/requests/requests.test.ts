import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { as, type Someone } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { withdrawParticipant } from "../../networks/enrollment/withdraw-participant.ts";
import { newId } from "../../platform/identifiers.ts";
import { refuse } from "../choices/refuse.ts";
import { acceptOffer } from "../offers/answer-offer.ts";
import { makeOffers } from "../offers/make-offers.ts";
import { acceptRequest, declineRequest, pauseInsteadOfAnswering, withdrawRequest } from "./answer-request.ts";
import { answerMentor, askMentee } from "./ask-mentee.ts";
import { expireDueRequests } from "./expire-requests.job.ts";
import { goOnAfter } from "./go-on.job.ts";
import { limitRequests } from "./limit-requests.ts";
import { makeRequest } from "./make-request.ts";
import { remindDueRequests } from "./write-request-letters.job.ts";

let app: TestApp;
let world: World;
let programId: string;
let [maya, sofia, jonas, amina]: [Someone, Someone, Someone, Someone] = [] as never;

beforeAll(async () => {
  app = await testApp({ settings: { databasePoolSize: 30 } });
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const person = (role: "mentor" | "mentee", name: string, capacity = 1): Promise<Someone> =>
  addParticipant(app, { organizationId: world.riverside, programId, role, name, capacity });

/** A program in which mentees ask, three requests at once and seven days each. */
async function makeProgram(mode: object = {}): Promise<void> {
  programId = newId();
  const organization_id = world.riverside;
  await here(async ({ db }) => {
    await db
      .insertInto("program")
      .values({ organization_id, id: programId, name: "Ask First", adults_only_attested_at: new Date() })
      .execute();
    await db
      .insertInto("matching_mode")
      .values({ organization_id, program_id: programId, mode: "mentee-asks", ...mode })
      .execute();
  });
}

beforeEach(async () => {
  app.travel(new Date("2026-03-02T09:30:00Z"));
  await makeProgram();
  [maya, sofia, jonas, amina] = [
    await person("mentee", "Maya"),
    await person("mentee", "Sofía"),
    await person("mentor", "Jonas"),
    await person("mentor", "Amina"),
  ];
});

const asking =
  (mentee: Someone, mentor: Someone, fallsOn = false) =>
  (ctx: Context) =>
    makeRequest(ctx, {
      organizationId: world.riverside,
      programId,
      menteeId: mentee.participantId,
      mentorId: mentor.participantId,
      words: "I would like to learn from you.",
      fallsOn,
    });
const ask = (mentee: Someone, mentor: Someone, fallsOn = false): Promise<string> => here(asking(mentee, mentor, fallsOn));
/** As if she had had one more place while it was done. */
async function makeFreePlace(mentor: Someone, work: () => Promise<unknown>): Promise<void> {
  const set = (capacity: number) =>
    here(({ db }) => db.updateTable("participant").set({ capacity }).where("id", "=", mentor.participantId).execute());
  await set(2);
  await work();
  await set(1);
}
const its = (requestId: string) => ({ organizationId: world.riverside, requestId });
const choose = (mentee: Someone, ...mentors: Someone[]) =>
  here(({ db }) =>
    db
      .insertInto("choice")
      .values(
        mentors.map((mentor, index) => ({
          organization_id: world.riverside,
          program_id: programId,
          participant_id: mentee.participantId,
          about_id: mentor.participantId,
          rank: index + 1,
        })),
      )
      .execute(),
  );
const requestsOf = async (who: Someone) =>
  (
    await here(({ db }) =>
      db
        .selectFrom("request")
        .innerJoin("participant", "participant.id", "request.mentor_id")
        .innerJoin("auth.person", "auth.person.id", "participant.person_id")
        .select(["auth.person.name", "state", "withdrawn_because"])
        .where((eb) => eb.or([eb("mentee_id", "=", who.participantId), eb("mentor_id", "=", who.participantId)]))
        .orderBy("request.id")
        .execute(),
    )
  ).map(({ name, state, withdrawn_because }) => [name, withdrawn_because ?? state].join(": "));
const lettersTo = async ({ personId }: Someone): Promise<string[]> =>
  (
    await asSystem(app, ({ db }) =>
      db
        .selectFrom("letter")
        .select(["subject", "text_body"])
        .where("person_id", "=", personId)
        .orderBy("created_at")
        .orderBy("id")
        .execute(),
    )
  ).map(({ subject, text_body }) => `${subject}\n${text_body}`);
const outcome = <T>(work: Promise<T>): Promise<string> =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );

test("a mentee asks, the mentor says yes, and both are a pair; what she asked besides is closed kindly", async () => {
  const first = await ask(maya, jonas);
  await ask(maya, amina);
  const other = await ask(sofia, jonas);
  await app.jobs.runDue(app);
  expect((await lettersTo(jonas)).filter((letter) => letter.includes("I would like to learn from you."))).toHaveLength(2);

  const { relationshipId } = await here((ctx) => acceptRequest(as(jonas, ctx), its(first)));
  expect(relationshipId).toBeDefined();
  await app.jobs.runDue(app);
  expect(await requestsOf(maya)).toEqual(["Jonas: accepted", "Amina: found-somebody"]);
  // Jonas has one place.
  expect(await requestsOf(sofia)).toEqual(["Jonas: mentor-full"]);
  expect((await lettersTo(amina)).at(-1)).toMatch(/Maya has found somebody/);
  expect((await lettersTo(sofia)).at(-1)).toMatch(/All places with Jonas have been taken/);
  expect((await lettersTo(maya)).at(-1)).toMatch(/^Jonas and you are a pair/);
  const offer = await here(({ db }) =>
    db.selectFrom("offer").select(["state", "place"]).where("mentee_id", "=", maya.participantId).executeTakeFirstOrThrow(),
  );
  expect(offer).toEqual({ state: "accepted", place: 1 });
  expect(await outcome(here((ctx) => acceptRequest(as(jonas, ctx), its(other))))).toMatch(/closed/);
  // Said again, it changes nothing.
  expect(await here((ctx) => acceptRequest(as(jonas, ctx), its(first)))).toEqual({ relationshipId });
});

test("a declined request falls on to her next choice with her words, and she is told kindly, never the reason", async () => {
  await choose(maya, jonas, amina);
  const first = await ask(maya, jonas, true);
  await here((ctx) => declineRequest(as(jonas, ctx), its(first), { reason: "know-each-other", note: "My cousin" }));
  await app.jobs.runDue(app);
  expect(await requestsOf(maya)).toEqual(["Jonas: declined", "Amina: open"]);
  const letter = (await lettersTo(maya)).at(-1)!;
  expect(letter).toMatch(/cannot say yes this time/);
  expect(letter).toMatch(/We have asked Amina for you, your next choice/);
  expect(letter).not.toMatch(/cousin|know each other/);
  expect((await lettersTo(amina)).at(-1)).toMatch(/I would like to learn from you/);
  // Delivered again it asks nobody twice.
  for (let times = 0; times < 3; times++) await goOnAfter(app, { organizationId: world.riverside, programId, requestId: first });
  expect(await requestsOf(maya)).toEqual(["Jonas: declined", "Amina: open"]);
  expect(await lettersTo(maya)).toHaveLength(1);
});

test("without her wish nobody else is asked, and with nobody left she is told so", async () => {
  await choose(maya, jonas, amina);
  await here(async (ctx) => declineRequest(as(jonas, ctx), its(await asking(maya, jonas)(ctx)), { reason: "hours", note: "" }));
  await app.jobs.runDue(app);
  expect(await requestsOf(maya)).toEqual(["Jonas: declined"]);
  expect((await lettersTo(maya)).at(-1)).toMatch(/You can ask somebody else right away/);

  await here(async (ctx) => declineRequest(as(amina, ctx), its(await asking(maya, amina, true)(ctx)), { reason: "hours", note: "" }));
  await app.jobs.runDue(app);
  expect((await lettersTo(maya)).at(-1)).toMatch(/Nobody who could be asked is left on your list/);
});

test("a request reminds at half time, runs out on its day, and falls on", async () => {
  await choose(maya, jonas, amina);
  await ask(maya, jonas, true);
  await app.jobs.runDue(app);
  app.travel(new Date("2026-03-05T09:00:00Z"));
  await remindDueRequests(app);
  expect(await lettersTo(jonas)).toHaveLength(1);
  app.travel(new Date("2026-03-06T09:00:00Z"));
  await remindDueRequests(app);
  await remindDueRequests(app);
  expect((await lettersTo(jonas))[1]).toMatch(/^Maya hopes for your answer by /);
  expect(await lettersTo(jonas)).toHaveLength(2);
  app.travel(new Date("2026-03-09T11:00:00Z"));
  await expireDueRequests(app);
  await app.jobs.runDue(app);
  expect(await requestsOf(maya)).toEqual(["Jonas: expired", "Amina: open"]);
  expect((await lettersTo(jonas)).at(-1)).toMatch(/take a break/);
});

test("«not now» declines kindly, pauses, and lets what else was asked fall on", async () => {
  await choose(sofia, jonas, amina);
  const first = await ask(maya, jonas);
  await ask(sofia, jonas, true);
  await here((ctx) => pauseInsteadOfAnswering(as(jonas, ctx), its(first), "2026-05-01"));
  await app.jobs.runDue(app);
  expect(await requestsOf(maya)).toEqual(["Jonas: declined"]);
  expect(await requestsOf(sofia)).toEqual(["Jonas: mentor-paused", "Amina: open"]);
  expect((await lettersTo(sofia)).at(-1)).toMatch(/Jonas takes a break/);
  expect(await outcome(ask(maya, jonas))).toBe("This person cannot be asked at the moment. Have a look at the others.");
  expect(await outcome(here((ctx) => pauseInsteadOfAnswering(as(jonas, ctx), its(first), "2026-05-01")))).toMatch(/declined already/);
});

test("one question first: the mentee answers it, nobody else can, and it is asked once", async () => {
  const request = await ask(maya, jonas);
  expect(await outcome(here((ctx) => askMentee(as(maya, ctx), its(request), "?")))).not.toBe("done");
  await here((ctx) => askMentee(as(jonas, ctx), its(request), "Which field?"));
  expect(await outcome(here((ctx) => askMentee(as(jonas, ctx), its(request), "And?")))).toMatch(/asked your question already/);
  expect(await outcome(here((ctx) => answerMentor(as(sofia, ctx), its(request), "Mine")))).not.toBe("done");
  await here((ctx) => answerMentor(as(maya, ctx), its(request), "Statistics"));
  await app.jobs.runDue(app);
  expect((await lettersTo(maya)).at(-1)).toMatch(/Which field/);
  expect((await lettersTo(jonas)).join()).toMatch(/Statistics/);
});

test("who is kept apart by a wish of either gets the same answer as for a mentor on a break", async () => {
  const same = "This person cannot be asked at the moment. Have a look at the others.";
  const setAside = (whose: Someone, about: Someone) =>
    here(({ db }) =>
      db
        .insertInto("refusal")
        .values({
          organization_id: world.riverside,
          program_id: programId,
          participant_id: whose.participantId,
          about_id: about.participantId,
        })
        .execute(),
    );
  await setAside(jonas, maya);
  expect(await outcome(ask(maya, jonas))).toBe(same);
  await setAside(sofia, jonas);
  expect(await outcome(ask(sofia, jonas))).toBe(same);
  await here(({ db }) =>
    db
      .insertInto("pair_wish")
      .values({
        organization_id: world.riverside,
        program_id: programId,
        mentee_id: maya.participantId,
        mentor_id: amina.participantId,
        kind: "forbid",
      })
      .execute(),
  );
  expect(await outcome(ask(maya, amina))).toBe(same);
  const declined = await ask(sofia, amina);
  await here((ctx) => declineRequest(as(amina, ctx), its(declined), { reason: "hours", note: "" }));
  expect(await outcome(ask(sofia, amina))).toBe(same);
});

test("who has somebody, or an offer, asks nobody; and a program that does not let mentees ask says so", async () => {
  const { made } = await here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId,
      roundId: null,
      answerBy: new Date(ctx.now.getTime() + 86_400_000),
      pairs: [{ menteeId: maya.participantId, mentorId: jonas.participantId, weight: 1, reasons: [] }],
    }),
  );
  expect(await outcome(ask(maya, amina))).toMatch(/You have an offer/);
  const before = await ask(sofia, amina);
  const omar = await person("mentee", "Omar");
  await makeFreePlace(jonas, () => ask(omar, jonas));
  for (const who of [maya, jonas]) await here((ctx) => acceptOffer(as(who, ctx), { organizationId: world.riverside, offerId: made[0]! }));
  await app.jobs.runDue(app);
  expect(await requestsOf(omar)).toEqual(["Jonas: mentor-full"]);
  expect(await outcome(ask(maya, amina))).toMatch(/You have somebody/);
  expect(await outcome(ask(sofia, jonas))).toMatch(/All places with this person are taken/);

  const set = (mode: object) => here(({ db }) => db.updateTable("matching_mode").set(mode).where("program_id", "=", programId).execute());
  await here((ctx) => withdrawRequest(as(sofia, ctx), its(before)));
  for (const mode of [
    { mode: "round" },
    { mode: "mixed", asking_until: "2026-03-01" },
    { mode: "mixed", asking_until: null, asking_closed_at: new Date() },
  ] as const) {
    await set(mode);
    expect(await outcome(ask(sofia, amina))).toMatch(/Nobody can be asked/);
  }
  await set({ mode: "mixed", asking_until: "2026-03-02", asking_closed_at: null });
  expect(await outcome(ask(sofia, amina))).toBe("done");
});

test("a mentor is asked no more than three times for a free place, and no more than she wishes in a month", async () => {
  const many = await Promise.all(Array.from({ length: 4 }, (_, index) => person("mentee", `Mentee ${index}`)));
  for (const mentee of many.slice(0, 3)) await ask(mentee, jonas);
  expect(await outcome(ask(many[3]!, jonas))).toMatch(/has many requests\. You can ask again after Mon, Mar 9/);

  await here((ctx) => limitRequests(ctx, { organizationId: world.riverside, programId, mentorId: amina.participantId, eachMonth: 1 }));
  await here(async (ctx) => withdrawRequest(as(many[0]!, ctx), its(await asking(many[0]!, amina)(ctx))));
  expect(await outcome(ask(many[3]!, amina))).toMatch(/You can ask again after Wed, Apr 1/);
  app.travel(new Date("2026-04-01T10:00:00Z"));
  expect(await outcome(ask(many[3]!, amina))).toBe("done");
});

test("who leaves the program is asked no more, and her mentee's next choice is asked", async () => {
  await choose(maya, jonas, amina);
  await ask(maya, jonas, true);
  await ask(sofia, jonas);
  await here((ctx) => withdrawParticipant(ctx, world.riverside, programId, jonas.participantId));
  await app.jobs.runDue(app);
  expect(await requestsOf(maya)).toEqual(["Jonas: somebody-left", "Amina: open"]);
  expect((await lettersTo(sofia)).at(-1)).toMatch(/Jonas no longer takes part/);
  const before = (await lettersTo(maya)).length;
  await here((ctx) => withdrawParticipant(ctx, world.riverside, programId, maya.participantId));
  await app.jobs.runDue(app);
  expect(await requestsOf(maya)).toEqual(["Jonas: somebody-left", "Amina: somebody-left"]);
  expect((await lettersTo(amina)).at(-1)).toMatch(/Maya no longer takes part/);
  // Who has left is not told what she did herself.
  expect(await lettersTo(maya)).toHaveLength(before);
});

test("a request does not exist for anybody but its two people", async () => {
  const request = await ask(maya, jonas);
  for (const act of [acceptRequest, withdrawRequest] as ((ctx: Context, request: ReturnType<typeof its>) => Promise<unknown>)[])
    for (const stranger of [sofia, amina])
      await expect(here((ctx) => act(as(stranger, ctx), its(request)))).rejects.toMatchObject({ name: "NotFound" });
  // Nor may one of the two answer for the other.
  await expect(here((ctx) => acceptRequest(as(maya, ctx), its(request)))).rejects.toMatchObject({ name: "NotFound" });
  await expect(here((ctx) => withdrawRequest(as(jonas, ctx), its(request)))).rejects.toMatchObject({ name: "NotFound" });
});

test("where names show later, letters call the two by number until they are a pair", async () => {
  await makeProgram({ identity: "after-match" });
  const [nadia, tomas] = [await person("mentee", "Nadia Rahal"), await person("mentor", "Tomás Vega")];
  const request = await ask(nadia, tomas);
  await here((ctx) => askMentee(as(tomas, ctx), its(request), "Which field?"));
  await app.jobs.runDue(app);
  expect((await lettersTo(tomas))[0]).toMatch(/^Mentee 1 asks you/);
  expect((await lettersTo(tomas)).join()).not.toMatch(/Nadia|Rahal/);
  expect((await lettersTo(nadia)).join()).not.toMatch(/Tomás|Vega/);
  await here((ctx) => acceptRequest(as(tomas, ctx), its(request)));
  await app.jobs.runDue(app);
  expect((await lettersTo(tomas)).at(-1)).toMatch(/^Nadia Rahal and you are a pair/);
});

test("whom a mentee sets aside she no longer asks, and the mentor cannot say yes any more", async () => {
  await here(({ db }) => db.updateTable("matching_mode").set({ mode: "mixed" }).where("program_id", "=", programId).execute());
  const requestId = await ask(maya, jonas);
  await here((ctx) =>
    refuse(as(maya, ctx), { organizationId: world.riverside, programId, role: "mentee", aboutId: jonas.participantId, note: "" }),
  );
  expect(await requestsOf(maya)).toEqual(["Jonas: mentee"]);
  await expect(here((ctx) => acceptRequest(as(jonas, ctx), its(requestId)))).rejects.toThrow(/This request is closed/);
});

test("a mentor who pauses is asked nowhere: what is open in her other programs falls on, too", async () => {
  const elsewhere = await ask(maya, jonas);
  const jonasThere = jonas;
  await makeProgram();
  const jonasHere = await here(async ({ db }) => {
    const participantId = newId();
    await db
      .insertInto("participant")
      .values({
        organization_id: world.riverside,
        id: participantId,
        program_id: programId,
        person_id: jonasThere.personId,
        role: "mentor",
      })
      .execute();
    return { ...jonasThere, participantId };
  });
  const requestId = await ask(await person("mentee", "Kasia"), jonasHere);
  await here((ctx) => pauseInsteadOfAnswering(as(jonasHere, ctx), its(requestId), "2026-04-01"));
  const { withdrawn_because } = await here(({ db }) =>
    db.selectFrom("request").select("withdrawn_because").where("id", "=", elsewhere).executeTakeFirstOrThrow(),
  );
  expect(withdrawn_because).toBe("mentor-paused");
});
