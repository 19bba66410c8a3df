/** What a trial would change, in the reader's words and with names: for the page, and for its sliders. */
import type { Context } from "../../platform/context.ts";
import { formatNumber } from "../../ui/formats.ts";
import { tryOut } from "../board/ask-round.ts";
import { namePeople } from "../board/name-people.ts";
import { points } from "../board/price-sentences.ts";
import type { Round } from "../rounds/list-rounds.ts";
import { hasResult } from "../rounds/round.ts";
import { isByGroups } from "../rounds/round-settings.ts";
import { tradeOffWords } from "./trade-offs.messages.ts";
import { isChange, type Trial, type TrialFigures } from "./trial.ts";
import { whatIfWords } from "./what-if.messages.ts";

/** Plain words, so that the island needs no catalog. */
export interface ShownTrial {
  readonly sentences: readonly string[];
  readonly figures: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  readonly moves: readonly {
    readonly menteeId: string;
    readonly mentee: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly change: string;
  }[];
  /** There is something to make a round of. */
  readonly isChange: boolean;
}

/** Undefined where the round's answers are no longer there to be compared. */
export async function showTrial(ctx: Context, round: Round, trial: Trial): Promise<ShownTrial | undefined> {
  const { language } = ctx.reader;
  const words = whatIfWords(language);
  if (!hasResult(round.state)) return undefined;
  const answer = await tryOut(ctx, { organizationId: round.organization_id, roundId: round.id }, trial);
  if (answer === undefined) return undefined;
  if (answer === null) return { sentences: [words.tooLarge], figures: [], moves: [], isChange: false };
  if (!answer.proven) return { sentences: [words.notProven], figures: [], moves: [], isChange: false };
  const figure = (value: number): string => formatNumber(language, value);
  const row = (label: string, of: (figures: TrialFigures) => string) => ({ label, before: of(answer.before), after: of(answer.after) });
  const named = isByGroups(round) ? [] : answer.moves;
  const nameOf = await namePeople(
    ctx,
    { organizationId: round.organization_id, programId: round.program_id },
    named.flatMap(({ menteeId, from, to }) => [menteeId, ...(from === null ? [] : [from]), ...(to === null ? [] : [to])]),
  );
  const changed = isChange(round.criteria.criteria, trial);
  const gainsAndLosses = `${words.gains(answer.gained, figure(answer.gained))}, ${words.loses(answer.lost, figure(answer.lost))}.`;
  return {
    sentences: !changed
      ? [words.nothing]
      : answer.moved === 0
        ? [words.noChange]
        : [
            words.moves(answer.moved, figure(answer.moved)),
            gainsAndLosses,
            words.byTheseWeights,
            ...(isByGroups(round) ? [tradeOffWords(language).unnamed] : []),
            ...(answer.moved > named.length && named.length > 0 ? [words.someMoves(figure(named.length))] : []),
          ],
    figures: [
      row(words.matched, ({ matched }) => figure(matched)),
      row(words.total, ({ total }) => points(total, language)),
      row(words.firstChoices, ({ firstChoices }) => figure(firstChoices)),
    ],
    moves: named.map(({ menteeId, from, to, weightFrom, weightTo }) => ({
      menteeId,
      mentee: nameOf(menteeId),
      from: from === null ? null : nameOf(from),
      to: to === null ? null : nameOf(to),
      change: formatNumber(language, (weightTo - weightFrom) / 100, { maximumFractionDigits: 1, signDisplay: "exceptZero" }),
    })),
    isChange: changed,
  };
}
