/** Things of one relationship in the forms, and under the address, of another: also for whoever is in both, or looks after both. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../../app/platform/context.ts";
import { newId } from "../../app/platform/identifiers.ts";
import { routes } from "../../app/rooms.ts";
import { testApp, type TestApp } from "../app.ts";
import { fillWorld, type FilledWorld } from "../filled-world.ts";
import { addParticipant, type Visitor } from "../world.ts";

let app: TestApp;
let world: FilledWorld;
/** The second relationship, of the same mentor with another mentee. */
const relationshipId = newId();
let otherMentee: { personId: string; participantId: string };
/** Of each table what the first relationship has. */
let its: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  const place = { organizationId: world.riverside, programId: world.first };
  otherMentee = await addParticipant(app, { ...place, role: "mentee", name: "Mo Second" });
  await inOrganization(app, world.riverside, async ({ db, now }) => {
    const of = { organization_id: world.riverside, relationship_id: relationshipId };
    const owner_id = world.people.coordinator;
    await db
      .insertInto("relationship")
      .values({ organization_id: world.riverside, id: relationshipId, program_id: world.first, reasons: "{}", begun_at: now, owner_id })
      .execute();
    await db
      .insertInto("relationship_person")
      .values([
        { ...of, participant_id: world.participants.mentor!, person_id: world.people.mentor, role: "mentor" },
        { ...of, participant_id: otherMentee.participantId, person_id: otherMentee.personId, role: "mentee" },
      ])
      .execute();
    // A talk of the first that can still be noted.
    await db
      .insertInto("support_contact")
      .values({
        organization_id: world.riverside,
        id: newId(),
        relationship_id: world.examples["relationshipId"]!,
        person_id: world.people.mentor,
        due_on: "2027-01-01",
      })
      .execute();
  });
  its = Map.groupBy(await rowsOfFirst(), ({ table }) => table)
    .entries()
    .reduce(
      (all, [table, rows]) =>
        all.set(
          table,
          rows.flatMap(({ id }) => id ?? []),
        ),
      new Map<string, string[]>(),
    );
});
afterAll(() => app[Symbol.asyncDispose]());

interface Row {
  readonly table: string;
  readonly id: string | null;
  readonly row: string;
}

/** What is deleted or made by the way, and belongs to no relationship. */
const byTheWay = new Set(["answered_form", "audit_entry", "letter"]);

/** Every row that names the first relationship, and every row that names one of those. */
async function rowsOfFirst(): Promise<Row[]> {
  return inOrganization(app, world.riverside, async ({ db }) => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id'
      order by 1`.execute(app.owner);
    const all: Row[] = [];
    for (const { name: table } of tables) {
      if (byTheWay.has(table)) continue;
      const { rows } = await sql<{ id: string | null; row: string }>`
        select to_jsonb(t) ->> 'id' as id, to_jsonb(t)::text as row from ${sql.id(table)} t`.execute(db);
      all.push(...rows.map((row) => ({ ...row, table })));
    }
    const first = world.examples["relationshipId"]!;
    const direct = all.filter(({ row, id }) => id === first || row.includes(first));
    const ids = direct.flatMap(({ id, table }) => (id === null || table === "relationship" ? [] : [id]));
    return all.filter((one) => direct.includes(one) || ids.some((id) => one.row.includes(id))).toSorted((a, b) => (a.row < b.row ? -1 : 1));
  });
}

const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
const underRelationship = routes.filter((route) => parametersOf(route.path).includes("relationshipId"));
const at = (path: string, relationship: string): string =>
  path.replaceAll(/:(\w+)/g, (_all, name: string) => (name === "relationshipId" ? relationship : (world.examples[name] ?? "x")));
const misplaced = (path: string): string => at(path, relationshipId);

/** Whoever could mean it: of the second relationship's people, and its coordinator. */
const attackers = (): [string, Visitor][] => [
  ["the mentor of both", world.as("mentor")],
  ["the mentee of the second", world.asPerson(otherMentee.personId)],
  ["the coordinator of both", world.as("coordinator")],
];

/** As if nothing had been done in the second one yet. */
const revive = (id: string): Promise<unknown> =>
  inOrganization(app, world.riverside, ({ db }) =>
    db
      .updateTable("relationship")
      .set({ state: "active", paused_by: null, paused_until: null, closes_on: null, ending: null, concluded_at: null })
      .where("id", "=", id)
      .execute(),
  );

/** Whatever a form could be asking for, pointing at things of the first relationship. */
const everyField = (act: string, which: number): Record<string, string> => ({
  act,
  ...Object.fromEntries(
    Object.entries({
      contactId: "support_contact",
      newStartId: "new_start",
      stepId: "goal_step",
      actionId: "session_action",
      proposalId: "session_proposal",
      sessionId: "session",
      pulseId: "pulse",
      goalId: "goal",
      messageId: "message",
    }).map(([name, table]) => [name, its.get(table)?.[which % its.get(table)!.length] ?? `none in ${table}`]),
  ),
  personId: world.people.mentee,
  ownerId: world.people.mentee,
  toId: world.people.mentee,
  participantId: world.participants.mentee!,
  words: "Planted",
  note: "Planted",
  title: "Planted",
  agenda: "Planted",
  notes: "Planted",
  text: "Planted",
  thanks: "Planted",
  reached: "Planted",
  answer: "declined",
  outcome: "missed",
  how: "call",
  mood: "1",
  reason: "style",
  ending: "early",
  until: "2031-01-01",
  done: "on",
  level: "2",
  heard: "1",
  fit: "no",
  startsAt: new Date(Date.now() + 86_400_000).toISOString(),
});

test("no thing of one relationship is shown under the address of another, not even to whoever may see both", async () => {
  const shown: Record<string, number> = {};
  let asked = 0;
  for (const route of underRelationship) {
    if (parametersOf(route.path).length < 3 || route.path.includes("/practice/")) continue;
    for (const [who, visitor] of attackers()) {
      const response = await visitor.get(misplaced(route.path));
      await response.arrayBuffer();
      asked += 1;
      if (response.status !== 404) shown[`${who} ${route.path}`] = response.status;
    }
  }
  expect(shown).toEqual({});
  expect(asked).toBeGreaterThan(15);
});

/** Sends every form of a relationship, as each of them. @returns the rows of the first one that were otherwise before, or are now */
async function changedBy(senders: readonly (readonly [string, Visitor])[], relationship: string): Promise<Row[]> {
  const before = await rowsOfFirst();
  for (const route of underRelationship) {
    if (route.kind !== "page") continue;
    for (const act of Object.keys(route.acts))
      for (const [who, visitor] of senders) {
        for (const which of [0, 1]) {
          await revive(relationship);
          const { status } = await visitor.post(at(route.path, relationship), everyField(act, which));
          expect(status, `${who} ${act} ${route.path}`).toBeLessThan(500);
        }
      }
  }
  const rows = new Set(before.map(({ row }) => row));
  const after = await rowsOfFirst();
  const kept = new Set(after.map(({ row }) => row));
  return [...after.filter(({ row }) => !rows.has(row)), ...before.filter(({ row }) => !kept.has(row))];
}
const tablesOf = (rows: readonly Row[]): string[] => [...new Set(rows.map(({ table }) => table))].toSorted();

test("what one of the two says, the other does not say for her, whatever he sends", { timeout: 180_000 }, async () => {
  const { mentee, mentor } = world.people;
  const others = [
    ["mentor", world.as("mentor")],
    ["coordinator", world.as("coordinator")],
  ] as const;
  const changed = await changedBy(others, world.examples["relationshipId"]!);
  const hers = changed.filter(
    ({ row }) =>
      [`"person_id": "${mentee}"`, `"author_id": "${mentee}"`].some((name) => row.includes(name)) &&
      !row.includes(`"reporter_id": "${mentor}"`),
  );
  expect(hers.map(({ table, row }) => `${table} ${row}`)).toEqual([]);
  // The control: what is theirs to do was done.
  expect(tablesOf(changed)).toEqual(expect.arrayContaining(["new_start", "session_action", "session_person", "support_contact"]));
});

test("no form of one relationship changes anything of another, whatever ids it is sent", { timeout: 180_000 }, async () => {
  expect(Object.entries(everyField("any", 0)).filter(([, value]) => value.startsWith("none in"))).toEqual([]);
  expect(tablesOf(await changedBy(attackers(), relationshipId))).toEqual([]);
  // The control: in their own place the same forms change much.
  const own = (["mentor", "mentee", "coordinator"] as const).map((name) => [name, world.as(name)] as const);
  expect(tablesOf(await changedBy(own, world.examples["relationshipId"]!))).toEqual(
    expect.arrayContaining(["goal_step", "message", "new_start", "session_action", "session_proposal"]),
  );
});
