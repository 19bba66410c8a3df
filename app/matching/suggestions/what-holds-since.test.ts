/** Between the round and the choice time passes: whom one can still choose, and what one is told before a mentor knows of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { as, type Someone } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { makeOffers } from "../offers/make-offers.ts";
import { startRound } from "../rounds/start-round.ts";
import { chooseSuggested } from "./choose-suggested.ts";
import { findSuggestion, reasonsToTell, type Suggestion, type SuggestedMentor } from "./find-suggestion.ts";
import { watchDueSuggestions } from "./follow-suggestions.job.ts";
import { publishSuggestions } from "./publish-suggestions.ts";

const names = ["Jonas Vega", "Amina Said", "Lucía Prado"] as const;
let app: TestApp;
let world: World;
let programId: string;
let mentees: [Someone, Someone, Someone];
let mentors: Someone[];

beforeAll(async () => {
  app = await testApp();
  app.travel(new Date("2026-03-02T09:30:00Z"));
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error: Error) => error.message,
  );

/** Three mentees, to each of whom the same three mentors are suggested. */
async function suggestAll({ mode = {}, before = async () => {} }: { mode?: object; before?: () => Promise<unknown> } = {}): Promise<void> {
  programId = newId();
  const organization_id = world.riverside;
  await here(async ({ db }) => {
    const program = { organization_id, id: programId, name: "Choose", adults_only_attested_at: new Date() };
    await db.insertInto("program").values(program).execute();
    await db
      .insertInto("matching_mode")
      .values({ organization_id, program_id: programId, mode: "choose-among-three", ...mode })
      .execute();
  });
  const person = (role: "mentor" | "mentee", name: string) =>
    addParticipant(app, { organizationId: organization_id, programId, role, name, capacity: 1 });
  mentees = [await person("mentee", "Maya"), await person("mentee", "Sofía"), await person("mentee", "Omar")];
  mentors = await Promise.all(names.map((name) => person("mentor", name)));
  const roundId = await here((ctx) =>
    startRound(ctx, organization_id, programId, { chosen: { who: "everyone" }, seed: 7, objective: "most-good" }),
  );
  await app.jobs.runDue(app);
  await before();
  await here((ctx) => publishSuggestions(ctx, { organizationId: organization_id, programId, roundId }));
  await app.jobs.runDue(app);
}
const idOf = (mentee: Someone) =>
  here(({ db }) => db.selectFrom("suggestion").select("id").where("mentee_id", "=", mentee.participantId).executeTakeFirst());
const suggestionOf = async (mentee: Someone): Promise<Suggestion> => {
  const { id } = (await idOf(mentee))!;
  return here((ctx) => findSuggestion(ctx, world.riverside, id));
};
const choose = async (mentee: Someone, mentor: Someone): Promise<string> => {
  const { id } = (await idOf(mentee))!;
  return outcome(
    here((ctx) => chooseSuggested(as(mentee, ctx), { organizationId: world.riverside, suggestionId: id }, mentor.participantId)),
  );
};
const offersOf = (mentee: Someone) =>
  here(({ db }) =>
    db.selectFrom("offer").select(["mentor_id", "mentee_accepted_at"]).where("mentee_id", "=", mentee.participantId).execute(),
  );

test("who takes a break, has left or was set aside since can be chosen no more, and the others are named", async () => {
  await suggestAll();
  const [maya] = mentees;
  const [jonas, amina, lucia] = mentors as [Someone, Someone, Someone];
  const free = async (): Promise<string[]> =>
    (await suggestionOf(maya)).mentors
      .filter(({ isFree }) => isFree)
      .map(({ name }) => name)
      .toSorted();
  const pause = (until: string) =>
    here(({ db }) => db.updateTable("profile").set({ paused_until: until }).where("person_id", "=", jonas.personId).execute());
  expect(await free()).toEqual([...names].toSorted());
  await pause("2026-03-01");
  expect(await free()).toContain("Jonas Vega");
  await pause("2026-03-02");
  expect(await free()).toEqual(["Amina Said", "Lucía Prado"]);
  expect(await choose(maya, jonas)).toMatch(/Still free for you: (Amina Said and Lucía Prado|Lucía Prado and Amina Said)\.$/);

  await here(({ db }) => db.updateTable("participant").set({ withdrawn_at: new Date() }).where("id", "=", amina.participantId).execute());
  expect(await free()).toEqual(["Lucía Prado"]);
  expect(await choose(maya, amina)).toMatch(/Still free for you: Lucía Prado\.$/);

  const refusal = { organization_id: world.riverside, program_id: programId };
  await here(({ db }) =>
    db
      .insertInto("refusal")
      .values({ ...refusal, participant_id: lucia.participantId, about_id: maya.participantId })
      .execute(),
  );
  expect(await free()).toEqual([]);
  expect(await choose(maya, lucia)).toMatch(/nobody else of your suggestions is free/);
  expect(await offersOf(maya)).toEqual([]);
});

test("whoever has an offer by now is suggested nobody", async () => {
  const answerBy = new Date("2026-03-20T09:30:00Z");
  await suggestAll({
    before: () =>
      here((ctx) =>
        makeOffers(ctx, {
          organizationId: world.riverside,
          programId,
          roundId: null,
          answerBy,
          pairs: [{ menteeId: mentees[0].participantId, mentorId: mentors[0]!.participantId, weight: 1, reasons: [] }],
        }),
      ),
  });
  expect(await idOf(mentees[0])).toBeUndefined();
  expect((await suggestionOf(mentees[1])).state).toBe("open");
});

test("when the first counts as chosen, nobody has said yes for who has not said that she is an adult", async () => {
  await suggestAll({ mode: { takes_first: true } });
  const [maya, sofia] = mentees;
  await here(({ db }) => db.updateTable("participant").set({ adult_attested_at: null }).where("id", "=", maya.participantId).execute());
  app.travel(new Date("2026-03-10T09:30:00Z"));
  await watchDueSuggestions(app);
  expect(await offersOf(maya)).toMatchObject([{ mentee_accepted_at: null }]);
  expect(await offersOf(sofia)).toMatchObject([{ mentee_accepted_at: expect.any(Date) as Date }]);
  app.travel(new Date("2026-03-02T09:30:00Z"));
});

test("where names come later, neither the page nor a letter names a mentor before she is asked", async () => {
  // Sessions go by the clock on the wall.
  app.travel(new Date());
  await suggestAll({ mode: { identity: "after-match" } });
  const [maya] = mentees;
  const { id } = (await idOf(maya))!;
  const page = await (await world.asPerson(maya.personId).get(`/organizations/${world.riverside}/suggestions/${id}`)).text();
  const letters = await asSystem(app, ({ db }) =>
    db.selectFrom("letter").select(["subject", "text_body"]).where("person_id", "=", maya.personId).execute(),
  );
  expect(letters).toHaveLength(1);
  const read = page + letters.map(({ subject, text_body }) => subject + text_body).join("\n");
  expect(page).toMatch(/Mentor [123]/);
  for (const word of names.flatMap((name) => name.split(" "))) expect(read.includes(word), word).toBe(false);
});

test("of the reasons only those are told that everybody in the program may read", () => {
  const part = (shownTo: ReasonPart["shownTo"], kind: string) => ({ shownTo, fact: { kind } }) as unknown as ReasonPart;
  const reasons = [part("program", "hours"), part("matches", "hours"), part("coordinators", "hours"), part("program", "choices")];
  const told = (identity: Suggestion["identity"]) => reasonsToTell({ identity } as Suggestion, { reasons } as unknown as SuggestedMentor);
  expect(told("at-once")).toEqual([reasons[0], reasons[3]]);
  // A choice may be the organization for which she works.
  expect(told("after-match")).toEqual([reasons[0]]);
});
