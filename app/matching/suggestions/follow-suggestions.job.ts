/** What happens by itself with suggestions: letters, reminders, the end of the time, and choosing again. */
import { sql } from "kysely";
import { type App, asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { job } from "../../platform/jobs.ts";
import type { Letter } from "../../platform/letters/letter.ts";
import { writeOnce } from "../letters/write-once.ts";
import { findMode } from "../modes/find-mode.ts";
import { remindAt } from "../offers/offer.ts";
import { answerByOf } from "../offers/publish-round.ts";
import { lockSuggestion, offerChosen } from "./choose-suggested.ts";
import { findSuggestion, type Suggestion } from "./find-suggestion.ts";
import { againLetter, lapsedLetter, suggestionLetter, suggestionReminder } from "./suggestion-letters.email.ts";

interface OfSuggestion {
  organizationId: string;
  programId: string;
  suggestionId: string;
}
type To = { suggestion: Suggestion; href: string };

const write = (ctx: Context, suggestion: Suggestion, occasion: string, letter: (to: To) => Letter): Promise<void> =>
  writeOnce(ctx, {
    organizationId: suggestion.organizationId,
    organizationName: suggestion.organizationName,
    programId: suggestion.programId,
    to: suggestion.mentee,
    kind: "offer",
    occasion: `suggestion ${suggestion.id} ${occasion}`,
    destination: `/organizations/${suggestion.organizationId}/suggestions/${suggestion.id}`,
    letter: (href) => letter({ suggestion, href }),
  });

export const writeSuggestion = job<OfSuggestion>("suggestions.write", {
  atOnce: 4,
  run: (app, { organizationId, suggestionId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const suggestion = await findSuggestion(ctx, organizationId, suggestionId);
      if (suggestion.state !== "open") return;
      await write(ctx, suggestion, "made", suggestionLetter);
      await ctx.db
        .updateTable("participant")
        .set({ invited_at: ctx.now })
        .where("organization_id", "=", organizationId)
        .where("id", "=", suggestion.mentee.participantId)
        .where("invited_at", "is", null)
        .execute();
    }),
});

export const writeAgain = job<OfSuggestion>("suggestions.write-again", {
  run: (app, { organizationId, suggestionId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const suggestion = await findSuggestion(ctx, organizationId, suggestionId);
      if (suggestion.state !== "open") return;
      const asked = await ctx.db
        .selectFrom("offer")
        .select("id")
        .where("organization_id", "=", organizationId)
        .where("round_id", "=", suggestion.roundId)
        .where("mentee_id", "=", suggestion.mentee.participantId)
        .executeTakeFirst();
      await write(ctx, suggestion, `again ${suggestion.answerBy.toISOString()}`, asked ? againLetter : suggestionReminder);
    }),
});

export const writeLapsed = job<OfSuggestion>("suggestions.write-lapsed", {
  run: (app, { organizationId, suggestionId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const suggestion = await findSuggestion(ctx, organizationId, suggestionId);
      if (suggestion.state === "lapsed") await write(ctx, suggestion, `lapsed ${suggestion.answerBy.toISOString()}`, lapsedLetter);
    }),
});

/** The mentor whom she chose cannot: she chooses among those who are left, or comes to the coordinator's list. */
export const chooseAgain = job<{ organizationId: string; programId: string; offerId: string }>("suggestions.choose-again", {
  run: (app, { organizationId, programId, offerId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      const row = await ctx.db
        .selectFrom("suggestion")
        .innerJoin("offer", (join) =>
          join.onRef("offer.organization_id", "=", "suggestion.organization_id").onRef("offer.id", "=", "suggestion.offer_id"),
        )
        .innerJoin("participant as mentee", (join) =>
          join.onRef("mentee.organization_id", "=", "suggestion.organization_id").onRef("mentee.id", "=", "suggestion.mentee_id"),
        )
        .select([
          "suggestion.id",
          "offer.declined_by as declinedBy",
          "offer.state",
          "offer.mentee_accepted_at as acceptedAt",
          "mentee.withdrawn_at as leftAt",
        ])
        .where("suggestion.organization_id", "=", organizationId)
        .where("suggestion.offer_id", "=", offerId)
        .where("suggestion.state", "=", "chosen")
        .executeTakeFirst();
      if (!row || !["declined", "expired", "withdrawn"].includes(row.state)) return;
      const suggestion = await lockSuggestion(ctx, { organizationId, suggestionId: row.id });
      if (suggestion.state !== "chosen") return;
      const { suggestionDays } = await findMode(ctx, organizationId, programId);
      // Who said no herself, or nothing at all, is not asked again by itself; who has left is not asked at all.
      const wantsAnother = row.leftAt === null && row.declinedBy !== "mentee" && row.acceptedAt !== null;
      const otherwise = row.leftAt !== null ? "withdrawn" : wantsAnother ? "lapsed" : "none";
      const goesOn = wantsAnother && suggestion.mentors.some(({ isFree }) => isFree);
      await ctx.db
        .updateTable("suggestion")
        .set(
          goesOn
            ? { state: "open", offer_id: null, closed_at: null, reminded_at: null, answer_by: answerByOf(ctx.now, suggestionDays) }
            : { state: otherwise, closed_at: ctx.now },
        )
        .where("organization_id", "=", organizationId)
        .where("id", "=", row.id)
        .execute();
      const its = { organizationId, programId, suggestionId: row.id };
      if (goesOn) await announce(ctx, "suggestion.opened-again", its);
      else if (wantsAnother) await announce(ctx, "suggestion.lapsed", its);
    }),
});

/** Whoever leaves a program has nothing to choose in it any more. */
export const letSuggestionsGo = job<{ organizationId: string; programId: string; participantId: string }>("suggestions.let-go", {
  run: (app, { organizationId, programId, participantId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      await ctx.db
        .updateTable("suggestion")
        .set({ state: "withdrawn", closed_at: ctx.now })
        .where("organization_id", "=", organizationId)
        .where("program_id", "=", programId)
        .where("mentee_id", "=", participantId)
        .where("state", "=", "open")
        .execute();
    }),
});

export const watchSuggestions = job<object>("suggestions.watch", {
  schedule: "*/10 * * * *",
  atOnce: 1,
  run: (app) => watchDueSuggestions(app),
});

/** Half of the time over: a reminder. All of it: the first counts as chosen where the program says so, else it lapses. */
export async function watchDueSuggestions(app: App): Promise<void> {
  const organizations = await asSystem(app, ({ db }) => db.selectFrom("organization").select("id").execute());
  for (const { id: organizationId } of organizations) {
    const open = await inOrganization(app, organizationId, ({ db }) => listOpen(db, organizationId));
    for (const { suggestionId, programId, begunAt, answerBy, remindedAt } of open) {
      const its = { organizationId, programId, suggestionId };
      if (answerBy <= app.now()) await endTime(app, its);
      else if (remindedAt === null && remindAt(begunAt, answerBy) <= app.now()) await remind(app, its);
    }
  }
}

/** With the moment at which her time began: chosen again, it began anew. */
async function listOpen(db: Context["db"], organizationId: string) {
  const { rows } = await sql<{ suggestionId: string; programId: string; begunAt: Date; answerBy: Date; remindedAt: Date | null }>`
    select s.id as "suggestionId", s.program_id as "programId", s.answer_by as "answerBy", s.reminded_at as "remindedAt",
      greatest(s.created_at, s.answer_by - make_interval(days => mode.suggestion_days)) as "begunAt"
    from suggestion s
    left join matching_mode mode on mode.organization_id = s.organization_id and mode.program_id = s.program_id
    where s.organization_id = ${organizationId} and s.state = 'open'
    order by s.id`.execute(db);
  return rows;
}

const remind = (app: App, { organizationId, suggestionId }: OfSuggestion): Promise<void> =>
  inOrganization(app, organizationId, async (ctx) => {
    const suggestion = await lockSuggestion(ctx, { organizationId, suggestionId });
    if (suggestion.state !== "open") return;
    await ctx.db
      .updateTable("suggestion")
      .set({ reminded_at: ctx.now })
      .where("organization_id", "=", organizationId)
      .where("id", "=", suggestionId)
      .execute();
    await write(ctx, suggestion, `reminder ${suggestion.answerBy.toISOString()}`, suggestionReminder);
  });

/** Each in a transaction of its own; a choice that arrives at the same moment wins or loses, never both. */
async function endTime(app: App, its: OfSuggestion): Promise<void> {
  const { organizationId, programId, suggestionId } = its;
  await inOrganization(app, organizationId, async (ctx) => {
    const suggestion = await lockSuggestion(ctx, its);
    if (suggestion.state !== "open" || suggestion.answerBy > ctx.now) return;
    const { takesFirst } = await findMode(ctx, organizationId, programId);
    const first = takesFirst ? suggestion.mentors.find(({ isFree }) => isFree) : undefined;
    // Who has not said yet that she is an adult says so, and yes, to the offer.
    if (first && (await tryFirst(ctx, suggestion, first.mentorId))) return;
    await ctx.db
      .updateTable("suggestion")
      .set({ state: "lapsed", closed_at: ctx.now })
      .where("organization_id", "=", organizationId)
      .where("id", "=", suggestionId)
      .execute();
    await announce(ctx, "suggestion.lapsed", its);
  });
}

async function tryFirst(ctx: Context, suggestion: Suggestion, mentorId: string): Promise<boolean> {
  try {
    await offerChosen(ctx, suggestion, mentorId, { hasSaidYes: suggestion.mentee.hasAttestedAdult });
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
