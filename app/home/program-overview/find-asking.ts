import { sql } from "kysely";
import { clockOf } from "../../matching/criteria/clock-day.ts";
import { findMode } from "../../matching/modes/find-mode.ts";
import { hasRequests, hasRounds, isAskingOpen } from "../../matching/modes/mode.ts";
import type { Context } from "../../platform/context.ts";
import type { Asking } from "./next-steps.ts";

/** What people do themselves to find each other: requests and suggestions that wait, and until when mentees ask. */
export async function findAsking(ctx: Context, organizationId: string, programId: string): Promise<Asking> {
  const mode = await findMode(ctx, organizationId, programId);
  const { today } = await clockOf(ctx, organizationId, programId);
  const isOpen = isAskingOpen(mode, today);
  const waiting = (table: "request" | "suggestion") => sql`
    (select jsonb_build_object('open', count(*)::int, 'answerBy', min(answer_by)) from ${sql.table(table)}
     where organization_id = ${organizationId} and program_id = ${programId} and state = 'open')`;
  const { rows } = await sql<Record<"requests" | "suggestions", { open: number; answerBy: string | null }>>`
    select ${waiting("request")} as requests, ${waiting("suggestion")} as suggestions`.execute(ctx.db);
  const dated = ({ open, answerBy }: { open: number; answerBy: string | null }) => ({
    open,
    answerBy: answerBy ? new Date(answerBy) : null,
  });
  return {
    isOpen,
    until: isOpen ? mode.askingUntil : null,
    thenRound: hasRequests(mode) && hasRounds(mode),
    hasRounds: hasRounds(mode) && !isOpen,
    requests: dated(rows[0]!.requests),
    suggestions: dated(rows[0]!.suggestions),
  };
}
