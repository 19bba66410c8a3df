/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see the note in Table */
/**
 * A table that becomes a list of labelled blocks where the room is narrow.
 *
 *     <Table
 *       caption="People in this program"
 *       rows={people}
 *       rowKey={(person) => person.id}
 *       columns={[
 *         { label: "Name", header: true, cell: (person) => <Person … />, sort: { href: "?sort=name", direction: "ascending" } },
 *         { label: "Hours", numeric: true, cell: (person) => person.hours },
 *       ]}
 *       empty={<EmptyState title="Nobody yet" … />}
 *     />
 */
import type { ComponentChildren } from "preact";
import { Icon } from "./icon.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export interface Sort {
  /** Where the same page is, sorted by this column (or the other way round). */
  href: string;
  /** How it is sorted by this column now, if it is. */
  direction?: "ascending" | "descending" | undefined;
}

export interface Column<Row> {
  label: string;
  cell: (row: Row) => ComponentChildren;
  /** Names the row: one column of each table. */
  header?: boolean;
  /** Figures, aligned at their end. */
  numeric?: boolean;
  /** The label is for screen readers only, as above a column of buttons. */
  labelHidden?: boolean;
  sort?: Sort;
}

export interface TableProps<Row> {
  /** What the table shows; read out first. */
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Marks a row that wants attention or is chosen. */
  rowMark?: (row: Row) => "attention" | "chosen" | undefined;
  /** Stands there instead of a table without rows. */
  empty?: ComponentChildren;
}

export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, rowMark, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  // The roles repeat what the elements say: browsers forget it once the narrow layout makes blocks of them.
  return (
    <div class="table-frame">
      <table role="table">
        <caption class={captionHidden ? "hidden" : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.label} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" class={rowMark?.(row)}>
              {columns.map((column) => (
                <BodyCell key={column.label} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column: { label, labelHidden, numeric, sort } }: { column: Column<Row> }) {
  const words = uiWords(useReader().language);
  return (
    <th scope="col" role="columnheader" class={numeric ? "numeric" : undefined} aria-sort={sort?.direction}>
      {sort ? (
        <a class="sort" href={sort.href} title={words.sortBy(label)}>
          {label}
          {sort.direction && <Icon name={sort.direction === "ascending" ? "up" : "down"} />}
        </a>
      ) : (
        <span class={labelHidden ? "hidden" : undefined}>{label}</span>
      )}
    </th>
  );
}

function BodyCell<Row>({ column: { label, labelHidden, numeric, header, cell }, row }: { column: Column<Row>; row: Row }) {
  const shared = { class: numeric ? "numeric" : undefined, "data-label": labelHidden || (header && !numeric) ? undefined : label };
  return header ? (
    <th scope="row" role="rowheader" {...shared}>
      {cell(row)}
    </th>
  ) : (
    <td role="cell" {...shared}>
      {cell(row)}
    </td>
  );
}
