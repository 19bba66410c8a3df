import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { declineRequest } from "./answer-request.ts";
import { makeRequest } from "./make-request.ts";
import { as, type Someone } from "../../../testing/acting.ts";

let app: TestApp;
let world: World;
let amina: Someone;
let noah: Someone;
let at: string;

beforeAll(async () => {
  app = await testApp();
  app.travel(new Date("2026-11-20T09:00:00Z"));
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  const mentor = (name: string): Promise<Someone> => addParticipant(app, { ...place(), role: "mentor", name, capacity: 1 });
  [amina, noah] = [await mentor("Amina Said"), await mentor("Noah Berg")];
  await settle({ mode: "mixed", openRequests: "3", requestDays: "7", menteeChoices: "5", identity: "at-once", askingUntil: "2026-12-04" });
});
afterAll(() => app[Symbol.asyncDispose]());

const place = () => ({ organizationId: world.riverside, programId: world.first });
const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const settle = (fields: Record<string, string>) => world.as("coordinator").post(`${at}/matching`, { act: "save", ...fields });
const read = async (path: string): Promise<string> =>
  (await (await world.as("mentee").get(path)).text()).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("who has asked somebody is led to her request, wherever she looks, and knows by when she hears", async () => {
  const requestId = await here((ctx) =>
    makeRequest(ctx, {
      ...place(),
      menteeId: world.participants.mentee!,
      mentorId: amina.participantId,
      words: "May I learn from you?",
      fallsOn: true,
    }),
  );
  const [mentors, ask] = [`${at}/mentors/${amina.participantId}`, `${at}/mentors/${amina.participantId}/ask`];
  const own = `/organizations/${world.riverside}/requests/${requestId}`;
  for (const path of [mentors, ask]) {
    expect(await read(path)).toMatch(/You have asked Amina Said Amina Said has until [^.]+ to answer\./u);
    expect(await (await world.as("mentee").get(path)).text()).toContain(`href="${own}"`);
  }
  expect(await (await world.as("mentee").get(mentors)).text()).not.toContain(`href="${ask}"`);
  expect(await read("/")).toMatch(/You have asked Amina Said, who has until [^.]+ to answer\. You get a letter either way\./u);
  expect(await read("/")).not.toContain("You have been waiting");

  const overview = await (await world.as("coordinator").get(`${at}/requests/overview`)).text();
  expect(overview).toMatch(/Amina Said are told that this request is closed\. This cannot be undone\.[^]*name="act" value="close"/u);

  // What falls on needs somebody to fall on to.
  expect(await read(own)).toContain("Nobody else is on it yet.");
  await world.as("mentee").post(`${at}/mentors/${noah.participantId}`, { act: "add", aboutId: noah.participantId });
  expect(await read(own)).toContain("we ask your next choice by itself");

  await here((ctx) => declineRequest(as(amina, ctx), { organizationId: world.riverside, requestId }, { reason: "not-now", note: "" }));
  for (const path of [mentors, ask]) expect(await read(path)).toContain("It does not work out with Amina Said this time.");
});

test("mentees see until when they can ask, and a coordinator who closes asking too early finds the day again", async () => {
  const until = /until and with [^.]*(?:4 December|December 4)/u;
  const words = ["/choices", "/requests"] as const;
  for (const path of words) expect(await read(at + path)).toMatch(until);
  await world.as("coordinator").post(`${at}/requests/overview`, { act: "closeAsking" });
  for (const path of words) expect(await read(at + path)).not.toMatch(until);
  expect(await read(`${at}/choices`)).toContain("The days of asking are over.");
  expect(await read(`${at}/requests`)).toContain("Whoever has nobody yet takes part in a round.");
  await world.as("coordinator").post(`${at}/requests/overview`, { act: "openAsking" });
  for (const path of words) expect(await read(at + path)).toMatch(until);

  app.travel(new Date("2026-12-06T09:00:00Z"));
  await world.as("coordinator").post(`${at}/requests/overview`, { act: "openAsking" });
  expect(await read(`${at}/choices`)).toContain("when your coordinator closes that");
});
