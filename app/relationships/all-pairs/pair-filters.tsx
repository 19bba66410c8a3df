import { Select } from "../../ui/choices.tsx";
import { Filters } from "../../ui/filters.tsx";
import { useReader } from "../../ui/reader.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { allPairsWords } from "./all-pairs.messages.ts";
import { listedStates, nobody, type PairFilter, pairFilterQuery, silences } from "./pair-filter.ts";

interface PairFiltersProps {
  at: string;
  filter: PairFilter;
  link: (under: string, query: Record<string, string>) => string;
  owners: readonly { value: string; label: string }[];
}

export function PairFilters({ at, filter, link, owners }: PairFiltersProps) {
  const words = allPairsWords(useReader());
  const { state, owner, silence, search } = filter;
  const without = (key: keyof PairFilter): string => link("", pairFilterQuery({ ...filter, [key]: undefined }));
  const lookingAfter = [...owners, { value: nobody, label: words.nobody }];
  const active = [
    ...(search === undefined ? [] : [{ label: `“${search}”`, removeHref: without("search") }]),
    ...(state === undefined ? [] : [{ label: words.states[state], removeHref: without("state") }]),
    ...(silence === undefined ? [] : [{ label: words.silences[silence], removeHref: without("silence") }]),
    ...(owner === undefined
      ? []
      : [{ label: lookingAfter.find(({ value }) => value === owner)?.label ?? words.owner, removeHref: without("owner") }]),
  ];
  return (
    <Filters action={at} active={active} clearHref={at}>
      <SearchField label={words.search} value={search} />
      <Select
        name="state"
        label={words.state}
        emptyLabel={words.goesOn}
        options={listedStates.map((one) => ({ value: one, label: words.states[one] }))}
        value={state}
      />
      <Select
        name="silence"
        label={words.silence}
        emptyLabel={words.anySilence}
        options={silences.map((one) => ({ value: one, label: words.silences[one] }))}
        value={silence}
      />
      <Select name="owner" label={words.owner} emptyLabel={words.everybody} options={lookingAfter} value={owner} />
    </Filters>
  );
}
