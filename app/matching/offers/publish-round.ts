import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { keptApartSince } from "../criteria/list-never-pairs.ts";
import { lockParticipants, makeOffers, type NotOffered } from "./make-offers.ts";
import { offerWords } from "./offers.messages.ts";

/** Sends the offers of a finished round, but for pairs that are kept apart since it ran. Published twice, at once or one after the other, it is published once. */
export async function publishRound(
  ctx: Context,
  { organizationId, programId, roundId }: { organizationId: string; programId: string; roundId: string },
): Promise<{ made: string[]; left: NotOffered[] }> {
  const round = found(
    await ctx.db
      .selectFrom("round")
      .select(["state", "number"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", roundId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (round.state === "published") throw new Conflict((language) => offerWords(language).alreadyPublished(round.number));
  if (round.state !== "done") throw new Conflict((language) => offerWords(language).notFinished);
  const program = await findProgram(ctx, organizationId, programId);
  if (!program.adultsOnlyAttestedAt) throw new Conflict((language) => offerWords(language).notAttested);
  if (program.archivedAt) throw new Conflict((language) => offerWords(language).archived);

  const pairs = await ctx.db
    .selectFrom("round_pair")
    .select(["mentee_id as menteeId", "mentor_id as mentorId", "weight", "parts", "is_locked as isLocked"])
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .orderBy("mentee_id")
    .execute();
  // Whoever forbids a pair, or sets somebody aside, at this moment holds one of the two: that is waited for, and then seen.
  const people = pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]);
  if (people.length > 0) await lockParticipants(ctx, organizationId, programId, [...new Set(people)]);
  const keptApart = new Set(await keptApartSince(ctx, { organizationId, programId }, pairs));
  const toOffer = ({ menteeId, mentorId, weight, parts }: (typeof pairs)[number]) => ({ menteeId, mentorId, weight, reasons: parts });
  const { made, left } = await makeOffers(ctx, {
    organizationId,
    programId,
    roundId,
    answerBy: answerByOf(ctx.now, program.offerDays),
    pairs: pairs.filter((pair) => !keptApart.has(pair)).map(toOffer),
  });
  const outcome = { made, left: [...left, ...[...keptApart].map((pair) => ({ pair: toOffer(pair), why: "kept-apart" as const }))] };
  await ctx.db
    .updateTable("round")
    .set({ state: "published", published_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", roundId)
    .execute();
  await audit(ctx, {
    organizationId,
    act: "round.published",
    subjectKind: "round",
    subjectId: roundId,
    detail: { offers: outcome.made.length, left: outcome.left.length },
  });
  await announce(ctx, "round.published", { organizationId, programId, roundId });
  return outcome;
}

/** So many days from now, at the full hour. */
export function answerByOf(now: Date, days: number): Date {
  const hour = 3_600_000;
  return new Date(Math.ceil((now.getTime() + days * 24 * hour) / hour) * hour);
}
