import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { Browsing } from "../../../testing/browsing.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { isAnswerTo } from "../../networks/programs/question.ts";
import { asSystem, type Context } from "../../platform/context.ts";
import { listToday } from "../today/list-today.ts";
import { demoState } from "./demo-state.ts";
import { listPersonas } from "./list-personas.ts";
import { loadDemo } from "./load-demo.job.ts";
import { openDemo } from "./open-demo.ts";
import { choosePersonas, starters } from "./persona.ts";

const load = (app: TestApp): Promise<void> => loadDemo.run(app, {}, new AbortController().signal);
const inDemo = <T>(app: TestApp, work: (ctx: Context) => Promise<T>): Promise<T> =>
  asSystem(app, async (ctx) => {
    await openDemo(ctx);
    return work(ctx);
  });
const rows = <T>(app: TestApp, statement: string): Promise<T[]> =>
  inDemo(app, async ({ db }) => (await sql.raw<T>(statement).execute(db)).rows);

/** It is half a year of many people: a busy machine takes its time. */
const loading = 400_000;
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  await load(app);
}, loading);
afterAll(() => app[Symbol.asyncDispose]());

test("there are two organizations with seven programs and about 170 people", async () => {
  expect((await asSystem(app, demoState)).is).toBe("loaded");
  expect(await rows(app, "select name, is_demo from organization order by created_at")).toEqual([
    { name: "Riverside University", is_demo: true },
    { name: "Fundación Ladera", is_demo: true },
  ]);
  expect((await rows<{ name: string }>(app, "select name from program order by created_at")).map(({ name }) => name)).toEqual([
    "Common Ground",
    "First Steps",
    "Second Wind",
    "Raíces nuevas",
    "Long Evenings",
    "Lunch Circles",
    "Papeles en regla",
  ]);
  const people = await rows<{ email: string }>(app, "select email from auth.person");
  expect(people.length).toBeGreaterThanOrEqual(155);
  expect(people.length).toBeLessThanOrEqual(185);
  expect(people.filter(({ email }) => !email.endsWith(".example"))).toEqual([]);
});

test("their stories are their own, in three languages, from many places", async () => {
  const told = await rows<{ story: string; language: string; country: string; time_zone: string }>(
    app,
    "select story, p.language, country, profile.time_zone from profile join auth.person p on p.id = person_id where length(story) > 60",
  );
  expect(new Set(told.map(({ story }) => story)).size).toBeGreaterThan(100);
  for (const language of ["en", "es", "ar"]) expect(told.filter((one) => one.language === language).length, language).toBeGreaterThan(15);
  expect(new Set(told.map(({ country }) => country)).size).toBeGreaterThan(20);
  expect(new Set(told.map(({ time_zone }) => time_zone)).size).toBeGreaterThan(15);
  // Two whose whole stories begin alike would be one template.
  expect(new Set(told.map(({ story }) => story.slice(0, 18))).size).toBe(told.length);
});

test("in the program that gathers its people mentees and mentors have chosen each other, and not all of them", async () => {
  const chosen = await rows<{ role: string; people: number; most: number }>(
    app,
    `select p.role, count(distinct p.id)::int as people, max(c.rank)::int as most from choice c
     join participant p on p.id = c.participant_id join program on program.id = p.program_id
     where program.name = 'Raíces nuevas' group by p.role order by p.role`,
  );
  expect(chosen).toMatchObject([
    { role: "mentee", most: 3 },
    { role: "mentor", most: 3 },
  ]);
  const [ready] = await rows<{ n: number }>(
    app,
    `select count(*)::int as n from participant p join program on program.id = p.program_id
     where program.name = 'Raíces nuevas' and p.role = 'mentee' and p.completed_at is not null`,
  );
  expect(chosen[0]!.people).toBeGreaterThan(5);
  expect(chosen[0]!.people).toBeLessThan(ready!.n);
  expect((await rows(app, "select from refusal")).length).toBeGreaterThan(0);
});

test("in the running program mentees who have nobody have asked mentors", async () => {
  const requests = await rows<{ mentee_id: string; mentor_id: string; state: string; name: string }>(
    app,
    `select r.mentee_id, r.mentor_id, r.state, program.name from request r join program on program.id = r.program_id`,
  );
  expect(requests.map(({ state, name }) => `${state} in ${name}`)).toEqual(["open in First Steps", "open in First Steps"]);
  expect(new Set(requests.map(({ mentee_id }) => mentee_id)).size).toBe(2);
});

test("every answer is one to its question, and who is complete lacks none, who is not lacks one", async () => {
  await inDemo(app, async (ctx) => {
    const programs = await ctx.db.selectFrom("program").select(["organization_id", "id"]).execute();
    for (const program of programs) {
      const questions = new Map((await listQuestions(ctx, program.organization_id, program.id)).map((question) => [question.id, question]));
      const answers = await ctx.db
        .selectFrom("answer")
        .innerJoin("question", "question.id", "answer.question_id")
        .select(["question_id", "value", "label"])
        .where("program_id", "=", program.id)
        .execute();
      if (questions.size > 0) expect(answers.length).toBeGreaterThan(50);
      expect(answers.filter(({ question_id, value }) => !isAnswerTo(questions.get(question_id)!, value))).toEqual([]);
    }
  });
  expect(
    await rows(
      app,
      `select profile.name, q.label from participant p join profile on profile.person_id = p.person_id
       join question q on q.program_id = p.program_id and q.is_required and q.asked_of in ('both', p.role || 's')
       where p.completed_at is not null and not exists (select from answer a where a.participant_id = p.id and a.question_id = q.id)`,
    ),
  ).toEqual([]);
  const joinedOnly = await rows<{ name: string; lacking: number }>(
    app,
    `select profile.name, (select count(*)::int from question q where q.program_id = p.program_id and q.is_required
       and q.asked_of in ('both', p.role || 's')
       and not exists (select from answer a where a.participant_id = p.id and a.question_id = q.id)) as lacking
     from participant p join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
     where p.joined_at is not null and p.withdrawn_at is null and p.completed_at is null`,
  );
  expect(joinedOnly.length).toBeGreaterThan(3);
  expect(joinedOnly.filter(({ lacking }) => lacking === 0)).toEqual([]);
});

test("offers are in every state, and the round of the second program waits on its board", async () => {
  const states = await rows<{ state: string; n: number }>(app, "select state, count(*)::int as n from offer group by state");
  const count = Object.fromEntries(states.map(({ state, n }) => [state, n]));
  expect(count["accepted"]).toBeGreaterThan(12);
  for (const state of ["open", "declined", "expired"]) expect(count[state], state).toBeGreaterThan(0);
  // In a group several are accepted for one relationship, and those whose group has not begun have none yet.
  const oneToOne = "program_id in (select id from program where format <> 'group')";
  const [accepted] = await rows<{ n: number }>(app, `select count(*)::int as n from offer where state = 'accepted' and ${oneToOne}`);
  expect(await rows(app, `select count(*)::int as n from relationship where state <> 'concluded' and ${oneToOne}`)).toEqual([accepted]);
  expect(await rows(app, "select answer is not null as answered from offer_question order by 1")).toEqual([
    { answered: false },
    { answered: true },
  ]);
  const rounds = await rows<{ program: string; state: string; proven: boolean }>(
    app,
    "select program.name as program, state, certificate->'check'->'proven' as proven from round join program on program.id = program_id order by round.created_at",
  );
  expect(rounds).toEqual([
    { program: "Common Ground", state: "published", proven: true },
    { program: "First Steps", state: "published", proven: true },
    { program: "Common Ground", state: "published", proven: true },
    { program: "Long Evenings", state: "published", proven: true },
    { program: "Lunch Circles", state: "published", proven: true },
    { program: "First Steps", state: "published", proven: true },
    { program: "Papeles en regla", state: "published", proven: true },
    { program: "Second Wind", state: "done", proven: true },
  ]);
  expect(await rows(app, "select count(*)::int as n from round_unmatched")).not.toEqual([{ n: 0 }]);
  expect(await rows(app, "select state, counts->'make' as made, counts->'skip' as skipped from spreadsheet_import")).toEqual([
    { state: "done", made: 8, skipped: 2 },
  ]);
});

test("relationships stand in each stage, with what was said at their end", async () => {
  const states = await rows<{ state: string; n: number }>(
    app,
    "select state, count(*)::int as n from relationship group by state order by state",
  );
  expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toMatchObject({ closing: 1, concluded: 1, paused: 1 });
  const [said] = await rows<{ thanks: number; looking: number }>(
    app,
    `select count(*) filter (where f.thanks <> '')::int as thanks,
       (select count(*)::int from search_again) as looking
     from farewell f join relationship r on r.id = f.relationship_id and r.state = 'concluded'`,
  );
  expect(said).toEqual({ thanks: 2, looking: 1 });
  expect(
    await rows(app, "select distinct o.state from relationship r join offer o on o.id = r.offer_id where r.state = 'concluded'"),
  ).toEqual([{ state: "ended" }]);
});

test("one relationship has lived for months and goes well: everything that there can be is in it", async () => {
  const [its] = await rows<Record<string, number>>(
    app,
    `select (select count(*)::int from session s where s.relationship_id = r.id and s.state = 'held') as held,
       (select count(*)::int from session s where s.relationship_id = r.id and s.state = 'agreed' and s.starts_at > now()) as ahead,
       (select count(*)::int from session_action a where a.relationship_id = r.id and a.done_at is not null) as done,
       (select count(*)::int from session_action a where a.relationship_id = r.id and a.done_at is null) as open,
       (select count(*)::int from message m where m.relationship_id = r.id) as messages,
       (select count(*)::int from message m where m.relationship_id = r.id and m.edited_at is not null) as edited,
       (select count(*)::int from message_file f join message m on m.id = f.message_id where m.relationship_id = r.id and f.kind = 'picture') as pictures,
       (select max(v.number)::int from agreement_version v where v.relationship_id = r.id) as versions,
       (select count(*)::int from agreement_signature s where s.relationship_id = r.id) as signatures,
       (select count(*)::int from goal g where g.relationship_id = r.id and g.state = 'agreed') as goals,
       (select count(*)::int from goal_level l join goal g on g.id = l.goal_id where g.relationship_id = r.id) as levels,
       (select count(*)::int from practice_reading p where p.relationship_id = r.id) as pieces,
       (select count(*)::int from reflection f where f.relationship_id = r.id and f.shared_at is not null) as shared,
       (select count(*)::int from pulse p where p.relationship_id = r.id and p.answered_at is not null) as pulses,
       (select count(*)::int from support_contact c where c.relationship_id = r.id and c.state = 'done' and c.note is not null) as talks
     from relationship r join relationship_person p on p.relationship_id = r.id join auth.person on auth.person.id = p.person_id
     where email like 'nomvula.sithole@%'`,
  );
  expect(its).toMatchObject({ ahead: 1, edited: 1, pictures: 1, versions: 2, signatures: 4, goals: 2, shared: 2, pulses: 8 });
  for (const [what, least] of Object.entries({ held: 10, done: 4, open: 1, messages: 15, levels: 7, pieces: 4, talks: 7 }))
    expect(its![what], what).toBeGreaterThanOrEqual(least);
});

test("a coordinator's day has a few lines of many kinds, and nobody is forgotten", async () => {
  const ruth = new Browsing(app);
  const personas = await asSystem(app, (ctx) => listPersonas(ctx, ""));
  await ruth.post("/demo", { act: "become", personId: personas.find(({ name }) => name === "Ruth Abernathy")!.personId });
  const [riverside] = await rows<{ id: string }>(app, "select id from organization order by created_at limit 1");
  const { entries } = await inDemo(app, async (ctx) => {
    const [her] = await ctx.db.selectFrom("auth.person").select("id").where("name", "=", "Ruth Abernathy").execute();
    const coordinates = await ctx.db.selectFrom("coordinator").select("program_id").where("person_id", "=", her!.id).execute();
    const memberships = [{ organizationId: riverside!.id, role: "member", coordinates: coordinates.map(({ program_id }) => program_id) }];
    const asRuth = { ...ctx, actor: { personId: her!.id, memberships } } as unknown as Context;
    return listToday(asRuth, riverside!.id, { whose: "mine", search: "", isAside: false, page: 1 });
  });
  const kinds = new Set(entries.flatMap(({ lines }) => lines.map(({ rule }) => rule)));
  expect(entries.length).toBeGreaterThanOrEqual(6);
  expect(entries.length).toBeLessThanOrEqual(10);
  for (const kind of [
    "new-start",
    "low-pulse",
    "support",
    "first-meeting",
    "agreement",
    "silence",
    "diverging",
    "pause",
    "check-missing",
    "check-expiring",
  ] as const)
    expect(kinds, kind).toContain(kind);
  expect(await ruth.textOf(`/organizations/${riverside!.id}/today`)).toContain("Rutendo Chikafu");
  expect(await rows(app, "select subject from letter where dedupe_key like 'check runs out %'")).toHaveLength(1);
  expect(await rows(app, "select severity, state from concern")).toEqual([{ severity: "medium", state: "in-work" }]);
});

test("a mother is her daughter's guardian: she has signed, and a talk with her is due", async () => {
  const [mother] = await rows<{ id: string; signed: boolean; due: boolean }>(
    app,
    `select p.id, exists (select from agreement_signature s where s.person_id = p.id and s.signed_as = 'guardian') as signed,
      exists (select from support_contact c where c.person_id = p.id and c.state = 'due') as due
    from guardianship g join auth.person p on p.id = g.guardian_id where g.confirmed_at is not null and g.ended_at is null`,
  );
  expect(mother).toMatchObject({ signed: true, due: true });
  const browser = new Browsing(app);
  await browser.post("/demo", { act: "become", personId: mother!.id });
  const page = await browser.textOf("/");
  expect(page).toContain("Tan Mei Ling");
  expect(page).toContain("with Farah");
  expect(page).not.toContain("Siddiqui");
});

test("in one program a group has begun and another gathers, in another mentees choose among three", async () => {
  const groups = await rows<{ people: number }>(
    app,
    `select count(*)::int as people from relationship r join relationship_person p on p.relationship_id = r.id
     join program on program.id = r.program_id and program.format = 'group' group by r.id`,
  );
  expect(groups.length).toBe(1);
  expect(groups[0]!.people).toBeGreaterThanOrEqual(4);
  const offers = await rows<{ state: string; n: number }>(
    app,
    `select o.state, count(*)::int as n from offer o join program on program.id = o.program_id and program.format = 'group'
     where o.mentee_id not in (select participant_id from relationship_person) group by o.state order by o.state`,
  );
  expect(offers).toEqual([
    { state: "accepted", n: 2 },
    { state: "open", n: 1 },
  ]);
  expect(
    await rows(
      app,
      `select (select count(*)::int from message m where m.relationship_id = r.id) as messages,
         (select count(*)::int from session s where s.relationship_id = r.id and s.state = 'agreed') as sessions
       from relationship r join program on program.id = r.program_id and program.format = 'group'`,
    ),
  ).toEqual([{ messages: 6, sessions: 1 }]);
  const suggestions = await rows<{ state: string; n: number }>(
    app,
    "select state, count(*)::int as n from suggestion group by state order by state",
  );
  expect(suggestions).toEqual([
    { state: "chosen", n: 1 },
    { state: "none", n: 1 },
    { state: "open", n: 4 },
  ]);
});

test("Maya has an offer to answer, from Jonas, who has one free place", async () => {
  const personas = await asSystem(app, (ctx) => listPersonas(ctx, ""));
  const maya = personas.find(({ name }) => name === "Maya Okafor")!;
  expect(maya.offers).toMatchObject([{ otherName: "Jonas Lindqvist", isWaitingForMe: true }]);
  expect(Date.parse(maya.offers[0]!.answerBy)).toBeGreaterThan(Date.now() + 86_400_000);
  const jonas = personas.find(({ name }) => name === "Jonas Lindqvist")!;
  expect(jonas.parts).toMatchObject([{ role: "mentor", freePlaces: 1 }]);
  expect(jonas.offers).toMatchObject([{ isWaitingForMe: false }]);
});

test("everything happened in the last months, and no letter is on its way", async () => {
  const [times] = await rows<{ first: Date; last: Date }>(app, "select min(created_at) as first, max(created_at) as last from letter");
  expect(times!.first.getTime()).toBeGreaterThan(Date.now() - 201 * 86_400_000);
  expect(times!.last.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await rows(app, "select distinct state from letter")).toEqual([{ state: "kept" }]);
  expect(await app.jobs.runDue(app)).toEqual([]);
});

test(
  "whom one can be opens every page that she is led to",
  async () => {
    const { first, staff, mentees, mentors } = choosePersonas(await asSystem(app, (ctx) => listPersonas(ctx, "")));
    expect(first.map(({ key }) => key)).toEqual([...starters]);
    expect(staff.length).toBe(6);
    expect(mentees.length).toBeGreaterThan(5);
    expect(mentors.length).toBeGreaterThan(5);
    const failed: string[] = [];
    let opened = 0;
    for (const persona of [...first, ...staff, ...mentees, ...mentors]) {
      const browser = new Browsing(app);
      const door = (await browser.post("/demo", { act: "become", personId: persona.personId })).headers.get("location") ?? "(nowhere)";
      // From where she arrives, two steps on.
      let edge = ["/", door, "/account"];
      const seen = new Set(edge);
      for (let step = 0; step < 3; step++) {
        const next: string[] = [];
        for (const path of edge.slice(0, 25)) {
          const response = await browser.get(path);
          opened++;
          const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
          const text = await response.text();
          if (response.status >= 400) failed.push(`${persona.name}: ${path} is ${response.status}`);
          if (path.startsWith("/demo") || !isPage) continue;
          for (const [, href] of text.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)) {
            const to = href!.replaceAll("&amp;", "&");
            if (seen.has(to) || /[?&](lang|sort|page)=|^\/(assets|sign-out)/.test(to)) continue;
            seen.add(to);
            next.push(to);
          }
        }
        edge = next;
      }
    }
    expect(failed).toEqual([]);
    expect(opened).toBeGreaterThan(300);
  },
  loading,
);

test(
  "a second load gives the same world",
  async () => {
    const world = (one: TestApp) =>
      Promise.all([
        rows(
          one,
          `select a.name as mentee, b.name as mentor, o.state, o.weight, o.place, o.declined_by, o.mentee_accepted_at is not null as by_mentee,
           o.mentor_accepted_at is not null as by_mentor
         from offer o join participant pa on pa.id = o.mentee_id join profile a on a.person_id = pa.person_id
         join participant pb on pb.id = o.mentor_id join profile b on b.person_id = pb.person_id order by 1, 2, weight`,
        ),
        rows(
          one,
          `select a.name as mentee, b.name as mentor, pair.weight, pair.choice from round_pair pair
         join participant pa on pa.id = mentee_id join profile a on a.person_id = pa.person_id
         join participant pb on pb.id = mentor_id join profile b on b.person_id = pb.person_id order by 1, 2, weight`,
        ),
        rows(one, "select name, headline, story, languages, availability, interests from profile order by name"),
        rows(one, "select kind, state, language, count(*)::int from letter group by 1, 2, 3 order by 1, 2, 3"),
        rows(one, "select words, edited_at is not null as edited from message order by 1, 2"),
        rows(one, "select kind, number, role, level, fit from pulse order by 1, 2, 3, 4, 5"),
        rows(one, "select state, notes, agenda from session order by 1, 2, 3"),
      ]);
    await using other = await testApp();
    await load(other);
    expect(await world(other)).toEqual(await world(app));
  },
  loading,
);

test("some have described themselves, and the first round was looked at by it", async () => {
  const [report] = await rows<{ report: { groups: { label: string; people: number; strength: object | null }[]; isPriced: boolean } }>(
    app,
    "select report from fairness_report",
  );
  const { groups, isPriced } = report!.report;
  expect(groups.slice(0, 2).map(({ label }) => label)).toEqual(["Yes, I am the first", "No, others were before me"]);
  expect(groups.every(({ people }) => people >= 5)).toBe(true);
  expect(groups.filter(({ strength }) => strength !== null).length).toBeGreaterThanOrEqual(2);
  expect(isPriced).toBe(true);
});
