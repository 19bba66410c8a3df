import { EmptyState } from "../../ui/empty-state.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { unmatchedSentences } from "../explanations/unmatched-sentences.ts";
import { BoardFilters, boardHref } from "./board-filters.tsx";
import { boardWords } from "./board.messages.ts";
import { type BoardQuery, type BoardUnmatched, rowsPerPage } from "./list-board.ts";

interface BoardUnmatchedListProps {
  path: string;
  query: BoardQuery;
  rows: readonly BoardUnmatched[];
  total: number;
  nameOf: (mentorId: string) => string;
  /** Nobody at all, not only nobody who fits the search. */
  isEmpty: boolean;
}

export function BoardUnmatchedList({ path, query, rows, total, nameOf, isEmpty }: BoardUnmatchedListProps) {
  const { language } = useReader();
  const words = boardWords(language);
  if (isEmpty) return <EmptyState title={words.allMatched}>{words.allMatchedText}</EmptyState>;
  return (
    <>
      <BoardFilters path={path} view="unmatched" query={query} />
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
