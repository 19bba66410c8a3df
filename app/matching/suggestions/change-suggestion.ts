import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { violatedConstraint } from "../../platform/database.ts";
import { suggestionWords } from "./suggestions.messages.ts";

interface OneSuggestion {
  readonly organizationId: string;
  readonly programId: string;
  readonly suggestionId: string;
}

async function lock(ctx: Context, { organizationId, programId, suggestionId }: OneSuggestion) {
  return found(
    await ctx.db
      .selectFrom("suggestion")
      .select(["state", "answer_by"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", suggestionId)
      .forUpdate()
      .executeTakeFirst(),
  );
}

/** Three more days to choose, from the later of now and the date that was set; also where the time is over already. */
export async function extendSuggestion(ctx: Context, its: OneSuggestion): Promise<void> {
  const { state, answer_by } = await lock(ctx, its);
  if (state !== "open" && state !== "lapsed") throw new Conflict((language) => suggestionWords(language).isClosed);
  const from = Math.max(answer_by.getTime(), ctx.now.getTime());
  await ctx.db
    .updateTable("suggestion")
    // The letter that tells her of it reminds her, too.
    .set({ state: "open", answer_by: new Date(from + 3 * 86_400_000), reminded_at: ctx.now, closed_at: null, offer_id: null })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.suggestionId)
    .execute()
    .catch((error: unknown) => {
      // She has another one open by now.
      if (violatedConstraint(error) === "a_mentee_chooses_once") throw new Conflict((language) => suggestionWords(language).isClosed);
      throw error;
    });
  await announce(ctx, "suggestion.opened-again", its);
}

export async function withdrawSuggestion(ctx: Context, its: OneSuggestion): Promise<void> {
  const { state } = await lock(ctx, its);
  if (state !== "open") throw new Conflict((language) => suggestionWords(language).isClosed);
  await ctx.db
    .updateTable("suggestion")
    .set({ state: "withdrawn", closed_at: ctx.now })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", its.suggestionId)
    .execute();
  await audit(ctx, {
    organizationId: its.organizationId,
    act: "suggestion.withdrawn",
    subjectKind: "suggestion",
    subjectId: its.suggestionId,
  });
}
