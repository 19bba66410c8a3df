import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { letters } from "../../../testing/accounts.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { Browsing } from "../../../testing/browsing.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { answerField } from "../programs/question.ts";
import { sendInvitations } from "./send-invitations.job.ts";
import { asked } from "./write-answers.ts";

let app: TestApp;
let world: World;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
});
afterAll(() => app[Symbol.asyncDispose]());

const part = (participantId: string) =>
  inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("participant").selectAll().where("id", "=", participantId).executeTakeFirstOrThrow(),
  );
const partOf = (email: string) =>
  inOrganization(app, world.riverside, ({ db }) =>
    db
      .selectFrom("participant")
      .innerJoin("auth.person as person", "person.id", "participant.person_id")
      .selectAll("participant")
      .where("person.email", "=", email)
      .where("program_id", "=", world.first)
      .execute(),
  );
const links = () => inOrganization(app, world.riverside, ({ db }) => db.selectFrom("invitation").selectAll().execute());

describe("adding somebody by hand", () => {
  const add = (fields: Record<string, string>) =>
    world.as("coordinator").post(`${at}/participants/new`, { role: "mentee", name: "Vera Vogel", email: "vera@example.org", ...fields });

  test("puts her on the list, and writes to her only if asked to", async () => {
    expect((await add({})).status).toBe(303);
    expect(await partOf("vera@example.org")).toMatchObject([
      { role: "mentee", added_by: "coordinator", invited_at: null, joined_at: null },
    ]);
    expect((await letters(app)).filter(({ to }) => to === "vera@example.org")).toEqual([]);

    expect((await add({ email: "otto@example.org", name: "Otto", role: "mentor", capacity: "2", isInvited: "yes" })).status).toBe(303);
    expect(await partOf("otto@example.org")).toMatchObject([{ role: "mentor", capacity: 2 }]);
    expect((await letters(app)).filter(({ to }) => to === "otto@example.org")).toHaveLength(1);
  });

  test("twice is told, with where to look", async () => {
    const again = await add({ email: "VERA@example.org" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("in the program already");
    expect(await partOf("vera@example.org")).toHaveLength(1);
  });

  test("does not tell whether somebody has an account elsewhere, nor change its name", async () => {
    const before = await app.owner
      .selectFrom("auth.person")
      .selectAll()
      .where("id", "=", world.people.strangerMentor)
      .executeTakeFirstOrThrow();
    expect((await add({ email: before.email, name: "Another Name" })).status).toBe(303);
    const after = await app.owner.selectFrom("auth.person").selectAll().where("id", "=", before.id).executeTakeFirstOrThrow();
    expect(after).toEqual(before);
  });
});

describe("invitations", () => {
  test("a job delivered twice, and to somebody in both roles, writes one letter with one link", async () => {
    const both = await addParticipant(app, {
      organizationId: world.riverside,
      programId: world.first,
      role: "mentee",
      name: "Both",
      email: "both@example.org",
    });
    const other = newId();
    await inOrganization(app, world.riverside, async ({ db }) => {
      await db.updateTable("participant").set({ joined_at: null }).where("id", "=", both.participantId).execute();
      await db
        .insertInto("participant")
        .values({ organization_id: world.riverside, id: other, program_id: world.first, person_id: both.personId, role: "mentor" })
        .execute();
    });
    const page = await (await world.as("coordinator").get(`${at}/participants/invite?who=${both.participantId}&who=${other}`)).text();
    expect(page).toContain("One letter would go out.");
    const send = { who: [both.participantId, other], filter: "", letters: "1" };
    expect((await world.as("coordinator").post(`${at}/participants/invite`, send)).status).toBe(303);
    const { invited_at } = await part(both.participantId);
    const before = (await links()).length;
    await app.jobs.runDue(app);
    await sendInvitations.run(
      app,
      { organizationId: world.riverside, programId: world.first, invitedAt: invited_at!.toISOString() },
      new AbortController().signal,
    );
    expect((await letters(app)).filter(({ to }) => to === "both@example.org")).toHaveLength(1);
    expect((await links()).length - before).toBe(1);

    const nobody = await (await world.as("coordinator").get(`${at}/participants/invite?who=${both.participantId}`)).text();
    expect(nobody).toContain("Nobody here waits for an invitation");
  });

  test("a list that has grown since it was confirmed is shown anew", async () => {
    const late = await world.as("coordinator").post(`${at}/participants/invite`, { filter: "", letters: "77" });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("has changed meanwhile");
  });

  test("the same letter is not sent again within minutes", async () => {
    const [vera] = await partOf("vera@example.org");
    const again = () => world.as("coordinator").post(`${at}/participants/${vera!.id}`, { act: "invite" });
    expect((await again()).status).toBe(303);
    await app.jobs.runDue(app);
    expect((await again()).status).toBe(409);
    expect((await letters(app)).filter(({ to }) => to === "vera@example.org")).toHaveLength(1);
  });
});

describe("a participant's own side", () => {
  const questionId = newId();
  beforeAll(() =>
    inOrganization(app, world.riverside, ({ db }) =>
      db
        .insertInto("question")
        .values({
          organization_id: world.riverside,
          id: questionId,
          program_id: world.first,
          position: 1,
          kind: "text",
          label: "What do you hope for?",
          asked_of: "both",
          is_required: true,
        })
        .execute(),
    ),
  );

  test("she comes in by her letter, attests, answers, and is complete", async () => {
    const letter = (await letters(app)).findLast(({ to }) => to === "otto@example.org")!;
    const browser = new Browsing(app);
    const arrived = await browser.post(letter.path, {});
    expect(arrived.headers.get("location")).toBe(`${at}/me`);
    expect(await browser.textOf(`${at}/me`)).toContain("Join the program");
    // Without the attestation nothing of hers is taken.
    expect((await browser.post(`${at}/me`, { act: "join" })).status).toBe(422);
    expect((await browser.post(`${at}/me`, { act: "answerAsMentor", [answerField(questionId)]: "Time" })).status).toBe(404);
    expect((await browser.post(`${at}/me`, { act: "join", isAdult: "yes" })).status).toBe(303);
    expect((await partOf("otto@example.org"))[0]).toMatchObject({ completed_at: null });

    await browser.post(`${at}/me`, {
      act: "answerAsMentor",
      capacity: "4",
      [asked(questionId)]: "yes",
      [answerField(questionId)]: "To pass on what I know",
    });
    const [otto] = await partOf("otto@example.org");
    expect(otto).toMatchObject({ capacity: 4 });
    for (const moment of [otto!.joined_at, otto!.adult_attested_at, otto!.completed_at]) expect(moment).not.toBeNull();
    const answered = await browser.textOf(`${at}/me`);
    expect(answered).toContain("You have answered everything");
    expect(answered).toContain("See where you stand");

    // On a break the same place says until when, and where it ends; not when it is over.
    const pause = (until: string | null) =>
      inOrganization(app, world.riverside, ({ db }) =>
        db.updateTable("profile").set({ paused_until: until }).where("person_id", "=", otto!.person_id).execute(),
      );
    await pause("2099-03-01");
    const onBreak = await browser.textOf(`${at}/me`);
    expect(onBreak).toContain("You are taking a break until Sunday, March 1, 2099.");
    expect(onBreak).toContain(`/organizations/${world.riverside}/profile#pause-part`);
    expect(onBreak).not.toContain("See where you stand");
    await pause("2020-01-01");
    expect(await browser.textOf(`${at}/me`)).toContain("See where you stand");
    await pause(null);

    // An answer that is taken back makes her incomplete again.
    await browser.post(`${at}/me`, { act: "answerAsMentor", capacity: "4", [asked(questionId)]: "yes", [answerField(questionId)]: "" });
    expect((await partOf("otto@example.org"))[0]).toMatchObject({ completed_at: null });
  });

  test("nobody answers in a role that is not hers", async () => {
    const sent = { act: "answerAsMentor", capacity: "9", [asked(questionId)]: "yes", [answerField(questionId)]: "x" };
    expect((await world.as("mentee").post(`${at}/me`, sent)).status).toBe(404);
  });

  test("a coordinator answers on her behalf, and it is marked and audited", async () => {
    const participantId = world.participants.mentee!;
    const response = await world.as("coordinator").post(`${at}/participants/${participantId}/answers`, {
      [asked(questionId)]: "yes",
      [answerField(questionId)]: "As told on the telephone",
    });
    expect(response.status).toBe(303);
    const shown = await (await world.as("coordinator").get(`${at}/participants/${participantId}`)).text();
    expect(shown).toContain("As told on the telephone");
    expect((await part(participantId)).edited_at).not.toBeNull();
    const audited = await asSystem(app, ({ db }) =>
      db.selectFrom("audit_entry").select("act").where("subject_id", "=", participantId).execute(),
    );
    expect(audited.map(({ act }) => act)).toContain("participant.answers-edited");
  });

  test("who leaves lets her open offer go, and the place is free", async () => {
    const offerId = newId();
    await inOrganization(app, world.riverside, ({ db }) =>
      db
        .insertInto("offer")
        .values({
          organization_id: world.riverside,
          id: offerId,
          program_id: world.first,
          mentee_id: world.participants.mentee!,
          mentor_id: world.participants.mentor!,
          place: 1,
          weight: 1,
          reasons: JSON.stringify([]),
          answer_by: new Date(Date.now() + 86_400_000),
        })
        .execute(),
    );
    expect((await world.as("mentee").post(`${at}/me`, { act: "withdrawAsMentee" })).status).toBe(303);
    await app.jobs.runDue(app);
    const offer = await inOrganization(app, world.riverside, ({ db }) =>
      db.selectFrom("offer").select("state").where("id", "=", offerId).executeTakeFirstOrThrow(),
    );
    expect(offer.state).toBe("withdrawn");
    expect(await (await world.as("mentee").get(`${at}/me`)).text()).toContain("You no longer take part");

    const page = `${at}/participants/${world.participants.mentee!}`;
    expect((await world.as("coordinator").post(page, { act: "remove" })).status).toBe(409);
    expect((await world.as("coordinator").post(page, { act: "takeBack" })).status).toBe(303);
    expect((await part(world.participants.mentee!)).withdrawn_at).toBeNull();
  });

  test("who was only typed in by mistake can be removed, with her profile", async () => {
    await world.as("coordinator").post(`${at}/participants/new`, { role: "mentee", name: "Typo", email: "typo@example.org" });
    const [typo] = await partOf("typo@example.org");
    expect((await world.as("coordinator").post(`${at}/participants/${typo!.id}`, { act: "remove" })).status).toBe(303);
    expect(await partOf("typo@example.org")).toEqual([]);
    const left = await inOrganization(app, world.riverside, ({ db }) =>
      db.selectFrom("profile").select("name").where("person_id", "=", typo!.person_id).execute(),
    );
    expect(left).toEqual([]);
  });
});

test("a participant of another program is not found under this one", async () => {
  const other = world.participants.otherMentee!;
  for (const act of ["withdraw", "remove", "pause"]) {
    expect((await world.as("owner").post(`${at}/participants/${other}`, { act })).status, act).toBe(404);
  }
  expect((await world.as("owner").get(`${at}/participants/${other}`)).status).toBe(404);
  expect((await part(other)).withdrawn_at).toBeNull();
});

test("the file of people has their answers, and no cell in it is a formula", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .updateTable("profile")
      .set({ name: "=HYPERLINK(1)", headline: '+1,\n"quoted"' })
      .where("person_id", "=", world.people.mentor)
      .execute(),
  );
  const response = await world.as("coordinator").get(`${at}/participants/export?role=mentor`);
  expect(response.headers.get("content-type")).toContain("text/csv");
  const text = await response.text();
  expect(text).toContain("'=HYPERLINK(1)");
  expect(text).toContain(`"'+1,\n""quoted"""`);
  expect(text).toContain("What do you hope for?");
  expect(text).not.toContain("vera@example.org");
  const audited = await asSystem(app, ({ db }) => db.selectFrom("audit_entry").selectAll().where("act", "=", "people.exported").execute());
  expect(audited).toMatchObject([{ actor_id: world.people.coordinator, detail: { narrowedBy: ["role"] } }]);
});
