import { lockProgram } from "../../networks/programs/find-program.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { closeRequests } from "../requests/close-requests.ts";
import { findMode } from "./find-mode.ts";
import { hasRequests, type MatchingMode, suits } from "./mode.ts";
import { modeWords } from "./modes.messages.ts";
import { peerModeWords } from "./peer-modes.messages.ts";

interface OfProgram {
  readonly organizationId: string;
  readonly programId: string;
}

/**
 * Settles how people find each other. Where mentees no longer ask, their open requests are closed kindly; else they run on, under
 * what held when they were sent. Returns how many were closed.
 */
export async function saveMode(ctx: Context, { organizationId, programId }: OfProgram, changes: Partial<MatchingMode>): Promise<number> {
  const { format } = await lockProgram(ctx, organizationId, programId);
  const before = await findMode(ctx, organizationId, programId);
  const mode: MatchingMode = { ...before, ...changes };
  if (mode.mode !== before.mode && !suits(mode.mode, format)) throw new Conflict((language) => peerModeWords(language).notForPeers);
  if (mode.guaranteedChoices !== null && mode.guaranteedChoices > mode.menteeChoices)
    throw new Invalid({ guaranteedChoices: (language) => modeWords(language).moreGuaranteed });
  if (mode.groupLeast > mode.groupMost) throw new Invalid({ groupMost: (language) => modeWords(language).groupUpsideDown });
  await writeMode(ctx, { organizationId, programId }, mode);
  const changed = (Object.keys(mode) as (keyof MatchingMode)[]).filter((name) => mode[name] !== before[name]);
  if (changed.length === 0) return 0;
  const detail = { changed, from: before.mode, to: mode.mode };
  await audit(ctx, { organizationId, act: "matching-mode.changed", subjectKind: "program", subjectId: programId, detail });
  return hasRequests(before) && !hasRequests(mode) ? closeRequests(ctx, { organizationId, programId }, "mode-changed") : 0;
}

export async function writeMode(ctx: Context, { organizationId, programId }: OfProgram, mode: MatchingMode): Promise<void> {
  const columns = {
    mode: mode.mode,
    mentee_choices: mode.menteeChoices,
    mentors_rank: mode.mentorsRank,
    guaranteed_choices: mode.guaranteedChoices,
    open_requests: mode.openRequests,
    request_days: mode.requestDays,
    group_least: mode.groupLeast,
    group_most: mode.groupMost,
    identity: mode.identity,
    asking_until: mode.askingUntil,
    asking_closed_at: mode.askingClosedAt,
    suggestion_days: mode.suggestionDays,
    takes_first: mode.takesFirst,
  };
  await ctx.db
    .insertInto("matching_mode")
    .values({ organization_id: organizationId, program_id: programId, ...columns })
    .onConflict((conflict) => conflict.columns(["organization_id", "program_id"]).doUpdateSet(columns))
    .execute();
}
