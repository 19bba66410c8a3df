import { afterEach, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type InventedPeople, inventPeople } from "../../../testing/invented-people.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { questionSource } from "../criteria/answer-source.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { listParticipantIds, loadPeople } from "../criteria/load-people.ts";
import { type Everybody, readEverybody } from "./everybody.ts";
import { withoutHidden } from "./fit.ts";

let app: TestApp;
let world: World;
let invented: InventedPeople;
beforeEach(async () => {
  app = await testApp();
  world = await smallWorld(app);
  invented = await inventPeople(app, { organizationId: world.riverside, programId: world.first }, { mentees: 3, mentors: 12 });
});
afterEach(() => app[Symbol.asyncDispose]());

const criteria = (): Criterion[] => [
  {
    id: newId(),
    strength: "should",
    rule: "same",
    settings: { mentee: questionSource(invented.department), mentor: questionSource(invented.department) },
    weight: 50,
  },
];
const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const sought = async (ctx: Context) => ({
  organizationId: world.riverside,
  programId: world.first,
  role: "mentor" as const,
  criteria: criteria(),
  questions: await listQuestions(ctx, world.riverside, world.first),
});
const read = (): Promise<Everybody> => within(async (ctx) => readEverybody(ctx, await sought(ctx)));

/** What is read without anything kept. */
const truth = (): Promise<Everybody> =>
  within(async (ctx) => {
    const { organizationId, programId, role, criteria: by, questions } = await sought(ctx);
    const people = await loadPeople(ctx, organizationId, await listParticipantIds(ctx, organizationId, programId, role), by);
    return {
      people: new Map(people.map((person) => [person.id, person])),
      shown: new Map(people.map((person) => [person.id, withoutHidden(person, questions)])),
    };
  });

test("as long as nothing of theirs changes they are not read again", async () => {
  const first = await read();
  expect(first.people.size).toBe(13);
  expect((await read()).people).toBe(first.people);
  // A mentee is none of them.
  await within(({ db }) => db.updateTable("profile").set({ headline: "Nurse" }).where("person_id", "=", world.people.mentee).execute());
  expect((await read()).people).toBe(first.people);
});

const personOf = (ctx: Context, id: string) =>
  ctx.db.selectFrom("participant").select("person_id").where("id", "=", id).executeTakeFirstOrThrow();

const changes: Record<string, (ctx: Context) => Promise<unknown>> = {
  "she speaks another language": async (ctx) =>
    ctx.db
      .updateTable("profile")
      .set({ languages: ["fr"] })
      .where("person_id", "=", (await personOf(ctx, invented.mentors[0]!)).person_id)
      .execute(),
  "she shows less of herself": async (ctx) =>
    ctx.db
      .updateTable("profile")
      .set({ visibility: JSON.stringify({ languages: "coordinators", skills: "coordinators" }) })
      .where("person_id", "=", (await personOf(ctx, invented.mentors[1]!)).person_id)
      .execute(),
  "she can help with something more": async (ctx) =>
    ctx.db
      .insertInto("profile_skill")
      .values({
        organization_id: world.riverside,
        person_id: (await personOf(ctx, invented.mentors[2]!)).person_id,
        skill: "sailing",
        direction: "gives",
        level: null,
      })
      .execute(),
  "and with less": async (ctx) =>
    ctx.db
      .deleteFrom("profile_skill")
      .where("person_id", "=", (await personOf(ctx, invented.mentors[3]!)).person_id)
      .execute(),
  "one skill goes and another comes": async (ctx) => {
    const { person_id } = await personOf(ctx, invented.mentors[4]!);
    await ctx.db.updateTable("profile_skill").set({ skill: "pottery" }).where("person_id", "=", person_id).execute();
  },
  "she answers otherwise": (ctx) =>
    ctx.db
      .updateTable("answer")
      .set({ value: JSON.stringify("Health") })
      .where("participant_id", "=", invented.mentors[5]!)
      .where("question_id", "=", invented.department)
      .execute(),
  "the program hides the answers": (ctx) =>
    ctx.db.updateTable("question").set({ shown_to: "coordinators" }).where("id", "=", invented.department).execute(),
  "she leaves": (ctx) =>
    ctx.db.updateTable("participant").set({ withdrawn_at: new Date() }).where("id", "=", invented.mentors[6]!).execute(),
  "she is taken out": (ctx) => ctx.db.deleteFrom("participant").where("id", "=", invented.mentors[7]!).execute(),
};

test.each(Object.keys(changes))("%s: the next who looks sees it", async (change) => {
  // Shown to everybody, so that hiding it is a change.
  await within(({ db }) => db.updateTable("question").set({ shown_to: "program" }).where("id", "=", invented.department).execute());
  const before = await read();
  await within(async (ctx) => {
    await changes[change]!(ctx);
    // Whoever changed it sees it at once, too.
    expect(await readEverybody(ctx, await sought(ctx))).not.toEqual(before);
  });
  const after = await read();
  expect(after).not.toEqual(before);
  const { people, shown } = await truth();
  expect([after.people, after.shown]).toEqual([people, shown]);
});

test("a change that is taken back is not remembered", async () => {
  const before = await read();
  await within(async (ctx) => {
    await changes["she leaves"]!(ctx);
    expect((await readEverybody(ctx, await sought(ctx))).people.size).toBe(before.people.size - 1);
    throw new Error("taken back");
  }).catch(() => undefined);
  expect((await read()).people.size).toBe(before.people.size);
});

test("another program's people, and another organization's, are theirs", async () => {
  await read();
  const elsewhere = await within(async (ctx) => readEverybody(ctx, { ...(await sought(ctx)), programId: world.second }));
  expect([...elsewhere.people.keys()].filter((id) => invented.mentors.includes(id))).toEqual([]);
  // The database opens nothing of Riverside to Hillside, whatever is in memory.
  const stranger = await inOrganization(app, world.hillside, async (ctx) => readEverybody(ctx, { ...(await sought(ctx)) }));
  expect(stranger.people.size).toBe(0);
});
