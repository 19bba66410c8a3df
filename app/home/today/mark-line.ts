/** What is done with a line: it is done, put off until a day, or given to another coordinator; and that can be undone. */
import { sql } from "kysely";
import { z } from "zod";
import { mayCoordinate } from "../../networks/programs/access.ts";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, Invalid, NotFound } from "../../platform/errors.ts";
import { choice, choices, id, optionalDate, says, text } from "../../platform/form-fields.ts";
import { formWords } from "../../platform/form.messages.ts";
import { canBeFinished, canBeGiven, type RuleName, ruleNames } from "./rule.ts";
import { whoLooksAfterTheRelationship } from "../../relationships/closure/access.ts";
import { todayWords } from "./today.messages.ts";

export type MarkKind = "done" | "snoozed" | "handed-over";
/** Nobody puts anything off for longer. */
const longestDays = 92;

export const OneLine = z.object({ subjectId: id(), rule: choice(ruleNames) });
export type OneLine = z.output<typeof OneLine>;
export const MarkedLine = OneLine.extend({ reason: text(200) });
export type MarkedLine = z.output<typeof MarkedLine>;

/** Several lines of one relationship or offer: its rule, a space, and its reason, each. */
export const lineValue = ({ rule, reason }: { readonly rule: RuleName; readonly reason: string }): string => `${rule} ${reason}`;
function lineOf(value: string): { rule: RuleName; reason: string } | undefined {
  const rule = ruleNames.find((name) => value.startsWith(`${name} `));
  const reason = value.slice((rule?.length ?? 0) + 1);
  return rule === undefined || reason === "" || reason.length > 200 ? undefined : { rule, reason };
}
const SeveralLines = z.object({
  subjectId: id(),
  line: choices()
    .refine(
      (values) => values.length > 0 && values.every((value) => lineOf(value) !== undefined),
      says((language) => todayWords(language).chooseLines),
    )
    .transform((values) => values.map((value) => lineOf(value)!)),
});
export const SnoozedLines = SeveralLines.extend({ untilOn: optionalDate() });
export const HandedLines = SeveralLines.extend({ toId: id() });

/**
 * The program of a relationship, an offer or a mentor that this coordinator looks after; to everybody else it does not exist, and to
 * whoever it is about herself: what the others say of her is not hers to set aside.
 */
async function programOf(
  ctx: PersonalContext,
  organizationId: string,
  { subjectId, rule }: OneLine,
): Promise<{ programId: string; timeZone: string }> {
  const { rows } = await sql<{ programId: string; timeZone: string }>`
    select s.program_id as "programId", o.time_zone as "timeZone" from (
      select organization_id, program_id from relationship r where organization_id = ${organizationId} and id = ${subjectId}
        and not exists (select from relationship_person p where p.organization_id = r.organization_id and p.relationship_id = r.id
          and p.person_id = ${ctx.actor.personId})
      union all select organization_id, program_id from offer where organization_id = ${organizationId} and id = ${subjectId}
      union all select organization_id, program_id from participant where organization_id = ${organizationId} and id = ${subjectId}
        and person_id <> ${ctx.actor.personId}) s
    join organization o on o.id = s.organization_id`.execute(ctx.db);
  const [row] = rows;
  if (!row || !mayCoordinate(ctx, organizationId, row.programId)) throw new NotFound();
  if (rule === "new-start" && !(await whoLooksAfterTheRelationship.admits(ctx, { organizationId, relationshipId: subjectId })))
    throw new NotFound();
  return row;
}

export async function finishLine(ctx: PersonalContext, organizationId: string, line: MarkedLine): Promise<void> {
  const { programId } = await programOf(ctx, organizationId, line);
  if (!canBeFinished(line.rule)) throw new Conflict((language) => todayWords(language).answerFirst);
  await write(ctx, { organizationId, programId }, line, { mark: "done", untilOn: null, toId: null });
}

export async function snoozeLines(
  ctx: PersonalContext,
  organizationId: string,
  { subjectId, line, untilOn }: z.output<typeof SnoozedLines>,
): Promise<void> {
  for (const { rule, reason } of line) {
    const { programId, timeZone } = await programOf(ctx, organizationId, { subjectId, rule });
    const today = dayIn(timeZone, ctx.now);
    const last = dayIn(timeZone, new Date(ctx.now.getTime() + longestDays * 86_400_000));
    if (untilOn === null || untilOn <= today || untilOn > last)
      throw new Invalid({ untilOn: (language) => todayWords(language).snoozeWithin });
    await write(ctx, { organizationId, programId }, { subjectId, rule, reason }, { mark: "snoozed", untilOn, toId: null });
  }
}

/** @returns her name */
export async function handOverLines(
  ctx: PersonalContext,
  organizationId: string,
  { subjectId, line, toId }: z.output<typeof HandedLines>,
): Promise<string> {
  let name = "";
  for (const { rule, reason } of line) {
    const { programId } = await programOf(ctx, organizationId, { subjectId, rule });
    if (!canBeGiven(rule)) throw new Invalid({ line: (language) => todayWords(language).cannotBeGiven(todayWords(language).names[rule]) });
    const to = (await listCoordinators(ctx, organizationId, programId)).find(({ personId }) => personId === toId);
    if (!to || (await isOfIt(ctx, organizationId, subjectId, toId))) throw new Invalid({ toId: (language) => formWords(language).choose });
    await write(ctx, { organizationId, programId }, { subjectId, rule, reason }, { mark: "handed-over", untilOn: null, toId });
    ({ name } = to);
  }
  return name;
}

/** Whoever is in it herself has none of its lines. */
async function isOfIt(ctx: PersonalContext, organizationId: string, relationshipId: string, personId: string): Promise<boolean> {
  const one = await ctx.db
    .selectFrom("relationship_person")
    .select("participant_id")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("person_id", "=", personId)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

export async function takeMarkBack(ctx: PersonalContext, organizationId: string, { subjectId, rule }: OneLine): Promise<void> {
  const { programId } = await programOf(ctx, organizationId, { subjectId, rule });
  await ctx.db
    .deleteFrom("today_mark")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("subject_id", "=", subjectId)
    .where("rule", "=", rule)
    .execute();
}

async function write(
  ctx: PersonalContext,
  { organizationId, programId }: { organizationId: string; programId: string },
  { subjectId, rule, reason }: MarkedLine,
  { mark, untilOn, toId }: { mark: MarkKind; untilOn: string | null; toId: string | null },
): Promise<void> {
  const marked = { mark, reason, until_on: untilOn, to_id: toId, by_id: ctx.actor.personId, at: ctx.now };
  await ctx.db
    .insertInto("today_mark")
    .values({ organization_id: organizationId, program_id: programId, subject_id: subjectId, rule, ...marked })
    .onConflict((conflict) => conflict.columns(["organization_id", "program_id", "subject_id", "rule"]).doUpdateSet(marked))
    .execute();
}
