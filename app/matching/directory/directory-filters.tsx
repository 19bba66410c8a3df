import { languageName } from "../../people/profiles/code-names.ts";
import { Checkbox, Select } from "../../ui/choices.tsx";
import { Filters } from "../../ui/filters.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { type DirectoryFilter, directoryOrders, directoryQuery, hourSteps } from "./directory-filter.ts";
import type { Directory, Facet, Look } from "./find-directory.ts";
import { useDirectoryWords } from "./words-of-directory.ts";

interface DirectoryFiltersProps {
  action: string;
  filter: DirectoryFilter;
  directory: Directory;
  look: Look;
}

export function DirectoryFilters({ action, filter, directory, look }: DirectoryFiltersProps) {
  const { language } = useReader();
  const words = useDirectoryWords();
  const { role } = look;
  const figure = (n: number): string => formatNumber(language, n);
  const without = (change: Partial<DirectoryFilter>): string => action + directoryQuery({ ...filter, ...change });
  const hours = (n: number): string => words.atLeast(n, figure(n));
  const active = [
    ...(filter.search ? [{ label: `“${filter.search}”`, removeHref: without({ search: "" }) }] : []),
    ...(filter.skill === undefined ? [] : [{ label: filter.skill, removeHref: without({ skill: undefined }) }]),
    ...(filter.language === undefined
      ? []
      : [{ label: languageName(language, filter.language), removeHref: without({ language: undefined }) }]),
    ...(filter.hours === undefined ? [] : [{ label: `${words.hours}: ${hours(filter.hours)}`, removeHref: without({ hours: undefined }) }]),
    ...(filter.onlyFree ? [{ label: words.onlyFree[role], removeHref: without({ onlyFree: false }) }] : []),
    ...(filter.onlyAnswered ? [{ label: words.onlyAnswered, removeHref: without({ onlyAnswered: false }) }] : []),
  ];
  return (
    <Filters action={action} active={active} clearHref={action}>
      <SearchField label={words.search[look.isNameless ? "nameless" : "named"]} value={filter.search} />
      <Select
        name="skill"
        label={words.skill[role]}
        emptyLabel={words.any}
        options={withChosen(directory.skills, filter.skill).map(({ word, people }) => ({
          value: word,
          label: labelOf(word, figure(people)),
        }))}
        value={filter.skill}
      />
      <Select
        name="speaks"
        label={words.speaks}
        emptyLabel={words.any}
        options={withChosen(directory.languages, filter.language).map(({ word, people }) => ({
          value: word,
          label: labelOf(languageName(language, word), figure(people)),
        }))}
        value={filter.language}
      />
      {look.ownHours && look.ownHours.hours.length > 0 && (
        <Select
          name="hours"
          label={words.hours}
          emptyLabel={words.any}
          options={hourSteps.map((step) => ({ value: String(step), label: hours(step) }))}
          value={filter.hours?.toString()}
        />
      )}
      <Select
        name="sort"
        label={words.order}
        options={directoryOrders
          .filter((order) => (order !== "fit" || look.ownId !== undefined) && (order !== "name" || !look.isNameless))
          .map((order) => ({ value: order, label: words.orders[order] }))}
        value={filter.order}
      />
      <Checkbox name="free" label={words.onlyFree[role]} checked={filter.onlyFree} />
      {role === "mentor" && <Checkbox name="answered" label={words.onlyAnswered} checked={filter.onlyAnswered} />}
    </Filters>
  );
}

const labelOf = (word: string, figure: string): string => `${word} (${figure})`;

/** What the list is narrowed by stays to be seen, also where nobody is left. */
function withChosen(facets: readonly Facet[], chosen: string | undefined): readonly Facet[] {
  if (chosen === undefined || facets.some(({ word }) => word === chosen)) return facets;
  return [{ word: chosen, people: 0 }, ...facets];
}
