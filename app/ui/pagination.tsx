/**
 * A long list in pages.
 *
 *     <Pagination page={2} pageSize={50} total={431} href={(page) => `?page=${page}`} />
 */
import { formatNumber } from "./formats.ts";
import { Icon } from "./icon.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

export interface PaginationProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  href: (page: number) => string;
}

/** First, last, and those around this one; gaps are undefined. */
export function shownPages(page: number, last: number): (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((each) => each >= 1 && each <= last);
  const pages = [...new Set(wanted)].toSorted((a, b) => a - b);
  return pages.flatMap((each, index) => {
    const before = pages[index - 1];
    if (before === undefined || each === before + 1) return [each];
    return each === before + 2 ? [each - 1, each] : [undefined, each];
  });
}

export function Pagination({ page, pageSize, total, href }: PaginationProps) {
  const { language } = useReader();
  const words = uiWords(language);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const number = (value: number): string => formatNumber(language, value);
  const range = words.range(number(Math.min(total, (page - 1) * pageSize + 1)), number(Math.min(total, page * pageSize)), number(total));
  if (last === 1) return <p class="pagination-range">{range}</p>;
  return (
    <nav class="pagination" aria-label={words.pages}>
      <p class="pagination-range">{range}</p>
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              <Icon name="back" />
              {words.previous}
            </a>
          </li>
        )}
        {shownPages(page, last).map((each, index) =>
          each === undefined ? (
            <li key={`gap ${String(index)}`} class="gap" aria-hidden="true">
              …
            </li>
          ) : (
            <li key={each} class="number">
              <a href={href(each)} aria-label={words.page(number(each))} aria-current={each === page ? "page" : undefined}>
                {number(each)}
              </a>
            </li>
          ),
        )}
        {page < last && (
          <li>
            <a href={href(page + 1)} rel="next">
              {words.next}
              <Icon name="forward" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
