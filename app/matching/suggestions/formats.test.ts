/** Suggestions where the program is no one-to-one program: groups can be chosen among, peers cannot. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { as } from "../../../testing/acting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { inventPeople } from "../../../testing/invented-people.ts";
import { smallWorld, type Visitor, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { acceptOffer } from "../offers/answer-offer.ts";
import { chooseSuggested } from "./choose-suggested.ts";
import { findSuggestion } from "./find-suggestion.ts";
import { publishSuggestions } from "./publish-suggestions.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const path = (programId: string): string => `/organizations/${world.riverside}/programs/${programId}`;
const three = { mode: "choose-among-three", suggestionDays: "7", identity: "at-once" };
async function run(who: Visitor, programId: string, fields: Record<string, string>): Promise<string> {
  const sent = await who.post(`${path(programId)}/rounds/new`, { who: "everyone", seed: "7", ...fields });
  await app.jobs.runDue(app);
  return sent.headers.get("location")!.split("/").at(-1)!.split("?")[0]!;
}
const personOf = async (participantId: string): Promise<{ personId: string; participantId: string }> => {
  const row = await here(({ db }) =>
    db.selectFrom("participant").select("person_id").where("id", "=", participantId).executeTakeFirstOrThrow(),
  );
  return { personId: row.person_id, participantId };
};

test("groups: each mentee chooses among three groups, and one begins with those who chose it", async () => {
  const ruth = world.as("coordinator");
  const programId = world.first;
  const at = path(programId);
  await inventPeople(app, { organizationId: world.riverside, programId }, { mentees: 6, mentors: 2, seed: 2, capacity: () => 4 });
  await ruth.post(`${at}/matching`, { act: "format", format: "group" });
  await ruth.post(`${at}/matching`, { act: "group", groupLeast: "2", groupMost: "4" });
  await ruth.post(`${at}/matching`, { act: "save", ...three });
  const roundId = await run(ruth, programId, { objective: "groups", company: "full" });
  const pairs = await here(({ db }) => db.selectFrom("round_pair").selectAll().where("round_id", "=", roundId).execute());
  expect((await ruth.get(`${at}/rounds/${roundId}/publish`)).headers.get("location")).toMatch(/\/suggest$/u);
  expect(await (await ruth.get(`${at}/rounds/${roundId}/suggest`)).text()).toContain("The mentor of her group in this round comes first");
  expect((await ruth.post(`${at}/rounds/${roundId}/suggest`, {})).status).toBe(303);
  await app.jobs.runDue(app);

  const suggestions = await here(async (ctx) => {
    const rows = await ctx.db.selectFrom("suggestion").select("id").where("round_id", "=", roundId).execute();
    return Promise.all(rows.map(({ id }) => findSuggestion(ctx, world.riverside, id)));
  });
  expect(suggestions).toHaveLength(pairs.length);
  for (const { mentee, mentors } of suggestions) {
    expect(mentors[0]!.mentorId).toBe(pairs.find(({ mentee_id }) => mentee_id === mentee.participantId)!.mentor_id);
    expect(mentors.every(({ isFree }) => isFree)).toBe(true);
  }
  // Two choose the same mentor, who says yes to both.
  const mentorId = [...Map.groupBy(pairs, ({ mentor_id }) => mentor_id)].find(([, { length }]) => length >= 2)![0];
  const [one, two] = suggestions.filter(({ mentors }) => mentors[0]!.mentorId === mentorId);
  for (const { id, mentee } of [one!, two!])
    await here((ctx) => chooseSuggested(as(mentee, ctx), { organizationId: world.riverside, suggestionId: id }, mentorId));
  const mentor = await personOf(mentorId);
  const offers = await here(({ db }) => db.selectFrom("offer").select("id").where("mentor_id", "=", mentorId).orderBy("id").execute());
  const answers: (string | undefined)[] = [];
  for (const { id } of offers)
    answers.push((await here((ctx) => acceptOffer(as(mentor, ctx), { organizationId: world.riverside, offerId: id }))).relationshipId);
  expect(answers).toEqual([undefined, expect.any(String)]);
  const people = await here(({ db }) =>
    db.selectFrom("relationship_person").select("participant_id").where("relationship_id", "=", answers[1]!).execute(),
  );
  expect(people.map(({ participant_id }) => participant_id).toSorted()).toEqual(
    [mentorId, one!.mentee.participantId, two!.mentee.participantId].toSorted(),
  );
});

test("peers: nobody chooses among three, and a round goes out as offers", async () => {
  const carl = world.as("otherCoordinator");
  const programId = world.second;
  const at = path(programId);
  await inventPeople(app, { organizationId: world.riverside, programId }, { mentees: 4, mentors: 0, seed: 5 });
  await carl.post(`${at}/matching`, { act: "format", format: "peer" });
  const page = await (await carl.get(`${at}/matching?mode=choose-among-three`)).text();
  expect(page).toContain("Not between peers");
  expect(page).not.toContain("?mode=choose-among-three#");
  expect(page).not.toContain("?mode=ranked-round#");
  expect(page).toContain("?mode=mentee-asks#");
  expect(page).not.toMatch(/<strong>A (mentee|mentor)</u);
  const refused = await carl.post(`${at}/matching`, { act: "save", ...three });
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Not between peers")]);

  // A program that chose among three cannot become one of peers by the way.
  await carl.post(`${at}/matching`, { act: "format", format: "one-to-one" });
  await carl.post(`${at}/matching`, { act: "save", ...three });
  const blocked = await carl.post(`${at}/matching`, { act: "format", format: "peer" });
  expect([blocked.status, await blocked.text()]).toEqual([409, expect.stringContaining("Choose one of these ways first")]);
  await carl.post(`${at}/matching`, { act: "save", mode: "round" });
  await carl.post(`${at}/matching`, { act: "format", format: "peer" });

  const roundId = await run(carl, programId, { objective: "peers" });
  expect((await carl.get(`${at}/rounds/${roundId}/suggest`)).headers.get("location")).toMatch(/\/publish$/u);
  // Even where a program of old says so, the round of peers is not taken apart.
  await here(({ db }) => db.updateTable("matching_mode").set({ mode: "choose-among-three" }).where("program_id", "=", programId).execute());
  await expect(here((ctx) => publishSuggestions(ctx, { organizationId: world.riverside, programId, roundId }))).rejects.toThrow(
    "Between peers nobody can choose among three",
  );
  const publish = await carl.get(`${at}/rounds/${roundId}/publish`);
  expect([publish.status, await publish.text()]).toEqual([200, expect.not.stringContaining("choose one of them")]);
  expect((await carl.post(`${at}/rounds/${roundId}/publish`, {})).status).toBe(303);
});
