/** In a program of peers everybody takes part twice, and stands once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { makeOtherParts } from "../../networks/enrollment/peer-parts.ts";
import { withdrawParticipant } from "../../networks/enrollment/withdraw-participant.ts";
import { makeOffers } from "../../matching/offers/make-offers.ts";
import { listCandidates, takingPart, withBothParts } from "../../matching/rounds/list-candidates.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { countStandings, type RoleFigures } from "./count-standings.ts";
import { countPeople, describePeople, listIds, listPeople, scopeOf } from "./list-people.ts";
import { type PeopleFilter, standings } from "./standing.ts";

let app: TestApp;
let world: World;
let at: string;
const programId = newId();
const question = newId();
const people: Record<string, { mentee: string; mentor: string; personId: string }> = {};

beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${programId}`;
  const program = { organization_id: world.riverside, id: programId, name: "Side by Side", format: "peer" } as const;
  await here(({ db }) => db.insertInto("program").values(program).execute());
  for (const name of ["Ada", "Bea", "Cleo", "Dora", "Eve", "Flo"]) {
    const { personId } = await addParticipant(app, { organizationId: world.riverside, programId, role: "mentee", name });
    await here((ctx) => makeOtherParts(ctx, { organizationId: world.riverside, programId }, personId));
    const parts = await here(({ db }) =>
      db.selectFrom("participant").select(["id", "role"]).where("program_id", "=", programId).where("person_id", "=", personId).execute(),
    );
    const part = (role: string) => parts.find((one) => one.role === role)!.id;
    people[name] = { mentee: part("mentee"), mentor: part("mentor"), personId };
  }
  // Asked of mentors only: who has answered as a mentee alone is not complete.
  await here(async ({ db }) => {
    await db
      .insertInto("question")
      .values({
        organization_id: world.riverside,
        id: question,
        program_id: programId,
        position: 1,
        kind: "text",
        label: "Your motto",
        asked_of: "mentors",
        is_required: true,
      })
      .execute();
    await db
      .updateTable("participant")
      .set({ completed_at: null })
      .where("program_id", "=", programId)
      .where("role", "=", "mentor")
      .execute();
    for (const name of ["Ada", "Bea", "Cleo", "Dora", "Flo"])
      await db
        .insertInto("answer")
        .values({
          organization_id: world.riverside,
          participant_id: people[name]!.mentor,
          question_id: question,
          value: JSON.stringify(`${name} goes on`),
        })
        .execute();
  });
  // Ada and Bea hold an offer, of which Ada is the mentor; Flo has left.
  await here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId,
      roundId: null,
      answerBy: new Date(Date.now() + 86_400_000),
      pairs: [{ menteeId: people["Bea"]!.mentee, mentorId: people["Ada"]!.mentor, weight: 1, reasons: [] }],
    }),
  );
  await here((ctx) => withdrawParticipant(ctx, world.riverside, programId, people["Flo"]!.mentor));
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const scoped = <T>(work: (ctx: Context, scope: Awaited<ReturnType<typeof scopeOf>>) => Promise<T>): Promise<T> =>
  here(async (ctx) => work(ctx, await scopeOf(ctx, world.riverside, programId)));
const list = (filter: PeopleFilter) => scoped((ctx, scope) => listPeople(ctx, scope, filter, { sort: "name", isDescending: false }, 1));
const stages = async () => Object.fromEntries((await list({})).people.map(({ name, stage }) => [name, stage]));
const figures = async (): Promise<RoleFigures> => {
  const counted = await scoped(countStandings);
  if (!("peer" in counted)) throw new Error("a program of peers");
  return counted.peer;
};

test("everybody stands once, with one stage judged over both parts", async () => {
  expect(await stages()).toEqual({ Ada: "unanswered", Bea: "unanswered", Cleo: "ready", Dora: "ready", Eve: "joined" });
  const { people: listed, total } = await list({});
  expect([total, listed.map(({ role }) => role)]).toEqual([5, listed.map(() => "peer")]);
  expect(listed.map(({ id }) => id)).toEqual(listed.map(({ name }) => people[name]!.mentee));
  expect((await list({ standing: "withdrawn" })).people.map(({ name }) => name)).toEqual(["Flo"]);
  // An old link that still names a role means everybody: a peer is of both.
  expect((await list({ role: "mentor" })).total).toBe(5);
  // Either part leads to the same standing.
  const [described] = await scoped((ctx, scope) => describePeople(ctx, scope, [people["Ada"]!.mentor]));
  expect([described!.id, described!.stage]).toEqual([people["Ada"]!.mentee, "unanswered"]);
});

test("each figure is as long as the list behind it, and ready is what a round counts", async () => {
  const counted = await figures();
  expect(counted.all).toBe(5);
  for (const standing of standings) expect((await list({ standing })).total, standing).toBe(counted.figures[standing]);
  const part = await here(async (ctx) =>
    withBothParts(takingPart(await listCandidates(ctx, world.riverside, programId), { who: "ready" })),
  );
  const ready = await scoped((ctx, scope) => listIds(ctx, scope, { standing: "ready" }));
  expect(ready).toEqual(part.mentees.map(({ id }) => id).toSorted());
  expect(ready).toEqual([people["Cleo"]!.mentee, people["Dora"]!.mentee].toSorted());
  expect(await scoped((ctx, scope) => countPeople(ctx, scope, {}))).toBe(5);
});

test("as soon as one part is in a pair, she is; and who has left with one part is not ready with the other", async () => {
  await here(({ db }) => db.updateTable("offer").set({ state: "accepted" }).where("program_id", "=", programId).execute());
  expect(await stages()).toMatchObject({ Ada: "accepted", Bea: "accepted" });
  await here(({ db }) =>
    db.updateTable("participant").set({ withdrawn_at: new Date() }).where("id", "=", people["Dora"]!.mentor).execute(),
  );
  expect((await figures()).figures.ready).toBe(1);
  expect((await list({})).total).toBe(5);
  await here(({ db }) => db.updateTable("participant").set({ withdrawn_at: null }).where("id", "=", people["Dora"]!.mentor).execute());
  await here(({ db }) => db.updateTable("offer").set({ state: "open" }).where("program_id", "=", programId).execute());
});

test("the pages speak of people and peers: one line in the list, one in the file, one group of figures", async () => {
  const ruth = world.as("administrator");
  const page = await (await ruth.get(`${at}/participants`)).text();
  expect(page).toContain("5 people");
  expect(page.match(/>Ada</gu)).toHaveLength(1);
  expect(page).not.toMatch(/Mentee|Mentor|name="role"/u);
  const overview = await (await ruth.get(at)).text();
  expect(overview).toContain("Ready for a round: people 2");
  expect(overview).toContain("See all 5");
  expect(overview).not.toMatch(/Mentee|Mentor\b|[?&]role=/u);
  const file = await (await ruth.get(`${at}/participants/export`)).text();
  expect(file.trim().split("\n")).toHaveLength(6);
  expect(file).toMatch(/Ada,[^\n]*,Peer,[^\n]*Ada goes on/u);
});

test("her page shows both of her parts, from either address", async () => {
  for (const part of [people["Ada"]!.mentee, people["Ada"]!.mentor]) {
    const page = await (await world.as("administrator").get(`${at}/participants/${part}`)).text();
    expect(page).toContain("Peer. ");
    expect(page).toContain("Has an offer to answer until");
    expect(page).toContain("Ada goes on");
    expect(page).toMatch(/Offer with[^:]*Bea/u);
    expect(page).not.toContain('name="capacity"');
    expect(page).not.toContain("Remove from the program");
  }
});

test("of two records of peers one can have a history, in whichever part; two that both have one stay two", async () => {
  const [ada, bea, cleo, dora] = ["Ada", "Bea", "Cleo", "Dora"].map((name) => people[name]!);
  const offers = [
    { mentee_id: bea!.mentee, mentor_id: ada!.mentor },
    { mentee_id: cleo!.mentee, mentor_id: dora!.mentor },
  ];
  await here(async ({ db }) => {
    await db.deleteFrom("offer").execute();
    for (const pair of offers)
      await db
        .insertInto("offer")
        .values({
          ...pair,
          organization_id: world.riverside,
          id: newId(),
          program_id: programId,
          place: 1,
          weight: 1,
          reasons: "[]",
          answer_by: new Date(Date.now() + 86_400_000),
        })
        .execute();
  });
  const merge = (one: { mentee: string; personId: string }, other: { personId: string }) =>
    world.as("owner").post(`${at}/participants/${one.mentee}/merge`, { otherId: other.personId, stays: one.personId });
  // Ada was a mentor in her pair, Cleo a mentee in hers: as one they would have two peers.
  const refused = await merge(ada!, cleo!);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Side by Side");
  // Eve has no history: both of her parts become Ada's.
  expect((await merge(ada!, people["Eve"]!)).status).toBe(303);
  const parts = await here(({ db }) =>
    db
      .selectFrom("participant")
      .select(["id", "role"])
      .where("program_id", "=", programId)
      .where("person_id", "=", ada!.personId)
      .orderBy("role")
      .execute(),
  );
  expect(parts).toEqual([
    { id: ada!.mentee, role: "mentee" },
    { id: ada!.mentor, role: "mentor" },
  ]);
});

test("a copy brings peers along whole, by one box", async () => {
  const form = await (await world.as("owner").get(`${at}/copy`)).text();
  expect(form).toContain("The 4 people who take part");
  expect(form).not.toMatch(/withMentors|The \d+ ment/u);
  const sent = await world
    .as("owner")
    .post(`${at}/copy`, { name: "Side by Side 2", startsOn: "", endsOn: "", withMentees: "yes", adultsOnly: "yes" });
  expect(sent.status).toBe(303);
  const copy = /programs\/([^/]+)\//u.exec(sent.headers.get("location")!)![1]!;
  const rows = await here(({ db }) => db.selectFrom("participant").select(["person_id", "role"]).where("program_id", "=", copy).execute());
  for (const role of ["mentee", "mentor"] as const)
    expect(new Set(rows.filter((row) => row.role === role).map(({ person_id }) => person_id))).toEqual(
      new Set(["Ada", "Bea", "Cleo", "Dora"].map((name) => people[name]!.personId)),
    );
  const motto = await here(({ db }) =>
    db
      .selectFrom("answer")
      .innerJoin("participant as p", "p.id", "answer.participant_id")
      .select(["p.role", "answer.value"])
      .where("p.program_id", "=", copy)
      .execute(),
  );
  expect(motto).toHaveLength(4);
  expect(motto.every(({ role }) => role === "mentor")).toBe(true);
});

test("whoever is added to equals is asked for no role", async () => {
  const page = await (await world.as("owner").get(`${at}/participants/new`)).text();
  expect(page).toContain('type="hidden" name="role" value="mentee"');
  expect(page).not.toContain('type="radio" name="role"');
  expect(page).not.toContain('name="capacity"');
});
