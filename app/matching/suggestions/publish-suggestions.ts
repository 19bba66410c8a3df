import { listUnchecked } from "../../networks/checks/missing-checks.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce, announceEach } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { findMode } from "../modes/find-mode.ts";
import { hasSuggestions, publishesSuggestions } from "../modes/mode.ts";
import { offerWords } from "../offers/offers.messages.ts";
import { answerByOf } from "../offers/publish-round.ts";
import { unpackSnapshot } from "../rounds/take-snapshot.ts";
import { pickInThread } from "./pick-in-thread.ts";
import type { PickedSuggestion } from "./pick-suggestions.ts";
import { suggestionWords } from "./suggestions.messages.ts";

interface OfRound {
  readonly organizationId: string;
  readonly programId: string;
  readonly roundId: string;
}

/** Suggests to each mentee of a finished round the mentors who fit her best. Published twice, it is published once. */
export async function publishSuggestions(ctx: Context, of: OfRound): Promise<{ made: number; without: number }> {
  const { organizationId, programId, roundId } = of;
  const round = found(
    await ctx.db
      .selectFrom("round")
      .select(["state", "number", "objective"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", roundId)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (round.state === "published") throw new Conflict((language) => offerWords(language).alreadyPublished(round.number));
  if (round.state !== "done") throw new Conflict((language) => offerWords(language).notFinished);
  const mode = await findMode(ctx, organizationId, programId);
  if (!hasSuggestions(mode)) throw new Conflict((language) => suggestionWords(language).otherMode);
  const program = await findProgram(ctx, organizationId, programId);
  if (!publishesSuggestions(mode, program.format) || round.objective === "peers")
    throw new Conflict((language) => suggestionWords(language).notForPeers);
  if (!program.adultsOnlyAttestedAt) throw new Conflict((language) => offerWords(language).notAttested);
  if (program.archivedAt) throw new Conflict((language) => offerWords(language).archived);

  const picked = await withoutUnchecked(ctx, of, await pickOf(ctx, of));
  const free = await whoMayChoose(
    ctx,
    of,
    picked.map(({ menteeId }) => menteeId),
  );
  const suggested = picked
    .filter(({ menteeId, mentors }) => mentors.length > 0 && free.has(menteeId))
    .map((each) => ({ id: newId(), ...each }));
  await insert(ctx, of, suggested, answerByOf(ctx.now, mode.suggestionDays));
  await ctx.db
    .updateTable("round")
    .set({ state: "published", published_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", roundId)
    .execute();
  const outcome = { made: suggested.length, without: picked.length - suggested.length };
  await audit(ctx, { organizationId, act: "round.suggested", subjectKind: "round", subjectId: roundId, detail: outcome });
  await announceEach(
    ctx,
    "suggestion.made",
    suggested.map(({ id }) => ({ organizationId, programId, suggestionId: id })),
  );
  await announce(ctx, "round.published", { organizationId, programId, roundId });
  return outcome;
}

async function pickOf(ctx: Context, { organizationId, roundId }: OfRound): Promise<PickedSuggestion[]> {
  const snapshot = await ctx.db
    .selectFrom("round_snapshot")
    .select("bytes")
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .executeTakeFirst();
  if (!snapshot) throw new Conflict((language) => suggestionWords(language).noSnapshot);
  const pairs = await ctx.db
    .selectFrom("round_pair")
    .select(["mentee_id as menteeId", "mentor_id as mentorId"])
    .where("organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .execute();
  return pickInThread({ snapshot: await unpackSnapshot(snapshot.bytes), pairs });
}

/** Nobody is suggested who lacks a check that the program wants. */
async function withoutUnchecked(ctx: Context, of: OfRound, picked: readonly PickedSuggestion[]): Promise<PickedSuggestion[]> {
  const mentorIds = [...new Set(picked.flatMap(({ mentors }) => mentors.map(({ mentorId }) => mentorId)))];
  const lacks = new Set((await listUnchecked(ctx, of, mentorIds)).map(({ participantId }) => participantId));
  return picked.map((each) => ({ ...each, mentors: each.mentors.filter(({ mentorId }) => !lacks.has(mentorId)) }));
}

/** Those who still take part, and have neither an offer nor another suggestion; held until the transaction ends. */
async function whoMayChoose(ctx: Context, { organizationId, programId }: OfRound, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom("participant as p")
    .select("p.id")
    .where("p.organization_id", "=", organizationId)
    .where("p.program_id", "=", programId)
    .where("p.id", "in", ids)
    .where("p.withdrawn_at", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("offer")
            .select("offer.id")
            .whereRef("offer.organization_id", "=", "p.organization_id")
            .whereRef("offer.mentee_id", "=", "p.id")
            .where("offer.state", "in", ["open", "accepted"]),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("suggestion")
            .select("suggestion.id")
            .whereRef("suggestion.organization_id", "=", "p.organization_id")
            .whereRef("suggestion.mentee_id", "=", "p.id")
            .where("suggestion.state", "=", "open"),
        ),
      ),
    )
    .orderBy("p.id")
    .forUpdate("p")
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** As many rows at once as stay well under PostgreSQL's 65,535 parameters of one statement. */
const atOnce = 1000;

async function insert(
  ctx: Context,
  { organizationId, programId, roundId }: OfRound,
  suggested: readonly (PickedSuggestion & { readonly id: string })[],
  answerBy: Date,
): Promise<void> {
  for (let from = 0; from < suggested.length; from += atOnce) {
    const some = suggested.slice(from, from + atOnce);
    await ctx.db
      .insertInto("suggestion")
      .values(
        some.map(({ id, menteeId }) => ({
          organization_id: organizationId,
          id,
          program_id: programId,
          round_id: roundId,
          mentee_id: menteeId,
          answer_by: answerBy,
          created_at: ctx.now,
        })),
      )
      .execute();
    await ctx.db
      .insertInto("suggested_mentor")
      .values(
        some.flatMap(({ id, mentors }) =>
          mentors.map(({ mentorId, weight, reasons }, index) => ({
            organization_id: organizationId,
            suggestion_id: id,
            mentor_id: mentorId,
            rank: index + 1,
            weight,
            reasons: JSON.stringify(reasons),
          })),
        ),
      )
      .execute();
  }
}
