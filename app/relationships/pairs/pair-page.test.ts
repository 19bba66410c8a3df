import pg from "pg";
import { expect, test, vi } from "vitest";
import { testApp } from "../../../testing/app.ts";
import { converse } from "../../../testing/conversing.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { moveRelationship } from "../life/move-relationship.ts";

test("until they have met, the page of the two says what to do first, and when both can", async () => {
  await using app = await testApp();
  const { world, its } = await converse(app);
  const at = `/organizations/${its.organizationId}/relationships/${its.relationshipId}`;
  const read = async (person: "mentor" | "mentee") => (await (await world.as(person).get(at)).text()).replace(/.*<main/su, "");
  const first = await read("mentee");
  for (const tab of ["messages", "sessions", "goals", "agreement"]) expect(first).toContain(`href="${at}/${tab}"`);
  expect(first).toContain("First steps");
  expect(first).toContain(`action="${at}/sessions/propose"`);
  expect(first).toContain("A draft is waiting for you.");
  expect(await read("mentor")).toContain("think of a time when you stood where your mentee stands now");

  const start = new Date(Date.now() + 86_400_000);
  const session = {
    organization_id: its.organizationId,
    relationship_id: its.relationshipId,
    time_zone: "UTC",
    place_kind: "phone",
  } as const;
  const id = newId();
  await inOrganization(app, its.organizationId, ({ db, now }) =>
    db
      .insertInto("session")
      .values({ ...session, id, state: "agreed", starts_at: start, ends_at: new Date(start.getTime() + 3_600_000), agreed_at: now })
      .execute(),
  );
  const planned = await read("mentee");
  expect(planned).toContain("Your next meeting");
  expect(planned).toContain("First steps");
  expect(planned).not.toContain(`action="${at}/sessions/propose"`);

  await inOrganization(app, its.organizationId, ({ db }) =>
    db.updateTable("session").set({ state: "held" }).where("id", "=", id).execute(),
  );
  const met = await read("mentee");
  expect(met).not.toContain("First steps");
  expect(met).toContain("Nothing is planned yet.");
  expect(met).toContain(`href="${at}/sessions/propose"`);
  await inOrganization(app, its.organizationId, (ctx) => moveRelationship(ctx, its, { move: "conclude", ending: "stopped" }));
  const over = await read("mentee");
  expect(over).toContain("This relationship is concluded.");
  // What is over is not asked for any more.
  for (const asked of ["A draft is waiting for you.", "Read and change it", "Nothing is planned yet."]) expect(over).not.toContain(asked);
});

test("a group meets its guide together, and each mentee has her own page of it", async () => {
  await using app = await testApp();
  const { world, its } = await converse(app, { others: ["Omar Haddad"] });
  const page = await (await world.as("mentee").get(`/organizations/${its.organizationId}/relationships/${its.relationshipId}`)).text();
  expect(page).toContain("The group of Jonas Mentor");
  expect(page).toContain("Find a time for all of you");
  expect(page).toContain("A draft is waiting for you.");
  expect(page).not.toContain("omar@example.org");
});

test("once they have met, who they are is folded, her address stands there once, and the page asks the database little", async () => {
  await using app = await testApp();
  const { world, its } = await converse(app);
  const at = `/organizations/${its.organizationId}/relationships/${its.relationshipId}`;
  const read = async () => (await (await world.as("mentee").get(at)).text()).replace(/.*<main/su, "");
  const before = await read();
  expect(before).not.toContain("<details");
  expect(before.match(/mailto:mentor@/gu)).toHaveLength(1);
  expect(before.match(/Local time/gu)).toBeNull();
  const start = new Date(app.now().getTime() - 86_400_000);
  await inOrganization(app, its.organizationId, ({ db, now }) =>
    db
      .insertInto("session")
      .values({
        organization_id: its.organizationId,
        relationship_id: its.relationshipId,
        id: newId(),
        time_zone: "UTC",
        place_kind: "phone",
        state: "held",
        starts_at: start,
        ends_at: new Date(start.getTime() + 3_600_000),
        agreed_at: now,
      })
      .execute(),
  );
  const asked = vi.spyOn(pg.Client.prototype, "query");
  const after = await read();
  const statements = asked.mock.calls.filter(([query]) => /select/iu.test(JSON.stringify(query)));
  asked.mockRestore();
  expect(after).toMatch(/<details[^>]*><summary>Who Jonas Mentor is/u);
  expect(statements.length).toBeGreaterThan(5);
  expect(statements.length).toBeLessThanOrEqual(20);
});
