/** Things of one program through the address, or in a form, of another: whoever may do everything in her own changes nothing elsewhere. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../../app/platform/context.ts";
import { newId } from "../../app/platform/identifiers.ts";
import { routes } from "../../app/rooms.ts";
import { testApp, type TestApp } from "../app.ts";
import { fillWorld, type FilledWorld } from "../filled-world.ts";
import type { PersonName } from "../world.ts";

let app: TestApp;
let world: FilledWorld;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  // An offer that can still be taken back.
  await inOrganization(app, world.riverside, async ({ db }) => {
    await db.updateTable("offer").set({ state: "open", mentee_accepted_at: null, mentor_accepted_at: null }).execute();
    await db.updateTable("round").set({ state: "done" }).execute();
    // Of two questions one can move.
    await db
      .insertInto("question")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        id: newId(),
        position: 2,
        kind: "text",
        label: "And else?",
        asked_of: "both",
      })
      .execute();
    await db
      .insertInto("pair_wish")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        mentee_id: world.participants.mentee!,
        mentor_id: world.participants.mentor!,
        kind: "lock",
      })
      .execute();
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
const underProgram = routes.filter((route) => parametersOf(route.path).includes("programId"));
/** The address of a thing of Riverside's first program, under another program or organization. */
const misplaced = (path: string, place: { organizationId: string; programId: string }): string =>
  path.replaceAll(/:(\w+)/g, (_all, name: string) => ({ ...world.examples, ...place })[name as "programId"]);

/** A digest of all rows of Riverside's first program, table by table, and of what its people are and have said. */
async function stateOfFirst(): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  const itsPeople = [world.people.coordinator, world.people.mentor, world.people.mentee];
  const itsParticipants = [world.participants.mentor!, world.participants.mentee!];
  await inOrganization(app, world.riverside, async ({ db }) => {
    const { rows: tables } = await sql<{ name: string; columns: string[] }>`
      select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
      where table_schema = 'public' group by 1 having bool_or(column_name = 'organization_id') order by 1`.execute(app.owner);
    for (const { name, columns } of tables) {
      const narrowed = columns.includes("program_id")
        ? sql`program_id = ${world.first}`
        : columns.includes("person_id")
          ? sql`person_id = any (${itsPeople}::uuid[])`
          : columns.includes("participant_id")
            ? sql`participant_id = any (${itsParticipants}::uuid[])`
            : undefined;
      if (name === "letter" || !narrowed) continue;
      const { rows } = await sql<{ rows: string }>`
        select coalesce(string_agg(t::text, E'\n' order by t::text), '') as rows from ${sql.id(name)} t
        where organization_id = ${world.riverside} and ${narrowed}`.execute(db);
      state[name] = createHash("sha256").update(rows[0]!.rows).digest("hex");
    }
  });
  return state;
}

test("a thing of one program does not exist under another, though one may see everything there", async () => {
  const outcomes: Record<string, number> = {};
  let asked = 0;
  for (const route of underProgram) {
    if (parametersOf(route.path).length < 3) continue;
    const places: [PersonName, { organizationId: string; programId: string }][] = [
      ["otherCoordinator", { organizationId: world.riverside, programId: world.second }],
      ["strangerOwner", { organizationId: world.hillside, programId: world.elsewhere }],
    ];
    for (const [person, place] of places) {
      const path = misplaced(route.path, place);
      const methods = route.kind === "page" ? [undefined, ...Object.keys(route.acts)] : [undefined];
      for (const act of methods) {
        const response = await (act === undefined ? world.as(person).get(path) : world.as(person).post(path, everyField(act)));
        await response.arrayBuffer();
        asked += 1;
        if (response.status !== 404) outcomes[`${person} ${act ?? "GET"} ${route.path}`] = response.status;
      }
    }
  }
  expect(outcomes).toEqual({});
  expect(asked).toBeGreaterThan(60);
});

/** Whatever a form could be asking for, pointing at the first program of Riverside. */
function everyField(act: string): Record<string, string | string[]> {
  const { mentee, mentor } = world.participants;
  const { offerId, questionId, criterionId, roundId, importId, fileId, letterId } = world.examples as Record<string, string>;
  return {
    act,
    offerId: offerId!,
    questionId: questionId!,
    criterionId: criterionId!,
    criterion: criterionId!,
    roundId: roundId!,
    importId: importId!,
    fileId: fileId!,
    letterId: letterId!,
    programId: world.first,
    programIds: [world.first],
    participantId: mentee!,
    mentee: mentee!,
    mentor: mentor!,
    mentees: [mentee!],
    mentors: [mentor!],
    who: [mentee!, mentor!],
    people: [mentee!, mentor!],
    personId: world.people.mentee,
    direction: "down",
    places: "0",
    capacity: "0",
    until: "2031-01-01",
    letters: "1",
    stays: "on",
    role: "mentee",
    kind: "text",
    label: "Planted",
    askedOf: "both",
    name: "Planted",
    email: "mentee@example.org",
    reason: "other",
    question: "Planted",
    answer: "Planted",
    adult: "on",
    isAdult: "on",
    title: "Planted",
    subject: "Planted",
    body: "Planted",
    text: "Planted",
    [`weight-${criterionId}`]: "3",
    [`answer-${questionId}`]: "Planted",
    [questionId!]: "Planted",
    sign_up: "open",
    organization_id: world.riverside,
    organizationId: world.riverside,
    program_id: world.first,
    id: offerId!,
  };
}

/** Sends every form that somebody finds in a place, each with all the ids of the first program. */
async function sendEverything(person: PersonName, place: { organizationId: string; programId: string }): Promise<number> {
  let sent = 0;
  for (const route of routes) {
    // What deletes the very place would end the attempt by itself.
    if (route.kind !== "page" || !parametersOf(route.path).includes("organizationId") || route.path.endsWith("/leave")) continue;
    for (const act of Object.keys(route.acts)) {
      if (["delete", "archive", "put-back"].includes(act)) continue;
      await (await world.as(person).post(misplaced(route.path, place), everyField(act))).arrayBuffer();
      sent += 1;
    }
  }
  return sent;
}

test("no form of another program changes anything of this one, whatever ids it is sent", async () => {
  const before = await stateOfFirst();
  const changed = async (): Promise<string[]> => {
    const after = await stateOfFirst();
    return Object.keys(after).filter((table) => after[table] !== before[table]);
  };
  expect(await sendEverything("otherCoordinator", { organizationId: world.riverside, programId: world.second })).toBeGreaterThan(40);
  expect(await changed()).toEqual([]);
  await sendEverything("strangerOwner", { organizationId: world.hillside, programId: world.elsewhere });
  expect(await changed()).toEqual([]);
  // The control: in their own place the same forms change nearly everything.
  await sendEverything("coordinator", { organizationId: world.riverside, programId: world.first });
  expect(await changed()).toEqual(expect.arrayContaining(["criterion", "offer", "pair_wish", "participant", "question", "round"]));
});
