import { Select } from "../../ui/choices.tsx";
import { Filters } from "../../ui/filters.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import type { boardWords } from "./board.messages.ts";
import { type BoardQuery, type BoardView, pairFilters, pairSorts } from "./list-board.ts";

/** The same view with something else in its address; what is usual is left out. */
export function boardHref(path: string, view: BoardView, query: Partial<BoardQuery>): string {
  const search = new URLSearchParams();
  if (view !== "pairs") search.set("view", view);
  if (query.search) search.set("q", query.search);
  if (query.filter) search.set("only", query.filter);
  if (query.sort && query.sort !== "weakest") search.set("sort", query.sort);
  if (query.page !== undefined && query.page > 1) search.set("page", String(query.page));
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

interface BoardFiltersProps {
  path: string;
  view: BoardView;
  query: BoardQuery;
  words: ReturnType<typeof boardWords>;
}

export function BoardFilters({ path, view, query, words }: BoardFiltersProps) {
  const { search, filter } = query;
  const active = [
    ...(search ? [{ label: `${words.search}: ${search}`, removeHref: boardHref(path, view, { ...query, search: "", page: 1 }) }] : []),
    ...(filter ? [{ label: words.filters[filter], removeHref: boardHref(path, view, { ...query, filter: undefined, page: 1 }) }] : []),
  ];
  return (
    <Filters action={path} active={active} clearHref={boardHref(path, view, {})}>
      {view !== "pairs" && <input type="hidden" name="view" value={view} />}
      <SearchField label={words.search} value={search} />
      {view === "pairs" && (
        <>
          <Select
            name="only"
            label={words.filter}
            emptyLabel={words.allPairs}
            options={pairFilters.map((name) => ({ value: name, label: words.filters[name] }))}
            value={filter ?? ""}
            size="short"
          />
          <Select
            name="sort"
            label={words.sortLabel}
            options={pairSorts.map((name) => ({ value: name, label: words.sorts[name] }))}
            value={query.sort}
            size="short"
          />
        </>
      )}
    </Filters>
  );
}
