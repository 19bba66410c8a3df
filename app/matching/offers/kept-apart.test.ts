import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { inventPeople } from "../../../testing/invented-people.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { forbidPair } from "../board/pair-wishes.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { startRound } from "../rounds/start-round.ts";
import { publishRound } from "./publish-round.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  await inventPeople(app, { organizationId: world.riverside, programId: world.first }, { mentees: 12, mentors: 12, seed: 2 });
  await here(async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    await ctx.db.updateTable("program").set({ adults_only_attested_at: new Date() }).where("id", "=", world.first).execute();
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const place = () => ({ organizationId: world.riverside, programId: world.first });

test("who has come to be kept apart since the round ran gets no offer; what was declined and then locked is offered again", async () => {
  const roundId = await here((ctx) =>
    startRound(ctx, world.riverside, world.first, { chosen: { who: "ready" }, seed: 3, objective: "most-good" }),
  );
  await app.jobs.runDue(app);
  const pairs = await here(({ db }) =>
    db
      .selectFrom("round_pair")
      .select(["mentee_id as menteeId", "mentor_id as mentorId"])
      .where("round_id", "=", roundId)
      .orderBy("mentee_id")
      .execute(),
  );
  const [forbidden, setAside, declined, lockedAgain, lockedAside] = pairs;
  const refuse = (of: string, about: string) =>
    here(({ db }) =>
      db
        .insertInto("refusal")
        .values({ organization_id: world.riverside, program_id: world.first, participant_id: of, about_id: about })
        .execute(),
    );
  const lock = ({ menteeId }: (typeof pairs)[number]) =>
    here(({ db }) =>
      db.updateTable("round_pair").set({ is_locked: true }).where("round_id", "=", roundId).where("mentee_id", "=", menteeId).execute(),
    );
  await here((ctx) => forbidPair(ctx, place(), forbidden!));
  await refuse(setAside!.mentorId, setAside!.menteeId);
  await refuse(lockedAside!.menteeId, lockedAside!.mentorId);
  for (const { menteeId, mentorId } of [declined!, lockedAgain!])
    await here(({ db }) =>
      db
        .insertInto("offer")
        .values({
          organization_id: world.riverside,
          program_id: world.first,
          id: newId(),
          mentee_id: menteeId,
          mentor_id: mentorId,
          place: 1,
          weight: 1,
          reasons: "[]",
          state: "declined",
          answer_by: new Date(),
        })
        .execute(),
    );
  await lock(lockedAgain!);
  await lock(lockedAside!);

  const page = await world.as("coordinator").get(`/organizations/${world.riverside}/programs/${world.first}/rounds/${roundId}/publish`);
  const text = await page.text();
  // By which day they answer, and the way back by the round's name.
  expect(text).toMatch(/days to answer: published now, until (?:the end of )?\w{3}, \w{3} \d+/u);
  expect(text).toMatch(/rounds\/[^"]*"[^>]*>Round 1</u);
  // What somebody set aside unseen, this page does not tell.
  expect(text).toContain(`${pairs.length - 1} pairs get an offer by mail`);
  expect(text).toContain("1 pair that you forbade after the round ran gets no offer.");

  const { made, left } = await here((ctx) => publishRound(ctx, { ...place(), roundId }));
  const apart = [forbidden!, setAside!, declined!, lockedAside!].map(({ menteeId }) => menteeId);
  expect(made.length).toBe(pairs.length - 4);
  expect(left.map(({ pair, why }) => [pair.menteeId, why])).toEqual(apart.toSorted().map((menteeId) => [menteeId, "kept-apart"]));
  const offered = await here(({ db }) => db.selectFrom("offer").select("mentee_id").where("state", "=", "open").execute());
  for (const menteeId of apart) expect(offered.map(({ mentee_id }) => mentee_id)).not.toContain(menteeId);
  expect(offered.map(({ mentee_id }) => mentee_id)).toContain(lockedAgain!.menteeId);
});
