/** The proposed pairs, a page at a time. Whole without scripts; the island lets mentees be moved by hand or by keys. */
import type { Refused } from "../../platform/form.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Island } from "../../ui/island.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Face } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Strength } from "../../ui/strength.tsx";
import { Callout } from "../../ui/callout.tsx";
import { isolated } from "../explanations/name-words.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { strengthOf } from "../rounds/round.ts";
import { BoardFilters, boardHref } from "./board-filters.tsx";
import { boardWords } from "./board.messages.ts";
import { type BoardPair, type BoardQuery, rowsPerPage } from "./list-board.ts";
import MovePanel from "./move-panel.island.tsx";
import { type BoardWording, wordsOfBoard } from "./words-of-board.ts";
import { PairButtons } from "./pair-buttons.tsx";

interface BoardPairsProps {
  path: string;
  here: string;
  query: BoardQuery;
  rows: readonly BoardPair[];
  total: number;
  refused: Refused | undefined;
  /** Then its people hold offers, and nobody is locked, forbidden or moved here any more. */
  isPublished: boolean;
  round: BoardWording;
}

export function BoardPairs({ path, here, query, rows, total, refused, isPublished, round }: BoardPairsProps) {
  const { language } = useReader();
  const words = wordsOfBoard(round, language);
  const isNarrowed = query.search !== "" || query.filter !== undefined;
  return (
    <>
      {refused?.errors[""] && (
        <Callout kind="warn">
          <p>{refused.errors[""]}</p>
        </Callout>
      )}
      {(total > 0 || isNarrowed) && <BoardFilters path={path} view="pairs" query={query} words={words} />}
      {rows.length === 0 ? (
        <EmptyState title={isNarrowed ? words.nothingFound : words.noPairs}>{isNarrowed ? undefined : words.noPairsText}</EmptyState>
      ) : (
        <ol class="board" aria-label={words.pairsCaption} start={(query.page - 1) * rowsPerPage + 1}>
          {rows.map((pair) => (
            <PairRow key={pair.menteeId} pair={pair} path={path} here={here} isPublished={isPublished} round={round} />
          ))}
        </ol>
      )}
      {total > 0 && (
        <Pagination page={query.page} pageSize={rowsPerPage} total={total} href={(page) => boardHref(path, "pairs", { ...query, page })} />
      )}
      {!isPublished && round.objective !== "peers" && (
        <Island of={MovePanel} module="app/matching/board/move-panel.island.tsx" props={{ path, here, words: movePanelWords(language) }} />
      )}
    </>
  );
}

/** Words of the panel, made here: the island needs no catalog. "\u0001" stands for the name. */
function movePanelWords(language: Parameters<typeof boardWords>[0] & string) {
  const words = boardWords(language);
  const { moveHelp, searchMentor, asking, failed, putBack, cheapest, lockInstead } = words;
  return { moving: words.moving("\u0001"), moveHelp, searchMentor, asking, failed, putBack, cheapest, lockInstead };
}

interface PairRowProps {
  pair: BoardPair;
  path: string;
  here: string;
  isPublished: boolean;
  round: BoardWording;
}

function PairRow({ pair, path, here, isPublished, round }: PairRowProps) {
  const { language } = useReader();
  const words = wordsOfBoard(round, language);
  const reasons = reasonSentences(pair.parts, language, { as: "coordinator", mentee: pair.mentee, mentor: pair.mentor }).slice(0, 4);
  return (
    <li
      class={pair.hasLeft ? "board-row attention" : "board-row"}
      data-mentee={pair.menteeId}
      data-mentee-name={pair.mentee}
      data-mentor={pair.mentorId}
      data-mentor-name={pair.mentor}
    >
      <div class="board-people">
        <a class="board-person" href={`${path}/participants/${pair.menteeId}`} draggable={false}>
          <Face name={pair.mentee} />
          <bdi>{pair.mentee}</bdi>
          <span class="hidden"> ({words.mentee})</span>
        </a>
        <span class="board-with" aria-hidden="true" />
        <a class="board-person" href={`${path}/participants/${pair.mentorId}`} draggable={false}>
          <Face name={pair.mentor} />
          <bdi>{pair.mentor}</bdi>
          <span class="hidden"> ({words.mentor})</span>
        </a>
      </div>
      <div class="board-strength">
        <Strength value={strengthOf(pair.weight)} />
        <span class="hint" title={words.choiceHint}>
          {words.choice(pair.choice, formatNumber(language, pair.choice))}
        </span>
        <Marks pair={pair} />
      </div>
      <p class="board-why">{reasons.join(" ")}</p>
      {!isPublished && (
        <div class="board-acts">
          <PairButtons
            action={here}
            pair={pair}
            canMove={round.objective !== "peers"}
            names={{ mentee: isolated(language, pair.mentee), mentor: isolated(language, pair.mentor) }}
          />
        </div>
      )}
    </li>
  );
}

function Marks({ pair }: { pair: BoardPair }) {
  const words = boardWords(useReader().language);
  const mark =
    pair.wish === "lock"
      ? words.locked
      : pair.wish === "forbid"
        ? words.forbidden
        : pair.isLockedElsewhere
          ? words.lockedElsewhere
          : pair.wasLocked
            ? words.wasLocked
            : undefined;
  return (
    <>
      {mark && <span class="tag">{mark}</span>}
      {pair.hasLeft && <span class="tag">{words.left}</span>}
    </>
  );
}
