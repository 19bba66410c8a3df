import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { choosingWorld, type ChoosingWorld } from "../../../testing/choosing-world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { offerStates } from "../offers/offer.ts";
import { requestStates } from "../requests/request.ts";
import { listNeverPairs } from "./list-never-pairs.ts";

let app: TestApp;
let world: ChoosingWorld;
beforeAll(async () => {
  app = await testApp();
  world = await choosingWorld(app, { mentors: 3, mentees: 2 });
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const never = () => here((ctx) => listNeverPairs(ctx, world.riverside, world.first));
const pair = (mentee: number, mentor: number) => ({
  mentee_id: world.mentees[mentee]!.participantId,
  mentor_id: world.mentors[mentor]!.participantId,
});
const told = ({ mentee_id, mentor_id }: ReturnType<typeof pair>) => ({ menteeId: mentee_id, mentorId: mentor_id });
const place = () => ({ organization_id: world.riverside, program_id: world.first });
const clear = () =>
  here(async ({ db }) => {
    for (const table of ["offer", "request", "refusal", "pair_wish"] as const)
      await db.deleteFrom(table).where("organization_id", "=", world.riverside).execute();
  });

test("a no to an offer or to a request keeps the two apart; what ran out or was taken back does not", async () => {
  const answer_by = new Date("2999-01-01");
  for (const state of offerStates) {
    await here(({ db }) =>
      db
        .insertInto("offer")
        .values({ ...place(), ...pair(0, 1), id: newId(), place: 1, weight: 1, reasons: "[]", state, answer_by })
        .execute(),
    );
    expect(await never(), state).toEqual({ forbidden: [], declined: state === "declined" ? [told(pair(0, 1))] : [], past: [] });
    await clear();
  }
  for (const state of requestStates) {
    await here(({ db }) =>
      db
        .insertInto("request")
        .values({
          ...place(),
          ...pair(1, 2),
          id: newId(),
          words: "Hello",
          slot: 1,
          answer_by,
          state,
          withdrawn_because: state === "withdrawn" ? "mentee" : null,
        })
        .execute(),
    );
    expect(await never(), state).toEqual({ forbidden: [], declined: state === "declined" ? [told(pair(1, 2))] : [], past: [] });
    await clear();
  }
});

test("an unseen no is the same pair from either side, and a coordinator's wish is told apart from both", async () => {
  const refusal = (of: string, about: string) =>
    here(({ db }) =>
      db
        .insertInto("refusal")
        .values({ ...place(), participant_id: of, about_id: about })
        .execute(),
    );
  await refusal(pair(0, 2).mentee_id, pair(0, 2).mentor_id);
  await refusal(pair(1, 0).mentor_id, pair(1, 0).mentee_id);
  await here(({ db }) =>
    db
      .insertInto("pair_wish")
      .values([
        { ...place(), ...pair(1, 1), kind: "forbid" },
        { ...place(), ...pair(0, 0), kind: "lock" },
      ])
      .execute(),
  );
  const { forbidden, declined } = await never();
  expect(forbidden).toEqual([told(pair(1, 1))]);
  expect(new Set(declined)).toEqual(new Set([told(pair(0, 2)), told(pair(1, 0))]));
  expect(await here((ctx) => listNeverPairs(ctx, world.riverside, world.second))).toEqual({ forbidden: [], declined: [], past: [] });
  await clear();
});
