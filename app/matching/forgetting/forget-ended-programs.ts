/**
 * What people chose, asked, answered and refused belongs to a program while it runs, and for the months afterwards that its
 * organization keeps it. Then it goes; what stays is who was a pair, and how much of everything there was. See
 * docs/reference/what-is-kept.md.
 */
import { type RawBuilder, sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";

/** So long she may come back to a program that goes on, and find her list as she left it. */
const keepChoicesDays = 30;

/** Ids of programs that have been over for longer than their organization keeps things. One is over on its last day, or once it is archived. */
async function endedLongAgo(ctx: Context, organizationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select program.id from program join organization on organization.id = program.organization_id
    where program.organization_id = ${organizationId}
      and least(program.archived_at, program.ends_on + interval '1 day') + make_interval(months => organization.keep_months) < ${ctx.now}`.execute(
    ctx.db,
  );
  return rows.map(({ id }) => id);
}

export async function forgetEndedPrograms(ctx: Context, organizationId: string): Promise<void> {
  for (const programId of await endedLongAgo(ctx, organizationId)) await forgetProgram(ctx, organizationId, programId);
  await sql`
    delete from choice using participant p
    where choice.organization_id = ${organizationId} and p.organization_id = choice.organization_id and p.id = choice.participant_id
      and p.withdrawn_at < ${new Date(ctx.now.getTime() - keepChoicesDays * 86_400_000)}`.execute(ctx.db);
}

async function forgetProgram(ctx: Context, organizationId: string, programId: string): Promise<void> {
  const run = (statement: RawBuilder<unknown>): Promise<unknown> => statement.execute(ctx.db);
  const inProgram = sql`organization_id = ${organizationId} and program_id = ${programId}`;
  const ofIts = (table: string, key: string, which = sql`true`) =>
    sql`organization_id = ${organizationId} and ${sql.id(key)} in (select id from ${sql.id(table)} where ${inProgram} and ${which})`;

  const offers = sql`${inProgram} and state in ('declined', 'expired', 'withdrawn')
    and not exists (select from relationship r where r.organization_id = offer.organization_id and r.offer_id = offer.id)`;
  const figures = {
    requests: await countByState(ctx, "request", sql`${inProgram} and state <> 'open'`),
    suggestions: await countByState(ctx, "suggestion", sql`${inProgram} and state <> 'open'`),
    offers: await countByState(ctx, "offer", offers),
  };
  // What is still open is somebody's to answer, or the clock's to close; it goes on a later night.
  await run(sql`delete from request where ${inProgram} and state <> 'open'`);
  await run(sql`delete from suggestion where ${inProgram} and state <> 'open'`);
  await run(sql`delete from offer where ${offers}`);
  // An accepted offer is how a pair began, and stays; what was said about it goes.
  await run(sql`delete from offer_question where ${ofIts("offer", "offer_id", sql`state <> 'open'`)}`);
  await run(sql`update offer set reasons = '[]' where ${inProgram} and state <> 'open' and reasons <> '[]'`);

  for (const table of ["choice", "refusal", "pair_wish", "request_limit"]) await run(sql`delete from ${sql.id(table)} where ${inProgram}`);
  for (const table of ["directory_return", "self_description"])
    await run(sql`delete from ${sql.id(table)} where ${ofIts("participant", "participant_id")}`);

  await run(sql`delete from round_unmatched where ${ofIts("round", "round_id")}`);
  await run(sql`update round_pair set parts = '[]' where ${ofIts("round", "round_id")} and parts <> '[]'`);

  if (Object.values(figures).every((states) => Object.keys(states).length === 0)) return;
  await audit(ctx, { organizationId, act: "program.matching-forgotten", subjectKind: "program", subjectId: programId, detail: figures });
}

async function countByState(ctx: Context, table: "request" | "suggestion" | "offer", which: RawBuilder<unknown>) {
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*)::int as n from ${sql.id(table)} where ${which} group by state order by state`.execute(ctx.db);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
