import { listUnchecked } from "../../networks/checks/missing-checks.ts";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { type Language, languages } from "../../platform/i18n.ts";
import { beginRelationship } from "../../relationships/pairs/begin-relationship.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { joinGroup } from "./join-group.ts";

export interface PersonOfPair {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
}
export interface AcceptedPair {
  readonly organizationId: string;
  readonly programId: string;
  readonly offerId: string;
  readonly mentee: PersonOfPair;
  readonly mentor: PersonOfPair;
  readonly reasons: readonly ReasonPart[];
}

/**
 * Both have said yes: their relationship begins. In a program of groups the mentee joins her mentor's group, which begins with
 * enough of them; until then there is no relationship yet. Nor is there one before every check is there that the program wants of
 * its mentors: it begins once the last one is recorded.
 */
export async function beginPair(ctx: Context, pair: AcceptedPair): Promise<string | undefined> {
  const { organizationId, programId, offerId, mentee, mentor, reasons } = pair;
  const ids = [mentor.participantId, mentee.participantId];
  if ((await listUnchecked(ctx, { organizationId, programId }, ids)).length > 0) return undefined;
  if ((await formatOf(ctx, organizationId, programId)) === "group") return joinGroup(ctx, pair);
  const relationshipId = await beginRelationship(ctx, {
    organizationId,
    programId,
    offerId,
    mentees: [mentee],
    mentor,
    reasons: {
      mentee: inEveryLanguage((language) => reasonSentences(reasons, language, { as: "mentee", mentor: mentor.name })),
      mentor: inEveryLanguage((language) => reasonSentences(reasons, language, { as: "mentor", mentee: mentee.name })),
    },
  });
  await announce(ctx, "offer.begun", { organizationId, programId, offerId });
  return relationshipId;
}

const inEveryLanguage = <T>(say: (language: Language) => T) =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Record<Language, T>;

async function formatOf(ctx: Context, organizationId: string, programId: string): Promise<ProgramFormat> {
  const { format } = await ctx.db
    .selectFrom("program")
    .select("format")
    .where("organization_id", "=", organizationId)
    .where("id", "=", programId)
    .executeTakeFirstOrThrow();
  return format;
}
