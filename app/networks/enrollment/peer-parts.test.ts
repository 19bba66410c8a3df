import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { csv, importer } from "../../../testing/importer.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { asked } from "./write-answers.ts";
import { answerField } from "../programs/question.ts";
import { inviteParticipants } from "./invite-participants.ts";

let app: TestApp;
let world: World;
let at: string;
const team = newId();

/** First Steps has become a program of peers, with one question for all and one for mentors only. */
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  await here(({ db }) =>
    db
      .insertInto("question")
      .values({
        organization_id: world.riverside,
        id: team,
        program_id: world.first,
        position: 1,
        kind: "text",
        label: "Your team",
        asked_of: "both",
        is_required: true,
      })
      .execute(),
  );
  await world.as("coordinator").post(`${at}/matching`, { act: "format", format: "peer" });
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const partsOf = (email: string) =>
  here(({ db }) =>
    db
      .selectFrom("participant as p")
      .innerJoin("auth.person as a", "a.id", "p.person_id")
      .selectAll("p")
      .where("p.program_id", "=", world.first)
      .where("a.email", "=", email)
      .orderBy("p.role")
      .execute(),
  );

test("people of a file are both, one letter invites both, and taking the import back takes both", async () => {
  const { importFile, act } = importer(app, world);
  await importFile(csv("email,name\nana@x.org,Ana\nben@x.org,Ben\n"));
  const parts = await partsOf("ana@x.org");
  expect(parts.map(({ role }) => role)).toEqual(["mentee", "mentor"]);
  expect(await here((ctx) => inviteParticipants(ctx, world.riverside, world.first, [parts[1]!.id]))).toBe(1);
  expect((await partsOf("ana@x.org")).every(({ invited_at }) => invited_at !== null)).toBe(true);
  expect((await partsOf("ben@x.org")).every(({ invited_at }) => invited_at === null)).toBe(true);
  const second = await importFile(csv("email,name\ncy@x.org,Cy\n"));
  expect(await partsOf("cy@x.org")).toHaveLength(2);
  expect((await act(second.id, { act: "undo" })).status).toBe(303);
  expect(await partsOf("cy@x.org")).toEqual([]);
});

test("she answers once for both of her parts, and is asked for no places", async () => {
  const page = await (await world.as("mentee").get(`${at}/me`)).text();
  expect(page).toContain("accompany each other");
  expect(page.match(/Your team/gu)!.length).toBeGreaterThan(0);
  expect(page).not.toContain("answerAsMentor");
  expect(page).not.toContain('name="capacity"');
  const sent = await world.as("mentee").post(`${at}/me`, { act: "answerAsMentee", [answerField(team)]: "Harbor", [asked(team)]: "1" });
  expect(sent.status).toBe(303);
  const answers = await here(({ db }) =>
    db
      .selectFrom("answer")
      .innerJoin("participant as p", "p.id", "answer.participant_id")
      .select(["p.role", "answer.value", "p.completed_at"])
      .where("p.person_id", "=", world.people.mentee)
      .where("p.program_id", "=", world.first)
      .orderBy("p.role")
      .execute(),
  );
  expect(answers.map(({ role, value, completed_at }) => [role, value, completed_at !== null])).toEqual([
    ["mentee", "Harbor", true],
    ["mentor", "Harbor", true],
  ]);
});
