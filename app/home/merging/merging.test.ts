import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { listChoices, listRefusals } from "../../matching/choices/list-choices.ts";

let app: TestApp;
let world: World;
let at: string;
let count = 0;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}/participants`;
});
afterAll(() => app[Symbol.asyncDispose]());

interface Made {
  readonly personId: string;
  readonly participantId: string;
}
const add = (role: "mentor" | "mentee", name: string, programId = world.first): Promise<Made> =>
  addParticipant(app, {
    organizationId: world.riverside,
    programId,
    role,
    name,
    email: `${name.toLowerCase().replaceAll(" ", ".")}.${count}@example.org`,
  });
const merge = (into: Made, other: Made, fields: Record<string, string> = {}, who: "coordinator" | "owner" = "coordinator") =>
  world.as(who).post(`${at}/${into.participantId}/merge`, { otherId: other.personId, stays: into.personId, ...fields });
const inRiverside = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> => inOrganization(app, world.riverside, work);
const partsOf = (personId: string) =>
  inRiverside(({ db }) => db.selectFrom("participant").selectAll().where("person_id", "=", personId).orderBy("role").execute());
const claim = (personId: string) => app.owner.updateTable("auth.person").set({ email_verified: true }).where("id", "=", personId).execute();
const offer = (mentee: Made, mentor: Made, state: "open" | "declined" = "declined") =>
  inRiverside(({ db }) =>
    db
      .insertInto("offer")
      .values({
        organization_id: world.riverside,
        id: newId(),
        program_id: world.first,
        mentee_id: mentee.participantId,
        mentor_id: mentor.participantId,
        place: 1,
        weight: 1,
        reasons: JSON.stringify([]),
        state,
        answer_by: new Date(Date.now() + 86_400_000),
      })
      .execute(),
  );
const questionId = newId();
const answer = (participantId: string, value: string) =>
  inRiverside(({ db }) =>
    db
      .insertInto("answer")
      .values({ organization_id: world.riverside, participant_id: participantId, question_id: questionId, value: JSON.stringify(value) })
      .execute(),
  );
const answersOf = (participantId: string) =>
  inRiverside(({ db }) => db.selectFrom("answer").select("value").where("participant_id", "=", participantId).execute());

beforeAll(() =>
  inRiverside(({ db }) =>
    db
      .insertInto("question")
      .values({
        organization_id: world.riverside,
        id: questionId,
        program_id: world.first,
        position: 1,
        kind: "text",
        label: "Why?",
        asked_of: "both",
      })
      .execute(),
  ),
);
beforeEach(() => void count++);

test("two records of one mentee become one, with what each of them had", async () => {
  const [old, fresh] = [await add("mentee", "Double Trouble"), await add("mentee", "Double Trouble Two")];
  await inRiverside(async ({ db }) => {
    await db.updateTable("profile").set({ headline: "From the old one", place: "Lagos" }).where("person_id", "=", old.personId).execute();
    await db.updateTable("profile").set({ place: "Accra" }).where("person_id", "=", fresh.personId).execute();
    await db
      .insertInto("profile_skill")
      .values({ organization_id: world.riverside, person_id: old.personId, skill: "Writing", direction: "hopes", level: null })
      .execute();
    await db
      .insertInto("unsubscription")
      .values({ organization_id: world.riverside, person_id: old.personId, kind: "announcement" })
      .execute();
  });
  await answer(old.participantId, "Only here");
  const seen = await (
    await world.as("coordinator").get(`${at}/${fresh.participantId}/merge?other=${old.personId}&stays=${fresh.personId}`)
  ).text();
  expect(seen).toContain("From the old one");
  expect(seen).toContain("Accra");

  expect((await merge(fresh, old)).status).toBe(303);
  expect(await partsOf(old.personId)).toEqual([]);
  expect(await partsOf(fresh.personId)).toMatchObject([{ id: fresh.participantId, role: "mentee" }]);
  expect(await answersOf(fresh.participantId)).toEqual([{ value: "Only here" }]);
  await inRiverside(async ({ db }) => {
    const profiles = await db.selectFrom("profile").selectAll().where("person_id", "in", [old.personId, fresh.personId]).execute();
    expect(profiles).toMatchObject([{ person_id: fresh.personId, headline: "From the old one", place: "Accra" }]);
    expect(await db.selectFrom("profile_skill").select("skill").where("person_id", "=", fresh.personId).execute()).toEqual([
      { skill: "Writing" },
    ]);
    expect(await db.selectFrom("unsubscription").select("kind").where("person_id", "=", fresh.personId).execute()).toEqual([
      { kind: "announcement" },
    ]);
    expect(await db.selectFrom("member").select("person_id").where("person_id", "=", old.personId).execute()).toEqual([]);
  });
  const audited = await asSystem(app, ({ db }) => db.selectFrom("audit_entry").selectAll().where("act", "=", "person.merged").execute());
  expect(audited).toMatchObject([{ subject_id: fresh.personId, actor_id: world.people.coordinator, detail: { from: old.personId } }]);
});

test("the part that was offered to somebody stays, and her own answer goes before the other's", async () => {
  const [old, fresh, mentor] = [await add("mentee", "Hana Old"), await add("mentee", "Hana New"), await add("mentor", "Mentor Of Hana")];
  await offer(old, mentor);
  await answer(old.participantId, "Old");
  await answer(fresh.participantId, "New");
  expect((await merge(fresh, old)).status).toBe(303);
  expect(await partsOf(fresh.personId)).toMatchObject([{ id: old.participantId }]);
  expect(await answersOf(old.participantId)).toEqual([{ value: "New" }]);
});

test("choices of both become one list, hers first, and whoever chose or set aside either has done so of her", async () => {
  const [into, other] = [await add("mentee", "Chosen One"), await add("mentee", "Chosen Two")];
  const mentors = await Promise.all(["Ada", "Bea", "Cid"].map((name) => add("mentor", name)));
  const [ada, bea, cid] = mentors.map(({ participantId }) => participantId) as [string, string, string];
  const inProgram = { organization_id: world.riverside, program_id: world.first };
  const choose = (whose: string, ...about: string[]) =>
    inRiverside(({ db }) =>
      db
        .insertInto("choice")
        .values(about.map((about_id, index) => ({ ...inProgram, participant_id: whose, about_id, rank: index + 1 })))
        .execute(),
    );
  await choose(into.participantId, bea, ada);
  await choose(other.participantId, cid, bea);
  await choose(ada, other.participantId, into.participantId);
  await choose(cid, other.participantId);
  await inRiverside(({ db }) =>
    db
      .insertInto("refusal")
      .values({ ...inProgram, participant_id: bea, about_id: other.participantId, note: "Hers" })
      .execute(),
  );
  expect((await merge(into, other)).status).toBe(303);
  const [kept] = await partsOf(into.personId);
  const listOf = async (whose: string) =>
    (await inRiverside((ctx) => listChoices(ctx, world.riverside, world.first)))
      .filter(({ participantId }) => participantId === whose)
      .map(({ aboutId }) => aboutId);
  expect(await listOf(kept!.id)).toEqual([bea, ada, cid]);
  expect(await listOf(ada)).toEqual([kept!.id]);
  expect(await listOf(cid)).toEqual([kept!.id]);
  expect(await inRiverside((ctx) => listRefusals(ctx, world.riverside, world.first))).toEqual([{ participantId: bea, aboutId: kept!.id }]);
});

test("parts in other roles and programs move as they are", async () => {
  const [old, fresh] = [await add("mentor", "Two Roles Old"), await add("mentee", "Two Roles New")];
  expect((await merge(fresh, old)).status).toBe(303);
  expect(await partsOf(fresh.personId)).toMatchObject([{ role: "mentee" }, { id: old.participantId, role: "mentor" }]);
});

test("a claimed account stays, whatever is wished for; two claimed ones stay two", async () => {
  const [claimed, unclaimed] = [await add("mentee", "Claimed"), await add("mentor", "Unclaimed")];
  await claim(claimed.personId);
  expect((await merge(unclaimed, claimed)).status).toBe(303);
  expect(await partsOf(claimed.personId)).toHaveLength(2);
  expect(await partsOf(unclaimed.personId)).toEqual([]);

  const other = await add("mentee", "Claimed As Well");
  await claim(other.personId);
  const refused = await merge(claimed, other);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Both have signed in");
  expect(await partsOf(other.personId)).toHaveLength(1);
});

test("a mentee and a mentor who were offered to each other are two people", async () => {
  const [mentee, mentor] = [await add("mentee", "Pair One"), await add("mentor", "Pair Two")];
  await offer(mentee, mentor, "open");
  const refused = await merge(mentee, mentor);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("offered to each other");
});

test("two histories in one role are not joined", async () => {
  const [one, two, mentor, other] = [
    await add("mentee", "Past One"),
    await add("mentee", "Past Two"),
    await add("mentor", "M One"),
    await add("mentor", "M Two"),
  ];
  await offer(one, mentor);
  await offer(two, other);
  const refused = await merge(one, two);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("cannot be joined");
  expect(await partsOf(two.personId)).toHaveLength(1);
});

test("somebody on the team is not taken into another record", async () => {
  const mentee = await add("mentee", "Plain Person");
  await claim(mentee.personId);
  const staff = await add("mentee", "Staff Person");
  await inRiverside(({ db }) => db.updateTable("member").set({ role: "administrator" }).where("person_id", "=", staff.personId).execute());
  expect((await merge(mentee, staff)).status).toBe(409);
});

test("a coordinator merges only whom she coordinates altogether, and does not see where else somebody is", async () => {
  const [here, there] = [await add("mentee", "Near"), await add("mentee", "Far", world.second)];
  // Somebody of another program alone does not exist for her.
  expect((await merge(here, there)).status).toBe(404);
  expect((await world.as("coordinator").get(`${at}/${here.participantId}/merge?other=${there.personId}`)).status).toBe(404);
  expect(await (await world.as("coordinator").get(`${at}/${here.participantId}/merge?q=far`)).text()).toContain("Nobody found");

  const both = await add("mentor", "In Both");
  await inRiverside(({ db }) =>
    db
      .insertInto("participant")
      .values({ organization_id: world.riverside, id: newId(), program_id: world.second, person_id: both.personId, role: "mentor" })
      .execute(),
  );
  const seen = await (await world.as("coordinator").get(`${at}/${here.participantId}/merge?other=${both.personId}`)).text();
  expect(seen).toContain("do not coordinate");
  expect(seen).not.toContain("Second Wind");
  expect((await merge(here, both)).status).toBe(409);
  expect((await merge(here, both, {}, "owner")).status).toBe(303);
  expect(await partsOf(here.personId)).toHaveLength(3);
});

test("nobody of another organization is merged, and nobody with herself", async () => {
  const here = await add("mentee", "Alone");
  expect((await merge(here, { personId: world.people.strangerMentee, participantId: "" }, {}, "owner")).status).toBe(404);
  expect((await merge(here, here)).status).toBe(404);
});

test("two who merge the same pair at the same moment do it once", async () => {
  const [one, two] = [await add("mentee", "Race One"), await add("mentee", "Race Two")];
  const answers = await Promise.all([merge(one, two), merge(one, two), merge(two, one, { stays: two.personId })]);
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
  expect((await partsOf(one.personId)).length + (await partsOf(two.personId)).length).toBe(1);
});
