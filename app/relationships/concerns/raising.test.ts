import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { TestApp } from "../../../testing/app.ts";
import { type Worrying, worryAt } from "../../../testing/worrying.ts";
import type { PersonName } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { nameSafeguardingLead } from "../../networks/organizations/safeguarding-leads.ts";
import { reportMessage } from "../messages/report-message.ts";
import { editMessage } from "../messages/change-message.ts";
import { sendMessage } from "../messages/send-message.ts";
import { readCase } from "./find-case.ts";
import { handOverCase, nameSubject, takeCase } from "./handle-case.ts";
import { listOpenConcerns } from "./list-cases.ts";
import { takeReports } from "./take-reports.job.ts";
import { askOfClocks } from "./watch-clocks.job.ts";

let app: TestApp;
let theirs: Worrying;
const start = new Date("2028-02-28T22:45:00Z");
beforeEach(async () => {
  [app, theirs] = await worryAt(start);
  return () => app[Symbol.asyncDispose]();
});

const later = (minutes: number): void => app.travel(new Date(start.getTime() + minutes * 60_000));
const opened = async (person: PersonName) => (await theirs.acts(person, listOpenConcerns)).map(({ concernId }) => concernId);
const person = (name: PersonName): string => theirs.world.people[name];

describe("raising", () => {
  test("reaches the leads by letter at once, without a word of it, and the list of no owner or administrator", async () => {
    const its = await theirs.raise("mentee", { urgency: "now", words: "SECRET WORDS" });
    expect(await theirs.newLetters()).toEqual([
      "coordinator: Please look at once: Riverside University",
      "othercoordinator: Please look at once: Riverside University",
    ]);
    expect(await theirs.newLetters()).toEqual([]);
    expect(await opened("coordinator")).toEqual([its.concernId]);
    for (const other of ["owner", "administrator", "mentor", "mentee"] as const) expect(await opened(other), other).toEqual([]);
    // No page of theirs exists, nor says how much there is.
    for (const path of [theirs.at, `${theirs.at}/${its.concernId}`])
      for (const other of ["owner", "administrator", "mentor", "mentee", "strangerOwner"] as const)
        expect((await theirs.world.as(other).get(path)).status, `${other} at ${path}`).toBe(404);
    expect(await (await theirs.world.as("owner").get("/")).text()).not.toContain(theirs.at + '"');
    // Nothing of it stands readable anywhere.
    const everything = await inOrganization(app, theirs.organizationId, ({ db }) =>
      sql<{ text: string }>`
        select concat((select string_agg(c::text, '') from concern c), (select string_agg(e::text, '') from concern_entry e),
          (select string_agg(l::text, '') from letter l), (select string_agg(data::text, '') from jobs.job)) as text`.execute(db),
    );
    expect(everything.rows[0]!.text).not.toContain("SECRET WORDS");
    expect(everything.rows[0]!.text).toContain(its.concernId);
  });

  test("takes two taps: the link on every page, and the form; what was refused comes back as it was typed", async () => {
    const { world, its, at } = theirs;
    const mentee = world.as("mentee");
    const page = await (await mentee.get(`/organizations/${its.organizationId}/relationships/${its.relationshipId}`)).text();
    const link = `${at}/new?relationship=${its.relationshipId}`;
    expect(page).toContain(`href="${link}">Something is wrong`);
    const form = await (await mentee.get(link)).text();
    expect(form).toContain("Jonas Mentor");
    expect(form).toContain("Cora Other and Ruth Coordinator");
    expect(form).toContain("0800 1111");
    const refused = await mentee.post(link, { words: "He waits at my door.", urgency: "now", confidential: "named", mayWrite: "on" });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("He waits at my door.") as string]);
    const sent = await mentee.post(link, {
      words: "He waits at my door.",
      category: "unsafe",
      urgency: "now",
      confidential: "confidential",
      aboutIds: [person("mentor"), person("strangerMentor")],
      mayWrite: "on",
    });
    const own = sent.headers.get("location")!;
    expect(own.startsWith(`${at}/mine/`)).toBe(true);
    const concernId = own.split("/").at(-1)!;
    expect(await theirs.row(concernId)).toMatchObject({ relationship_id: its.relationshipId, is_confidential: true, urgency: "now" });
    // Whom she may not name is left out.
    const subjects = await inOrganization(app, its.organizationId, ({ db }) =>
      db.selectFrom("concern_subject").select("person_id").execute(),
    );
    expect(subjects).toEqual([{ person_id: person("mentor") }]);
    expect(await (await mentee.get(own)).text()).toContain("Waits to be seen");
    for (const other of ["mentor", "coordinator", "owner"] as const) expect((await world.as(other).get(own)).status).toBe(404);
  });

  test("from a relationship that is not hers, it is linked with none", async () => {
    const { its, at, world } = theirs;
    const page = await (await world.as("otherMentee").get(`${at}/new?relationship=${its.relationshipId}`)).text();
    expect(page).not.toContain("Jonas Mentor");
    const sent = await world.as("otherMentee").post(`${at}/new?relationship=${its.relationshipId}`, {
      words: "Something.",
      category: "other",
      urgency: "soon",
      confidential: "named",
    });
    expect(await theirs.row(sent.headers.get("location")!.split("/").at(-1)!)).toMatchObject({ relationship_id: null, may_write: false });
  });

  test("a reported message brings what was said, however it is changed afterwards; reported news that comes twice is one case", async () => {
    const { its, acts } = theirs;
    const { messageId } = await acts("mentor", (ctx) =>
      sendMessage(ctx, its, {
        authorId: person("mentor"),
        words: "Come to my home.",
        files: [],
        sentKey: "00000000-0000-7000-8000-00000000000a",
      }),
    );
    await acts("mentee", (ctx) => reportMessage(ctx, { ...its, messageId }, "I do not want that."));
    await acts("mentor", (ctx) => editMessage(ctx, { ...its, messageId }, "Come to the library."));
    expect(await theirs.newLetters()).toContain("coordinator: Somebody at Riverside University needs you to look");
    await takeReports.run(app, { ...its, messageId }, new AbortController().signal);
    const [concernId, ...more] = await opened("coordinator");
    expect(more).toEqual([]);
    const one = await acts("coordinator", (ctx) => readCase(ctx, { organizationId: its.organizationId, concernId: concernId! }));
    expect(one).toMatchObject({
      category: "message",
      isConfidential: true,
      reporterName: null,
      words: "I do not want that.",
      relationshipId: its.relationshipId,
    });
    expect(one.subjects).toMatchObject([{ personId: person("mentor"), name: "Jonas Mentor" }]);
    const snapshot = one.entries.find(({ kind }) => kind === "snapshot")!.words!;
    expect(snapshot).toContain("Come to my home.");
    expect(snapshot).not.toContain("Jonas");
  });
});

describe("whom it is about", () => {
  test("a lead whom it is about sees nothing of it, is not told, and cannot be given it, not even by the database", async () => {
    const its = await theirs.raise("mentee", { aboutIds: [person("coordinator")] });
    expect(await theirs.newLetters()).toEqual(["othercoordinator: Somebody at Riverside University needs you to look"]);
    expect(await opened("coordinator")).toEqual([]);
    const { world, at } = theirs;
    expect((await world.as("coordinator").get(`${at}/${its.concernId}`)).status).toBe(404);
    expect(await (await world.as("coordinator").get(at)).text()).toContain("Nothing is open");
    await theirs.acts("otherCoordinator", (ctx) => takeCase(ctx, its));
    await expect(theirs.acts("otherCoordinator", (ctx) => handOverCase(ctx, its, person("coordinator"), ""))).rejects.toThrow(
      "cannot look into this case",
    );
    for (const nobody of ["coordinator", "administrator", "mentee"] as const)
      await expect(
        inOrganization(app, its.organizationId, ({ db }) =>
          db
            .updateTable("concern")
            .set({ handler_id: person(nobody) })
            .where("id", "=", its.concernId)
            .execute(),
        ),
      ).rejects.toMatchObject({ constraint: "concern_handler" });
  });

  test("nor does she see what else the same person raises", async () => {
    await theirs.raise("mentee", { aboutIds: [person("coordinator")] });
    const other = await theirs.raise("mentee", { aboutIds: [person("mentor")] });
    const somebodyElses = await theirs.raise("otherMentee");
    expect(await opened("coordinator")).toEqual([somebodyElses.concernId]);
    expect((await opened("otherCoordinator")).includes(other.concernId)).toBe(true);
  });

  test("where it is about all leads, the owner looks into it; where it is about her, too, who raised it is told so", async () => {
    const leads = [person("coordinator"), person("otherCoordinator")];
    const its = await theirs.raise("mentee", { aboutIds: leads });
    expect(await theirs.newLetters()).toEqual(["owner: Somebody at Riverside University needs you to look"]);
    expect((await theirs.world.as("owner").get(theirs.at)).status).toBe(200);
    expect((await theirs.world.as("owner").get(`${theirs.at}/${its.concernId}`)).status).toBe(200);
    const nobodys = await theirs.raise("otherMentee", { aboutIds: [...leads, person("owner")] });
    expect(await theirs.newLetters()).toEqual(["administrator: Please name another safeguarding lead at Riverside University"]);
    expect((await theirs.world.as("owner").get(`${theirs.at}/${nobodys.concernId}`)).status).toBe(404);
    expect(await (await theirs.world.as("otherMentee").get(`${theirs.at}/mine/${nobodys.concernId}`)).text()).toContain(
      "Everybody who could look into this here is part of it",
    );
    // As soon as somebody else is named, she hears of it, and of whatever else waits; nobody hears of anything twice.
    await theirs.acts("administrator", (ctx) => nameSafeguardingLead(ctx, its.organizationId, person("administrator")));
    const letters = await theirs.newLetters();
    expect(letters.filter((letter) => letter.includes("needs you to look"))).toEqual([
      "administrator: Somebody at Riverside University needs you to look",
      "administrator: Somebody at Riverside University needs you to look",
    ]);
    expect(await opened("administrator")).toEqual([its.concernId, nobodys.concernId]);
  });

  test("named later, she lets go of what she had at once, and it waits for somebody else with its clock anew", async () => {
    const first = await theirs.raise("mentee");
    const second = await theirs.raise("mentee");
    await theirs.acts("coordinator", (ctx) => takeCase(ctx, first));
    await theirs.acts("otherCoordinator", async (ctx) => {
      await takeCase(ctx, second);
      await nameSubject(ctx, second, person("coordinator"));
    });
    expect((await theirs.row(first.concernId)).handler_id).toBeNull();
    await theirs.newLetters();
    later(1);
    await askOfClocks(app);
    expect(await theirs.row(first.concernId)).toMatchObject({ state: "reopened", opened_at: new Date(start.getTime() + 60_000) });
    expect(await theirs.newLetters()).toEqual(["othercoordinator: Somebody at Riverside University needs you to look"]);
    await expect(theirs.acts("otherCoordinator", (ctx) => nameSubject(ctx, second, person("otherCoordinator")))).rejects.toThrow(
      "If it is about you",
    );
  });
});

describe("the clocks", () => {
  test("an hour: leads are reminded; four hours: the owner hears that something waits, and no more; each once", async () => {
    const its = await theirs.raise("mentee");
    await theirs.newLetters();
    later(59);
    await askOfClocks(app);
    expect(await theirs.newLetters()).toEqual([]);
    later(60);
    await askOfClocks(app);
    await askOfClocks(app);
    expect(await theirs.newLetters()).toEqual([
      "coordinator: A concern at Riverside University has waited for an hour",
      "othercoordinator: A concern at Riverside University has waited for an hour",
    ]);
    later(241);
    await askOfClocks(app);
    await askOfClocks(app);
    const bare = "There is an unacknowledged concern at Riverside University";
    expect(await theirs.newLetters()).toEqual([`coordinator: ${bare}`, `othercoordinator: ${bare}`, `owner: ${bare}`]);
    const toOwner = await inOrganization(app, its.organizationId, ({ db }) =>
      db
        .selectFrom("letter")
        .select("text_body")
        .where("to_address", "=", "owner@example.org")
        .where("subject", "=", bare)
        .executeTakeFirstOrThrow(),
    );
    expect(toOwner.text_body).toContain("Cora Other and Ruth Coordinator");
    expect(toOwner.text_body).not.toContain(its.concernId);
    // And still the owner sees nothing of it.
    expect((await theirs.world.as("owner").get(`${theirs.at}/${its.concernId}`)).status).toBe(404);
  });

  test("a server that slept for two days tells once, the graver; a case that was taken in time tells nothing", async () => {
    const slept = await theirs.raise("mentee");
    const taken = await theirs.raise("otherMentee");
    await theirs.acts("coordinator", (ctx) => takeCase(ctx, taken));
    await theirs.newLetters();
    later(2 * 24 * 60);
    await askOfClocks(app);
    await askOfClocks(app);
    expect((await theirs.newLetters()).map((letter) => letter.split(": ")[1])).toEqual(
      Array.from({ length: 3 }, () => "There is an unacknowledged concern at Riverside University"),
    );
    expect(await theirs.row(slept.concernId)).toMatchObject({ reminded_at: null, state: "open" });
  });
});
