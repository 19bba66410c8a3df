import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";

let app: TestApp;
let world: World;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}/rounds`;
});
afterAll(() => app[Symbol.asyncDispose]());

const run = (lists: { mentees: string; mentors: string }) =>
  world.as("coordinator").post(`${at}/new`, { who: "picked", objective: "most-good", seed: "7", ...lists });
const chosen = () =>
  inOrganization(app, world.riverside, async ({ db }) =>
    (await db.selectFrom("round").select("chosen").where("program_id", "=", world.first).execute()).map((round) => round.chosen),
  );

test("only those on a list needs a list: an empty one is refused at its field, and nothing runs", async () => {
  const refused = await run({ mentees: " \n", mentors: "" });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(/<textarea[^>]*name="mentees"[^>]*>/.exec(page)?.[0]).toContain('aria-invalid="true"');
  expect(page).toContain("Nobody is on the list.");
  expect(page).toMatch(/<details[^>]* open/);
  expect(await chosen()).toEqual([]);
});

test("a list of one side runs with those on it, and with everyone who is ready on the other", async () => {
  expect((await run({ mentees: "Maya Mentee", mentors: "" })).status).toBe(303);
  expect(await chosen()).toEqual([{ who: "picked", mentees: [world.participants.mentee], mentors: [] }]);
});

const form = async (): Promise<string> => (await world.as("coordinator").get(`${at}/new`)).text();
const set = (values: { mode: "mixed" | "ranked-round"; asking_until?: string | null }) =>
  inOrganization(app, world.riverside, ({ db }) =>
    db
      .insertInto("matching_mode")
      .values({ organization_id: world.riverside, program_id: world.first, ...values })
      .onConflict((conflict) => conflict.columns(["organization_id", "program_id"]).doUpdateSet(values))
      .execute(),
  );
const proposed = (page: string): string | undefined =>
  [...page.matchAll(/<input[^>]*name="objective"[^>]*>/gu)].map(([input]) => input).find((input) => /\schecked/u.test(input));

test("while mentees ask, the form says who is left out of a round and where asking is closed", async () => {
  expect(await form()).not.toContain("still ask");
  await set({ mode: "mixed", asking_until: "2999-02-01" });
  expect(await form()).toMatch(
    /still ask mentors themselves, until and with Friday, February 1, 2999.*Nobody waits for an answer right now/su,
  );
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .insertInto("request")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        id: newId(),
        mentee_id: world.participants.mentee!,
        mentor_id: world.participants.mentor!,
        words: "Hello",
        slot: 1,
        answer_by: new Date("2999-01-01"),
      })
      .execute(),
  );
  // Nobody else could be matched: so the page of a program with two people says.
  expect(await form()).toContain("There is nobody yet who could be matched.");
  const other = await addParticipant(app, { organizationId: world.riverside, programId: world.first, role: "mentee", name: "Ola Other" });
  const page = await form();
  expect(page).toContain("One mentee waits for an answer, and is left out of a round that you run now.");
  expect(page).toContain(`/requests/overview"`);
  await set({ mode: "mixed", asking_until: "2020-02-01" });
  expect(await form()).not.toContain("still ask");
  await inOrganization(app, world.riverside, async ({ db }) => {
    await db.deleteFrom("request").execute();
    await db.deleteFrom("participant").where("id", "=", other.participantId).execute();
  });
});

test("by choices is proposed once somebody who can take part has chosen; before, the form says what would come of it", async () => {
  await set({ mode: "ranked-round" });
  const before = await form();
  expect(before).toContain("the criteria would decide everything");
  expect(proposed(before)).toContain('value="most-good"');
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .insertInto("choice")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        participant_id: world.participants.mentee!,
        about_id: world.participants.mentor!,
        rank: 1,
      })
      .execute(),
  );
  const after = await form();
  expect(after).toContain("One mentee of 1 has ranked somebody so far.");
  expect(proposed(after)).toContain('value="stable"');
});
