import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type Conversing, converse } from "../../../testing/conversing.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { blockPerson, listBlocks, unblockPerson } from "./block-person.ts";
import { deleteMessage, editMessage } from "./change-message.ts";
import { countUnread, unreadOf } from "./count-unread.ts";
import { findMarks, listMessages } from "./list-messages.ts";
import { markRead } from "./mark-read.ts";
import { reportMessage } from "./report-message.ts";
import { searchMessages } from "./search-messages.ts";

let app: TestApp;
let theirs: Conversing;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());
const begin = async () => (theirs = await converse(await fresh()));
async function fresh(): Promise<TestApp> {
  await app[Symbol.asyncDispose]();
  return (app = await testApp());
}

const listed = (personId: string, where?: Parameters<typeof listMessages>[3]) =>
  theirs.acting(personId, (ctx) => listMessages(ctx, theirs.its, personId, where));
const wordsFor = async (personId: string) => (await listed(personId)).messages.map(({ words }) => words);
const countOf = async () => {
  const { rows } = await theirs.acting(theirs.mentor, ({ db }) =>
    sql<{ count: number }>`select count(*)::int as count from message where relationship_id = ${theirs.its.relationshipId}`.execute(db),
  );
  return rows[0]!.count;
};
const unread = async (personId: string) => (await theirs.acting(personId, countUnread))[0]?.count ?? 0;

test("twenty who write at once, each sending everything twice: nothing is lost, nothing is doubled, the order is one and the same", async () => {
  const { mentor, mentee, say } = await begin();
  const writers = Array.from({ length: 20 }, (_, writer) => writer);
  await Promise.all(
    writers.map(async (writer) => {
      for (let index = 0; index < 3; index++) {
        const key = newId();
        const words = `${writer}: ${index}`;
        const author = writer % 2 === 0 ? mentor : mentee;
        const [one, other] = await Promise.all([say(author, words, key), say(author, words, key)]);
        expect(one).toEqual(other);
      }
    }),
  );
  const pages = [await listed(mentor), await listed(mentor, { before: 11 })];
  expect(pages.map(({ messages, hasOlder }) => [messages.length, hasOlder])).toEqual([
    [50, true],
    [10, false],
  ]);
  const all = [...pages[1]!.messages, ...pages[0]!.messages];
  expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  expect(new Set(all.map(({ words }) => words)).size).toBe(60);
  // What one writer said stands in the order in which she said it.
  for (const writer of writers)
    expect(all.map(({ words }) => words).filter((words) => words.startsWith(`${writer}:`))).toEqual(
      [0, 1, 2].map((index) => `${writer}: ${index}`),
    );
  // And the same for the other.
  expect((await listed(mentee)).messages).toEqual(pages[0]!.messages);
  const revisions = await inOrganization(app, theirs.its.organizationId, ({ db }) =>
    db.selectFrom("message").select(["number", "revision"]).orderBy("number").execute(),
  );
  expect(revisions.map(({ revision }) => revision)).toEqual(revisions.map(({ number }) => number));
});

test("the same key with other words is another message, and a retry after a change is the same as before", async () => {
  const { mentee, say, acting, its } = await begin();
  const key = newId();
  const { messageId } = await say(mentee, "Hello", key);
  await say(mentee, "Hello there", key);
  await acting(mentee, (ctx) => editMessage(ctx, { ...its, messageId }, "Hello you"));
  expect((await say(mentee, "Hello", key)).messageId).toBe(messageId);
  expect(await wordsFor(mentee)).toEqual(["Hello you", "Hello there"]);
});

test("what is changed or taken back is kept for safeguarding, and nobody else sees what it was", async () => {
  const { mentor, mentee, say, acting, its } = await begin();
  const { messageId } = await say(mentee, "First words");
  await acting(mentee, (ctx) => editMessage(ctx, { ...its, messageId }, "Second words"));
  await expect(acting(mentor, (ctx) => editMessage(ctx, { ...its, messageId }, "Mine"))).rejects.toThrow("Only who wrote");
  await expect(acting(mentor, (ctx) => deleteMessage(ctx, { ...its, messageId }))).rejects.toThrow("Only who wrote");
  expect((await listed(mentor)).messages).toMatchObject([{ words: "Second words", isEdited: true, isDeleted: false }]);

  app.travel(new Date(Date.now() + 61 * 60_000));
  await expect(acting(mentee, (ctx) => editMessage(ctx, { ...its, messageId }, "Third"))).rejects.toThrow("within an hour");
  await acting(mentee, (ctx) => deleteMessage(ctx, { ...its, messageId }));
  await acting(mentee, (ctx) => deleteMessage(ctx, { ...its, messageId }));
  expect((await listed(mentor)).messages).toMatchObject([{ words: "", isDeleted: true, files: [] }]);
  expect(await (await theirs.world.as("mentor").get(theirs.path)).text()).not.toMatch(/First words|Second words/);
  const versions = await inOrganization(app, its.organizationId, ({ db }) =>
    db.selectFrom("message_version").select(["version", "words"]).orderBy("version").execute(),
  );
  expect(versions).toEqual([
    { version: 1, words: "First words" },
    { version: 2, words: "Second words" },
  ]);
});

test("a report keeps what was said, whatever becomes of it; reporting twice is one report", async () => {
  const { mentor, mentee, say, acting, its } = await begin();
  const { messageId } = await say(mentor, "Something bad");
  await acting(mentor, (ctx) => editMessage(ctx, { ...its, messageId }, "Something else"));
  const path = `${theirs.path}/${messageId}`;
  expect((await theirs.world.as("mentee").post(path, { act: "report", note: "It frightens me" })).status).toBe(303);
  await acting(mentee, (ctx) => reportMessage(ctx, { ...its, messageId }, "again"));
  await acting(mentor, (ctx) => deleteMessage(ctx, { ...its, messageId }));
  const reports = await inOrganization(app, its.organizationId, ({ db }) => db.selectFrom("message_report").selectAll().execute());
  expect(reports).toMatchObject([
    { reporter_id: mentee, author_id: mentor, author_name: "Jonas Mentor", words: "Something else", note: "It frightens me" },
  ]);
  expect(reports[0]!.versions).toMatchObject([{ words: "Something bad" }]);
});

test("whoever is blocked writes on and sees no difference; the other sees and hears nothing of it, then or later", async () => {
  const { mentor, mentee, say, acting, its } = await begin();
  await say(mentor, "Before");
  await acting(mentee, (ctx) => markRead(ctx, its, 1));
  await acting(mentee, (ctx) => blockPerson(ctx, its, mentor));
  const { messageId } = await say(mentor, "During");
  expect(await wordsFor(mentor)).toEqual(["Before", "During"]);
  expect(await wordsFor(mentee)).toEqual(["Before"]);
  expect(await unread(mentee)).toBe(0);
  expect((await theirs.world.as("mentee").get(`${theirs.path}/${messageId}`)).status).toBe(404);
  expect(await acting(mentee, (ctx) => searchMessages(ctx, its, mentee, "during"))).toEqual([]);
  expect(await (await theirs.world.as("mentor").get(theirs.path)).text()).not.toContain("locked");
  // The blocked one still hears from the other.
  await say(mentee, "Still here");
  expect(await wordsFor(mentor)).toContain("Still here");
  const blocks = await inOrganization(app, its.organizationId, (ctx) => listBlocks(ctx, its.organizationId));
  expect(blocks).toMatchObject([{ relationshipId: its.relationshipId, blockerId: mentee, blockedId: mentor }]);

  await acting(mentee, (ctx) => unblockPerson(ctx, its, mentor));
  await say(mentor, "After");
  expect(await wordsFor(mentee)).toEqual(["Before", "Still here", "After"]);
});

test("in a relationship that is over or held for safety nothing can be sent, and the page says why", async () => {
  const { mentee, say, acting, its } = await begin();
  const { messageId } = await say(mentee, "Hello");
  const move = (by: Parameters<typeof moveRelationship>[2]) =>
    inOrganization(app, its.organizationId, (ctx) => moveRelationship(ctx, its, by));
  await move({ move: "pause", by: "people", until: null });
  await say(mentee, "In a pause of theirs");
  await move({ move: "pause", by: "safeguarding", until: null });
  await expect(say(mentee, "Now")).rejects.toThrow("safeguarding lead");
  const maya = theirs.world.as("mentee");
  const page = await (await maya.get(theirs.path)).text();
  expect(page).toContain("nothing can be sent");
  expect(page).not.toContain("<textarea");
  const refused = await maya.post(theirs.path, { act: "send", sentKey: newId(), words: "By force" });
  expect(refused.status).toBe(409);
  await expect(acting(mentee, (ctx) => editMessage(ctx, { ...its, messageId }, "x"))).rejects.toThrow("safeguarding lead");
  await move({ move: "conclude", ending: "stopped" });
  await expect(say(mentee, "Now")).rejects.toThrow("concluded");
  expect(await wordsFor(mentee)).toEqual(["Hello", "In a pause of theirs"]);
});

test("without scripts: a form that sends once, says what is missing, and marks as read what is shown", async () => {
  const { mentor, mentee } = await begin();
  const maya = theirs.world.as("mentee");
  const jonas = theirs.world.as("mentor");
  const sentKey = newId();
  for (let times = 0; times < 2; times++) {
    const sent = await maya.post(theirs.path, { act: "send", sentKey, words: "  Can we meet?\r\nMaya " });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `${theirs.path}#newest`]);
  }
  expect(await wordsFor(mentor)).toEqual(["Can we meet?\nMaya"]);
  expect(await unread(mentor)).toBe(1);
  const page = await (await jonas.get(theirs.path)).text();
  expect(page).toContain("Can we meet?");
  expect(page).toContain("New since you were here");
  expect(await unread(mentor)).toBe(0);
  const { marks } = await theirs.acting(mentee, (ctx) => findMarks(ctx, theirs.its, mentee));
  expect(marks).toMatchObject([{ personId: mentor, number: 1 }]);
  expect(await (await maya.get(theirs.path)).text()).toContain("Seen by Jonas Mentor");

  const empty = await maya.post(theirs.path, { act: "send", sentKey: newId(), words: " " });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain("Write something, or choose a file.");
  const long = await maya.post(theirs.path, { act: "send", sentKey: newId(), words: "x".repeat(8001) });
  expect(long.status).toBe(422);
  expect(await long.text()).toContain("xxxxx");
  // A script is answered in its own way.
  const inBackground = await maya.post(theirs.path, { act: "send", sentKey: newId(), words: "" }, { accept: "application/json" });
  expect([inBackground.status, await inBackground.json()]).toEqual([422, { errors: { words: "Write something, or choose a file." } }]);
});

test("more than anybody writes is too much for now: what was typed stays, what comes again is not counted again, others write on", async () => {
  const { mentor, mentee, say, path, world } = await begin();
  app.travel(new Date("2027-01-12T12:00:00Z"));
  const key = newId();
  for (let times = 0; times < 40; times++) await say(mentee, "Once", key);
  for (let count = 1; count < 30; count++) await say(mentee, `Word ${count}`);
  const send = () => world.as("mentee").post(path, { act: "send", words: "One more thing", sentKey: newId() });
  const refused = await send();
  expect(refused.status).toBe(429);
  const page = await refused.text();
  expect(page).toContain("That was a lot in a short time. It stays here, and can be sent in a minute.");
  expect(page).toContain("One more thing</textarea>");
  await say(mentor, "Slowly");
  await say(mentee, "Once", key);
  expect(await countOf()).toBe(31);
  app.travel(new Date("2027-01-12T12:01:00Z"));
  expect((await send()).status).toBe(303);
  for (let minute = 2; minute < 18; minute++) {
    app.travel(new Date(Date.UTC(2027, 0, 12, 12, minute)));
    for (let count = 0; count < 30; count++) await say(mentee, "On and on").catch(() => undefined);
  }
  // The day's limit begins with the first message.
  expect(await countOf()).toBe(501);
  app.travel(new Date("2027-01-13T12:00:00Z"));
  expect((await send()).status).toBe(303);
});

test("what somebody said in a group stays hers when she goes", async () => {
  const group = await converse(await fresh(), { others: ["Nour Further"] });
  theirs = group;
  await group.say(group.others[0]!, "See you on Monday");
  await inOrganization(app, group.its.organizationId, ({ db, now }) =>
    db.updateTable("relationship_person").set({ left_at: now }).where("person_id", "=", group.others[0]!).execute(),
  );
  const page = await (await group.world.as("mentee").get(group.path)).text();
  expect(page).toContain("Nour Further</bdi>");
  expect(page).toContain("Between you and Jonas Mentor.");
  expect((await group.world.asPerson(group.others[0]!).get(group.path)).status).toBe(404);
});

test("what is unread is found from the read mark on, and not by reading the whole conversation", async () => {
  const { mentee, acting } = await begin();
  const plan = await acting(mentee, async ({ db }) => {
    await sql`set local enable_seqscan = off`.execute(db);
    await sql`set local enable_bitmapscan = off`.execute(db);
    const { rows } = await sql<Record<string, string>>`explain (costs off) ${unreadOf(mentee)}`.execute(db);
    return rows.map((row) => Object.values(row)[0]).join("\n");
  });
  // Row-level security lets only what it takes for leakproof into the index.
  expect(plan).toMatch(/Index Scan using message_organization_id_relationship_id_number_key on message m\n.*Index Cond: .*number > /);
});

test("unread are the others' messages, from the first that was not read", async () => {
  const { mentor, mentee, say, acting, its } = await begin();
  for (const words of ["one", "two", "three"]) await say(mentor, words);
  await say(mentee, "four");
  expect(await acting(mentee, countUnread)).toEqual([{ ...its, count: 3, first: 1, authors: ["Jonas Mentor"] }]);
  await acting(mentee, (ctx) => markRead(ctx, its, 2));
  await acting(mentee, (ctx) => markRead(ctx, its, 1));
  expect(await acting(mentee, countUnread)).toMatchObject([{ ...its, count: 1, first: 3 }]);
  await acting(mentee, (ctx) => markRead(ctx, its, 999));
  expect(await acting(mentee, countUnread)).toEqual([]);
  // My page says it.
  const asJonas = await (await theirs.world.as("mentor").get("/")).text();
  expect(asJonas).toContain("A new message from Maya Mentee");
  expect(asJonas).toContain(`${theirs.path}#unread`);
  expect(await (await theirs.world.as("mentee").get("/")).text()).not.toContain("new message");
  // So does every page, at the way to it, for whoever sees the mark and for whoever hears it.
  await say(mentee, "five");
  const mark = '<span class="waiting-mark"><span aria-hidden="true">2</span><span class="hidden">(2 new messages)</span></span>';
  const marks = async (who: "mentor" | "mentee" | "coordinator", path: string) =>
    (await (await theirs.world.as(who).get(path)).text()).split(mark).length - 1;
  const pair = theirs.path.replace("/messages", "");
  // The way to my page, the button of the menu, and the tab of the relationship.
  expect([await marks("mentor", `${pair}/goals`), await marks("mentor", "/account"), await marks("mentee", pair)]).toEqual([3, 2, 0]);
  expect(await marks("coordinator", "/")).toBe(0);
  expect(await acting(mentor, countUnread)).toMatchObject([{ count: 2 }]);
  expect(await marks("mentor", theirs.path)).toBe(0);
  expect(await marks("mentor", pair)).toBe(0);
});

test("words are found by how they begin, without accents, in every script, in this conversation only", async () => {
  const { mentor, mentee, say, acting, its } = await begin();
  for (const words of ["Nos vemos en la biblioteca, José", "موعدنا في المكتبة", "Straße 7, O'Brien & (co)"]) await say(mentor, words);
  const find = async (typed: string) =>
    (await acting(mentee, (ctx) => searchMessages(ctx, its, mentee, typed))).map(({ number }) => number);
  expect(await find("BIBLIO jose")).toEqual([1]);
  expect(await find("المكتبة")).toEqual([2]);
  expect(await find("strasse")).toEqual([3]);
  expect(await find("o'brien (co) & !")).toEqual([3]);
  expect(await find("biblioteca strasse")).toEqual([]);
  expect(await find("' | * \\ :")).toEqual([]);
  const page = await theirs.world.as("mentee").get(`${theirs.path}?q=biblioteca`);
  expect(await page.text()).toContain(`${theirs.path}?around=1#m-1`);
});

test("a page of a long conversation is read by its index alone, and unread ones are counted without reading the rest", async () => {
  const { mentor, mentee, say, acting, its } = await begin();
  await say(mentee, "The first");
  await sql`
    insert into message (organization_id, id, relationship_id, number, revision, author_id, words, sent_at, sent_key, sent_hash)
    select ${its.organizationId}, gen_random_uuid(), ${its.relationshipId}, n, n, ${mentor}::uuid, 'Message ' || n, now(), gen_random_uuid(), ''
    from generate_series(2, 20000) n`.execute(await superDatabase());
  await sql`update conversation set newest = 20000, revision = 20000`.execute(await superDatabase());
  await sql`analyze message`.execute(await superDatabase());
  const plan = await acting(mentee, async (ctx) => {
    const { rows } = await sql<{ "QUERY PLAN": string }>`
      explain select id, words from message m where m.organization_id = ${its.organizationId} and m.relationship_id = ${its.relationshipId}
        and m.number < 15000 and ${mentee} <> all (m.unseen_by) order by m.number desc limit 51`.execute(ctx.db);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toMatch(/Index Scan Backward using message_organization_id_relationship_id_number_key/);
  expect(plan).not.toMatch(/Sort|Seq Scan/);
  const found = await acting(mentee, (ctx) => searchMessages(ctx, its, mentee, "15000 mess"));
  expect(found.map(({ number }) => number)).toEqual([15_000]);
  const { messages, hasOlder, hasNewer } = await listed(mentee, { around: 10_000 });
  expect([messages.length, messages[0]!.number, messages.at(-1)!.number, hasOlder, hasNewer]).toEqual([50, 9975, 10_024, true, true]);
  expect(await acting(mentee, countUnread)).toMatchObject([{ count: 100, first: 2 }]);
  await acting(mentee, (ctx) => markRead(ctx, its, 19_000));
  expect(await (await theirs.world.as("mentee").get(theirs.path)).text()).toContain(`${theirs.path}?around=19001#m-19001`);
  // Now she has seen the newest, and goes on from there.
  expect(await (await theirs.world.as("mentee").get(theirs.path)).text()).not.toContain("To the first new message");
});

/** Rows are made for the test, past the acts. */
const superDatabase = async () => {
  await sql`select set_config('app.organization_ids', ${`{${theirs.its.organizationId}}`}, false)`.execute(app.owner);
  return app.owner;
};
