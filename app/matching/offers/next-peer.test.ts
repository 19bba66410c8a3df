/** Peers after a no: the next best is offered by itself, whichever of the two sides somebody stood on. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { as, type Someone } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { makeOtherParts } from "../../networks/enrollment/peer-parts.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { forbidPair } from "../board/pair-wishes.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { startRound } from "../rounds/start-round.ts";
import { acceptOffer, declineOffer } from "./answer-offer.ts";
import { expireDue } from "./expire-offers.job.ts";
import { makeOffers } from "./make-offers.ts";
import type { DeclineReason, Side } from "./offer.ts";
import { perspectiveOf } from "./offer-letters.email.ts";

let app: TestApp;
let world: World;
let programId: string;
type Name = "Ana" | "Ben" | "Cy" | "Dee";
let people: Record<Name, Someone & { mentorId: string }>;

beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const interests: Record<Name, string[]> = {
  Ana: ["chess", "film"],
  Ben: ["rowing"],
  Cy: ["chess", "film", "law", "art"],
  Dee: ["film", "law", "art"],
};

/** Four peers, in whose round everybody but Ana and Ben was left without anybody, as far as it matters here. */
beforeEach(async () => {
  app.travel(new Date("2026-03-02T09:30:00Z"));
  programId = newId();
  const organization_id = world.riverside;
  await here(({ db }) =>
    db
      .insertInto("program")
      .values({ organization_id, id: programId, name: "Together", format: "peer", adults_only_attested_at: new Date() })
      .execute(),
  );
  const made: Partial<typeof people> = {};
  for (const name of ["Ana", "Ben", "Cy", "Dee"] as const) {
    const someone = await addParticipant(app, { organizationId: organization_id, programId, role: "mentee", name });
    made[name] = await here(async (ctx) => {
      await ctx.db.updateTable("profile").set({ interests: interests[name] }).where("person_id", "=", someone.personId).execute();
      await makeOtherParts(ctx, { organizationId: organization_id, programId }, someone.personId);
      const other = await ctx.db
        .selectFrom("participant")
        .select("id")
        .where("program_id", "=", programId)
        .where("person_id", "=", someone.personId)
        .where("role", "=", "mentor")
        .executeTakeFirstOrThrow();
      return { ...someone, mentorId: other.id };
    });
  }
  people = made as typeof people;
  const shared = defaultCriteria.find(({ settings }) => settings.mentee === "profile.interests")!;
  await here((ctx) => addCriterion(ctx, organization_id, programId, shared));
  const roundId = await here((ctx) =>
    startRound(ctx, organization_id, programId, { chosen: { who: "everyone" }, seed: 7, objective: "peers" }),
  );
  await app.jobs.runDue(app);
  await here(({ db }) => db.updateTable("round").set({ state: "published", published_at: new Date() }).where("id", "=", roundId).execute());
});

const offer = async (one: Name, other: Name): Promise<string> => {
  const { made } = await here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId,
      roundId: null,
      answerBy: new Date(ctx.now.getTime() + 3 * 86_400_000),
      pairs: [{ menteeId: people[one].participantId, mentorId: people[other].mentorId, weight: 5000, reasons: [] }],
    }),
  );
  return made[0]!;
};
const its = (offerId: string) => ({ organizationId: world.riverside, offerId });
const decline = async (who: Name, offerId: string, reason: DeclineReason): Promise<void> => {
  await here((ctx) => declineOffer(as(people[who], ctx), its(offerId), { reason, note: "" }));
  await app.jobs.runDue(app);
};
const listOpen = () =>
  here(({ db }) =>
    db
      .selectFrom("offer")
      .select(["id", "mentee_id", "mentor_id", "weight"])
      .where("program_id", "=", programId)
      .where("state", "=", "open")
      .orderBy("id")
      .execute(),
  );
const nameOf = (id: string): string =>
  Object.entries(people).find(([, { participantId, mentorId }]) => participantId === id || mentorId === id)![0];
const open = async (): Promise<string[]> =>
  (await listOpen()).map((one) => [one.mentee_id, one.mentor_id].map(nameOf).toSorted().join(" and ")).toSorted();

test("both who want somebody else get the next best, each of them one, at the mean of both directions", async () => {
  await decline("Ben", await offer("Ana", "Ben"), "hours");
  expect(await open()).toEqual(["Ana and Cy", "Ben and Dee"]);
  const ana = (await listOpen()).find(({ mentee_id }) => mentee_id === people.Ana.participantId);
  // All that Ana likes is Cy's, half of what he likes is hers.
  expect(ana?.weight).toBe(7500);
});

test("whoever stood as the mentor is offered somebody in the same way", async () => {
  await decline("Ben", await offer("Ben", "Ana"), "not-now");
  expect(await open()).toEqual(["Ana and Cy"]);
});

test("who said “not now” or nothing at all is not asked again, in neither part", async () => {
  await decline("Ben", await offer("Ana", "Ben"), "not-now");
  const [first] = await listOpen();
  await decline("Cy", first!.id, "hours");
  // Dee is left for Ana or Cy, and Ben for nobody.
  expect((await open()).join()).not.toContain("Ben");
  expect(await open()).toEqual(["Ana and Dee"]);

  const [last] = await listOpen();
  await here((ctx) => acceptOffer(as(people.Dee, ctx), its(last!.id)));
  app.travel(new Date("2026-04-02T09:30:00Z"));
  await expireDue(app);
  await app.jobs.runDue(app);
  // Ana was silent; Cy wants somebody, as Dee does.
  expect(await open()).toEqual(["Cy and Dee"]);
});

test("the same two are not offered again the other way round", async () => {
  await here(({ db }) =>
    db
      .updateTable("participant")
      .set({ withdrawn_at: new Date() })
      .where("person_id", "in", [people.Cy.personId, people.Dee.personId])
      .where("program_id", "=", programId)
      .execute(),
  );
  await decline("Ben", await offer("Ana", "Ben"), "hours");
  expect(await open()).toEqual([]);
});

test("a never between two stands whichever of them it names first", async () => {
  const where = { organizationId: world.riverside, programId };
  await here((ctx) => forbidPair(ctx, where, { menteeId: people.Cy.participantId, mentorId: people.Ana.mentorId }));
  await decline("Ben", await offer("Ana", "Ben"), "not-now");
  expect(await open()).toEqual(["Ana and Dee"]);
});

test("where the program asks its coordinator, nothing is offered by itself", async () => {
  await here(({ db }) => db.updateTable("program").set({ on_decline: "ask-coordinator" }).where("id", "=", programId).execute());
  await decline("Ben", await offer("Ana", "Ben"), "hours");
  expect(await open()).toEqual([]);
});

test("each of the two reads why from where she stands, and what makes the strength adds up to it", async () => {
  await here((ctx) =>
    ctx.db.updateTable("profile").set({ interests: [] }).where("person_id", "in", [people.Ana.personId, people.Cy.personId]).execute(),
  );
  const skill = (name: Name, direction: "gives" | "hopes", label: string) =>
    here((ctx) =>
      ctx.db
        .insertInto("profile_skill")
        .values({ organization_id: world.riverside, person_id: people[name].personId, skill: label, direction })
        .execute(),
    );
  await skill("Ana", "hopes", "pruning");
  await skill("Cy", "gives", "pruning");
  await skill("Cy", "hopes", "budgets");
  await skill("Ana", "gives", "budgets");
  const hopes = defaultCriteria.find(({ settings }) => settings.mentee === "profile.hopes")!;
  await here((ctx) => addCriterion(ctx, world.riverside, programId, hopes));
  await decline("Ben", await offer("Ana", "Ben"), "not-now");
  const made = await here(({ db }) =>
    db
      .selectFrom("offer")
      .select(["id", "weight", "reasons"])
      .where("program_id", "=", programId)
      .where("state", "=", "open")
      .executeTakeFirstOrThrow(),
  );
  expect(made.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(made.weight);
  const read = (side: Side, other: Name): string =>
    reasonSentences(made.reasons, "en", perspectiveOf(side, other))
      .join(" ")
      .replaceAll(/[\u2068\u2069]/gu, "");
  const [toAna, toCy] = [read("mentee", "Cy"), read("mentor", "Ana")];
  expect(toAna).toContain("You hope to learn pruning, which Cy offers.");
  expect(toAna).toContain("Cy hopes to learn budgets, which you offer.");
  expect(toCy).toContain("You hope to learn budgets, which Ana offers.");
  expect(toCy).toContain("Ana hopes to learn pruning, which you offer.");
});
