import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listCandidates, takingPart } from "../../matching/rounds/list-candidates.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { countStandings } from "./count-standings.ts";
import { countPeople, listIds, listPeople, type Order, scopeOf } from "./list-people.ts";
import { type PeopleFilter, type Standing, standings } from "./standing.ts";
import { fillSteps, type SteppedProgram } from "../../../testing/stepped-program.ts";

let app: TestApp;
let world: World;
let stepped: SteppedProgram;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  stepped = await fillSteps(app, world);
});
afterAll(() => app[Symbol.asyncDispose]());

const byName: Order = { sort: "name", isDescending: false };
const list = (filter: PeopleFilter, order = byName, page = 1) =>
  inOrganization(app, world.riverside, async (ctx) =>
    listPeople(ctx, await scopeOf(ctx, world.riverside, world.second), filter, order, page),
  );
const names = async (filter: PeopleFilter): Promise<string[]> => (await list(filter)).people.map(({ name }) => name);
const count = async () => {
  const counted = await inOrganization(app, world.riverside, async (ctx) =>
    countStandings(ctx, await scopeOf(ctx, world.riverside, world.second)),
  );
  if ("peer" in counted) throw new Error("not a program of peers");
  return counted;
};

describe("where people stand", () => {
  const expected: Partial<Record<Standing, string[]>> = {
    added: ["Ada Added"],
    "not-joined": ["Ada Added", "Ina Invited"],
    unanswered: ["Una Unanswered"],
    offered: ["Oda Offered", "Una Unanswered"],
    accepted: ["Ann Accepted"],
    declined: ["Dee Declined"],
    expired: ["Eve Expired"],
    waiting: ["Wanda Waiting"],
    paused: ["Paula Paused"],
    returned: ["Bo Bounced"],
    withdrawn: ["Will Withdrawn"],
  };
  for (const [standing, people] of Object.entries(expected)) {
    test(`${standing}: exactly those`, async () => {
      expect(await names({ role: "mentee", standing: standing as Standing })).toEqual(people);
    });
  }

  test("who lacks a required answer is not complete, and who said so once is", async () => {
    const complete = await names({ role: "mentee", standing: "complete" });
    for (const name of ["Ada Added", "Ina Invited", "Joy Joined"]) expect(complete).not.toContain(name);
    expect(complete).toContain("Rea Ready");
  });

  test("one word says where each is", async () => {
    const { people } = await list({});
    const stages = Object.fromEntries(people.map(({ name, stage }) => [name, stage]));
    expect(stages).toMatchObject({
      "Ada Added": "added",
      "Ina Invited": "invited",
      "Joy Joined": "joined",
      "Rea Ready": "ready",
      "Una Unanswered": "unanswered",
      "Oda Offered": "offered",
      "Ann Accepted": "accepted",
      "Dee Declined": "declined",
      "Eve Expired": "expired",
      "Wanda Waiting": "waiting",
      "Paula Paused": "paused",
      "Max Many": "accepted",
      "Zed Zero": "complete",
    });
    expect(stages).not.toHaveProperty("Will Withdrawn");
  });

  test("a full mentor is not ready, and one without places never", async () => {
    const mentors = await names({ role: "mentor", standing: "ready" });
    expect(mentors).toContain("Moe Mute");
    expect(mentors).not.toContain("Max Many");
    expect(mentors).not.toContain("Zed Zero");
  });
});

test("whoever could choose and has chosen nobody, or nobody who is still here, is among those to be reminded", async () => {
  const chose = async (name: string, about: string): Promise<void> =>
    inOrganization(app, world.riverside, async ({ db }) => {
      const row = { organization_id: world.riverside, program_id: world.second, rank: 1 };
      await db
        .insertInto("choice")
        .values({ ...row, participant_id: stepped.people[name]!, about_id: stepped.people[about]! })
        .execute();
    });
  const before = await names({ role: "mentee", standing: "not-chosen" });
  expect(before).toEqual(expect.arrayContaining(["Ada Added", "Joy Joined", "Rea Ready", "Wanda Waiting"]));
  // Who has an offer or a pair, rests or has left is not asked to choose.
  for (const name of ["Ann Accepted", "Oda Offered", "Una Unanswered", "Paula Paused", "Will Withdrawn"])
    expect(before).not.toContain(name);
  await chose("Rea Ready", "Max Many");
  expect(await names({ role: "mentee", standing: "not-chosen" })).toEqual(before.filter((name) => name !== "Rea Ready"));
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("participant").set({ withdrawn_at: new Date() }).where("id", "=", stepped.people["Max Many"]!).execute(),
  );
  expect(await names({ role: "mentee", standing: "not-chosen" })).toEqual(before);
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("participant").set({ withdrawn_at: null }).where("id", "=", stepped.people["Max Many"]!).execute(),
  );
});

test("each figure is as long as the list behind it", async () => {
  const counted = await count();
  for (const role of ["mentee", "mentor"] as const) {
    for (const standing of standings) {
      const { people, total } = await list({ role, standing });
      expect([people.length, total], `${role} ${standing}`).toEqual([counted[role].figures[standing], counted[role].figures[standing]]);
    }
    expect((await list({ role })).total).toBe(counted[role].all);
  }
});

test("ready means what a round means by it", async () => {
  const compare = async (): Promise<number> => {
    const counted = await count();
    const part = await inOrganization(app, world.riverside, async (ctx) =>
      takingPart(await listCandidates(ctx, world.riverside, world.second), { who: "ready" }),
    );
    expect([counted.mentee.figures.ready, counted.mentor.figures.ready]).toEqual([part.mentees.length, part.mentors.length]);
    const ids = await inOrganization(app, world.riverside, async (ctx) =>
      listIds(ctx, await scopeOf(ctx, world.riverside, world.second), { standing: "ready" }),
    );
    expect(ids).toEqual([...part.mentees, ...part.mentors].map(({ id }) => id).toSorted());
    return part.mentees.length;
  };
  const before = await compare();

  // Who has asked a mentor herself, or chooses among what was suggested, is left to it.
  const [mentee, other] = (await list({ role: "mentee", standing: "ready" })).people.map(({ id }) => id);
  const [mentor] = (await list({ role: "mentor", standing: "ready" })).people.map(({ id }) => id);
  const inProgram = { organization_id: world.riverside, program_id: world.second };
  const answer_by = new Date(Date.now() + 86_400_000);
  await inOrganization(app, world.riverside, async ({ db }) => {
    await db
      .insertInto("matching_mode")
      .values({ ...inProgram, mode: "mixed" })
      .execute();
    const request = { id: newId(), mentee_id: mentee!, mentor_id: mentor!, words: "Hello", slot: 1, answer_by };
    await db
      .insertInto("request")
      .values({ ...inProgram, ...request })
      .execute();
  });
  expect(await compare()).toBe(before - 1);
  const set = (columns: { asking_closed_at: Date | null; asking_until: string | null }) =>
    inOrganization(app, world.riverside, ({ db }) =>
      db.updateTable("matching_mode").set(columns).where("program_id", "=", world.second).execute(),
    );
  await set({ asking_closed_at: null, asking_until: "2020-01-01" });
  expect(await compare()).toBe(before);
  await set({ asking_closed_at: new Date(), asking_until: null });
  expect(await compare()).toBe(before);
  await inOrganization(app, world.riverside, async ({ db }) => {
    const { id: round_id } = await db
      .selectFrom("round")
      .select("id")
      .where("program_id", "=", world.second)
      .limit(1)
      .executeTakeFirstOrThrow();
    await db
      .insertInto("suggestion")
      .values({ ...inProgram, id: newId(), round_id, mentee_id: other!, answer_by })
      .execute();
  });
  expect(await compare()).toBe(before - 1);
  await inOrganization(app, world.riverside, async ({ db }) => {
    for (const table of ["request", "suggestion", "matching_mode"] as const)
      await db.deleteFrom(table).where("program_id", "=", world.second).execute();
  });
});

describe("the list", () => {
  test("is searched by name without its marks, and by address", async () => {
    await app.owner
      .updateTable("auth.person")
      .set({ email: "strange_100%@example.org" })
      .where("id", "=", world.people.otherMentee)
      .execute();
    await inOrganization(app, world.riverside, ({ db }) =>
      db.updateTable("profile").set({ name: "José Ñandú" }).where("person_id", "=", world.people.otherMentee).execute(),
    );
    expect(await names({ search: "jose nandu" })).toEqual(["José Ñandú"]);
    expect(await names({ search: "strange_100%" })).toEqual(["José Ñandú"]);
    expect(await names({ search: "_____100%" })).toEqual([]);
    expect(await names({ search: "ready" })).toEqual(["Rea Ready"]);
  });

  test("is sorted, in pages that leave nobody out", async () => {
    const all = (await list({})).people.map(({ name }) => name);
    expect(all).toEqual(all.toSorted((a, b) => a.localeCompare(b)));
    const backwards = await list({}, { sort: "name", isDescending: true });
    expect(backwards.people.map(({ name }) => name)).toEqual(all.toReversed());
    const beyond = await list({}, byName, 3);
    expect([beyond.people.length, beyond.total]).toEqual([0, all.length]);
    const bySteps = (await list({ role: "mentee" }, { sort: "stage", isDescending: false })).people.map(({ stage }) => stage);
    expect(bySteps[0]).toBe("added");
    expect(bySteps.at(-1)).toBe("paused");
  });

  test("shows nobody of another program", async () => {
    const other = await inOrganization(app, world.riverside, async (ctx) =>
      countPeople(ctx, await scopeOf(ctx, world.riverside, world.first), {}),
    );
    expect(other).toBe(2);
  });
});
