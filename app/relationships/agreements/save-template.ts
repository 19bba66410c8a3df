import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { optionalText, says } from "../../platform/form-fields.ts";
import { type AgreementSection, longestText, longestTitle, mostOwnSections, ourSections } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import { findTemplate } from "./draft-sections.ts";

const ownNumbers = Array.from({ length: mostOwnSections }, (_, index) => index + 1);
export const ownKeys = ownNumbers.map((number) => `own-${number}`);

export const titleField = (key: string): string => `title.${key}`;
export const templateTextField = (key: string): string => `text.${key}`;

const fields = Object.fromEntries([
  ...[...ourSections, ...ownKeys].map((key) => [templateTextField(key), optionalText(longestText)]),
  ...ownKeys.map((key) => [titleField(key), optionalText(longestTitle)]),
  ["seen", optionalText(40)],
]) as Record<string, ReturnType<typeof optionalText>>;

/** Ours with their words, and the program's own that have a title; `seen`: when it had been changed last, as its writer saw it. */
export const templateShape = z.object(fields).transform((sent, issues) => {
  const text = (key: string): string => sent[templateTextField(key)] ?? "";
  const ours: AgreementSection[] = ourSections.map((key) => ({ key, title: null, text: text(key) }));
  const own: AgreementSection[] = [];
  for (const key of ownKeys) {
    const title = sent[titleField(key)] ?? "";
    if (title !== "") own.push({ key, title, text: text(key) });
    else if (text(key) !== "")
      issues.addIssue({
        code: "custom",
        message: "",
        path: [titleField(key)],
        ...says((language) => agreementWords(language).template.textNeedsTitle),
      });
  }
  return { sections: [...ours, ...own], seen: sent["seen"] ?? "" };
});

export async function saveTemplate(
  ctx: Context,
  its: { organizationId: string; programId: string },
  { sections, seen }: z.output<typeof templateShape>,
): Promise<void> {
  const { organizationId, programId } = its;
  // Held until the transaction ends, so that two changes never interleave.
  await ctx.db
    .selectFrom("program")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", programId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const { changedAt } = await findTemplate(ctx, its);
  if ((changedAt?.toISOString() ?? "") !== seen) throw new Conflict((language) => agreementWords(language).template.meanwhile);
  const words = { sections: JSON.stringify(sections), changed_at: ctx.now, changed_by: ctx.actor?.personId ?? null };
  await ctx.db
    .insertInto("agreement_template")
    .values({ organization_id: organizationId, program_id: programId, ...words })
    .onConflict((conflict) => conflict.columns(["organization_id", "program_id"]).doUpdateSet(words))
    .execute();
  await audit(ctx, { organizationId, act: "agreement-template.changed", subjectKind: "program", subjectId: programId });
}
