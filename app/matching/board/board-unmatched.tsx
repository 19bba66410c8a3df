import type { Refused } from "../../platform/form.ts";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import type { HelpPart } from "../explanations/help-part.ts";
import type { KnownHelp } from "../explanations/known-help.ts";
import { helpWords } from "../explanations/help.messages.ts";
import { unmatchedSentences } from "../explanations/unmatched-sentences.ts";
import type { RoundCriteria } from "../rounds/round.ts";
import { helpLead, HelpList } from "./help-list.tsx";
import { BoardFilters, boardHref } from "./board-filters.tsx";
import { type BoardWording, wordsOfBoard } from "./words-of-board.ts";
import { type BoardQuery, type BoardUnmatched, rowsPerPage } from "./list-board.ts";

interface BoardUnmatchedListProps {
  path: string;
  here: string;
  query: BoardQuery;
  rows: readonly (BoardUnmatched & { readonly help: readonly HelpPart[] | undefined })[];
  total: number;
  criteria: RoundCriteria;
  nameOf: (mentorId: string) => string;
  /** Nobody at all, not only nobody who fits the search. */
  isEmpty: boolean;
  isPublished: boolean;
  known: KnownHelp;
  round: BoardWording;
  refused: Refused | undefined;
}

export function BoardUnmatchedList(props: BoardUnmatchedListProps) {
  const { path, here, query, rows, total, criteria, nameOf, isEmpty, isPublished, round, known, refused } = props;
  const { language } = useReader();
  const words = wordsOfBoard(round, language);
  const isKnown = rows.some(({ help }) => help !== undefined);
  if (isEmpty) return <EmptyState title={words.allMatched}>{words.allMatchedText}</EmptyState>;
  return (
    <>
      {refused?.errors[""] && (
        <Callout kind="warn">
          <p>{refused.errors[""]}</p>
        </Callout>
      )}
      <BoardFilters path={path} view="unmatched" query={query} words={words} />
      {rows.length > 0 && (known !== "all" || !isKnown) && (
        <p class="hint">
          <strong>{helpWords(language).title}:</strong> {helpLead(known, language, isKnown)}
        </p>
      )}
      <Table
        caption={words.unmatchedCaption}
        captionHidden
        rows={rows}
        rowKey={({ menteeId }) => menteeId}
        empty={<EmptyState title={words.nothingFound} />}
        columns={[
          {
            label: words.mentee,
            header: true,
            cell: ({ menteeId, mentee, hasLeft }) => (
              <Person name={mentee} href={`${path}/participants/${menteeId}`} note={hasLeft ? words.left : undefined} />
            ),
          },
          { label: words.why, cell: ({ reason }) => unmatchedSentences(reason, language, nameOf).join(" ") },
          ...(isKnown
            ? [
                {
                  label: helpWords(language).title,
                  cell: ({ menteeId, help }: (typeof rows)[number]) => (
                    <HelpList
                      menteeId={menteeId}
                      help={help}
                      criteria={criteria}
                      nameOf={nameOf}
                      here={here}
                      isPublished={isPublished}
                      known={known}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {total > 0 && (
        <Pagination
          page={query.page}
          pageSize={rowsPerPage}
          total={total}
          href={(page) => boardHref(path, "unmatched", { ...query, page })}
        />
      )}
    </>
  );
}
