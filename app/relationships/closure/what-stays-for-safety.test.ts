import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "kysely";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type Worrying, worry } from "../../../testing/worrying.ts";
import { inOrganization } from "../../platform/context.ts";
import { closeCase, takeCase } from "../concerns/handle-case.ts";
import { forgetClosedCases } from "../concerns/forget-cases.job.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { reportMessage } from "../messages/report-message.ts";
import { forgetRelationships } from "./forget-relationships.job.ts";

let app: TestApp;
let theirs: Worrying;
beforeAll(async () => {
  app = await testApp();
  app.travel(new Date("2027-01-11T12:00:00Z"));
  theirs = await worry(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const passDays = (days: number) => app.travel(new Date(app.now().getTime() + days * 86_400_000));
/** Everything in the organization's tables, the audit of who did what aside, as text. */
const everything = () =>
  inOrganization(app, theirs.organizationId, async ({ db }) => {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('migration')`.execute(db);
    let all = "";
    for (const { name } of rows) {
      const { rows: text } = await sql<{ text: string | null }>`select string_agg(t::text, ' ') as text from ${sql.table(name)} t`.execute(
        db,
      );
      all += text[0]!.text ?? "";
    }
    return all;
  });

test("when the time of a relationship is over, what was reported stays with those who look after safety, and nothing else", async () => {
  const { its, mentor } = theirs;
  await theirs.say(mentor, "SECRET of a good day");
  await theirs.say(mentor, "SECRET that should not have been said");
  const { id: messageId } = await inOrganization(app, theirs.organizationId, ({ db }) =>
    db.selectFrom("message").select("id").orderBy("number", "desc").limit(1).executeTakeFirstOrThrow(),
  );
  await theirs.acts("mentee", (ctx) => reportMessage(ctx, { ...its, messageId }, "It hurts."));
  const at = `/organizations/${its.organizationId}/relationships/${its.relationshipId}`;
  await theirs.world.as("mentee").post(`${at}/goals/new`, { hope: "", title: "SECRET goal", weight: "3", dueOn: "" });
  await theirs.world.as("mentee").post(`${at}/closure`, { act: "begin", ending: "one-sided" });
  await theirs.world.as("mentee").post(`${at}/closure`, { act: "thanks", thanks: "SECRET thanks" });
  await app.jobs.runDue(app);
  const { concernId } = await inOrganization(app, theirs.organizationId, ({ db }) =>
    db.selectFrom("concern").select("id as concernId").executeTakeFirstOrThrow(),
  );
  const theirCase = { organizationId: theirs.organizationId, concernId };
  const readCase = async () => (await theirs.world.as("coordinator").get(`${theirs.at}/${concernId}`)).text();
  expect(await readCase()).toContain("SECRET that should not have been said");

  await theirs.acts("mentee", (ctx) => moveRelationship(ctx, its, { move: "conclude", ending: "stopped" }));
  await app.jobs.runDue(app);
  passDays(370);
  await forgetRelationships.run(app, {}, new AbortController().signal);
  await app.jobs.runDue(app);
  expect(await readCase()).toContain("SECRET that should not have been said");
  const left = await everything();
  for (const gone of ["SECRET of a good day", "SECRET goal", "SECRET thanks"]) expect(left).not.toContain(gone);
  expect(await (await theirs.world.as("mentee").get(`${at}/messages`)).text()).not.toContain("SECRET");

  // As long as the case is kept; with it, all of it goes.
  await theirs.acts("coordinator", async (ctx) => {
    await takeCase(ctx, theirCase);
    await closeCase(ctx, theirCase, "resolved", "We have spoken.");
  });
  passDays(6 * 365);
  await forgetClosedCases(app);
  expect(await readCase()).toContain("SECRET that should not have been said");
  passDays(10);
  await forgetClosedCases(app);
  expect((await theirs.world.as("coordinator").get(`${theirs.at}/${concernId}`)).status).toBe(404);
  expect(await everything()).not.toContain("SECRET");
});
