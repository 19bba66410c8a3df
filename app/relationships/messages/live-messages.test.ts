import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { Browsing } from "../../../testing/browsing.ts";
import { type Conversing, converse } from "../../../testing/conversing.ts";
import { type Listener, listenTo } from "../../../testing/listening.ts";
import { startSession } from "../../people/accounts/start-session.ts";
import { inOrganization } from "../../platform/context.ts";
import { mostStreamsPerPerson } from "../../platform/realtime/event-streams.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { blockPerson } from "./block-person.ts";
import { deleteMessage, editMessage } from "./change-message.ts";
import { markRead } from "./mark-read.ts";

let app: TestApp;
let theirs: Conversing & { others: string[] };
let server: ReturnType<typeof serve>;
let url: string;
const open: Listener[] = [];

beforeEach(async () => {
  app = await testApp();
  theirs = await converse(app, { others: ["Nour Further"] });
  server = serve({ fetch: app.server.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once("listening", resolve)));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const listener of open.splice(0)) listener.close();
  await app.live.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await app[Symbol.asyncDispose]();
});

const cookieOf = async (personId: string): Promise<string> =>
  (await startSession(app, personId)).map((cookie) => cookie.split(";")[0]).join("; ");
async function listen(personId: string, { after = 0, lastEventId }: { after?: number; lastEventId?: number } = {}): Promise<Listener> {
  const listener = await listenTo(`${url}${theirs.path}/live?after=${after}`, await cookieOf(personId), lastEventId);
  open.push(listener);
  return listener;
}
const words = (listener: Listener) => listener.heard.map(({ event, data }) => `${event} ${String(data["words"] ?? data["number"])}`);

test("what is said, changed, taken back and read is heard by everybody, in one order, by whoever may", async () => {
  const { mentor, mentee, others, say, acting, its } = theirs;
  const [mentors, mentees, another] = [await listen(mentor), await listen(mentee), await listen(others[0]!)];
  const { messageId } = await say(mentee, "One");
  await Promise.all([mentors, mentees, another].map((one) => one.until(1)));
  await acting(mentor, (ctx) => markRead(ctx, its, 1));
  await mentees.until(2);
  await acting(mentee, (ctx) => editMessage(ctx, { ...its, messageId }, "One, better"));
  await mentees.until(3);
  await acting(mentee, (ctx) => deleteMessage(ctx, { ...its, messageId }));
  await mentees.until(4);
  await acting(others[0]!, (ctx) => blockPerson(ctx, its, mentee));
  await say(mentee, "Two");
  await say(mentor, "Three");
  await Promise.all([mentees.until(6), mentors.until(5), another.until(5)]);
  expect(words(mentees)).toEqual(["message One", "read 1", "message One, better", "message ", "message Two", "message Three"]);
  expect(words(mentors)).toEqual(["message One", "message One, better", "message ", "message Two", "message Three"]);
  expect(words(another)).toEqual(["message One", "read 1", "message One, better", "message ", "message Three"]);
  const ids = mentees.heard.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
});

test("who comes back hears what she has missed, once, and then goes on; twenty at once are in one order for all", async () => {
  const { mentor, mentee, say } = theirs;
  const first = await listen(mentee);
  await say(mentor, "One");
  await first.until(1);
  first.close();
  await say(mentor, "Two");
  await say(mentor, "Three");
  const again = await listen(mentee, { lastEventId: first.heard[0]!.id });
  await again.until(2);
  const fresh = await listen(mentor, { after: 3 });
  await Promise.all(Array.from({ length: 20 }, (_, index) => say(index % 2 === 0 ? mentor : mentee, `At once ${index}`)));
  await again.until(22);
  await fresh.until(20);
  expect(words(again).slice(0, 2)).toEqual(["message Two", "message Three"]);
  expect(again.heard.slice(2)).toEqual(fresh.heard);
  expect(fresh.heard.map(({ data }) => data["number"])).toEqual(Array.from({ length: 20 }, (_, index) => index + 4));
});

test("when the database drops the listening connection nothing is missed", async () => {
  const { mentor, mentee, say } = theirs;
  const listener = await listen(mentee);
  await say(mentor, "Before");
  await listener.until(1);
  const cut = () =>
    sql<{ pid: number }>`
      select pg_terminate_backend(pid) as pid from pg_stat_activity
      where datname = current_database() and query like 'listen %' and pid <> pg_backend_pid()`.execute(app.db);
  expect((await cut()).rows).toHaveLength(1);
  await say(mentor, "While nobody listened");
  await listener.until(2);
  await say(mentor, "After");
  await listener.until(3);
  expect(words(listener)).toEqual(["message Before", "message While nobody listened", "message After"]);
});

test("whether something can be said is heard, too; and too much at once is a page made anew", async () => {
  const { mentor, mentee, say, its } = theirs;
  const listener = await listen(mentee);
  await say(mentor, "Hello");
  await listener.until(1);
  await inOrganization(app, its.organizationId, (ctx) => moveRelationship(ctx, its, { move: "pause", by: "safeguarding", until: null }));
  await app.jobs.runDue(app);
  await listener.until(2);
  expect(listener.heard[1]).toMatchObject({ event: "again" });
  await sql`select set_config('app.organization_ids', ${`{${its.organizationId}}`}, false)`.execute(app.owner);
  await sql`
    insert into message (organization_id, id, relationship_id, number, revision, author_id, words, sent_at, sent_key, sent_hash)
    select ${its.organizationId}, gen_random_uuid(), ${its.relationshipId}, n, n, ${mentor}::uuid, 'x', now(), gen_random_uuid(), ''
    from generate_series(100, 400) n`.execute(app.owner);
  await sql`update conversation set newest = 400, revision = 400`.execute(app.owner);
  const late = await listen(mentee, { after: listener.heard[1]!.id });
  expect((await late.until(1)).map(({ id, event }) => [id, event])).toEqual([[400, "again"]]);
});

test("who is not in it finds no line, who goes out hears no more, and the server closes all lines when it stops", async () => {
  const { mentor, mentee, others, say, its } = theirs;
  expect((await listen(theirs.world.people.coordinator)).status).toBe(404);
  expect((await listen(theirs.world.people.strangerOwner)).status).toBe(404);
  expect((await listenTo(`${url}${theirs.path}/live`, "")).status).toBe(303);
  const [hers, gone] = [await listen(mentee), await listen(others[0]!)];
  await inOrganization(app, its.organizationId, ({ db, now }) =>
    db.updateTable("relationship_person").set({ left_at: now }).where("person_id", "=", others[0]!).execute(),
  );
  await say(mentor, "Among us");
  await hers.until(1);
  expect(gone.heard).toEqual([]);
  await app.live.stop();
  await Promise.all([hers.closed(), gone.closed()]);
  expect((await listen(mentee)).status).toBe(503);
});

test("whoever signs out, here or everywhere, or goes out of it hears nothing from then on, and the others do", async () => {
  const { mentor, mentee, others, say, its } = theirs;
  const signedIn = async (personId: string) => {
    const browser = new Browsing(app);
    const cookie = await cookieOf(personId);
    for (const [name = "", value = ""] of cookie.split("; ").map((pair) => pair.split(/=(.*)/s))) browser.cookies.set(name, value);
    const listener = await listenTo(`${url}${theirs.path}/live`, cookie);
    open.push(listener);
    return { browser, listener };
  };
  const [phone, desk, tablet] = [await signedIn(mentee), await signedIn(mentee), await signedIn(mentee)];
  const [another, mentors] = [await signedIn(others[0]!), await signedIn(mentor)];
  // It is the database that tells: no heartbeat comes while this test has patience.
  expect((await phone.browser.post("/sign-out", {})).status).toBe(303);
  await phone.listener.closed();
  expect(desk.listener.isClosed).toBe(false);
  await desk.browser.post("/account", { act: "sign-out-others" });
  await tablet.listener.closed();
  await inOrganization(app, its.organizationId, ({ db, now }) =>
    db.updateTable("relationship_person").set({ left_at: now }).where("person_id", "=", others[0]!).execute(),
  );
  await another.listener.closed();
  await say(mentor, "Among us");
  await Promise.all([desk.listener.until(1), mentors.listener.until(1)]);
  expect([phone, tablet, another].flatMap(({ listener }) => listener.heard)).toEqual([]);
  await desk.browser.post("/account", { act: "sign-out-everywhere" });
  await desk.listener.closed();
  expect(mentors.listener.isClosed).toBe(false);
});

test("one person has only so many lines, and gets one back when she closes another", async () => {
  const { mentee, mentor, say } = theirs;
  const lines: Listener[] = [];
  for (let count = 0; count < mostStreamsPerPerson; count++) lines.push(await listen(mentee));
  expect(lines.map(({ status }) => status)).toEqual(lines.map(() => 200));
  expect((await listen(mentee)).status).toBe(429);
  expect((await listen(mentor)).status).toBe(200);
  lines[0]!.close();
  // The server hears of it a moment later.
  let again = await listen(mentee);
  while (again.status === 429) again = await listen(mentee);
  expect(again.status).toBe(200);
  await say(mentor, "Hello");
  await again.until(1);
});
