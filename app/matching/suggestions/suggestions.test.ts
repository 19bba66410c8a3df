import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { as, type Someone } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { withdrawParticipant } from "../../networks/enrollment/withdraw-participant.ts";
import { newId } from "../../platform/identifiers.ts";
import { acceptOffer, declineOffer } from "../offers/answer-offer.ts";
import { listCandidates } from "../rounds/list-candidates.ts";
import { startRound } from "../rounds/start-round.ts";
import { extendSuggestion } from "./change-suggestion.ts";
import { chooseNone, chooseSuggested } from "./choose-suggested.ts";
import { findSuggestion } from "./find-suggestion.ts";
import { watchDueSuggestions } from "./follow-suggestions.job.ts";
import { publishSuggestions } from "./publish-suggestions.ts";

let app: TestApp;
let world: World;
let programId: string;
let mentees: Someone[];
let mentors: Someone[];
let roundId: string;

beforeAll(async () => {
  app = await testApp({ settings: { databasePoolSize: 20 } });
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const outcome = <T>(work: Promise<T>): Promise<string> =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );

/** Four mentees and four mentors with one place each, a round over all of them, published as suggestions. */
async function suggestAll(mode: object = {}): Promise<void> {
  programId = newId();
  const organization_id = world.riverside;
  await here(async ({ db }) => {
    await db
      .insertInto("program")
      .values({ organization_id, id: programId, name: "Choose", adults_only_attested_at: new Date() })
      .execute();
    await db
      .insertInto("matching_mode")
      .values({ organization_id, program_id: programId, mode: "choose-among-three", ...mode })
      .execute();
  });
  const people = (role: "mentor" | "mentee", names: string[]): Promise<Someone[]> =>
    Promise.all(names.map((name) => addParticipant(app, { organizationId: organization_id, programId, role, name, capacity: 1 })));
  mentees = await people("mentee", ["Maya", "Sofía", "Omar", "Kasia"]);
  mentors = await people("mentor", ["Jonas", "Amina", "Lucía", "Tomás"]);
  roundId = await here((ctx) =>
    startRound(ctx, organization_id, programId, { chosen: { who: "everyone" }, seed: 7, objective: "most-good" }),
  );
  await app.jobs.runDue(app);
  await here((ctx) => publishSuggestions(ctx, { organizationId: organization_id, programId, roundId }));
  await app.jobs.runDue(app);
}

beforeEach(async () => {
  app.travel(new Date("2026-03-02T09:30:00Z"));
  await suggestAll();
});

const suggestionOf = async (mentee: Someone) => {
  const { id } = await here(({ db }) =>
    db.selectFrom("suggestion").select("id").where("mentee_id", "=", mentee.participantId).executeTakeFirstOrThrow(),
  );
  return here((ctx) => findSuggestion(ctx, world.riverside, id));
};
const its = (suggestionId: string) => ({ organizationId: world.riverside, suggestionId });
const choose = async (mentee: Someone, mentorId: string): Promise<void> => {
  const { id } = await suggestionOf(mentee);
  await here((ctx) => chooseSuggested(as(mentee, ctx), its(id), mentorId));
};
const mentorOf = (mentorId: string): Someone => mentors.find(({ participantId }) => participantId === mentorId)!;
const offerOf = async (mentee: Someone) =>
  here(({ db }) =>
    db
      .selectFrom("offer")
      .select(["id", "mentor_id as mentorId", "state"])
      .where("mentee_id", "=", mentee.participantId)
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .executeTakeFirst(),
  );
const lettersTo = async ({ personId }: Someone): Promise<string[]> =>
  (
    await asSystem(app, ({ db }) =>
      db.selectFrom("letter").select("subject").where("person_id", "=", personId).orderBy("created_at").orderBy("id").execute(),
    )
  ).map(({ subject }) => subject);

test("each mentee gets three different mentors, and each level could be carried out as it stands", async () => {
  const suggestions = await Promise.all(mentees.map(suggestionOf));
  for (const { mentors: suggested, state } of suggestions) {
    expect(state).toBe("open");
    expect(new Set(suggested.map(({ mentorId }) => mentorId)).size).toBe(3);
    expect(suggested.every(({ isFree }) => isFree)).toBe(true);
  }
  for (const level of [0, 1, 2]) expect(new Set(suggestions.map((one) => one.mentors[level]!.mentorId)).size).toBe(4);
  expect(await lettersTo(mentees[0]!)).toEqual(["Mentors who could suit you in Choose"]);
  // No mentor hears of it before she is chosen.
  expect((await Promise.all(mentors.map(lettersTo))).flat()).toEqual([]);
  expect(await outcome(here((ctx) => publishSuggestions(ctx, { organizationId: world.riverside, programId, roundId })))).toMatch(
    /published already/,
  );
  // Who still chooses takes part in no round.
  const candidates = await here((ctx) => listCandidates(ctx, world.riverside, programId));
  expect(candidates.filter(({ role, places }) => role === "mentee" && places > 0)).toEqual([]);
});

test("she chooses, the mentor says yes, and the two are a pair", async () => {
  const [maya] = mentees as [Someone];
  const [, second] = (await suggestionOf(maya)).mentors;
  await choose(maya, second!.mentorId);
  await app.jobs.runDue(app);
  const offer = (await offerOf(maya))!;
  expect(offer).toMatchObject({ mentorId: second!.mentorId, state: "open" });
  expect(await lettersTo(mentorOf(second!.mentorId))).toEqual(["Maya and you? An answer for Choose"]);
  // Who has chosen is not asked by letter what she has just said.
  expect(await lettersTo(maya)).toHaveLength(1);
  const { relationshipId } = await here((ctx) =>
    acceptOffer(as(mentorOf(second!.mentorId), ctx), { organizationId: world.riverside, offerId: offer.id }),
  );
  expect(relationshipId).toBeDefined();
  expect(await outcome(choose(maya, second!.mentorId))).toMatch(/chosen already/);
});

test("two who choose the last place at once: one has it, the other is told at once who is still free", async () => {
  const suggestions = await Promise.all(mentees.map(suggestionOf));
  const wanted = mentors.map(({ participantId }) => ({
    participantId,
    by: mentees.filter((_, index) => suggestions[index]!.mentors.some(({ mentorId }) => mentorId === participantId)),
  }));
  const { participantId, by } = wanted.find((one) => one.by.length >= 2)!;
  const said = await Promise.all(by.map((mentee) => outcome(choose(mentee, participantId))));
  expect(said.filter((one) => one === "done")).toHaveLength(1);
  for (const one of said.filter((each) => each !== "done"))
    expect(one).toMatch(/^Somebody was a moment quicker: .* Still free for you: .+ and .+\.$/);
  const held = await here(({ db }) =>
    db.selectFrom("offer").select("place").where("mentor_id", "=", participantId).where("state", "=", "open").execute(),
  );
  expect(held).toEqual([{ place: 1 }]);
});

test("when the mentor declines she chooses again among those left, and nobody else is offered by itself", async () => {
  const [maya] = mentees as [Someone];
  const [first] = (await suggestionOf(maya)).mentors;
  await choose(maya, first!.mentorId);
  const offer = (await offerOf(maya))!;
  await here((ctx) =>
    declineOffer(as(mentorOf(first!.mentorId), ctx), { organizationId: world.riverside, offerId: offer.id }, { reason: "hours", note: "" }),
  );
  await app.jobs.runDue(app);
  const again = await suggestionOf(maya);
  expect(again.state).toBe("open");
  expect(again.mentors.map(({ isFree }) => isFree)).toEqual([false, true, true]);
  expect((await offerOf(maya))!.id).toBe(offer.id);
  expect((await lettersTo(maya)).at(-1)).toBe("Choose once more in Choose");
});

test("none of them, with a reason, is an answer", async () => {
  const [maya, sofia] = mentees as [Someone, Someone];
  const { id } = await suggestionOf(maya);
  await expect(here((ctx) => chooseNone(as(sofia, ctx), its(id), { reason: "hours", note: "" }))).rejects.toMatchObject({
    name: "NotFound",
  });
  await here((ctx) => chooseNone(as(maya, ctx), its(id), { reason: "hours", note: "Mornings only" }));
  expect((await suggestionOf(maya)).state).toBe("none");
  expect(await outcome(choose(maya, mentors[0]!.participantId))).toMatch(/time to choose is over/);
});

test("a reminder at half time; then it lapses to the coordinator, who can give more days", async () => {
  const [maya] = mentees as [Someone];
  app.travel(new Date("2026-03-06T10:00:00Z"));
  await watchDueSuggestions(app);
  await watchDueSuggestions(app);
  expect(await lettersTo(maya)).toHaveLength(2);
  app.travel(new Date("2026-03-09T11:00:00Z"));
  expect(await outcome(choose(maya, mentors[0]!.participantId))).toMatch(/time to choose is over/);
  await watchDueSuggestions(app);
  await app.jobs.runDue(app);
  const { id, state } = await suggestionOf(maya);
  expect(state).toBe("lapsed");
  expect((await lettersTo(maya)).at(-1)).toBe("News about your mentor in Choose");
  expect(await offerOf(maya)).toBeUndefined();
  await here((ctx) => extendSuggestion(ctx, { organizationId: world.riverside, programId, suggestionId: id }));
  await app.jobs.runDue(app);
  expect((await suggestionOf(maya)).state).toBe("open");
  expect((await lettersTo(maya)).at(-1)).toMatch(/^Please choose your mentor by /);
});

test("where the program says so, the first counts as chosen when the time is over", async () => {
  await suggestAll({ takes_first: true });
  const firsts = await Promise.all(mentees.map(async (mentee) => (await suggestionOf(mentee)).mentors[0]!.mentorId));
  app.travel(new Date("2026-03-09T11:00:00Z"));
  await watchDueSuggestions(app);
  await app.jobs.runDue(app);
  const offers = await Promise.all(mentees.map(offerOf));
  expect(offers.map((offer) => offer?.mentorId)).toEqual(firsts);
  expect((await Promise.all(mentees.map(suggestionOf))).map(({ state }) => state)).toEqual(["chosen", "chosen", "chosen", "chosen"]);
});

test("chosen again or given more days, she is reminded at half of that time, and not at once", async () => {
  const [maya] = mentees as [Someone];
  const [first] = (await suggestionOf(maya)).mentors;
  app.travel(new Date("2026-03-07T09:30:00Z"));
  await choose(maya, first!.mentorId);
  app.travel(new Date("2026-03-10T09:00:00Z"));
  const { id: offerId } = (await offerOf(maya))!;
  await here((ctx) =>
    declineOffer(as(mentorOf(first!.mentorId), ctx), { organizationId: world.riverside, offerId }, { reason: "hours", note: "" }),
  );
  await app.jobs.runDue(app);
  const written = (await lettersTo(maya)).length;
  await watchDueSuggestions(app);
  expect(await lettersTo(maya)).toHaveLength(written);
  app.travel(new Date("2026-03-14T09:30:00Z"));
  await watchDueSuggestions(app);
  expect(await lettersTo(maya)).toHaveLength(written + 1);

  app.travel(new Date("2026-03-18T12:30:00Z"));
  await watchDueSuggestions(app);
  const { id, state } = await suggestionOf(maya);
  expect(state).toBe("lapsed");
  await here((ctx) => extendSuggestion(ctx, { organizationId: world.riverside, programId, suggestionId: id }));
  await app.jobs.runDue(app);
  const extended = (await lettersTo(maya)).length;
  await watchDueSuggestions(app);
  expect(await lettersTo(maya)).toHaveLength(extended);
});

test("whoever leaves has nothing to choose any more, and no letter asks her to", async () => {
  const [maya, sofia] = mentees as [Someone, Someone];
  const leave = ({ participantId }: Someone) => here((ctx) => withdrawParticipant(ctx, world.riverside, programId, participantId));
  await leave(maya);
  await choose(sofia, (await suggestionOf(sofia)).mentors[0]!.mentorId);
  await app.jobs.runDue(app);
  await leave(sofia);
  await app.jobs.runDue(app);
  expect((await Promise.all([maya, sofia].map(suggestionOf))).map(({ state }) => state)).toEqual(["withdrawn", "withdrawn"]);
  const written = (await Promise.all([maya, sofia].map(lettersTo))).flat().length;
  for (const day of ["2026-03-06T10:00:00Z", "2026-03-20T10:00:00Z"]) {
    app.travel(new Date(day));
    await watchDueSuggestions(app);
    await app.jobs.runDue(app);
  }
  expect((await Promise.all([maya, sofia].map(lettersTo))).flat()).toHaveLength(written);
});
