import { fold } from "./fold.ts";
import { splitList, type ListSeparator } from "./list.ts";
import { nearest } from "./nearest.ts";
import { refused, taken, type Parsed } from "./parsed.ts";
import type { UnknownItem } from "./value-problem.ts";
import { parseYesNo } from "./yes-no.ts";

/** An option of a question: what is stored and what people read. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

interface Finder {
  find(text: string): Option | undefined;
  unknown(text: string): UnknownItem;
}

const plain = (text: string): string => text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
const squeezed = (text: string): string => fold(text).replaceAll(" ", "");

/** Ways to recognize an option, the strictest first; one that two options share tells nothing. */
const KEYS: readonly ((text: string) => string)[] = [plain, (text) => plain(text).toLowerCase(), fold, squeezed];

function indexBy(options: readonly Option[], key: (text: string) => string): Map<string, Option> {
  const index = new Map<string, Option>();
  for (const [name, [option, ...others]] of Map.groupBy(options, ({ label }) => key(label)))
    if (option && others.length === 0 && name !== "") index.set(name, option);
  return index;
}

/** «yes», «x» and «TRUE» find the option «Sí». */
function findYesOrNo(text: string, options: readonly Option[]): Option | undefined {
  const answer = parseYesNo(text);
  if (!answer.ok || answer.value === null) return undefined;
  const same = options.filter(({ label }) => {
    const meaning = parseYesNo(label);
    return meaning.ok && meaning.value === answer.value;
  });
  return same.length === 1 ? same[0] : undefined;
}

const finders = new WeakMap<readonly Option[], Finder>();

/** Made once for each list of options. */
function finderOf(options: readonly Option[]): Finder {
  const known = finders.get(options);
  if (known) return known;
  const indexes = KEYS.map((key) => ({ key, index: indexBy(options, key) }));
  const labels = new Map(options.map((option) => [fold(option.label), option.label]));
  const finder: Finder = {
    find(text) {
      for (const { key, index } of indexes) {
        const option = index.get(key(text));
        if (option) return option;
      }
      return findYesOrNo(text, options);
    },
    unknown(text) {
      const near = nearest(fold(text), labels.keys());
      return near === undefined ? { text } : { text, suggestion: labels.get(near)! };
    },
  };
  finders.set(options, finder);
  return finder;
}

/** The id of the option that a cell names, case, accents, punctuation and spaces aside; near misses are suggested in the problem, not taken. */
export function parseChoice(cell: string, options: readonly Option[]): Parsed<string> {
  if (plain(cell) === "") return taken<string>(null);
  const finder = finderOf(options);
  const option = finder.find(cell);
  if (option) return taken(option.id);
  const severalFound = ([";", "|", "\n", ","] as const).some((separator) => {
    const items = splitList(cell, separator);
    return items.length > 1 && items.every((item) => finder.find(item));
  });
  return refused(
    severalFound ? { reason: "choice-several", text: cell } : { reason: "choice-unknown", items: [finder.unknown(plain(cell))] },
  );
}

/** The ids of all options that a cell names, in the order of the options. */
export function parseChoices(cell: string, options: readonly Option[], separator: ListSeparator): Parsed<string[]> {
  const finder = finderOf(options);
  const whole = finder.find(cell);
  const items = whole ? [cell] : splitList(cell, separator);
  if (items.length === 0) return taken<string[]>(null);
  const unknown = items.filter((item) => !finder.find(item)).map((item) => finder.unknown(item));
  if (unknown.length > 0) return refused({ reason: "choice-unknown", items: unknown });
  const chosen = new Set(items.map((item) => finder.find(item)?.id));
  return taken(options.filter(({ id }) => chosen.has(id)).map(({ id }) => id));
}

/** As parseChoice; the bare number of a step finds it too («3» finds «3 – confident»). */
export function parseScale(cell: string, options: readonly Option[]): Parsed<string> {
  const chosen = parseChoice(cell, options);
  const number = /^\d+$/.exec(fold(cell))?.[0];
  if (chosen.ok || number === undefined) return chosen;
  const steps = options.filter(({ label }) => /^\d+/.exec(fold(label))?.[0] === number);
  return steps.length === 1 ? taken(steps[0]!.id) : chosen;
}
