import { isPaused } from "../../people/profiles/profile.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { findRest } from "../../relationships/closure/find-rest.ts";
import { formatDay, formatTime } from "../../ui/formats.ts";
import { clockOf } from "../criteria/clock-day.ts";
import { findMode } from "../modes/find-mode.ts";
import { isAskingOpen, type MatchingMode } from "../modes/mode.ts";
import { lockParticipants } from "../offers/make-offers.ts";
import { answerByOf } from "../offers/publish-round.ts";
import { fitOf } from "./pair-fit.ts";
import { askable, freeSlot } from "./request.ts";
import { loadOfMentors } from "./request-load.ts";
import { requestWords } from "./requests.messages.ts";

export interface NewRequest {
  readonly organizationId: string;
  readonly programId: string;
  readonly menteeId: string;
  readonly mentorId: string;
  /** The mentee's own. */
  readonly words: string;
  readonly fallsOn: boolean;
  /** The request that came to nothing, and whose next choice this is. */
  readonly follows?: string;
}

/**
 * Asks a mentor. Both are held first, as for an offer, so that whatever arrives at once waits for its turn: nobody has more open
 * requests than the program allows, and no mentor is asked by more than she can answer. The unique indexes on slots and on pairs
 * would refuse even what forgot to.
 */
export async function makeRequest(ctx: Context, request: NewRequest): Promise<string> {
  const { organizationId, programId, menteeId, mentorId } = request;
  await lockParticipants(ctx, organizationId, programId, [menteeId, mentorId]);
  const { slot, mode } = await refuseWhatCannotBeAsked(ctx, request);
  const requestId = newId();
  await ctx.db
    .insertInto("request")
    .values({
      organization_id: organizationId,
      id: requestId,
      program_id: programId,
      mentee_id: menteeId,
      mentor_id: mentorId,
      words: request.words,
      slot,
      falls_on: request.fallsOn,
      answer_by: answerByOf(ctx.now, mode.requestDays),
      follows: request.follows ?? null,
      created_at: ctx.now,
    })
    .execute();
  await announce(ctx, "request.made", { organizationId, programId, requestId });
  return requestId;
}

export type Asking = Pick<NewRequest, "organizationId" | "programId" | "menteeId" | "mentorId">;

/**
 * Whether this mentee may ask this mentor now, and with which of her slots.
 * @throws {Conflict} that says why not
 */
export async function refuseWhatCannotBeAsked(ctx: Context, asking: Asking): Promise<{ slot: number; mode: MatchingMode }> {
  const { organizationId, programId, menteeId } = asking;
  const mode = await findMode(ctx, organizationId, programId);
  const program = await findProgram(ctx, organizationId, programId);
  const { today } = await clockOf(ctx, organizationId, programId);
  if (!isAskingOpen(mode, today) || program.archivedAt) throw new Conflict((language) => requestWords(language).notOpen);
  if (!program.adultsOnlyAttestedAt) throw new Conflict((language) => requestWords(language).notAttested);
  await refuseWhoHasSomebody(ctx, organizationId, programId, menteeId);
  const slot = freeSlot(await ownSlots(ctx, asking), mode.openRequests);
  if (!(await mayBeAsked(ctx, asking, today))) throw new Conflict((language) => requestWords(language).cannotBeAsked);
  if (slot === undefined) throw new Conflict((language) => requestWords(language).tooManyOpen(mode.openRequests));
  await refuseBusy(ctx, asking);
  return { slot, mode };
}

async function ownSlots(ctx: Context, { organizationId, menteeId }: Asking): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom("request")
    .select("slot")
    .where("organization_id", "=", organizationId)
    .where("mentee_id", "=", menteeId)
    .where("state", "=", "open")
    .execute();
  return rows.map(({ slot }) => slot);
}

/** Who has left, has a mentor or an offer, or rests after a relationship, asks nobody. */
async function refuseWhoHasSomebody(ctx: Context, organizationId: string, programId: string, menteeId: string): Promise<void> {
  const mentee = await ctx.db
    .selectFrom("participant")
    .select("withdrawn_at")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("id", "=", menteeId)
    .where("role", "=", "mentee")
    .executeTakeFirst();
  if (!mentee || mentee.withdrawn_at) throw new Conflict((language) => requestWords(language).notOpen);
  const offer = await ctx.db
    .selectFrom("offer")
    .select("state")
    .where("organization_id", "=", organizationId)
    .where("mentee_id", "=", menteeId)
    .where("state", "in", ["open", "accepted"])
    .executeTakeFirst();
  if (offer?.state === "open") throw new Conflict((language) => requestWords(language).hasOffer);
  if (offer) throw new Conflict((language) => requestWords(language).hasMentor);
  const rest = await findRest(ctx, { organizationId, programId, participantId: menteeId });
  if (rest)
    throw new Conflict((language) => {
      const words = requestWords(language);
      return rest.untilOn === null ? words.restsForCoordinator : words.restsUntil(formatDay(language, rest.untilOn, "long-day"));
    });
}

/**
 * Whether this mentor may be asked by this mentee at all: neither paused, nor asked already or in vain, nor kept apart by a must,
 * by a coordinator, or by either of the two. All of these get the same answer.
 */
async function mayBeAsked(ctx: Context, pair: Asking, today: string): Promise<boolean> {
  const { organizationId, programId, menteeId, mentorId } = pair;
  const mentor = await ctx.db
    .selectFrom("participant")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
    )
    .select("profile.paused_until as pausedUntil")
    .where("participant.organization_id", "=", organizationId)
    .where("participant.program_id", "=", programId)
    .where("participant.id", "=", mentorId)
    .where("participant.role", "=", "mentor")
    .where("participant.withdrawn_at", "is", null)
    .executeTakeFirst();
  if (!mentor || isPaused(mentor, today)) return false;
  const before = await ctx.db
    .selectFrom("request")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("mentee_id", "=", menteeId)
    .where("mentor_id", "=", mentorId)
    .where("state", "in", ["open", "accepted", "declined"])
    .executeTakeFirst();
  return before === undefined && (await fitOf(ctx, pair)).isAllowed;
}

async function refuseBusy(ctx: Context, { organizationId, programId, mentorId }: Asking): Promise<void> {
  const load = (await loadOfMentors(ctx, organizationId, programId, [mentorId])).get(mentorId);
  const can = load ? askable(load) : ({ can: "not", why: "no-place" } as const);
  if (can.can === "be-asked") return;
  if (can.why === "no-place") throw new Conflict((language) => requestWords(language).noPlace);
  const { after } = can;
  throw new Conflict((language) => {
    const words = requestWords(language);
    return after ? words.manyRequests(formatTime({ ...ctx.reader, language, now: ctx.now }, after, "day")) : words.wantsNoRequests;
  });
}
