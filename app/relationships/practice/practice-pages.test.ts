import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { converse, type Conversing } from "../../../testing/conversing.ts";
import type { PersonName } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { forgetWords } from "../closure/forget-relationships.job.ts";
import { newId } from "../../platform/identifiers.ts";
import { resealColumn } from "../../platform/reseal-column.ts";
import { listReflections, movePracticeTraces, reflections } from "./write-reflection.ts";

let app: TestApp;
let it: Conversing;
let at: string;
let library: string;
beforeEach(async () => {
  app = await testApp();
  it = await converse(app);
  at = `/organizations/${it.its.organizationId}/relationships/${it.its.relationshipId}`;
  library = `/organizations/${it.its.organizationId}/programs/${it.world.first}/practice`;
  return () => app[Symbol.asyncDispose]();
});

const contentOf = async (response: Response) => (await response.text()).replace(/.*<main[^>]*>(.*)<\/main>.*/su, "$1");
const read = async (person: PersonName, path = at) => contentOf(await it.world.as(person).get(path));
const post = (person: PersonName, path: string, fields: Record<string, string>) => it.world.as(person).post(path, fields);
async function meet(daysAgo = 1): Promise<string> {
  const [id, start] = [newId(), new Date(Date.now() - daysAgo * 86_400_000)];
  const session = {
    organization_id: it.its.organizationId,
    relationship_id: it.its.relationshipId,
    time_zone: "UTC",
    place_kind: "phone",
  } as const;
  await inOrganization(app, it.its.organizationId, ({ db, now }) =>
    db
      .insertInto("session")
      .values({ ...session, id, state: "held", starts_at: start, ends_at: new Date(start.getTime() + 3_600_000), agreed_at: now })
      .execute(),
  );
  return id;
}

test("the piece that fits now stands on her page until she has read it; that she has, only she sees", async () => {
  expect(await read("mentee")).toContain("Listening before anything else");
  const piece = `${at}/practice/active-listening`;
  expect(await read("mentee", piece)).toContain("Count to five");
  expect((await post("mentee", piece, {})).status).toBe(303);
  expect(await read("mentee")).not.toContain("Listening before anything else");
  expect(await read("mentee", `${at}/practice`)).toContain("Listening before anything else");
  expect(await read("mentor")).toContain("Listening before anything else");
  expect(await read("mentor", `${at}/practice`)).not.toMatch(/<div>Read<\/div>/);
  expect((await it.world.as("coordinator").get(`${at}/practice`)).status).toBe(404);
  expect((await it.world.as("mentee").get(`${at}/practice/nothing`)).status).toBe(404);
});

test("a hard pulse of hers brings the piece on getting help to her, and tells the other nothing", async () => {
  await meet();
  const { organizationId: organization_id, relationshipId: relationship_id } = it.its;
  await inOrganization(app, organization_id, ({ db, now }) =>
    db
      .insertInto("pulse")
      .values({
        organization_id,
        id: newId(),
        relationship_id,
        person_id: it.mentee,
        role: "mentee",
        kind: "pulse",
        number: 1,
        asked_at: now,
        answered_at: now,
        heard: 1,
        trust: 2,
      })
      .execute(),
  );
  expect(await read("mentee")).toContain("When somebody else should help");
  expect(await read("mentor")).not.toContain("When somebody else should help");
  expect(await read("mentor")).toContain("Talking about what makes you different");
});

test("after a meeting each writes for herself; what is stored nobody can read, and only what is shared the other sees", async () => {
  const path = `${at}/sessions/${await meet()}/reflection`;
  expect(await read("mentee")).toContain(`href="${path}"`);
  expect(await read("mentee", path)).toContain("What do you take with you?");
  expect(await read("mentor", path)).toContain("When did you listen");
  const text = "I dared to ask.";
  expect((await post("mentee", path, { text })).status).toBe(303);
  expect(await read("mentee", `${at}/practice`)).toContain(text);
  expect(await read("mentee")).not.toContain(`href="${path}"`);
  for (const [person, page] of [
    ["mentor", path],
    ["mentor", `${at}/practice`],
    ["mentor", at],
  ] as const)
    expect(await read(person, page)).not.toContain(text);
  for (const person of ["coordinator", "owner"] as const) expect((await it.world.as(person).get(path)).status).toBe(404);
  const [row] = await inOrganization(app, it.its.organizationId, ({ db }) => db.selectFrom("reflection").select("sealed").execute());
  expect(row!.sealed.includes(text)).toBe(false);
  await post("mentee", path, { text, share: "yes" });
  expect(await read("mentor", `${at}/practice`)).toContain(text);
  await post("mentee", path, { text });
  expect(await read("mentor", `${at}/practice`)).not.toContain(text);
  await post("mentee", path, { text: "" });
  expect(await read("mentee", `${at}/practice`)).not.toContain(text);
});

test("what is sealed survives a change of the secret, and goes with a person to the record that stays", async () => {
  const sessionId = await meet();
  await post("mentee", `${at}/sessions/${sessionId}/reflection`, { text: "I dared to ask." });
  const { organizationId } = it.its;
  const { settings } = app;
  const [newest, former] = ["another secret of thirty-two characters", settings.secret];
  const within =
    (secrets: { secret: string; formerSecrets: string[] }) =>
    (ctx: Context): Context => ({
      ...ctx,
      app: { ...ctx.app, settings: { ...settings, ...secrets } },
    });
  const both = within({ secret: newest, formerSecrets: [former] });
  const onlyNewest = within({ secret: newest, formerSecrets: [] });
  const textFor = (personId: string, as: (ctx: Context) => Context) =>
    it.acting(personId, async (ctx) => (await listReflections({ ...as(ctx), actor: ctx.actor }, it.its)).map(({ text }) => text));
  expect(await textFor(it.mentee, onlyNewest)).toEqual([null]);
  await inOrganization(app, organizationId, async (ctx) => {
    expect((await resealColumn(both(ctx), organizationId, reflections, { atOnce: 10 })).resealed).toBe(1);
  });
  expect(await textFor(it.mentee, onlyNewest)).toEqual(["I dared to ask."]);
  const to = it.world.people.otherMentee;
  await inOrganization(app, organizationId, (ctx) => movePracticeTraces(both(ctx), { organizationId, from: it.mentee, to }));
  expect(await textFor(to, onlyNewest)).toEqual(["I dared to ask."]);
  expect(await textFor(it.mentee, onlyNewest)).toEqual([]);
});

test("when the time for the words of a relationship is over, agreements, goals and reflections are gone", async () => {
  await post("mentee", `${at}/sessions/${await meet()}/reflection`, { text: "I dared to ask." });
  await post("mentee", `${at}/goals/new`, { title: "I give a talk", weight: "3" });
  await post("mentee", `${at}/agreement/change`, { "text.where": "In the library.", seen: "0", shown: "0" });
  const { organizationId } = it.its;
  const left = () =>
    inOrganization(app, organizationId, async ({ db }) => [
      (await db.selectFrom("reflection").select("session_id").execute()).length,
      (await db.selectFrom("goal").select("id").execute()).length,
      (await db.selectFrom("agreement_version").select("number").execute()).length,
    ]);
  expect(await left()).toEqual([1, 1, 2]);
  await forgetWords.run(app, { ...it.its, programId: it.world.first }, new AbortController().signal);
  expect(await left()).toEqual([0, 0, 0]);
});

test("nobody looks back on a meeting that did not take place", async () => {
  const id = await meet();
  await inOrganization(app, it.its.organizationId, ({ db }) =>
    db.updateTable("session").set({ state: "missed" }).where("id", "=", id).execute(),
  );
  const path = `${at}/sessions/${id}/reflection`;
  expect(await read("mentee", path)).toContain("this meeting has not taken place");
  expect((await post("mentee", path, { text: "x" })).status).toBe(409);
});

test("a coordinator says a piece otherwise, hides one, adds one, and takes ours again", async () => {
  const words = { title: "Ears first", body: "Two ears, one mouth.", moment: "before-first-meeting" };
  expect((await post("coordinator", `${library}/active-listening`, words)).status).toBe(303);
  expect(await read("mentee")).toContain("Ears first");
  await post("coordinator", library, { act: "hide", pieceId: "active-listening", hidden: "yes" });
  expect(await read("mentee")).not.toContain("Ears first");
  expect((await it.world.as("mentee").get(`${at}/practice/active-listening`)).status).toBe(404);
  expect((await post("coordinator", `${library}/new`, { ...words, title: "Our campus" })).status).toBe(303);
  expect(await read("mentee")).toContain("Our campus");
  const own = /practice\/([0-9a-f-]{36})"/.exec(await read("coordinator", library))![1]!;
  await post("coordinator", library, { act: "drop", pieceId: own });
  await post("coordinator", library, { act: "hide", pieceId: "active-listening", hidden: "no" });
  await post("coordinator", library, { act: "drop", pieceId: "active-listening" });
  expect(await read("mentee")).toContain("Listening before anything else");
  expect((await post("coordinator", `${library}/${own}`, words)).status).toBe(404);
  expect((await it.world.as("mentor").get(library)).status).toBe(404);
});

test("what she wrote a year ago is still in the field when she opens it", async () => {
  const first = `${at}/sessions/${await meet(60)}/reflection`;
  await post("mentee", first, { text: "I dared to ask." });
  for (let n = 1; n < 52; n++) await post("mentee", `${at}/sessions/${await meet(n)}/reflection`, { text: `Meeting ${n}` });
  expect(await read("mentee", first)).toContain("I dared to ask.");
});
