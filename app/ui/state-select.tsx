/**
 * Narrows a list to those in one state, each with how many there are of it.
 *
 *     <StateSelect label="State" all="All" value={state} states={offerStates} words={words.states} counts={counts} />
 */
import { Select } from "./choices.tsx";
import { formatNumber } from "./formats.ts";
import { useReader } from "./reader.ts";

export interface StateSelectProps<State extends string> {
  label: string;
  /** What it is called when nothing is chosen. */
  all: string;
  value: State | undefined;
  states: readonly State[];
  words: Readonly<Record<State, string>>;
  counts: ReadonlyMap<string, number>;
}

export function StateSelect<State extends string>({ label, all, value, states, words, counts }: StateSelectProps<State>) {
  const { language } = useReader();
  const options = states.map((state) => ({ value: state, label: `${words[state]} (${formatNumber(language, counts.get(state) ?? 0)})` }));
  return <Select name="state" label={label} emptyLabel={all} value={value} options={options} />;
}
