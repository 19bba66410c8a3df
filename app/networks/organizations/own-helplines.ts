/** Lines that an organization names itself, for whoever needs somebody now. */
import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { optionalText, says, text } from "../../platform/form-fields.ts";
import { newId } from "../../platform/identifiers.ts";
import { helplineSettingWords } from "./own-helplines.messages.ts";

export interface OwnHelpline {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** When, and in which languages, in the organization's own words; or empty. */
  readonly answers: string;
}

/** As in the table's own check. */
const numberForm = /^[+0-9][0-9 ()./-]{1,29}$/;
const mostHelplines = 10;

export const OwnHelplineShape = z.object({
  name: text(100),
  number: text(30).refine(
    (number) => numberForm.test(number),
    says((language) => helplineSettingWords(language).notANumber),
  ),
  answers: optionalText(100),
});

export const listOwnHelplines = ({ db }: Context, organizationId: string): Promise<OwnHelpline[]> =>
  db
    .selectFrom("organization_helpline")
    .select(["id", "name", "number", "answers"])
    .where("organization_id", "=", organizationId)
    .orderBy("added_at")
    .orderBy("id")
    .execute();

export async function addHelpline(ctx: PersonalContext, organizationId: string, line: z.output<typeof OwnHelplineShape>): Promise<void> {
  if ((await listOwnHelplines(ctx, organizationId)).length >= mostHelplines)
    throw new Conflict((language) => helplineSettingWords(language).tooMany(mostHelplines));
  await ctx.db
    .insertInto("organization_helpline")
    .values({ organization_id: organizationId, id: newId(), ...line, added_at: ctx.now })
    .execute();
  await audit(ctx, { organizationId, act: "helpline.added", subjectKind: "organization", subjectId: organizationId, detail: { ...line } });
}

export async function dropHelpline(ctx: PersonalContext, organizationId: string, helplineId: string): Promise<void> {
  const gone = await ctx.db
    .deleteFrom("organization_helpline")
    .where("organization_id", "=", organizationId)
    .where("id", "=", helplineId)
    .returning(["name", "number"])
    .executeTakeFirst();
  if (gone)
    await audit(ctx, { organizationId, act: "helpline.dropped", subjectKind: "organization", subjectId: organizationId, detail: gone });
}
