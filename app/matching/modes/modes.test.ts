import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { makeRequest } from "../requests/make-request.ts";
import { listCandidates } from "../rounds/list-candidates.ts";
import { findMode } from "./find-mode.ts";
import { defaultMode, isAskingOpen, modes, settingsOf } from "./mode.ts";

let app: TestApp;
let world: World;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const mode = () => here((ctx) => findMode(ctx, world.riverside, world.first));
const save = (fields: Record<string, string>) => world.as("coordinator").post(`${at}/matching`, { act: "save", ...fields });

test("only what a mode needs is asked, and saved", async () => {
  const page = await (await world.as("coordinator").get(`${at}/matching?mode=choose-among-three`)).text();
  expect(page).toContain('name="suggestionDays"');
  expect(page).not.toContain('name="openRequests"');
  await save({
    mode: "mentee-asks",
    openRequests: "2",
    requestDays: "5",
    menteeChoices: "4",
    identity: "after-match",
    suggestionDays: "9",
    takesFirst: "on",
  });
  expect(await mode()).toEqual({
    ...defaultMode,
    mode: "mentee-asks",
    openRequests: 2,
    requestDays: 5,
    menteeChoices: 4,
    identity: "after-match",
  });
  const audited = await here(({ db }) =>
    db.selectFrom("audit_entry").select("detail").where("act", "=", "matching-mode.changed").executeTakeFirstOrThrow(),
  );
  expect(audited.detail).toMatchObject({ from: "round", to: "mentee-asks" });
  expect(modes.every((one) => one in settingsOf)).toBe(true);
});

test("nobody is promised more choices than she can make", async () => {
  const response = await save({ mode: "ranked-round", menteeChoices: "3", guaranteedChoices: "4", identity: "at-once" });
  expect(await response.text()).toContain("This cannot be more than the mentors on her list.");
  expect((await mode()).mode).toBe("mentee-asks");
});

test("who changes to a mode without requests is told what happens to open ones, and they are closed kindly", async () => {
  const mentor = await addParticipant(app, {
    organizationId: world.riverside,
    programId: world.first,
    role: "mentor",
    name: "Amina",
    capacity: 1,
  });
  const request = await here((ctx) =>
    makeRequest(ctx, {
      organizationId: world.riverside,
      programId: world.first,
      menteeId: world.participants.mentee!,
      mentorId: mentor.participantId,
      words: "May I?",
      fallsOn: false,
    }),
  );
  const looked = async (one: string) => (await world.as("coordinator").get(`${at}/matching?mode=${one}`)).text();
  expect(await looked("mixed")).toContain("They run on until their date.");
  expect(await looked("round")).toContain("open requests are closed kindly");
  const state = async () =>
    here(({ db }) => db.selectFrom("request").select(["state", "withdrawn_because"]).where("id", "=", request).executeTakeFirstOrThrow());
  await save({ mode: "mixed", openRequests: "3", requestDays: "7", menteeChoices: "5", identity: "at-once" });
  expect(await state()).toEqual({ state: "open", withdrawn_because: null });

  // Mixed: who waits for an answer takes part in no round, until asking is closed.
  const places = async () =>
    (await here((ctx) => listCandidates(ctx, world.riverside, world.first))).find(({ id }) => id === world.participants.mentee)?.places;
  expect(await places()).toBe(0);
  await world.as("coordinator").post(`${at}/requests/overview`, { act: "closeAsking" });
  expect(await places()).toBe(1);
  await world.as("coordinator").post(`${at}/requests/overview`, { act: "openAsking" });
  expect(await places()).toBe(0);

  await save({ mode: "round" });
  expect(await state()).toEqual({ state: "withdrawn", withdrawn_because: "mode-changed" });
  await app.jobs.runDue(app);
  const letters = await here(({ db }) =>
    db.selectFrom("letter").select(["person_id", "text_body"]).where("dedupe_key", "like", `request ${request} closed%`).execute(),
  );
  expect(letters.map(({ person_id }) => person_id).toSorted((a, b) => (a! < b! ? -1 : 1))).toEqual(
    [world.people.mentee, mentor.personId].toSorted((a, b) => (a < b ? -1 : 1)),
  );
  expect((await world.as("coordinator").post(`${at}/requests/overview`, { act: "closeAsking" })).status).toBeGreaterThanOrEqual(400);
});

test("a copy of a program matches as its original does, in the same format", async () => {
  await save({ mode: "mixed", openRequests: "3", requestDays: "7", menteeChoices: "5", identity: "at-once", askingUntil: "2999-01-01" });
  await world.as("coordinator").post(`${at}/matching`, { act: "format", format: "group" });
  await world.as("coordinator").post(`${at}/matching`, { act: "group", groupLeast: "2", groupMost: "5" });
  await world.as("owner").post(`${at}/copy`, { name: "Next year", adultsOnly: "on" });
  await app.jobs.runDue(app);
  const copy = await here(({ db }) =>
    db.selectFrom("program").select(["id", "format", "default_capacity"]).where("copied_from", "=", world.first).executeTakeFirstOrThrow(),
  );
  expect(copy).toMatchObject({ format: "group", default_capacity: 5 });
  expect(await here((ctx) => findMode(ctx, world.riverside, copy.id))).toEqual({
    ...(await mode()),
    askingUntil: null,
    askingClosedAt: null,
    groupLeast: 2,
    groupMost: 5,
  });
});

test("mentees ask until and with the last day, or until it is closed", () => {
  const mixed = { ...defaultMode, mode: "mixed" as const };
  expect(isAskingOpen(mixed, "2026-03-02")).toBe(true);
  expect(isAskingOpen({ ...mixed, askingUntil: "2026-03-02" }, "2026-03-02")).toBe(true);
  expect(isAskingOpen({ ...mixed, askingUntil: "2026-03-01" }, "2026-03-02")).toBe(false);
  expect(isAskingOpen({ ...mixed, askingClosedAt: new Date() }, "2026-03-02")).toBe(false);
  expect(isAskingOpen({ ...mixed, mode: "mentee-asks", askingUntil: "2026-03-01", askingClosedAt: new Date() }, "2026-03-02")).toBe(true);
  expect(isAskingOpen(defaultMode, "2026-03-02")).toBe(false);
});
