import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import type { RelationshipTable } from "../pairs/table.ts";

let app: TestApp;
let world: World;
let here: string;
const ids = { active: newId(), paused: newId(), closing: newId(), concluded: newId() };

beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  here = `/organizations/${world.riverside}/programs/${world.first}/pairs`;
  app.travel(new Date("2027-03-01T12:00:00Z"));
  const { coordinator } = world.people;
  await begin("active", {
    mentee: "Zoë Active",
    begunAt: "2026-09-01T23:30:00Z",
    ownerId: coordinator,
    heldOn: ["2027-02-27", "2027-02-13"],
  });
  await begin("paused", {
    mentee: "Ana Paused",
    begunAt: "2026-10-01T12:00:00Z",
    ownerId: null,
    life: { state: "paused", paused_by: "safeguarding", paused_until: "2027-06-01" },
    heldOn: ["2026-12-01"],
  });
  await begin("closing", {
    mentee: "=HYPERLINK(1)",
    begunAt: "2026-11-01T12:00:00Z",
    ownerId: coordinator,
    life: { state: "closing", closes_on: "2027-03-10", ending: "early" },
  });
  await begin("concluded", {
    mentee: "Ben Concluded",
    begunAt: "2026-08-01T12:00:00Z",
    ownerId: null,
    life: { state: "concluded", closes_on: "2027-01-10", ending: "planned", concluded_at: new Date("2027-01-10T12:00:00Z") },
  });
});
afterAll(() => app[Symbol.asyncDispose]());

interface Begun {
  readonly mentee: string;
  readonly begunAt: string;
  readonly ownerId: string | null;
  readonly life?: Partial<Pick<RelationshipTable, "paused_by" | "paused_until" | "closes_on" | "ending" | "concluded_at">> & {
    state?: "active" | "paused" | "closing" | "concluded";
  };
  /** Sessions of ninety minutes at noon. */
  readonly heldOn?: readonly string[];
}

async function begin(id: keyof typeof ids, { mentee, begunAt, ownerId, life, heldOn = [] }: Begun): Promise<void> {
  const organizationId = world.riverside;
  const hers = await addParticipant(app, { organizationId, programId: world.first, role: "mentee", name: mentee });
  const its = { organization_id: organizationId, relationship_id: ids[id] };
  await inOrganization(app, organizationId, async ({ db }) => {
    await db
      .insertInto("relationship")
      .values({
        organization_id: organizationId,
        id: ids[id],
        program_id: world.first,
        reasons: "{}",
        begun_at: new Date(begunAt),
        owner_id: ownerId,
        ...life,
      })
      .execute();
    await db
      .insertInto("relationship_person")
      .values([
        { ...its, participant_id: hers.participantId, person_id: hers.personId, role: "mentee" },
        { ...its, participant_id: world.participants.mentor!, person_id: world.people.mentor, role: "mentor" },
      ])
      .execute();
    for (const day of heldOn)
      await db
        .insertInto("session")
        .values({
          ...its,
          id: newId(),
          state: "held",
          starts_at: new Date(`${day}T12:00:00Z`),
          ends_at: new Date(`${day}T13:30:00Z`),
          time_zone: "UTC",
          place_kind: "phone",
          agreed_at: new Date(begunAt),
        })
        .execute();
  });
}

async function listed(query: string): Promise<string[]> {
  const html = await (await world.as("coordinator").get(`${here}?${query}`)).text();
  const rows = [...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)].map(([, cell]) => cell!);
  return rows.map((cell) => Object.keys(ids).find((name) => cell.includes(ids[name as keyof typeof ids])) ?? cell);
}

test("a coordinator finds relationships by where they stand, by silence, by who looks after them and by name", async () => {
  expect(await listed("sort=begun")).toEqual(["active", "paused", "closing"]);
  expect(await listed("sort=begun&down&state=all")).toEqual(["closing", "paused", "active", "concluded"]);
  expect(await listed("state=concluded")).toEqual(["concluded"]);
  expect(await listed("silence=30&sort=begun")).toEqual(["paused", "closing"]);
  expect(await listed("silence=never")).toEqual(["closing"]);
  expect(await listed(`owner=${world.people.coordinator}&sort=begun`)).toEqual(["active", "closing"]);
  expect(await listed("owner=nobody")).toEqual(["paused"]);
  expect(await listed("q=zoe")).toEqual(["active"]);
  expect(await listed("q=%25")).toEqual([]);
  expect(await listed("sort=sessions&down")).toEqual(["active", "paused", "closing"]);
  // Who was never in touch has been silent for longest.
  expect(await listed("sort=contact")).toEqual(["closing", "paused", "active"]);
  expect(await listed("sort=name&down")).toEqual(["active", "paused", "closing"]);
  expect(await listed("page=7")).toEqual([]);
});

test("until when safety holds a relationship is not on the coordinators' list", async () => {
  const html = await (await world.as("coordinator").get(`${here}?state=paused`)).text();
  expect(html).toContain("Paused");
  expect(html).not.toContain("Jun");
});

const exports = () =>
  inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("audit_entry").select(["actor_id", "detail"]).where("act", "=", "relationships.exported").orderBy("id").execute(),
  );

test("the list is a file, with names or without, and who took it is kept", async () => {
  const named = await world.as("coordinator").get(`${here}/export?state=all`);
  expect(named.headers.get("content-type")).toContain("text/csv");
  const lines = (await named.text()).trim().split("\r\n");
  expect(lines[0]).toContain("Number,Mentors,Mentees,Looked after by,Where it stands,Begun");
  // The organization's own calendar, formulas made harmless, hours to two places.
  expect(lines[2]).toBe("2,Jonas Mentor,Zoë Active,Ruth Coordinator,Active,2026-09-01,,,,,2027-02-27,2,3,,");
  expect(lines[4]).toContain(",'=HYPERLINK(1),");
  expect(lines[1]).toContain(",Concluded,2026-08-01,,2027-01-10,2027-01-10,As planned,");

  const nameless = await (await world.as("coordinator").get(`${here}/export?state=all&names=no`)).text();
  for (const name of ["Jonas", "Zoë", "Ruth", "HYPERLINK", ...Object.values(ids)]) expect(nameless).not.toContain(name);
  expect(nameless).toContain("\r\n2,Active,2026-09-01,,,,,2027-02-27,2,3,,\r\n");

  // Kept with the last byte, which the reader may have a moment before.
  await expect.poll(exports).toEqual([
    { actor_id: world.people.coordinator, detail: { relationships: 4, isNamed: true, narrowedBy: ["state"] } },
    { actor_id: world.people.coordinator, detail: { relationships: 4, isNamed: false, narrowedBy: ["state"] } },
  ]);
  expect((await world.as("otherCoordinator").get(`${here}/export`)).status).toBe(404);
});

test("from the list a coordinator reaches everything that is hers of a relationship", async () => {
  const at = `/organizations/${world.riverside}/relationships/${ids.active}`;
  for (const under of ["support", "changes", "closure", "agreement"]) {
    const page = await world.as("coordinator").get(`${at}/${under}`);
    expect(page.status, under).toBe(200);
    const html = await page.text();
    for (const other of [here, `${at}/support`, `${at}/changes`, `${at}/closure`, `${at}/agreement`])
      expect(html, under).toContain(`href="${other}"`);
  }
});

test("the overview of the program counts them, and somebody's page in it names hers", async () => {
  const program = `/organizations/${world.riverside}/programs/${world.first}`;
  const overview = await (await world.as("coordinator").get(program)).text();
  const figure = (query: string): string | undefined =>
    new RegExp(`href="${here}\\?${query}"><span class="stat-value">([^<]*)`).exec(overview)?.[1];
  expect(["state=active", "state=paused", "state=closing", "state=concluded", "silence=30&amp;sort=contact"].map(figure)).toEqual([
    "1",
    "1",
    "1",
    "1",
    "2",
  ]);
  const mentor = await (await world.as("coordinator").get(`${program}/participants/${world.participants.mentor!}`)).text();
  for (const id of Object.values(ids)) expect(mentor).toContain(`/relationships/${id}/support`);
  const another = await (await world.as("coordinator").get(`${program}/participants/${world.participants.mentee!}`)).text();
  expect(another).not.toContain("/support");
});

test("nobody is given a relationship that she is in herself", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .insertInto("coordinator")
      .values({ organization_id: world.riverside, program_id: world.first, person_id: world.people.mentor })
      .execute(),
  );
  const give = (relationshipIds: readonly string[]) =>
    world.as("coordinator").post(here, { act: "some", relationshipIds, toId: world.people.mentor });
  const refused = await give([ids.active, ids.closing]);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Jonas Mentor is in 2 of them herself");
  expect(await listed(`owner=${world.people.mentor}`)).toEqual([]);
});

test("who breaks the file off in its middle has taken it, too", async () => {
  // More than a server makes ahead of its reader.
  await inOrganization(app, world.riverside, async ({ db }) => {
    await db
      .updateTable("profile")
      .set({ name: "Ruth ".repeat(40) })
      .where("person_id", "=", world.people.coordinator)
      .execute();
    await sql`insert into relationship (organization_id, id, program_id, reasons, begun_at, owner_id)
      select ${world.riverside}::uuid, gen_random_uuid(), ${world.first}::uuid, '{}', now(), ${world.people.coordinator}::uuid
      from generate_series(1, 6000)`.execute(db);
  });
  const before = (await exports()).length;
  const reader = (await world.as("coordinator").get(`${here}/export`)).body!.getReader();
  expect((await reader.read()).value!.length).toBeGreaterThan(60_000);
  await reader.cancel();
  await expect.poll(async () => (await exports()).length).toBe(before + 1);
});
