/** What becomes of a request that came to nothing: whom it falls on to, and whom never. And who may be asked at all. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { as, type Someone } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { listNeverPairs } from "../criteria/list-never-pairs.ts";
import { makeOffers } from "../offers/make-offers.ts";
import { acceptRequest, declineRequest, withdrawRequest } from "./answer-request.ts";
import { expireDueRequests } from "./expire-requests.job.ts";
import { makeRequest } from "./make-request.ts";

let app: TestApp;
let world: World;
let programId: string;
let [maya, sofia]: [Someone, Someone] = [] as never;
let mentors: Record<"jonas" | "amina" | "tomas" | "lucia", Someone>;

beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const person = (role: "mentor" | "mentee", name: string): Promise<Someone> =>
  addParticipant(app, { organizationId: world.riverside, programId, role, name, ...(role === "mentor" && { capacity: 1 }) });

beforeEach(async () => {
  app.travel(new Date("2026-03-02T09:30:00Z"));
  programId = newId();
  const organization_id = world.riverside;
  await here(async ({ db }) => {
    const program = { organization_id, id: programId, name: "Ask First", adults_only_attested_at: new Date() };
    await db.insertInto("program").values(program).execute();
    await db.insertInto("matching_mode").values({ organization_id, program_id: programId, mode: "mentee-asks" }).execute();
  });
  [maya, sofia] = [await person("mentee", "Maya"), await person("mentee", "Sofía")];
  mentors = {
    jonas: await person("mentor", "Jonas"),
    amina: await person("mentor", "Amina"),
    tomas: await person("mentor", "Tomás"),
    lucia: await person("mentor", "Lucía"),
  };
});

const its = (requestId: string) => ({ organizationId: world.riverside, requestId });
const ask = (mentee: Someone, mentor: Someone, fallsOn = true): Promise<string> =>
  here((ctx) =>
    makeRequest(ctx, {
      organizationId: world.riverside,
      programId,
      menteeId: mentee.participantId,
      mentorId: mentor.participantId,
      words: "I would like to learn from you.",
      fallsOn,
    }),
  );
const decline = (mentor: Someone, requestId: string) =>
  here((ctx) => declineRequest(as(mentor, ctx), its(requestId), { reason: "hours", note: "" }));
/** Her list, first choice first, written down in another order. */
const choose = (mentee: Someone, ...list: Someone[]) =>
  here(({ db }) =>
    db
      .insertInto("choice")
      .values(
        list
          .map((mentor, index) => ({
            organization_id: world.riverside,
            program_id: programId,
            participant_id: mentee.participantId,
            about_id: mentor.participantId,
            rank: index + 1,
          }))
          .toReversed(),
      )
      .execute(),
  );
const askedBy = async (mentee: Someone): Promise<string[]> => {
  await app.jobs.runDue(app);
  const rows = await here(({ db }) =>
    db
      .selectFrom("request")
      .select(["mentor_id", "state", "withdrawn_because"])
      .where("mentee_id", "=", mentee.participantId)
      .orderBy("id")
      .execute(),
  );
  const nameOf = (id: string) => Object.entries(mentors).find(([, { participantId }]) => participantId === id)?.[0];
  return rows.map(({ mentor_id, state, withdrawn_because }) => `${nameOf(mentor_id)}: ${withdrawn_because ?? state}`);
};
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: Error) => error.message,
  );

test("it falls on in the order of her list, past whoever cannot be asked, and to nobody a second time", async () => {
  const { jonas, amina, tomas, lucia } = mentors;
  await choose(maya, jonas, tomas, lucia, amina);
  await here(({ db }) => db.updateTable("profile").set({ paused_until: "2026-06-01" }).where("person_id", "=", tomas.personId).execute());
  await decline(jonas, await ask(maya, jonas));
  expect(await askedBy(maya)).toEqual(["jonas: declined", "lucia: open"]);
  app.travel(new Date("2026-03-10T09:30:00Z"));
  await expireDueRequests(app);
  expect(await askedBy(maya)).toEqual(["jonas: declined", "lucia: expired", "amina: open"]);
  app.travel(new Date("2026-03-18T09:30:00Z"));
  await expireDueRequests(app);
  expect(await askedBy(maya)).toEqual(["jonas: declined", "lucia: expired", "amina: expired"]);
});

test("who has said no to her is no pair for her in a round either", async () => {
  const pair = { menteeId: maya.participantId, mentorId: mentors.jonas.participantId };
  const requestId = await ask(maya, mentors.jonas);
  const never = () => here((ctx) => listNeverPairs(ctx, world.riverside, programId));
  expect((await never()).declined).toEqual([]);
  await decline(mentors.jonas, requestId);
  expect((await never()).declined).toEqual([pair]);
});

test("what she takes back herself falls on to nobody", async () => {
  await choose(maya, mentors.jonas, mentors.amina);
  const requestId = await ask(maya, mentors.jonas);
  await here((ctx) => withdrawRequest(as(maya, ctx), its(requestId)));
  expect(await askedBy(maya)).toEqual(["jonas: mentee"]);
});

test("where the last place was taken by somebody else, her next choice is asked", async () => {
  await choose(sofia, mentors.jonas, mentors.amina);
  await ask(sofia, mentors.jonas);
  const quicker = await ask(maya, mentors.jonas);
  await here((ctx) => acceptRequest(as(mentors.jonas, ctx), its(quicker)));
  expect(await askedBy(sofia)).toEqual(["jonas: mentor-full", "amina: open"]);
});

test("nothing runs out before its day", async () => {
  const early = await ask(maya, mentors.jonas, false);
  app.travel(new Date("2026-03-05T09:30:00Z"));
  await ask(maya, mentors.amina, false);
  app.travel(new Date("2026-03-10T09:30:00Z"));
  await expireDueRequests(app);
  expect(await askedBy(maya)).toEqual(["jonas: expired", "amina: open"]);
  // Nor is it answered after it, however late anybody looks.
  expect(await refusal(here((ctx) => acceptRequest(as(mentors.jonas, ctx), its(early))))).toMatch(/time/);
  app.travel(new Date("2026-03-30T09:30:00Z"));
  const late = await here(({ db }) =>
    db.selectFrom("request").select("id").where("mentor_id", "=", mentors.amina.participantId).executeTakeFirstOrThrow(),
  );
  expect(await refusal(here((ctx) => acceptRequest(as(mentors.amina, ctx), its(late.id))))).toMatch(/time/);
});

test("a mentor on a break is not asked; whoever has been offered somebody meanwhile is told so to the mentor who says yes", async () => {
  const pause = (until: string | null) =>
    here(({ db }) => db.updateTable("profile").set({ paused_until: until }).where("person_id", "=", mentors.jonas.personId).execute());
  await pause("2026-03-02");
  expect(await refusal(ask(maya, mentors.jonas))).toMatch(/cannot be asked at the moment/);
  await pause("2026-03-01");
  const requestId = await ask(maya, mentors.jonas);
  await here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId,
      roundId: null,
      answerBy: new Date("2026-03-20T09:30:00Z"),
      pairs: [{ menteeId: maya.participantId, mentorId: mentors.amina.participantId, weight: 1, reasons: [] }],
    }),
  );
  await expect(here((ctx) => acceptRequest(as(mentors.jonas, ctx), its(requestId)))).rejects.toMatchObject({ name: "Conflict" });
  // She cannot say no in the mentor's place.
  await expect(decline(maya, requestId)).rejects.toMatchObject({ name: "NotFound" });
  expect(await askedBy(maya)).toEqual(["jonas: open"]);
});

test("a place that an offer holds is none to ask for, and one that is free again is", async () => {
  const pair = { menteeId: sofia.participantId, mentorId: mentors.jonas.participantId, weight: 1, reasons: [] };
  const answerBy = new Date("2026-03-20T09:30:00Z");
  const { made } = await here((ctx) =>
    makeOffers(ctx, { organizationId: world.riverside, programId, roundId: null, answerBy, pairs: [pair] }),
  );
  expect(await refusal(ask(maya, mentors.jonas))).toMatch(/All places with this person are taken/);
  await here(({ db }) => db.updateTable("offer").set({ state: "expired" }).where("id", "=", made[0]!).execute());
  expect(await refusal(ask(maya, mentors.jonas))).toBe("none");
});

test("nobody is asked in a program that is archived, or has not said that all of its people are adults", async () => {
  const set = (values: object) => here(({ db }) => db.updateTable("program").set(values).where("id", "=", programId).execute());
  await set({ adults_only_attested_at: null });
  expect(await refusal(ask(maya, mentors.jonas))).toMatch(/everybody in this program is an adult/);
  await set({ adults_only_attested_at: new Date(), archived_at: new Date() });
  expect(await refusal(ask(maya, mentors.jonas))).toMatch(/Nobody can be asked/);
  await set({ archived_at: null });
  expect(await refusal(ask(maya, mentors.jonas))).toBe("none");
});
