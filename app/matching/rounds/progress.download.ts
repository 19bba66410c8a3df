import { coordinators } from "../../networks/programs/access.ts";
import type { Language } from "../../platform/i18n.ts";
import { download } from "../../platform/page.ts";
import { formatNumber } from "../../ui/formats.ts";
import { findRound, type Round } from "./list-rounds.ts";
import { isOver } from "./round.ts";
import type { ShownProgress } from "./round-progress.island.tsx";
import { roundsWords } from "./rounds.messages.ts";

/** How far a round is, for its page to look up. */
export const progressDownload = download("/organizations/:organizationId/programs/:programId/rounds/:roundId/progress", {
  access: coordinators,
  send: async (ctx, { organizationId, programId, roundId }) => {
    const round = await findRound(ctx, organizationId, programId, roundId);
    const shown = { ...shownProgress(round, ctx.reader.language), isOver: isOver(round.state) };
    return { contentType: "application/json; charset=utf-8", body: JSON.stringify(shown) };
  },
});

export function shownProgress(round: Round, language: Language): ShownProgress {
  const words = roundsWords(language);
  const { stage, done = 0, of = 0 } = round.progress;
  return {
    label: stage ? words.stages[stage] : words.progressTitle,
    text: of > 1 ? words.progressOf(formatNumber(language, done), formatNumber(language, of)) : words.states[round.state],
    done,
    of,
  };
}
