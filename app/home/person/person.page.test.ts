import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { fillWorld, type FilledWorld } from "../../../testing/filled-world.ts";
import { addParticipant, type PersonName } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";

let app: TestApp;
let world: FilledWorld;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .updateTable("profile")
      .set({
        headline: "HEADLINE",
        story: "STORY",
        place: "PLACE",
        availability: [18, 19],
        time_zone: "Africa/Lagos",
        visibility: JSON.stringify({ place: "coordinators" }),
      })
      .where("person_id", "in", [world.people.mentee, world.people.coordinator])
      .execute(),
  );
});
afterAll(() => app[Symbol.asyncDispose]());

const pageOf = (person: PersonName, organizationId = world.riverside) => `/organizations/${organizationId}/people/${world.people[person]}`;
/** What the asking person, by her name in the world or by her id, sees of another. */
async function seen(asking: string, of: PersonName): Promise<string> {
  const response = await world.asPerson(world.people[asking as PersonName] ?? asking).get(pageOf(of));
  if (response.status !== 200) return String(response.status);
  const page = await response.text();
  const marks = ["HEADLINE", "STORY", "hours a week", "PLACE", "mentee@example.org"].filter((mark) => page.includes(mark));
  return marks.join(" ");
}

test("each sees what is right for what she is to the other", async () => {
  // In a pair with her: no place, which she keeps for coordinators.
  expect(await seen("mentor", "mentee")).toBe("HEADLINE STORY hours a week mentee@example.org");
  expect(await seen("coordinator", "mentee")).toBe("HEADLINE STORY hours a week PLACE mentee@example.org");
  expect(await seen("administrator", "mentee")).toBe("HEADLINE STORY hours a week PLACE mentee@example.org");
  expect(await seen("otherCoordinator", "mentee")).toBe("HEADLINE");
  expect(await seen("otherMentee", "mentee")).toBe("404");
  expect(await seen("strangerOwner", "mentee")).toBe("404");
});

test("people of one program see each other, and those who are asked to become a pair see a little more", async () => {
  const made = { organizationId: world.riverside, programId: world.first } as const;
  const { personId, participantId } = await addParticipant(app, { ...made, role: "mentor", name: "Noor New" });
  expect(await seen(personId, "mentee")).toBe("HEADLINE STORY");
  await inOrganization(app, world.riverside, async ({ db }) => {
    await db.updateTable("offer").set({ state: "ended" }).where("id", "=", world.examples["offerId"]!).execute();
    const offer = {
      organization_id: world.riverside,
      program_id: world.first,
      mentee_id: world.participants.mentee!,
      mentor_id: participantId,
      place: 1,
      weight: 1,
      reasons: "[]",
    };
    await db
      .insertInto("offer")
      .values({ ...offer, id: crypto.randomUUID(), answer_by: new Date(Date.now() + 86_400_000) })
      .execute();
  });
  expect(await seen(personId, "mentee")).toBe("HEADLINE STORY hours a week");
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("participant").set({ withdrawn_at: new Date() }).where("id", "=", world.participants.mentee!).execute(),
  );
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("offer").set({ state: "withdrawn" }).where("mentor_id", "=", participantId).execute(),
  );
  expect(await seen(personId, "mentee")).toBe("404");
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("participant").set({ withdrawn_at: null }).where("id", "=", world.participants.mentee!).execute(),
  );
});

test("a mentee sees who runs her program, and the rest of the staff as everyone does", async () => {
  expect(await seen("mentee", "coordinator")).toBe("HEADLINE STORY");
  expect(await seen("otherMentee", "coordinator")).toBe("HEADLINE");
});

test("a pair that is over shows no address any more", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("relationship").set({ state: "concluded" }).where("id", "=", world.examples["relationshipId"]!).execute(),
  );
  expect(await seen("mentor", "mentee")).toBe("HEADLINE STORY");
});

test("somebody looks at herself through the eyes of others", async () => {
  const through = async (as: string) => (await world.as("mentee").get(`${pageOf("mentee")}?as=${as}`)).text();
  expect(await through("organization")).not.toContain("STORY");
  expect(await through("program")).toContain("STORY");
  expect(await through("coordinator")).toContain("PLACE");
  expect(await (await world.as("mentor").get(`${pageOf("mentee")}?as=coordinator`)).text()).not.toContain("PLACE");
});
