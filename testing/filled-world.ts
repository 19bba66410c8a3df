/** The small world with one of each thing in its first program, for tests that go through all addresses. */
import { randomUUID } from "node:crypto";
import { packRun } from "../app/matching/reports/pack-run.ts";
import { asSystem, inOrganization } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import type { TestApp } from "./app.ts";
import { fillGuardians } from "./filled-guardians.ts";
import { fillRelationship } from "./filled-relationship.ts";
import { smallWorld, type World } from "./world.ts";

export interface FilledWorld extends World {
  /** Name of a path's parameter → the thing of the first program that stands for it. */
  readonly examples: Readonly<Record<string, string>>;
  /** The address of a route, its parameters replaced by the examples. */
  address(path: string): string;
}

export async function fillWorld(app: TestApp): Promise<FilledWorld> {
  const world = await smallWorld(app);
  const { riverside: organizationId, first: programId } = world;
  const ids = {
    questionId: newId(),
    criterionId: newId(),
    roundId: newId(),
    otherRoundId: newId(),
    offerId: newId(),
    requestId: newId(),
    suggestionId: newId(),
    relationshipId: newId(),
    importId: newId(),
    letterId: newId(),
    announcementId: newId(),
    fileId: newId(),
    dimensionId: newId(),
  };
  const pictureId = newId();
  // There is a demo, of which nothing is left: its addresses exist.
  await app.owner.updateTable("installation").set({ demo_loaded_at: new Date() }).execute();
  const mentee = world.participants.mentee!;
  const mentor = world.participants.mentor!;
  const unsubscribeToken = randomUUID();
  const inProgram = { organization_id: organizationId, program_id: programId };

  let ofRelationship: Readonly<Record<string, string>> = {};
  await inOrganization(app, organizationId, async (ctx) => {
    const { db } = ctx;
    await db
      .updateTable("program")
      .set({ sign_up: "open" })
      .where("organization_id", "=", organizationId)
      .where("id", "=", programId)
      .execute();
    // Both sides look for each other, and then there is a round.
    await db
      .insertInto("matching_mode")
      .values({ ...inProgram, mode: "mixed", mentors_rank: true })
      .execute();
    await db
      .insertInto("question")
      .values({ ...inProgram, id: ids.questionId, position: 1, kind: "text", label: "What do you hope for?", asked_of: "both" })
      .execute();
    await db
      .insertInto("criterion")
      .values({
        ...inProgram,
        id: ids.criterionId,
        position: 1,
        strength: "must",
        rule: "in-common",
        settings: JSON.stringify({ mentee: "profile.languages", mentor: "profile.languages" }),
      })
      .execute();
    await db
      .insertInto("description_dimension")
      .values({
        ...inProgram,
        id: ids.dimensionId,
        position: 1,
        label: "First in the family",
        reason: "To see whether everybody is reached.",
        options: JSON.stringify([
          { key: "yes", label: "The first of us" },
          { key: "no", label: "Others before" },
        ]),
        wish_weight: 50,
      })
      .execute();
    for (const [number, id] of [ids.roundId, ids.otherRoundId].entries()) {
      await db
        .insertInto("round")
        .values({
          ...inProgram,
          id,
          number: number + 1,
          state: "done",
          seed: 1,
          engine_version: "0",
          criteria: JSON.stringify({ criteria: [], questions: [] }),
          total: 0,
          finished_at: new Date(),
        })
        .execute();
    }
    // What is kept of a published round, so that its report is there: of nobody.
    const none = new Int32Array();
    await db
      .insertInto("round_run")
      .values({
        organization_id: organizationId,
        round_id: ids.roundId,
        engine_version: "0",
        bytes: await packRun({
          version: 1,
          engineVersion: "0",
          seed: 1,
          objective: "most-good",
          settings: {},
          menteeIds: [],
          mentorIds: [],
          ptr: new Int32Array(1),
          col: none,
          weight: none,
          capacity: none,
          locked: none,
          preferences: null,
          groupsDigest: null,
          assignment: none,
          total: 0,
          matched: 0,
        }),
        kept_at: new Date(),
        checked_at: null,
        checked: null,
      })
      .execute();
    await db
      .insertInto("offer")
      .values({
        ...inProgram,
        id: ids.offerId,
        mentee_id: mentee,
        mentor_id: mentor,
        place: 1,
        weight: 5000,
        reasons: JSON.stringify([]),
        state: "accepted",
        answer_by: new Date(Date.now() + 86_400_000),
        mentee_accepted_at: new Date(),
        mentor_accepted_at: new Date(),
      })
      .execute();
    await db
      .insertInto("request")
      .values({
        ...inProgram,
        id: ids.requestId,
        mentee_id: mentee,
        mentor_id: mentor,
        words: "May I ask you?",
        slot: 1,
        state: "declined",
        decline_reason: "hours",
        answer_by: new Date(Date.now() + 86_400_000),
      })
      .execute();
    await db
      .insertInto("suggestion")
      .values({
        ...inProgram,
        id: ids.suggestionId,
        round_id: ids.roundId,
        mentee_id: mentee,
        state: "none",
        answer_by: new Date(Date.now() + 86_400_000),
      })
      .execute();
    await db
      .insertInto("suggested_mentor")
      .values({
        organization_id: organizationId,
        suggestion_id: ids.suggestionId,
        mentor_id: mentor,
        rank: 1,
        weight: 5000,
        reasons: JSON.stringify([]),
      })
      .execute();
    await db
      .insertInto("relationship")
      .values({ ...inProgram, id: ids.relationshipId, offer_id: ids.offerId, reasons: JSON.stringify([]), begun_at: new Date() })
      .execute();
    for (const role of ["mentee", "mentor"] as const) {
      await db
        .insertInto("relationship_person")
        .values({
          organization_id: organizationId,
          relationship_id: ids.relationshipId,
          participant_id: world.participants[role]!,
          person_id: world.people[role],
          role,
        })
        .execute();
    }
    ofRelationship = await fillRelationship(ctx, {
      organizationId,
      programId,
      relationshipId: ids.relationshipId,
      mentee: { personId: world.people.mentee, participantId: mentee },
      mentor: { personId: world.people.mentor, participantId: mentor },
    });
    await fillGuardians(ctx, {
      organizationId,
      relationshipId: ids.relationshipId,
      menteeId: world.people.mentee,
      guardianId: world.people.otherMentor,
      otherWardId: world.people.otherMentee,
    });
    await db
      .insertInto("file")
      .values({
        organization_id: organizationId,
        id: ids.fileId,
        person_id: world.people.coordinator,
        kind: "import",
        name: "mentors.csv",
        content_type: "text/csv",
        size_bytes: 6,
        sha256: Buffer.alloc(32),
      })
      .execute();
    await db
      .insertInto("file_chunk")
      .values({ organization_id: organizationId, file_id: ids.fileId, number: 0, bytes: Buffer.from("Email\n") })
      .execute();
    await db
      .insertInto("file")
      .values({
        organization_id: organizationId,
        id: pictureId,
        person_id: world.people.mentee,
        kind: "picture",
        name: "picture.webp",
        content_type: "image/webp",
        size_bytes: 0,
        sha256: Buffer.alloc(32),
      })
      .execute();
    await db.updateTable("profile").set({ picture_id: pictureId }).where("person_id", "=", world.people.mentee).execute();
    await db
      .insertInto("announcement")
      .values({ ...inProgram, id: ids.announcementId, subject: "How are you?", body: "Hello {name}" })
      .execute();
    await db
      .insertInto("spreadsheet_import")
      .values({ ...inProgram, id: ids.importId, role: "mentor", file_id: ids.fileId, file_name: "mentors.csv", state: "done" })
      .execute();
  });
  await asSystem(app, ({ db }) =>
    db
      .insertInto("letter")
      .values({
        id: ids.letterId,
        organization_id: organizationId,
        person_id: world.people.mentee,
        to_address: "mentee@example.org",
        language: "en",
        kind: "offer",
        dedupe_key: "example",
        subject: "An example",
        text_body: "Hello",
        html_body: "<p>Hello</p>",
        unsubscribe_token: unsubscribeToken,
        state: "kept",
      })
      .execute(),
  );

  const examples: Record<string, string> = {
    organizationId,
    programId,
    participantId: mentee,
    personId: world.people.mentee,
    token: "no-such-token",
    ...ids,
    ...ofRelationship,
  };
  const ofPath: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    "/organizations/:organizationId/programs/:programId/mentors/:participantId/ask": { participantId: mentor },
    "/unsubscribe/:token": { token: unsubscribeToken },
    "/organizations/:organizationId/pictures/:fileId": { fileId: pictureId },
    "/sessions/told/:token": { token: ofRelationship["toldToken"] ?? "" },
    "/sessions/times/:token": { token: ofRelationship["timesToken"] ?? "" },
    "/pulse/:token": { token: ofRelationship["pulseToken"] ?? "" },
    "/calendar/:token": { token: ofRelationship["feedToken"] ?? "" },
    "/organizations/:organizationId/programs/:programId/mentors/:participantId": { participantId: mentor },
  };
  return {
    ...world,
    examples,
    address: (path) => path.replaceAll(/:(\w+)/g, (_all, name: string) => ofPath[path]?.[name] ?? examples[name] ?? name),
  };
}
