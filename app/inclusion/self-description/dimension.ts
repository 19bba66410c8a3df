/** In what a program asks people to describe themselves, and what they say. Pure. */
export interface DimensionOption {
  /** Never used for another option: what people have said refers to it. */
  readonly key: string;
  readonly label: string;
}

export interface Dimension {
  readonly id: string;
  readonly programId: string;
  readonly label: string;
  /** Why the program asks, in its own words. */
  readonly reason: string;
  readonly options: readonly DimensionOption[];
  /** Raised with the label and the reason: whoever consented to others is asked anew. */
  readonly version: number;
  /** What a wish to share this counts beside the other criteria, 0 to 100; 0: nobody is asked for wishes. */
  readonly wishWeight: number;
}

/** More than a few nobody would answer, and each makes it easier to work out who is who. */
export const mostDimensions = 5;
export const fewestOptions = 2;
export const mostOptions = 12;
export const longestOption = 100;
export const longestOwnWords = 100;

export const usualSmallestGroup = 10;
export const leastSmallestGroup = 5;
export const mostSmallestGroup = 1000;

/** What somebody says of herself in one dimension. Who would rather not say has no description at all. */
export type Value = { readonly kind: "option"; readonly key: string } | { readonly kind: "own-words"; readonly words: string };

export interface SelfDescription {
  readonly value: Value;
  /** Mentees: she wishes for a mentor who shares it. */
  readonly wishes: boolean;
  /** Mentors: it may be used to match her with mentees who wish for it. */
  readonly mayMatch: boolean;
  /** Mentors: how many mentees at a time she takes by such a wish; null: as many as she has places. */
  readonly atMost: number | null;
}

/** The group of those who describe themselves in their own words. */
export const ownWordsKey = "own-words";

/** The key of her group; undefined where what she once chose is no longer among the options. */
export function groupOf({ options }: Pick<Dimension, "options">, value: Value): string | undefined {
  if (value.kind === "own-words") return ownWordsKey;
  return options.some(({ key }) => key === value.key) ? value.key : undefined;
}

/** In how far two people share something here: only given options can be compared, own words are each her own. */
export const isShared = (dimension: Pick<Dimension, "options">, one: Value, other: Value): boolean =>
  one.kind === "option" && other.kind === "option" && one.key === other.key && groupOf(dimension, one) !== undefined;

/** The same option however it was typed. */
const folded = (label: string): string => label.normalize("NFKC").trim().toLocaleLowerCase("und");

/** The options as they are written now: who keeps its words keeps its key, whatever else is new. */
export function optionsFrom(labels: readonly string[], before: readonly DimensionOption[], newKey: () => string): DimensionOption[] {
  const known = new Map(before.map(({ key, label }) => [folded(label), key]));
  return labels.map((label) => ({ key: known.get(folded(label)) ?? newKey(), label }));
}

export const twiceAmong = (labels: readonly string[]): string | undefined =>
  labels.find((label, index) => labels.findIndex((other) => folded(other) === folded(label)) < index);
