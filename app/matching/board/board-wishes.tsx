import { EmptyState } from "../../ui/empty-state.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { isolated } from "../explanations/name-words.ts";
import { boardHref } from "./board-filters.tsx";
import { boardWords } from "./board.messages.ts";
import { rowsPerPage } from "./list-board.ts";
import type { BoardWish } from "./list-wishes.ts";
import { PairButtons } from "./pair-buttons.tsx";

interface BoardWishesProps {
  path: string;
  here: string;
  page: number;
  rows: readonly BoardWish[];
  total: number;
}

/** What the coordinator wished for herself, so that she can take it back. */
export function BoardWishes({ path, here, page, rows, total }: BoardWishesProps) {
  const { language } = useReader();
  const words = boardWords(language);
  return (
    <>
      <Table
        caption={words.wishesCaption}
        captionHidden
        rows={rows}
        rowKey={({ menteeId, mentorId }) => `${menteeId} ${mentorId}`}
        empty={<EmptyState title={words.noWishes}>{words.noWishesText}</EmptyState>}
        columns={[
          {
            label: words.mentee,
            header: true,
            cell: ({ menteeId, mentee }) => <Person name={mentee} href={`${path}/participants/${menteeId}`} />,
          },
          { label: words.mentor, cell: ({ mentorId, mentor }) => <Person name={mentor} href={`${path}/participants/${mentorId}`} /> },
          {
            label: words.wish,
            cell: ({ wish, hasLeft, isBarred }) =>
              [
                wish === "lock" ? words.isLock : words.isForbid,
                ...(hasLeft ? [words.bindsNobody] : isBarred ? [words.cannotBeKept] : []),
              ].join(". "),
          },
          {
            label: words.actions,
            labelHidden: true,
            cell: (pair) => (
              <PairButtons
                action={here}
                pair={pair}
                names={{ mentee: isolated(language, pair.mentee), mentor: isolated(language, pair.mentor) }}
              />
            ),
          },
        ]}
      />
      {total > rowsPerPage && (
        <Pagination page={page} pageSize={rowsPerPage} total={total} href={(to) => boardHref(path, "wishes", { page: to })} />
      )}
    </>
  );
}
