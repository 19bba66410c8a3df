import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type Worrying, worry } from "../../../testing/worrying.ts";
import { inOrganization } from "../../platform/context.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import { newId } from "../../platform/identifiers.ts";
import { forgetWords } from "../closure/forget-relationships.job.ts";
import { forgetMessages } from "../messages/forget-messages.ts";
import { once, prepareFiles } from "../messages/message-files.ts";
import { reportMessage } from "../messages/report-message.ts";
import { sendMessage } from "../messages/send-message.ts";
import { readCase } from "./find-case.ts";
import { forgetClosedCases } from "./forget-cases.job.ts";

let app: TestApp;
let theirs: Worrying;
beforeEach(async () => {
  app = await testApp();
  theirs = await worry(app);
});
afterEach(() => app[Symbol.asyncDispose]());

const within = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> => inOrganization(app, theirs.organizationId, work);
const person = (name: "mentor" | "mentee" | "coordinator"): string => theirs.world.people[name];
const relationshipPath = () => `/organizations/${theirs.organizationId}/relationships/${theirs.its.relationshipId}`;
const fields = { category: "other", urgency: "soon", words: "", confidential: "named", mayWrite: "on" };

/** The mentee taps at something, and then at the button of the form; returns the case as its lead reads it. */
async function reportAt(path: string, extra: object = {}) {
  const mentee = theirs.world.as("mentee");
  expect(await (await mentee.get(path)).text()).toContain("Report this");
  const first = await mentee.post(path, { act: "report" });
  expect(first.status).toBe(303);
  const form = first.headers.get("location")!;
  return { form, send: () => sendForm(form, extra) };
}
async function sendForm(form: string, extra: object) {
  const sent = await theirs.world.as("mentee").post(form, { ...fields, ...extra });
  expect(sent.status).toBe(303);
  const concernId = sent.headers.get("location")!.split("/").at(-1)!;
  return { concernId, one: await theirs.acts("coordinator", (ctx) => readCase(ctx, { organizationId: theirs.organizationId, concernId })) };
}

test("a profile is reported in two taps, with its picture, as it stood at the first", async () => {
  const { organizationId, its, world } = theirs;
  const picture = await within(async (ctx) => {
    const picture_id = await storeFile(ctx, {
      organizationId,
      kind: "picture",
      name: "me.webp",
      contentType: "image/webp",
      personId: person("mentor"),
      content: once(Buffer.from("a picture")),
    });
    await ctx.db
      .updateTable("profile")
      .set({ story: "I decide what is good for you.", picture_id })
      .where("organization_id", "=", organizationId)
      .where("person_id", "=", person("mentor"))
      .execute();
    return picture_id;
  });
  const { form, send } = await reportAt(`/organizations/${organizationId}/people/${person("mentor")}`, { aboutIds: [person("mentor")] });
  // Nobody else's.
  expect(await (await world.as("mentor").get(form)).text()).not.toContain("goes with it");
  const page = await (await world.as("mentee").get(form)).text();
  expect(page).toContain("The profile of Jonas Mentor goes with it, as you see it now.");
  await within(async ({ db }) => {
    await db.updateTable("profile").set({ story: "I am kind.", picture_id: null }).where("person_id", "=", person("mentor")).execute();
    await db.deleteFrom("file").where("id", "=", picture).execute();
  });
  const { concernId, one } = await send();
  expect(one.subjects.map(({ personId }) => personId)).toEqual([person("mentor")]);
  const snapshot = one.entries.find(({ kind }) => kind === "snapshot")!;
  expect([snapshot.detail, snapshot.words]).toEqual(["profile", expect.stringContaining("I decide what is good for you.")]);
  const path = `${theirs.at}/${concernId}/files/${one.files[0]!.fileId}`;
  expect(await (await world.as("coordinator").get(path)).text()).toBe("a picture");
  for (const other of ["mentee", "mentor", "owner"] as const) expect((await world.as(other).get(path)).status).toBe(404);
  const casePage = await (await world.as("coordinator").get(`${theirs.at}/${concernId}`)).text();
  expect(casePage).toContain("The profile as it stood when it was reported");
  expect(casePage).toContain(path);
  expect(its.organizationId).toBe(organizationId);
});

test("goals and sessions are reported as they stand, by whoever sees them", async () => {
  const { organizationId, its, world } = theirs;
  const [goalId, sessionId] = [newId(), newId()];
  await within(async ({ db, now }) => {
    await db
      .insertInto("goal")
      .values({
        organization_id: organizationId,
        id: goalId,
        relationship_id: its.relationshipId,
        participant_id: world.participants.mentee!,
        state: "agreed",
        decided_at: now,
        hope: "",
        title: "Come to my home",
        scale: ["one", "two", "three", "four", "five"],
        proposed_by: person("mentor"),
        proposed_at: now,
        changed_by: person("mentor"),
        changed_at: now,
      })
      .execute();
    await db
      .insertInto("session")
      .values({
        organization_id: organizationId,
        id: sessionId,
        relationship_id: its.relationshipId,
        starts_at: new Date("2027-03-01T10:00:00Z"),
        ends_at: new Date("2027-03-01T11:00:00Z"),
        time_zone: "Europe/Berlin",
        place_kind: "phone",
        place: "",
        agreed_at: now,
        agenda: "Wear something nice",
      })
      .execute();
  });
  const goal = await reportAt(`${relationshipPath()}/goals/${goalId}`);
  const session = await reportAt(`${relationshipPath()}/sessions/${sessionId}`, { words: "Not again" });
  expect((await world.as("coordinator").post(`${relationshipPath()}/goals/${goalId}`, { act: "report" })).status).toBe(404);
  await within(({ db }) => db.deleteFrom("goal").execute());
  await within(({ db }) => db.updateTable("session").set({ agenda: "" }).execute());
  const [ofGoal, ofSession] = [(await goal.send()).one, (await session.send()).one];
  const words = ({ entries }: typeof ofGoal) => entries.find(({ kind }) => kind === "snapshot")!.words;
  expect(words(ofGoal)).toContain("Come to my home");
  expect(words(ofSession)).toContain("Wear something nice");
  expect(ofSession.relationshipId).toBe(its.relationshipId);
  // Sent again from the tab that stayed open: the snapshot stands in its case, and something has to be said.
  expect((await world.as("mentee").post(goal.form, fields)).status).toBe(422);
});

test("files of a reported message stay as long as the case, whatever becomes of message, author and relationship", async () => {
  const { organizationId, its, acts, world } = theirs;
  const files = await prepareFiles([{ name: "plan.txt", bytes: Buffer.from("Come at nine") }]);
  const sent = await acts("mentor", (ctx) => sendMessage(ctx, its, { authorId: person("mentor"), words: "Look", files, sentKey: newId() }));
  await acts("mentee", (ctx) => reportMessage(ctx, { ...its, messageId: sent.messageId }, ""));
  await within((ctx) => forgetMessages(ctx, organizationId, person("mentor")));
  await theirs.newLetters();
  await forgetWords.run(app, { ...its, programId: world.first }, AbortSignal.abort());
  const concernId = (await within(({ db }) => db.selectFrom("concern").select("id").executeTakeFirstOrThrow())).id;
  app.travel(new Date(Date.now() + 30 * 86_400_000));
  await forgetClosedCases(app);
  const { files: kept } = await acts("coordinator", (ctx) => readCase(ctx, { organizationId, concernId }));
  expect(kept.map(({ name }) => name)).toEqual(["plan.txt"]);
  const path = `${theirs.at}/${concernId}/files/${kept[0]!.fileId}`;
  expect(await (await world.as("coordinator").get(path)).text()).toBe("Come at nine");

  await within(({ db }) => sql`update concern set state = 'resolved', closed_at = now()`.execute(db));
  app.travel(new Date(Date.now() + 7 * 366 * 86_400_000));
  await forgetClosedCases(app);
  const left = await within(({ db }) => db.selectFrom("file").select("kind").where("organization_id", "=", organizationId).execute());
  expect(left).toEqual([]);
});

test("what was reported and never sent goes after two days, with its files", async () => {
  const { organizationId } = theirs;
  await reportAt(`/organizations/${organizationId}/people/${person("mentor")}`);
  const waiting = () => within(({ db }) => db.selectFrom("concern_snapshot").select("id").execute());
  await forgetClosedCases(app);
  expect(await waiting()).toHaveLength(1);
  app.travel(new Date(Date.now() + 3 * 86_400_000));
  await forgetClosedCases(app);
  expect(await waiting()).toEqual([]);
});
