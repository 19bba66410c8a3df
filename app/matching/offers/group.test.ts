import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { as, type Someone } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { withdrawParticipant } from "../../networks/enrollment/withdraw-participant.ts";
import { newId } from "../../platform/identifiers.ts";
import { listCandidates } from "../rounds/list-candidates.ts";
import { acceptOffer } from "./answer-offer.ts";
import { beginGroupNow, listGatheringGroups } from "./join-group.ts";
import { makeOffers } from "./make-offers.ts";

let app: TestApp;
let world: World;
let programId: string;
let mentor: Someone;

beforeAll(async () => {
  app = await testApp({ settings: { databasePoolSize: 20 } });
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);

/** A program of groups, from two to four. */
beforeEach(async () => {
  programId = newId();
  const organization_id = world.riverside;
  await here(async ({ db }) => {
    await db
      .insertInto("program")
      .values({ organization_id, id: programId, name: "Together", format: "group", default_capacity: 4 })
      .execute();
    await db.insertInto("matching_mode").values({ organization_id, program_id: programId, group_least: 2, group_most: 4 }).execute();
  });
  mentor = await addParticipant(app, { organizationId: organization_id, programId, role: "mentor", name: "Jonas" });
});

/** Somebody who was offered this group, and both of whom say yes. */
async function offered(name: string): Promise<{ mentee: Someone; offerId: string }> {
  const mentee = await addParticipant(app, { organizationId: world.riverside, programId, role: "mentee", name });
  const { made } = await here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId,
      roundId: null,
      answerBy: new Date(Date.now() + 86_400_000),
      pairs: [{ menteeId: mentee.participantId, mentorId: mentor.participantId, weight: 5000, reasons: [] }],
    }),
  );
  return { mentee, offerId: made[0]! };
}
const accept = ({ mentee, offerId }: { mentee: Someone; offerId: string }) =>
  Promise.all([mentor, mentee].map((who) => here((ctx) => acceptOffer(as(who, ctx), { organizationId: world.riverside, offerId }))));
const groups = async (): Promise<string[][]> => {
  const rows = await here(({ db }) =>
    db
      .selectFrom("relationship")
      .innerJoin("relationship_person as p", "p.relationship_id", "relationship.id")
      .innerJoin("profile", "profile.person_id", "p.person_id")
      .select((eb) => ["relationship.id", eb.fn.agg<string[]>("array_agg", ["profile.name"]).as("names")])
      .where("relationship.program_id", "=", programId)
      .groupBy("relationship.id")
      .execute(),
  );
  return rows.map(({ names }) => names.toSorted((a, b) => a.localeCompare(b)));
};
const lettersTo = async ({ personId }: Someone): Promise<string[]> =>
  (
    await asSystem(app, ({ db }) =>
      db.selectFrom("letter").select("subject").where("person_id", "=", personId).orderBy("created_at").execute(),
    )
  ).map(({ subject }) => subject);

test("a group begins with the last who makes enough, and takes later ones in", async () => {
  const first = await offered("Maya");
  await accept(first);
  expect(await groups()).toEqual([]);
  expect(await here((ctx) => listGatheringGroups(ctx, world.riverside, programId))).toMatchObject([
    { mentorName: "Jonas", menteeNames: ["Maya"] },
  ]);

  const second = await offered("Omar");
  await accept(second);
  expect(await groups()).toEqual([["Jonas", "Maya", "Omar"]]);
  expect(await here((ctx) => listGatheringGroups(ctx, world.riverside, programId))).toEqual([]);
  await accept(await offered("Sofía"));
  expect(await groups()).toEqual([["Jonas", "Maya", "Omar", "Sofía"]]);
  await app.jobs.runDue(app);
  // Who waited is told, too, and each only once.
  for (const { mentee } of [first, second])
    expect((await lettersTo(mentee)).filter((subject) => subject.startsWith("Your group with Jonas"))).toHaveLength(1);
});

test("a group in a break takes its own in; one that comes to its end gives nobody to the next", async () => {
  await accept(await offered("Maya"));
  await accept(await offered("Omar"));
  const setState = (state: "paused" | "closing") =>
    here(({ db }) =>
      db
        .updateTable("relationship")
        .set({
          state,
          paused_by: state === "paused" ? "people" : null,
          closes_on: state === "paused" ? null : "2030-01-01",
          ending: state === "paused" ? null : "planned",
        })
        .where("program_id", "=", programId)
        .where("state", "<>", "concluded")
        .execute(),
    );
  await setState("paused");
  await accept(await offered("Sofía"));
  expect(await groups()).toEqual([["Jonas", "Maya", "Omar", "Sofía"]]);
  await setState("closing");
  const later = await offered("Lena");
  await accept(later);
  expect(await groups()).toEqual([["Jonas", "Maya", "Omar", "Sofía"]]);
  expect(await here((ctx) => listGatheringGroups(ctx, world.riverside, programId))).toMatchObject([{ menteeNames: ["Lena"] }]);
  const of = { organizationId: world.riverside, programId, mentorId: mentor.participantId };
  await here((ctx) => beginGroupNow(ctx, of));
  expect((await groups()).toSorted((a, b) => a.length - b.length)).toEqual([
    ["Jonas", "Lena"],
    ["Jonas", "Maya", "Omar", "Sofía"],
  ]);
});

test("four who say yes at the same moment are one group", async () => {
  const offers = await Promise.all(["Ada", "Bea", "Cleo", "Dora"].map(offered));
  await Promise.all(offers.map(accept));
  expect(await groups()).toEqual([["Ada", "Bea", "Cleo", "Dora", "Jonas"]]);
});

test("whoever leaves while a group gathers is not waited for, and where its mentor leaves nobody waits", async () => {
  const lettersAbout = async ({ personId }: Someone): Promise<string[]> =>
    (await asSystem(app, ({ db }) => db.selectFrom("letter").select("text_body").where("person_id", "=", personId).execute()))
      .map(({ text_body }) => text_body)
      .filter((text) => text.includes("no longer takes part"));
  const leave = async ({ participantId }: Someone): Promise<void> => {
    await here((ctx) => withdrawParticipant(ctx, world.riverside, programId, participantId));
    await app.jobs.runDue(app);
  };
  const gathering = () => here((ctx) => listGatheringGroups(ctx, world.riverside, programId));
  const [maya, omar] = [await offered("Maya"), await offered("Omar")];
  await accept(maya);
  await leave(maya.mentee);
  expect(await gathering()).toEqual([]);
  expect(await lettersAbout(mentor)).toEqual([expect.stringContaining("Maya no longer takes part")]);
  expect((await lettersTo(maya.mentee)).filter((subject) => subject.startsWith("News"))).toEqual([]);
  await accept(omar);
  expect(await groups()).toEqual([]);

  await leave(mentor);
  expect(await gathering()).toEqual([]);
  expect(await lettersAbout(omar.mentee)).toEqual([expect.stringContaining("Jonas no longer takes part")]);
  const candidates = await here((ctx) => listCandidates(ctx, world.riverside, programId));
  expect(candidates.map(({ name, places }) => [name, places])).toEqual([["Omar", 1]]);
});

test("whoever leaves a group that has begun is in it still", async () => {
  const [maya, omar] = [await offered("Maya"), await offered("Omar")];
  for (const one of [maya, omar]) await accept(one);
  await here((ctx) => withdrawParticipant(ctx, world.riverside, programId, maya.mentee.participantId));
  await app.jobs.runDue(app);
  const states = await here(({ db }) => db.selectFrom("offer").select("state").where("program_id", "=", programId).execute());
  expect(states.map(({ state }) => state)).toEqual(["accepted", "accepted"]);
});

test("the coordinator need not wait for more", async () => {
  const of = () => ({ organizationId: world.riverside, programId, mentorId: mentor.participantId });
  await expect(here((ctx) => beginGroupNow(ctx, of()))).rejects.toThrow(/begun already, or nobody/);
  await accept(await offered("Maya"));
  await here((ctx) => beginGroupNow(ctx, of()));
  expect(await groups()).toEqual([["Jonas", "Maya"]]);
  await expect(here((ctx) => beginGroupNow(ctx, of()))).rejects.toThrow(/begun already/);
});

test("the page of a group names all of them, and gives a mentee the address of her mentor alone", async () => {
  const [maya, omar] = [await offered("Maya"), await offered("Omar")];
  await accept(maya);
  await accept(omar);
  const { id } = await here(({ db }) =>
    db.selectFrom("relationship").select("id").where("program_id", "=", programId).executeTakeFirstOrThrow(),
  );
  const page = async (who: Someone): Promise<string> =>
    (await world.asPerson(who.personId).get(`/organizations/${world.riverside}/relationships/${id}`)).text();
  const seen = await page(maya.mentee);
  expect(seen).toContain("The group of Jonas");
  expect(seen).toContain("Omar");
  expect(seen).toContain(`${mentor.personId}@example.org`);
  expect(seen).not.toContain(`${omar.mentee.personId}@example.org`);
  expect(await page(mentor)).toContain(`${omar.mentee.personId}@example.org`);
});
