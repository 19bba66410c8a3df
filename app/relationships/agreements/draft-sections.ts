import type { ProgramFormat } from "../../networks/programs/program.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import type { Context } from "../../platform/context.ts";
import { findSetting } from "../settings/find-setting.ts";
import type { RelationshipSetting } from "../settings/setting.ts";
import { type AgreementSection, ourSections } from "./agreement.ts";
import { draftWords } from "./agreement-draft.messages.ts";

/** What an agreement says to begin with, where the program has written nothing: from how its relationships go. */
function usualSections(language: Language, format: ProgramFormat, setting: RelationshipSetting): AgreementSection[] {
  const words = draftWords(language);
  const length = format === "flash" ? "" : ` ${setting.lengthMonths === null ? words.openEnded : words.months(setting.lengthMonths)}`;
  const texts: Readonly<Record<(typeof ourSections)[number], string>> = {
    "how-often": format === "flash" ? words.once : words.howOften(words.every(setting.meetEveryDays)),
    "how-long": words.howLong(setting.sessionMinutes) + length,
    where: words.where,
    confidential: words.confidential,
    feedback: words.feedback,
    ending: words.ending(setting.closeDays),
    else: "",
  };
  return ourSections.map((key) => ({ key, title: null, text: texts[key] }));
}

export interface Template {
  readonly sections: readonly AgreementSection[];
  /** Null: nobody has written one, and ours stands. */
  readonly changedAt: Date | null;
}

/** The program's words for a new agreement; ours, in the language of its organization, where it has written none. */
export async function findTemplate(
  ctx: Context,
  { organizationId, programId }: { organizationId: string; programId: string },
): Promise<Template> {
  const row = await ctx.db
    .selectFrom("agreement_template")
    .select(["sections", "changed_at as changedAt"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .executeTakeFirst();
  if (row) return row;
  const { language, format } = await ctx.db
    .selectFrom("program")
    .innerJoin("organization", "organization.id", "program.organization_id")
    .select(["organization.language", "program.format"])
    .where("program.organization_id", "=", organizationId)
    .where("program.id", "=", programId)
    .executeTakeFirstOrThrow();
  const setting = await findSetting(ctx, organizationId, programId);
  return { sections: usualSections(isLanguage(language) ? language : "en", format, setting), changedAt: null };
}
