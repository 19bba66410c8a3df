import { afterAll, beforeAll, expect, test } from "vitest";
import { as } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { acceptOffer, declineOffer } from "./answer-offer.ts";
import { expireDue } from "./expire-offers.job.ts";
import { makeOffers } from "./make-offers.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp({ settings: { databasePoolSize: 30 } });
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const tomorrow = () => new Date(Date.now() + 86_400_000);
const offering = (menteeId: string, mentorId: string) => (ctx: Context) =>
  makeOffers(ctx, {
    organizationId: world.riverside,
    programId: world.first,
    roundId: null,
    answerBy: tomorrow(),
    pairs: [{ menteeId, mentorId, weight: 5000, reasons: [] }],
  });
const inRiverside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const person = (role: "mentor" | "mentee", name: string, capacity?: number) =>
  addParticipant(app, { organizationId: world.riverside, programId: world.first, role, name, ...(capacity !== undefined && { capacity }) });

test("fifty offers and fifty acceptances at the same moment for five places give five", async () => {
  const mentor = await person("mentor", "Five places", 5);
  const mentees = await Promise.all(Array.from({ length: 50 }, (_, index) => person("mentee", `Mentee ${index}`)));
  const outcomes = await Promise.all(mentees.map((mentee) => inRiverside(offering(mentee.participantId, mentor.participantId))));
  const offerIds = outcomes.flatMap(({ made }) => made);
  expect(offerIds).toHaveLength(5);
  expect(outcomes.flatMap(({ left }) => left.map(({ why }) => why)).filter((why) => why === "mentor-is-full")).toHaveLength(45);

  const offers = await inRiverside(({ db }) =>
    db.selectFrom("offer").select(["id", "mentee_id"]).where("mentor_id", "=", mentor.participantId).execute(),
  );
  const personOf = new Map(mentees.map((mentee) => [mentee.participantId, mentee.personId]));
  // Everybody says yes, five times each, at once.
  await Promise.all(
    offers.flatMap(({ id, mentee_id }) =>
      [mentor.personId, personOf.get(mentee_id)!].flatMap((personId) =>
        Array.from({ length: 5 }, () =>
          inRiverside((ctx) => acceptOffer(as({ personId }, ctx), { organizationId: world.riverside, offerId: id })),
        ),
      ),
    ),
  );
  const begun = await inRiverside(({ db }) =>
    db
      .selectFrom("relationship_person")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("participant_id", "=", mentor.participantId)
      .executeTakeFirstOrThrow(),
  );
  expect(begun.n).toBe(5);
});

test("the indexes refuse what forgets to lock", async () => {
  const mentor = await person("mentor", "One place", 1);
  const [one, two] = await Promise.all([person("mentee", "One"), person("mentee", "Two")]);
  await inRiverside(offering(one.participantId, mentor.participantId));
  await expect(
    inRiverside(({ db }) =>
      db
        .insertInto("offer")
        .values({
          organization_id: world.riverside,
          id: crypto.randomUUID(),
          program_id: world.first,
          mentee_id: two.participantId,
          mentor_id: mentor.participantId,
          place: 1,
          weight: 1,
          reasons: "[]",
          answer_by: tomorrow(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/a_place_is_held_once/);
});

test("a declined offer frees its place at once, and an offer that ran out does too", async () => {
  const mentor = await person("mentor", "Once more", 1);
  const [one, two, three] = await Promise.all([person("mentee", "First"), person("mentee", "Second"), person("mentee", "Third")]);
  const { made } = await inRiverside(offering(one.participantId, mentor.participantId));
  await inRiverside((ctx) =>
    declineOffer(as(one, ctx), { organizationId: world.riverside, offerId: made[0]! }, { reason: "hours", note: "" }),
  );
  const second = await inRiverside(offering(two.participantId, mentor.participantId));
  expect(second.made).toHaveLength(1);

  app.travel(new Date(Date.now() + 2 * 86_400_000));
  await expect(
    inRiverside((ctx) => acceptOffer(as(two, ctx), { organizationId: world.riverside, offerId: second.made[0]! })),
  ).rejects.toThrow(/time to answer/);
  await expireDue(app);
  const third = await inRiverside(offering(three.participantId, mentor.participantId));
  expect(third.made).toHaveLength(1);
});

test("an acceptance and the running out at the same moment: one of them, never both", async () => {
  app.travel(new Date());
  const mentor = await person("mentor", "Last minute", 1);
  const mentee = await person("mentee", "Late");
  const { made } = await inRiverside(offering(mentee.participantId, mentor.participantId));
  const its = { organizationId: world.riverside, offerId: made[0]! };
  await inRiverside((ctx) => acceptOffer(as(mentor, ctx), its));
  const acceptance = inRiverside((ctx) => acceptOffer(as(mentee, ctx), its)).then(
    () => "accepted",
    () => "refused",
  );
  app.travel(new Date(Date.now() + 2 * 86_400_000));
  const [answer] = await Promise.all([acceptance, expireDue(app)]);
  await expireDue(app);
  const offer = await inRiverside(({ db }) =>
    db.selectFrom("offer").select("state").where("id", "=", its.offerId).executeTakeFirstOrThrow(),
  );
  expect(offer.state).toBe(answer === "accepted" ? "accepted" : "expired");
});

test("an offer does not exist for anybody but its two people", async () => {
  app.travel(new Date());
  const mentor = await person("mentor", "Private", 1);
  const mentee = await person("mentee", "Own");
  const { made } = await inRiverside(offering(mentee.participantId, mentor.participantId));
  const its = { organizationId: world.riverside, offerId: made[0]! };
  for (const stranger of [world.people.coordinator, world.people.mentee, world.people.strangerMentor]) {
    await expect(inRiverside((ctx) => acceptOffer(as({ personId: stranger }, ctx), its))).rejects.toMatchObject({ name: "NotFound" });
  }
});
