import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { checkbox, optionalText } from "../../platform/form-fields.ts";
import { type RuleName, type RuleSetting, type RuleSettings, rules } from "./rules.ts";
import { todayWords } from "./today.messages.ts";

/** The fields of a rule in the form. */
export const onField = (rule: RuleName): string => `${rule}-on`;
export const thresholdField = (rule: RuleName): string => `${rule}-threshold`;

export const RulesForm = z.object(
  Object.fromEntries(
    rules.flatMap(({ name }) => [
      [onField(name), checkbox()],
      [thresholdField(name), optionalText(4)],
    ]),
  ),
);

/** What a program has said of each rule. */
export async function findRules(
  ctx: Context,
  { organizationId, programId }: { organizationId: string; programId: string },
): Promise<RuleSettings> {
  const rows = await ctx.db
    .selectFrom("today_rule")
    .select(["rule", "is_on as isOn", "threshold"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .execute();
  return Object.fromEntries(rows.map(({ rule, ...own }) => [rule, own]));
}

/** Sets every rule of a program; one that is as usual leaves no trace. */
export async function saveRules(
  ctx: Context,
  { organizationId, programId }: { organizationId: string; programId: string },
  sent: Readonly<Record<string, unknown>>,
): Promise<void> {
  const own: [RuleName, RuleSetting][] = rules.map(({ name, unit, least, most }) => {
    const typed = sent[thresholdField(name)];
    const threshold = typeof typed !== "string" || typed === "" || unit === null ? null : Number(typed);
    if (threshold !== null && (!Number.isInteger(threshold) || threshold < least || threshold > most))
      throw new Invalid({ [thresholdField(name)]: (language) => todayWords(language).rulesPage.range(least, most) });
    return [name, { isOn: sent[onField(name)] === true, threshold }];
  });
  await ctx.db.deleteFrom("today_rule").where("organization_id", "=", organizationId).where("program_id", "=", programId).execute();
  const unusual = own.filter(([, { isOn, threshold }]) => !isOn || threshold !== null);
  if (unusual.length > 0)
    await ctx.db
      .insertInto("today_rule")
      .values(
        unusual.map(([rule, { isOn, threshold }]) => ({
          organization_id: organizationId,
          program_id: programId,
          rule,
          is_on: isOn,
          threshold,
        })),
      )
      .execute();
  await audit(ctx, {
    organizationId,
    act: "today.rules-changed",
    subjectKind: "program",
    subjectId: programId,
    detail: Object.fromEntries(unusual),
  });
}
