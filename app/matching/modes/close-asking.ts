import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { lockProgram } from "../../networks/programs/find-program.ts";
import { clockOf } from "../criteria/clock-day.ts";
import { findMode } from "./find-mode.ts";
import { modeWords } from "./modes.messages.ts";

/**
 * Mixed: nobody asks any more, what is open runs on until its date, and a round may take whoever has nobody. Opened again, mentees
 * ask on until the last day that was settled; without one where it is over.
 */
export async function setAsking(ctx: Context, organizationId: string, programId: string, isOpen: boolean): Promise<void> {
  await lockProgram(ctx, organizationId, programId);
  const { mode, askingUntil } = await findMode(ctx, organizationId, programId);
  if (mode !== "mixed") throw new Conflict((language) => modeWords(language).notMixed);
  const { today } = await clockOf(ctx, organizationId, programId);
  const isOver = askingUntil !== null && askingUntil < today;
  await ctx.db
    .updateTable("matching_mode")
    .set(isOpen ? { asking_closed_at: null, ...(isOver && { asking_until: null }) } : { asking_closed_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .execute();
  await audit(ctx, { organizationId, act: isOpen ? "asking.opened" : "asking.closed", subjectKind: "program", subjectId: programId });
}
