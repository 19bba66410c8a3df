import type { Program } from "../../networks/programs/program.ts";
import type { Context } from "../../platform/context.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { type RenderedLetter, renderLetter } from "../../platform/letters/render-letter.ts";
import { offerLetter } from "./offer-letters.email.ts";
import { answerByOf } from "./publish-round.ts";

/** The offer's letter as the first mentee of the round would get it, in her language; its link leads nowhere yet. */
export async function previewLetter(
  ctx: Context,
  program: Program,
  organizationName: string,
  roundId: string,
): Promise<RenderedLetter | undefined> {
  const { organizationId } = program;
  const pair = await ctx.db
    .selectFrom("round_pair")
    .innerJoin("participant as mentee", (join) =>
      join.onRef("mentee.organization_id", "=", "round_pair.organization_id").onRef("mentee.id", "=", "round_pair.mentee_id"),
    )
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.organization_id", "=", "round_pair.organization_id").onRef("mentor.id", "=", "round_pair.mentor_id"),
    )
    .innerJoin("profile as of_mentee", (join) =>
      join.onRef("of_mentee.organization_id", "=", "mentee.organization_id").onRef("of_mentee.person_id", "=", "mentee.person_id"),
    )
    .innerJoin("profile as of_mentor", (join) =>
      join.onRef("of_mentor.organization_id", "=", "mentor.organization_id").onRef("of_mentor.person_id", "=", "mentor.person_id"),
    )
    .innerJoin("auth.person as account", "account.id", "mentee.person_id")
    .select([
      "of_mentee.name as menteeName",
      "of_mentor.name as mentorName",
      "of_mentee.time_zone as timeZone",
      "account.language",
      "round_pair.parts",
    ])
    .where("round_pair.organization_id", "=", organizationId)
    .where("round_pair.round_id", "=", roundId)
    .orderBy("of_mentee.name")
    .limit(1)
    .executeTakeFirst();
  if (!pair) return undefined;
  const language = isLanguage(pair.language) ? pair.language : ctx.reader.language;
  const letter = offerLetter({
    side: "mentee",
    href: `${ctx.app.settings.publicUrl}/join/…`,
    offer: {
      programName: program.name,
      programTexts: program.texts,
      format: program.format,
      answerBy: answerByOf(ctx.now, program.offerDays),
      reasons: pair.parts,
      mentee: { name: pair.menteeName, language, timeZone: pair.timeZone ?? ctx.reader.timeZone },
      mentor: { name: pair.mentorName, language, timeZone: ctx.reader.timeZone },
    },
  });
  return renderLetter(letter, language, { from: organizationName });
}
