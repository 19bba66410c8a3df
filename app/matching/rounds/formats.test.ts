import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { inventPeople } from "../../../testing/invented-people.ts";
import { smallWorld, type Visitor, type World } from "../../../testing/world.ts";
import { withdrawParticipant } from "../../networks/enrollment/withdraw-participant.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { priceOf, runnersUp } from "../board/ask-round.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { makeOffers } from "../offers/make-offers.ts";
import { checkRun } from "../reports/check-run.ts";
import { listCandidates } from "./list-candidates.ts";

let app: TestApp;
let world: World;

beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const path = (programId: string): string => `/organizations/${world.riverside}/programs/${programId}`;
const text = async (who: Visitor, at: string): Promise<string> => (await who.get(at)).text();
async function addHopes(programId: string): Promise<void> {
  const hopes = defaultCriteria.find(({ strength }) => strength === "should")!;
  await here((ctx) => addCriterion(ctx, world.riverside, programId, hopes));
}
async function run(who: Visitor, programId: string, fields: Record<string, string>): Promise<string> {
  const sent = await who.post(`${path(programId)}/rounds/new`, { who: "everyone", seed: "7", ...fields });
  expect(sent.status).toBe(303);
  await app.jobs.runDue(app);
  return sent.headers.get("location")!.split("/").at(-1)!.split("?")[0]!;
}
const roundOf = (id: string) => here(({ db }) => db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const pairsOf = (id: string) => here(({ db }) => db.selectFrom("round_pair").selectAll().where("round_id", "=", id).execute());
const offersOf = (programId: string) =>
  here(({ db }) =>
    db.selectFrom("offer").selectAll().where("program_id", "=", programId).where("state", "in", ["open", "accepted"]).execute(),
  );
const personOf = (participantId: string) =>
  here(
    async ({ db }) =>
      (await db.selectFrom("participant").select("person_id").where("id", "=", participantId).executeTakeFirstOrThrow()).person_id,
  );
async function accept(offer: { readonly id: string; readonly mentee_id: string; readonly mentor_id: string }): Promise<void> {
  for (const participantId of [offer.mentee_id, offer.mentor_id]) {
    const answer = await world
      .asPerson(await personOf(participantId))
      .post(`/organizations/${world.riverside}/offers/${offer.id}`, { act: "accept", adult: "on" });
    expect(answer.status).toBe(303);
  }
}
const relationships = (programId: string) =>
  here(({ db }) =>
    db
      .selectFrom("relationship")
      .innerJoin("relationship_person as p", "p.relationship_id", "relationship.id")
      .select((eb) => ["relationship.id", eb.fn.agg<string[]>("array_agg", ["p.participant_id"]).as("people")])
      .where("relationship.program_id", "=", programId)
      .groupBy("relationship.id")
      .execute(),
  );

test("groups: from the form to a group that has begun, and is filled up by the next round", async () => {
  const ruth = world.as("coordinator");
  const programId = world.first;
  const at = path(programId);
  await inventPeople(app, { organizationId: world.riverside, programId }, { mentees: 6, mentors: 2, seed: 2, capacity: () => 6 });
  await addHopes(programId);
  expect(await text(ruth, `${at}/rounds/new`)).not.toContain("Good groups");
  await ruth.post(`${at}/matching`, { act: "format", format: "group" });
  await ruth.post(`${at}/matching`, { act: "group", groupLeast: "3", groupMost: "4" });
  const form = await text(ruth, `${at}/rounds/new`);
  expect(form).toMatch(/value="groups"[^>]*checked|checked[^>]*value="groups"/);
  expect(form).toContain("from 3 to 4 mentees");

  const id = await run(ruth, programId, { objective: "groups", company: "full" });
  const round = await roundOf(id);
  expect([round.problem, round.settings, round.certificate?.check.proven]).toEqual([
    null,
    { group: { least: 3, most: 4, company: "full" } },
    true,
  ]);
  const pairs = await pairsOf(id);
  expect(pairs).toHaveLength(7);
  const sizes = Map.groupBy(pairs, ({ mentor_id }) => mentor_id);
  for (const group of sizes.values()) expect([3, 4]).toContain(group.length);
  // The total is what the board shows of the pairs, and their company.
  expect(round.total).toBe(pairs.reduce((sum, { weight }) => sum + weight, 0) + round.certificate!.company!);
  const board = await text(ruth, `${at}/rounds/${id}`);
  expect(board).toMatch(/no other groups can be more than [\d.]+% better|no other groups give more/);
  expect(board).not.toContain("no other set of pairs");
  expect(board).not.toContain("/what-if");
  for (const page of ["what-if", "what-if/result", "trade-offs"]) expect((await ruth.get(`${at}/rounds/${id}/${page}`)).status).toBe(404);
  const [first] = sizes.values();
  const groups = await text(ruth, `${at}/rounds/${id}?view=mentors`);
  expect(groups).toContain("What its mentees share");
  for (const { mentee_id } of first!) expect(groups).toContain(`/participants/${mentee_id}`);
  // Nobody can say what another pair would cost the rest.
  const which = { organizationId: world.riverside, roundId: id };
  const [other] = await here((ctx) => runnersUp(ctx, which, "mentee", pairs[0]!.mentee_id, 1));
  expect(other!.cost).toBeNull();
  expect(await here((ctx) => priceOf(ctx, which, other!.menteeId, other!.mentorId))).toMatchObject({
    kind: "priced",
    pair: { cost: null },
  });

  expect((await ruth.post(`${at}/rounds/${id}/publish`, {})).status).toBe(303);
  await app.jobs.runDue(app);
  const offers = await offersOf(programId);
  expect(offers).toHaveLength(7);
  const [mentorId] = [...sizes].find(([, { length }]) => length === 3)!;
  const hers = offers.filter((offer) => offer.mentor_id === mentorId);
  for (const offer of hers.slice(0, 2)) await accept(offer);
  expect(await relationships(programId)).toEqual([]);
  await accept(hers[2]!);
  const [begun] = await relationships(programId);
  expect(begun!.people.toSorted()).toEqual([mentorId, ...hers.slice(0, 3).map(({ mentee_id }) => mentee_id)].toSorted());
  expect(await here((ctx) => checkRun(ctx, world.riverside, programId, id))).toMatchObject({
    kind: "ran",
    samePairs: true,
    sameTotal: true,
    proven: true,
  });

  // One more comes: a group that is under way takes in a single one, and never more than the program says.
  const [late] = (await inventPeople(app, { organizationId: world.riverside, programId }, { mentees: 1, mentors: 0, seed: 9 })).mentees;
  const next = await run(ruth, programId, { objective: "groups", company: "none" });
  const again = await pairsOf(next);
  expect(again.map(({ mentee_id, mentor_id }) => [mentee_id, mentor_id])).toEqual([[late, mentorId]]);
});

test("peers: everybody is both, is paired once, and is there for nobody else meanwhile", async () => {
  const carl = world.as("otherCoordinator");
  const programId = world.second;
  const at = path(programId);
  await inventPeople(app, { organizationId: world.riverside, programId }, { mentees: 4, mentors: 1, seed: 5 });
  await addHopes(programId);
  await carl.post(`${at}/matching`, { act: "format", format: "peer" });
  await carl.post(`${at}/participants/new`, { email: "nina@example.org", name: "Nina New", role: "mentee", capacity: "" });
  const parts = await here(({ db }) => db.selectFrom("participant").selectAll().where("program_id", "=", programId).execute());
  const people = Map.groupBy(parts, ({ person_id }) => person_id);
  // Two of the small world, five that were invented, and Nina.
  expect(people.size).toBe(8);
  for (const both of people.values()) expect(both.map(({ role }) => role).toSorted()).toEqual(["mentee", "mentor"]);
  const personOfPart = new Map(parts.map(({ id, person_id }) => [id, person_id]));

  const twinOf = (part: string): string => people.get(personOfPart.get(part)!)!.find(({ id }) => id !== part)!.id;
  const form = await text(carl, `${at}/rounds/new`);
  expect(form).toContain("Good pairs of peers");
  expect(form).not.toContain("The most good in total");
  expect((await carl.post(`${at}/rounds/new`, { who: "everyone", seed: "7", objective: "most-good" })).status).toBe(422);
  const id = await run(carl, programId, { objective: "peers" });
  const round = await roundOf(id);
  expect([round.problem, round.certificate?.check.proven]).toEqual([null, true]);
  const pairs = await pairsOf(id);
  expect(pairs).toHaveLength(4);
  const paired = pairs.flatMap(({ mentee_id, mentor_id }) => [personOfPart.get(mentee_id), personOfPart.get(mentor_id)]);
  expect(new Set(paired).size).toBe(8);
  expect(round.total).toBe(pairs.reduce((sum, { weight }) => sum + weight, 0));
  const unmatched = await here(({ db }) => db.selectFrom("round_unmatched").selectAll().where("round_id", "=", id).execute());
  expect(unmatched).toEqual([]);
  expect(await text(carl, `${at}/rounds/${id}`)).toMatch(/no other pairs (can be more|give more)/);

  const closer = await text(carl, `${at}/rounds/${id}/participants/${pairs[0]!.mentee_id}`);
  expect(closer).toContain("Other peers for");
  expect(closer).not.toMatch(/Other mentors|Other mentees|>Mentee ·/u);
  // Whom she is paired with is not proposed to her once more the other way round, and her own strength adds up.
  expect(closer.split("Other peers for")[1]).not.toContain(`participants/${twinOf(pairs[0]!.mentor_id)}`);
  for (const { parts: why, weight } of pairs) expect(Math.abs(why.reduce((sum, { points }) => sum + points, 0) - weight)).toBeLessThan(1);

  for (const page of ["what-if", "trade-offs", "fairness", "fairness/figures"])
    expect((await carl.get(`${at}/rounds/${id}/${page}`)).status).toBe(404);

  expect((await carl.post(`${at}/rounds/${id}/publish`, {})).status).toBe(303);
  await app.jobs.runDue(app);
  const offers = await offersOf(programId);
  expect(offers).toHaveLength(4);
  const listed = await text(carl, `${at}/offers`);
  expect(listed).toContain("and peer");
  expect(listed).not.toMatch(/<th[^>]*>(Mentee|Mentor)</u);
  // In their other parts they hold that offer, too: no round takes them, and nobody can be offered to them.
  const places = await here((ctx) => listCandidates(ctx, world.riverside, programId));
  expect(places.map((candidate) => candidate.places)).toEqual(places.map(() => 0));
  const twin = (part: string, role: "mentee" | "mentor") => people.get(personOfPart.get(part)!)!.find((one) => one.role === role)!.id;
  const [one, two] = offers;
  const turned = { menteeId: twin(one!.mentor_id, "mentee"), mentorId: twin(two!.mentee_id, "mentor"), weight: 1, reasons: [] };
  const tried = await here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId,
      roundId: null,
      answerBy: new Date(Date.now() + 86_400_000),
      pairs: [turned],
    }),
  );
  expect(tried.made).toEqual([]);

  await accept(one!);
  const [begun] = await relationships(programId);
  expect(begun!.people.toSorted()).toEqual([one!.mentee_id, one!.mentor_id].toSorted());
  const page = await text(
    world.asPerson(personOfPart.get(one!.mentee_id)!),
    `/organizations/${world.riverside}/relationships/${begun!.id}`,
  );
  expect(page).not.toMatch(/your mentor/i);
  expect(await here((ctx) => checkRun(ctx, world.riverside, programId, id))).toMatchObject({
    kind: "ran",
    samePairs: true,
    sameTotal: true,
  });

  // Who leaves leaves with both parts, and her offer is let go.
  await here((ctx) => withdrawParticipant(ctx, world.riverside, programId, twin(two!.mentee_id, "mentor")));
  await app.jobs.runDue(app);
  const left = await here(({ db }) =>
    db
      .selectFrom("participant")
      .select("withdrawn_at")
      .where("person_id", "=", personOfPart.get(two!.mentee_id)!)
      .where("program_id", "=", programId)
      .execute(),
  );
  expect(left.map(({ withdrawn_at }) => withdrawn_at !== null)).toEqual([true, true]);
  expect((await offersOf(programId)).map((offer) => offer.id)).not.toContain(two!.id);
  const free = (await here((ctx) => listCandidates(ctx, world.riverside, programId))).filter((candidate) => candidate.places > 0);
  expect(new Set(free.map(({ personId }) => personId))).toEqual(new Set([personOfPart.get(two!.mentor_id)]));
});
