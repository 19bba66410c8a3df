/** Many at the same moment: what holds however requests and answers interleave. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { as, type Someone } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { acceptRequest } from "./answer-request.ts";
import { makeRequest } from "./make-request.ts";

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await testApp({ settings: { databasePoolSize: 30 } });
  world = await smallWorld(app);
  await here(({ db }) =>
    db.insertInto("matching_mode").values({ organization_id: world.riverside, program_id: world.first, mode: "mentee-asks" }).execute(),
  );
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const person = (role: "mentor" | "mentee", name: string, capacity = 1): Promise<Someone> =>
  addParticipant(app, { organizationId: world.riverside, programId: world.first, role, name, capacity });
const ask = (mentee: Someone, mentor: Someone): Promise<string> =>
  here((ctx) =>
    makeRequest(ctx, {
      organizationId: world.riverside,
      programId: world.first,
      menteeId: mentee.participantId,
      mentorId: mentor.participantId,
      words: "I would like to learn from you.",
      fallsOn: false,
    }),
  );
const its = (requestId: string) => ({ organizationId: world.riverside, requestId });
const outcome = <T>(work: Promise<T>): Promise<string> =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );

test("many at once: nobody holds more requests than she may, no mentor more than she can answer, no place is given twice", async () => {
  const maya = await person("mentee", "Maya");
  const mentors = await Promise.all(Array.from({ length: 8 }, (_, index) => person("mentor", `Mentor ${index}`)));
  const ofOne = await Promise.all(mentors.map((mentor) => outcome(ask(maya, mentor))));
  expect(ofOne.filter((one) => one === "done")).toHaveLength(3);
  expect(ofOne.filter((one) => /You have 3 requests open/.test(one))).toHaveLength(5);

  const wanted = await person("mentor", "Wanted", 4);
  const mentees = await Promise.all(Array.from({ length: 30 }, (_, index) => person("mentee", `Hopeful ${index}`)));
  const asked = await Promise.all(mentees.map((mentee) => outcome(ask(mentee, wanted))));
  expect(asked.filter((one) => one === "done")).toHaveLength(12);

  const open = await here(({ db }) =>
    db.selectFrom("request").select("id").where("mentor_id", "=", wanted.participantId).where("state", "=", "open").execute(),
  );
  // She says yes to all of them, three times each.
  await Promise.all(
    open.flatMap(({ id }) => Array.from({ length: 3 }, () => outcome(here((ctx) => acceptRequest(as(wanted, ctx), its(id)))))),
  );
  const pairs = await here(({ db }) =>
    db
      .selectFrom("offer")
      .select("place")
      .where("mentor_id", "=", wanted.participantId)
      .where("state", "=", "accepted")
      .orderBy("place")
      .execute(),
  );
  expect(pairs.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
  const states = await here(({ db }) =>
    db
      .selectFrom("request")
      .select((eb) => ["state", eb.fn.countAll<number>().as("n")])
      .where("mentor_id", "=", wanted.participantId)
      .groupBy("state")
      .orderBy("state")
      .execute(),
  );
  expect(states).toEqual([
    { state: "accepted", n: 4 },
    { state: "withdrawn", n: 8 },
  ]);
});

test("two mentors say yes to one mentee at the same moment: she has one of them", async () => {
  const [maya, jonas, amina] = [await person("mentee", "Maya"), await person("mentor", "Jonas"), await person("mentor", "Amina")];
  const [one, two] = [await ask(maya, jonas), await ask(maya, amina)];
  await Promise.all([
    outcome(here((ctx) => acceptRequest(as(jonas, ctx), its(one)))),
    outcome(here((ctx) => acceptRequest(as(amina, ctx), its(two)))),
  ]);
  const requests = await here(({ db }) =>
    db.selectFrom("request").select(["state", "withdrawn_because"]).where("mentee_id", "=", maya.participantId).orderBy("state").execute(),
  );
  expect(requests).toEqual([
    { state: "accepted", withdrawn_because: null },
    { state: "withdrawn", withdrawn_because: "found-somebody" },
  ]);
});
