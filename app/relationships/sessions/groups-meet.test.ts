/** A mentor with three mentees: the same as a pair, with more people in it. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { chooseTime, settleTime } from "./answer-proposal.ts";
import { findSession } from "./find-session.ts";
import { proposeTimes } from "./propose-times.ts";
import { tellOutcome } from "./tell-outcome.ts";
import { pairPath } from "../pairs/pair.ts";
import { askWhatIsDue } from "../pulse/ask-pulse.ts";
import type { Answer } from "./session.ts";

let app: TestApp;
let world: World;
let meeting: Meeting;
let others: string[];
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  app.travel(new Date("2027-03-10T12:00:00Z"));
  meeting = await beginMeeting(app, world);
  const place = { organizationId: world.riverside, programId: world.first };
  const added = [
    await addParticipant(app, { ...place, role: "mentee", name: "Nora" }),
    await addParticipant(app, { ...place, role: "mentee", name: "Omar" }),
  ];
  others = added.map(({ personId }) => personId);
  await inOrganization(app, meeting.organizationId, async ({ db }) => {
    await db.updateTable("relationship").set({ format: "group" }).where("id", "=", meeting.relationshipId).execute();
    await db
      .insertInto("relationship_person")
      .values(
        added.map(({ personId, participantId }) => ({
          organization_id: meeting.organizationId,
          relationship_id: meeting.relationshipId,
          participant_id: participantId,
          person_id: personId,
          role: "mentee" as const,
        })),
      )
      .execute();
  });
});

const times = [new Date("2027-03-16T17:00:00Z"), new Date("2027-03-17T17:00:00Z")] as const;
const propose = () =>
  meeting.as("mentor", (ctx) =>
    proposeTimes(
      ctx,
      meeting,
      { times, minutes: 60, placeKind: "place", place: "Library", repeats: null, untilOn: null, words: "" },
      { by: world.people.mentor },
    ),
  );
const choose = (proposalId: string, by: string, startsAt: Date) =>
  meeting.as("mentor", (ctx) => chooseTime(ctx, meeting, { proposalId, startsAt, by }));

test("it is agreed once one time suits everybody who was asked", async () => {
  const proposalId = await propose();
  const [nora = "", omar = ""] = others;
  expect(await choose(proposalId, nora, times[0])).toEqual({ is: "noted" });
  expect(await choose(proposalId, world.people.mentee, times[1])).toEqual({ is: "noted" });
  expect(await choose(proposalId, omar, times[1])).toEqual({ is: "noted" });
  expect(await choose(proposalId, omar, times[1])).toEqual({ is: "noted" });
  const last = await choose(proposalId, nora, times[1]);
  expect(last.is).toBe("agreed");
  const letters = await inOrganization(app, meeting.organizationId, ({ db }) =>
    db
      .selectFrom("letter")
      .selectAll()
      .where("dedupe_key", "like", `session agreed ${last.is === "agreed" ? last.sessionId : ""}%`)
      .execute(),
  );
  expect(letters).toHaveLength(4);
  // Nobody's address is told to the others.
  for (const letter of letters) {
    const addresses = letter.calendar_body!.replaceAll("\r\n ", "").match(/mailto:\S+@example\.org/g);
    expect(addresses).toEqual([`mailto:${letter.to_address}`]);
  }
});

test("the mentor need not wait for all, but nobody else decides for the group", async () => {
  const proposalId = await propose();
  const settle = (by: string, startsAt: Date) => meeting.as("mentor", (ctx) => settleTime(ctx, meeting, { proposalId, startsAt, by }));
  await expect(settle(world.people.mentor, times[0])).rejects.toBeInstanceOf(NotFound);
  await choose(proposalId, others[0]!, times[0]);
  await expect(settle(others[0]!, times[0])).rejects.toBeInstanceOf(NotFound);
  expect((await settle(world.people.mentor, times[0])).is).toBe("agreed");
});

test("that the mentor and one mentee were there is enough", async () => {
  const proposalId = await propose();
  await choose(proposalId, others[0]!, times[0]);
  const settled = await meeting.as("mentor", (ctx) =>
    settleTime(ctx, meeting, { proposalId, startsAt: times[0], by: world.people.mentor }),
  );
  const its = { ...meeting, sessionId: settled.is === "agreed" ? settled.sessionId : "" };
  app.travel(new Date("2027-03-16T19:00:00Z"));
  const tell = (by: string) => meeting.as("mentor", (ctx) => tellOutcome(ctx, its, { by, outcome: "held" }));
  expect((await tell(others[0]!)).settled).toBeUndefined();
  expect((await tell(others[1]!)).settled).toBeUndefined();
  expect((await tell(world.people.mentor)).settled).toBe("held");
  expect((await meeting.as("mentor", (ctx) => findSession(ctx, its))).state).toBe("held");
});

const lettersAsking = () =>
  inOrganization(app, meeting.organizationId, ({ db }) =>
    db.selectFrom("letter").select("person_id").where("dedupe_key", "like", "session asked again%").execute(),
  );
async function heldWith(answers: Readonly<Record<string, Answer>>) {
  const proposalId = await propose();
  await choose(proposalId, others[0]!, times[0]);
  const settled = await meeting.as("mentor", (ctx) =>
    settleTime(ctx, meeting, { proposalId, startsAt: times[0], by: world.people.mentor }),
  );
  const its = { ...meeting, sessionId: settled.is === "agreed" ? settled.sessionId : "" };
  app.travel(new Date("2027-03-16T19:00:00Z"));
  for (const [by, outcome] of Object.entries(answers)) await meeting.as("mentor", (ctx) => tellOutcome(ctx, its, { by, outcome }));
  return its;
}

test("it can take place without one of a group: nobody is asked again, and she is not asked whether it fits", async () => {
  const its = await heldWith({ [others[1]!]: "absent", [world.people.mentor]: "held" });
  expect((await meeting.as("mentor", (ctx) => findSession(ctx, its))).state).toBe("held");
  expect(await lettersAsking()).toEqual([]);
  await meeting.as("mentor", (ctx) => askWhatIsDue(ctx, meeting, { atOnce: true }));
  const asked = await inOrganization(app, meeting.organizationId, ({ db }) => db.selectFrom("pulse").select("person_id").execute());
  expect(asked.map((one) => one.person_id).toSorted()).toEqual([world.people.mentor, world.people.mentee, others[0]!].toSorted());
  const page = await (
    await world.asPerson(others[1]!).get(`${pairPath(meeting.organizationId, meeting.relationshipId)}/sessions/${its.sessionId}`)
  ).text();
  expect(page).toContain("You said: It took place without me.");
});

test("of a group only who remembers it otherwise than most is asked once more", async () => {
  await heldWith({ [world.people.mentor]: "held", [world.people.mentee]: "held", [others[0]!]: "missed" });
  expect(await lettersAsking()).toEqual([{ person_id: others[0]! }]);
});

test("between two it does not take place without one of them", async () => {
  const its = await heldWith({});
  await inOrganization(app, meeting.organizationId, ({ db }) => db.updateTable("relationship").set({ format: "one-to-one" }).execute());
  await expect(meeting.as("mentor", (ctx) => tellOutcome(ctx, its, { by: world.people.mentor, outcome: "absent" }))).rejects.toBeInstanceOf(
    NotFound,
  );
});
