import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { TestApp } from "../../../testing/app.ts";
import { type Worrying, worryAt } from "../../../testing/worrying.ts";
import type { PersonName } from "../../../testing/world.ts";
import { handOverOwnership } from "../../networks/organizations/hand-over-ownership.ts";
import { endSafeguardingLead } from "../../networks/organizations/safeguarding-leads.ts";
import { NotFound } from "../../platform/errors.ts";
import { asSystem, inOrganization, openOrganization } from "../../platform/context.ts";
import { resealColumn } from "../../platform/reseal-column.ts";
import { keyIdOf } from "../../platform/sealing.ts";
import { partFromPerson } from "../pairs/part-from-person.ts";
import { moveConcernTraces } from "./forget-in-concerns.ts";
import { deleteCasesSealedWith, sealedCaseColumns } from "./seal-case.ts";
import { findRelationship } from "../life/find-life.ts";
import { forgetClosedCases } from "./forget-cases.job.ts";
import { readCase } from "./find-case.ts";
import { closeCase, noteInCase, reopenCase, setSeverity, takeCase } from "./handle-case.ts";
import { listCases } from "./list-cases.ts";
import { addToConcern, appeal, findOwnConcern } from "./own-concerns.ts";
import { liftPause, pauseForSafety } from "./pause-for-safety.ts";

let app: TestApp;
let theirs: Worrying;
const start = new Date("2028-02-28T22:45:00Z");
beforeEach(async () => {
  [app, theirs] = await worryAt(start);
  return () => app[Symbol.asyncDispose]();
});

const later = (minutes: number): void => app.travel(new Date(start.getTime() + minutes * 60_000));
const person = (name: PersonName): string => theirs.world.people[name];

describe("a case", () => {
  test("two leads who take it in the same moment: one has it, the other is told", async () => {
    const its = await theirs.raise("mentee");
    for (let round = 0; round < 5; round++) {
      const outcomes = await Promise.allSettled(
        (["coordinator", "otherCoordinator"] as const).map((lead) => theirs.acts(lead, (ctx) => takeCase(ctx, its))),
      );
      const lost = outcomes.filter((outcome): outcome is PromiseRejectedResult => outcome.status === "rejected");
      expect(lost.map(({ reason }: { reason: Error }) => reason.message)).toEqual(["Somebody else has taken this on meanwhile."]);
      await inOrganization(app, its.organizationId, ({ db }) =>
        db.updateTable("concern").set({ handler_id: null, state: "open" }).where("id", "=", its.concernId).execute(),
      );
    }
    const takes = await inOrganization(app, its.organizationId, ({ db }) =>
      db.selectFrom("concern_entry").select("id").where("kind", "=", "taken").execute(),
    );
    expect(takes).toHaveLength(5);
  });

  test("goes from open to its end, its notes for leads only, its answer for who raised it, and by appeal to somebody else", async () => {
    const its = await theirs.raise("mentee", { aboutIds: [person("mentor")] });
    await theirs.newLetters();
    await theirs.acts("coordinator", (ctx) => takeCase(ctx, its));
    expect(await theirs.newLetters()).toEqual(["mentee: There is something new for you at Riverside University"]);
    await theirs.acts("coordinator", async (ctx) => {
      await setSeverity(ctx, its, "high");
      await noteInCase(ctx, its, "contact", "NOTE OF A LEAD");
    });
    await theirs.acts("mentee", (ctx) => addToConcern(ctx, its, "It happened again."));
    expect(await theirs.newLetters()).toEqual(["coordinator: Something was added to a case at Riverside University"]);
    await expect(theirs.acts("otherCoordinator", (ctx) => closeCase(ctx, its, "resolved", "No."))).rejects.toThrow("Only who looks into");
    later(24 * 60);
    await theirs.acts("coordinator", (ctx) => closeCase(ctx, its, "unfounded", "We talked with both of you."));
    const own = await theirs.acts("mentee", (ctx) => findOwnConcern(ctx, its));
    expect(own).toMatchObject({ state: "unfounded", outcome: "We talked with both of you.", words: "He presses me." });
    expect(JSON.stringify(own)).not.toContain("NOTE OF A LEAD");
    expect(await (await theirs.world.as("mentee").get(`${theirs.at}/mine/${its.concernId}`)).text()).not.toContain("NOTE OF A LEAD");

    // Twenty days later somebody else looks once more; a minute after that it is over.
    later((1 + 20) * 24 * 60 - 1);
    await theirs.acts("mentee", (ctx) => appeal(ctx, its, "You did not ask me."));
    expect(await theirs.row(its.concernId)).toMatchObject({ state: "reopened", handler_id: null, closed_at: null });
    await expect(theirs.acts("coordinator", (ctx) => takeCase(ctx, its))).rejects.toThrow("The answer was theirs");
    await theirs.acts("otherCoordinator", async (ctx) => {
      await takeCase(ctx, its);
      await closeCase(ctx, its, "resolved", "You were right.");
    });
    later((1 + 41) * 24 * 60);
    await expect(theirs.acts("mentee", (ctx) => appeal(ctx, its, "Again."))).rejects.toThrow("20 days");
    await theirs.acts("coordinator", (ctx) => reopenCase(ctx, its, "News from elsewhere."));
    const one = await theirs.acts("coordinator", (ctx) => readCase(ctx, its));
    expect(one.entries.map(({ kind }) => kind)).toEqual([
      "raised",
      "told",
      "taken",
      "severity",
      "contact",
      "added",
      "closed",
      "appealed",
      "taken",
      "closed",
      "reopened",
    ]);
  });

  test("confidential: only who handles it sees who raised it", async () => {
    const its = await theirs.raise("mentee", { isConfidential: true });
    await theirs.acts("coordinator", (ctx) => takeCase(ctx, its));
    const { world, at } = theirs;
    expect(await (await world.as("coordinator").get(`${at}/${its.concernId}`)).text()).toContain("Maya Mentee");
    const others = await (await world.as("otherCoordinator").get(`${at}/${its.concernId}`)).text();
    expect(others).toContain("Confidential: only who looks into it sees the name");
    expect(others.replaceAll("Maya Mentee and Jonas Mentor", "")).not.toContain("by Maya");
    const one = await theirs.acts("otherCoordinator", (ctx) => readCase(ctx, its));
    expect([one.reporterId, one.reporterName, one.entries.map(({ byId }) => byId).includes(person("mentee"))]).toEqual([null, null, false]);
  });

  test("every look at it stands in it", async () => {
    const its = await theirs.raise("mentee");
    const { world, at } = theirs;
    await world.as("coordinator").get(`${at}/${its.concernId}`);
    later(5);
    await world.as("coordinator").get(`${at}/${its.concernId}`);
    await world.as("otherCoordinator").get(`${at}/${its.concernId}`);
    await world.as("owner").get(`${at}/${its.concernId}`);
    const readings = await inOrganization(app, its.organizationId, ({ db }) =>
      db.selectFrom("concern_reading").select(["person_id", "at"]).orderBy("id").execute(),
    );
    expect(readings.map(({ person_id }) => person_id)).toEqual([person("coordinator"), person("coordinator"), person("otherCoordinator")]);
    expect(await (await world.as("coordinator").get(`${at}/${its.concernId}`)).text()).toContain("Who has read this case");
  });

  test("nothing that was written down is changed or deleted, not even past the program", async () => {
    const its = await theirs.raise("mentee");
    await theirs.acts("coordinator", async (ctx) => {
      await takeCase(ctx, its);
      await noteInCase(ctx, its, "note", "As it was.");
      await readCase(ctx, its);
    });
    for (const statement of [
      sql`delete from concern_entry`,
      sql`delete from concern_reading`,
      sql`update concern_entry set detail = 'other'`,
      sql`update concern_entry set at = now()`,
      sql`update concern_entry set words = null where words is not null`,
      sql`update concern_entry set words = words || '\\x00'::bytea where words is not null`,
      sql`update concern_entry set by_id = ${person("owner")} where by_part = 'lead'`,
      sql`update concern_reading set person_id = ${person("owner")}`,
    ])
      await expect(inOrganization(app, its.organizationId, ({ db }) => statement.execute(db))).rejects.toMatchObject({
        constraint: "append_only",
      });
  });

  test("whoever loses the role loses her cases with it; they wait for the others", async () => {
    const its = await theirs.raise("mentee");
    await theirs.acts("coordinator", async (ctx) => {
      await takeCase(ctx, its);
      await noteInCase(ctx, its, "note", "Begun.");
    });
    await theirs.newLetters();
    later(5);
    await theirs.acts("owner", (ctx) => endSafeguardingLead(ctx, its.organizationId, person("coordinator")));
    expect(await theirs.newLetters()).toContain("othercoordinator: Somebody at Riverside University needs you to look");
    expect(await theirs.row(its.concernId)).toMatchObject({ handler_id: null, state: "reopened" });
    await expect(theirs.acts("coordinator", (ctx) => noteInCase(ctx, its, "note", "More."))).rejects.toBeInstanceOf(NotFound);
    expect((await theirs.world.as("coordinator").get(`${theirs.at}/${its.concernId}`)).status).toBe(404);
  });

  test("an owner who looked after safety while nobody was named loses her cases with the ownership, at the latest in the night", async () => {
    const its = await theirs.raise("mentee");
    await theirs.acts("owner", async (ctx) => {
      for (const lead of ["coordinator", "otherCoordinator"] as const) await endSafeguardingLead(ctx, its.organizationId, person(lead));
    });
    await theirs.acts("owner", (ctx) => takeCase(ctx, its));
    expect(await theirs.row(its.concernId)).toMatchObject({ state: "acknowledged", handler_id: person("owner") });
    await theirs.newLetters();
    await theirs.acts("owner", (ctx) => handOverOwnership(ctx, its.organizationId, person("administrator")));
    expect((await theirs.world.as("owner").get(`${theirs.at}/${its.concernId}`)).status).toBe(404);
    expect(await theirs.newLetters()).toEqual([]);
    later(300);
    await forgetClosedCases(app);
    expect(await theirs.row(its.concernId)).toMatchObject({ state: "reopened", handler_id: null });
    expect(await theirs.newLetters()).toEqual(["administrator: Somebody at Riverside University needs you to look"]);
  });

  test("lists are in pages, the most urgent first, and hold nothing that was written", async () => {
    for (let index = 0; index < 53; index++) await theirs.raise("mentee", { urgency: index === 40 ? "now" : "can-wait" });
    const first = await theirs.acts("coordinator", (ctx) => listCases(ctx, theirs.organizationId, { filter: "open", page: 1 }));
    expect([first.cases.length, first.total, first.cases[0]!.urgency]).toEqual([50, 53, "now"]);
    const second = await theirs.acts("coordinator", (ctx) => listCases(ctx, theirs.organizationId, { filter: "open", page: 2 }));
    expect(new Set([...first.cases, ...second.cases].map(({ concernId }) => concernId)).size).toBe(53);
    expect(await (await theirs.world.as("coordinator").get(`${theirs.at}?page=2`)).text()).toContain("51 to 53 of 53");
  });
});

describe("a pause for safety", () => {
  const state = () => theirs.acts("coordinator", (ctx) => findRelationship(ctx, theirs.its));

  test("holds at once, takes the case, and both are told without a reason; only safeguarding lifts it", async () => {
    const its = await theirs.raise("mentee");
    await theirs.newLetters();
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, its));
    expect(await state()).toMatchObject({ state: "paused", pausedBy: "safeguarding", pausedUntil: null });
    expect(await theirs.row(its.concernId)).toMatchObject({ state: "acknowledged", handler_id: person("coordinator"), holds_pause: true });
    expect(await theirs.newLetters()).toEqual([
      "mentee: There is something new for you at Riverside University",
      "mentee: Your mentoring with Jonas Mentor rests for now",
      "mentor: Your mentoring with Maya Mentee rests for now",
    ]);
    await expect(theirs.say(person("mentor"), "Why?")).rejects.toThrow("safeguarding");
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, its));
    await expect(theirs.acts("coordinator", (ctx) => closeCase(ctx, its, "resolved", "Done."))).rejects.toThrow("Lift the pause first");
    expect(await theirs.acts("coordinator", (ctx) => liftPause(ctx, its))).toBe("lifted");
    expect((await state()).state).toBe("active");
    expect(await theirs.newLetters()).toEqual([
      "mentee: Your mentoring with Jonas Mentor goes on",
      "mentor: Your mentoring with Maya Mentee goes on",
    ]);
  });

  test("two cases hold it: it goes on when neither needs it any more", async () => {
    const [one, other] = [await theirs.raise("mentee"), await theirs.raise("mentor")];
    await theirs.acts("coordinator", (ctx) => pauseForSafety(ctx, one));
    await theirs.acts("otherCoordinator", (ctx) => pauseForSafety(ctx, other));
    expect(await theirs.acts("coordinator", (ctx) => liftPause(ctx, one))).toBe("held");
    expect((await state()).state).toBe("paused");
    expect(await theirs.acts("otherCoordinator", (ctx) => liftPause(ctx, other))).toBe("lifted");
    expect((await state()).state).toBe("active");
  });

  test("two cases that hold it and let go in the same moment: one of them lifts it", async () => {
    const one = await theirs.raise("mentee");
    const other = await theirs.raise("mentor");
    const leads = [
      ["coordinator", one],
      ["otherCoordinator", other],
    ] as const;
    for (let round = 0; round < 5; round++) {
      for (const [lead, its] of leads) await theirs.acts(lead, (ctx) => pauseForSafety(ctx, its));
      const outcomes = await Promise.all(leads.map(([lead, its]) => theirs.acts(lead, (ctx) => liftPause(ctx, its))));
      expect(outcomes.toSorted()).toEqual(["held", "lifted"]);
    }
  });

  test("ending it for safety is for good, and told without a reason", async () => {
    const { world, at } = theirs;
    const its = await theirs.raise("mentee");
    const lead = world.as("coordinator");
    await lead.post(`${at}/${its.concernId}`, { act: "pause" });
    expect((await lead.post(`${at}/${its.concernId}`, { act: "end" })).status).toBe(303);
    expect(await state()).toMatchObject({ state: "concluded", ending: "stopped" });
    expect((await lead.post(`${at}/${its.concernId}`, { act: "close", outcome: "resolved", words: "It is over." })).status).toBe(303);
    expect(await theirs.row(its.concernId)).toMatchObject({ state: "resolved", holds_pause: false });
  });
});

describe("what is kept", () => {
  test("a closed case goes after the organization's years, with everything in it; an open one never", async () => {
    const [closed, open] = [await theirs.raise("mentee"), await theirs.raise("mentee")];
    await theirs.acts("coordinator", async (ctx) => {
      await takeCase(ctx, closed);
      await closeCase(ctx, closed, "resolved", "Done.");
    });
    const left = async () =>
      (
        await inOrganization(app, theirs.organizationId, ({ db }) =>
          db.selectFrom("concern_entry").select("concern_id").distinct().execute(),
        )
      ).map(({ concern_id }) => concern_id);
    app.travel(new Date("2034-02-28T22:44:00Z"));
    await forgetClosedCases(app);
    expect((await left()).length).toBe(2);
    app.travel(new Date("2034-02-28T22:46:00Z"));
    await forgetClosedCases(app);
    expect(await left()).toEqual([open.concernId]);
  });

  test("somebody who leaves is no longer in it, while the case stays, with who did what in which part", async () => {
    const its = await theirs.raise("mentee", { aboutIds: [person("mentor")], words: "He presses me." });
    await theirs.acts("coordinator", async (ctx) => {
      await takeCase(ctx, its);
      await noteInCase(ctx, its, "note", "Heard her.");
    });
    for (const name of ["mentee", "mentor"] as const)
      await theirs.acts(name, (ctx) => partFromPerson(ctx, its.organizationId, theirs.world.people[name]));
    const one = await theirs.acts("coordinator", (ctx) => readCase(ctx, its));
    expect(one).toMatchObject({ reporterId: null, reporterName: null, words: "He presses me.", handlerId: person("coordinator") });
    expect(one.subjects).toEqual([{ number: 1, personId: null, name: null, namedBy: "reporter" }]);
    expect(one.entries.map(({ kind, byPart }) => [kind, byPart])).toEqual([
      ["raised", "reporter"],
      ["taken", "lead"],
      ["note", "lead"],
    ]);
  });

  test("after a change of the secret everything is sealed anew, through what forbids rewriting; what a lost one sealed goes, and the case stays", async () => {
    const its = await theirs.raise("mentee");
    await theirs.acts("coordinator", async (ctx) => {
      await takeCase(ctx, its);
      await noteInCase(ctx, its, "note", "As it was.");
      await closeCase(ctx, its, "resolved", "It is well.");
    });
    const second = "a second secret, no less long than the first";
    const rotated = { ...app, settings: { ...app.settings, secret: second, formerSecrets: [app.settings.secret] } };
    const resealed = await inOrganization(rotated, its.organizationId, async (ctx) => {
      let all = 0;
      for (const column of sealedCaseColumns) all += (await resealColumn(ctx, its.organizationId, column, { atOnce: 100 })).resealed;
      return all;
    });
    expect(resealed).toBe(4);
    const alone = { ...app, settings: { ...app.settings, secret: second, formerSecrets: [] } };
    const read = () => theirs.acts("coordinator", (ctx) => readCase({ ...ctx, app: alone }, its));
    const before = await read();
    expect([before.words, ...before.entries.map(({ words }) => words)]).toEqual([
      "He presses me.",
      undefined,
      undefined,
      "As it was.",
      "It is well.",
    ]);
    await asSystem(app, async (ctx) => {
      await openOrganization(ctx, its.organizationId);
      await deleteCasesSealedWith(ctx, [keyIdOf(second)]);
    });
    expect(await read()).toMatchObject({ state: "resolved", words: undefined });
    expect(await (await theirs.world.as("mentee").get(`${theirs.at}/mine/${its.concernId}`)).text()).toContain("can no longer be read");
  });

  test("where two records are one person's, what she raised, did and is in goes with her, and the role, too", async () => {
    const its = await theirs.raise("mentee", { aboutIds: [person("mentor")] });
    await theirs.acts("coordinator", async (ctx) => {
      await takeCase(ctx, its);
      await noteInCase(ctx, its, "note", "Heard her.");
    });
    const { organizationId } = its;
    await inOrganization(app, organizationId, async (ctx) => {
      for (const [from, to] of [
        ["mentee", "otherMentee"],
        ["mentor", "otherMentor"],
        ["coordinator", "administrator"],
      ] as const)
        await moveConcernTraces(ctx, { organizationId, from: person(from), to: person(to) });
    });
    expect(await theirs.row(its.concernId)).toMatchObject({ reporter_id: person("otherMentee"), handler_id: null });
    const one = await theirs.acts("administrator", (ctx) => readCase(ctx, its));
    expect(one.subjects).toMatchObject([{ personId: person("otherMentor") }]);
    expect(one.entries.filter(({ byPart }) => byPart === "lead").map(({ byName }) => byName)).toEqual([
      "Adam Administrator",
      "Adam Administrator",
    ]);
    expect((await theirs.world.as("coordinator").get(theirs.at)).status).toBe(404);
    // Afterwards nobody can be put in another's place any more.
    await expect(
      inOrganization(app, organizationId, ({ db }) =>
        sql`update concern_entry set by_id = ${person("owner")} where by_part = 'lead'`.execute(db),
      ),
    ).rejects.toMatchObject({ constraint: "append_only" });
  });
});
