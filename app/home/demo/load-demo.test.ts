import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { asSystem } from "../../platform/context.ts";
import { loadDemo } from "./load-demo.job.ts";
import { openDemo } from "./open-demo.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
  const begin = performance.now();
  await loadDemo.run(app, {}, new AbortController().signal);
  console.log("loaded in", performance.now() - begin);
}, 60_000);
afterAll(() => app[Symbol.asyncDispose]());

test("look", async () => {
  await asSystem(app, async (ctx) => {
    await openDemo(ctx);
    for (const q of [
      `select name, (select count(*) from member m where m.organization_id = o.id) from organization o`,
      `select p.name, o.state, count(*), count(mentee_accepted_at) as mentee, count(mentor_accepted_at) as mentor, count(follows) as follows from offer o join program p on p.id = o.program_id group by 1, 2`,
      `select number, p.name, state, total, (select count(*) from round_pair x where x.round_id = r.id) as pairs from round r join program p on p.id = r.program_id`,
      `select pr.name, u.reason from round_unmatched u join participant p on p.id = u.mentee_id join profile pr on pr.person_id = p.person_id`,
      `select a.name as mentee, b.name as mentor, o.state, o.weight, o.created_at, o.answer_by, o.mentee_accepted_at is not null as e, o.mentor_accepted_at is not null as r, o.follows is not null as f from offer o join participant pa on pa.id = o.mentee_id join profile a on a.person_id = pa.person_id join participant pb on pb.id = o.mentor_id join profile b on b.person_id = pb.person_id order by o.created_at, a.name`,
      `select a.name as mentee, b.name as mentor, o.weight from round_pair o join participant pa on pa.id = o.mentee_id join profile a on a.person_id = pa.person_id join participant pb on pb.id = o.mentor_id join profile b on b.person_id = pb.person_id join round r on r.id = o.round_id where r.state='done'`,
      `select question, answer from offer_question`,
      `select state, counts, (select count(*) from import_problem) from spreadsheet_import`,
      `select kind, state, language, count(*) from letter group by 1, 2, 3`,
    ]) {
      const { rows } = await sql.raw(q).execute(ctx.db);
      console.log(q.slice(0, 60));
      console.table(
        rows.map((r) =>
          Object.fromEntries(
            Object.entries(r as object).map(([k, v]) => [
              k,
              v instanceof Date ? v.toISOString().slice(5, 16) : typeof v === "object" ? JSON.stringify(v) : v,
            ]),
          ),
        ),
      );
    }
  });
  expect(1).toBe(1);
});
