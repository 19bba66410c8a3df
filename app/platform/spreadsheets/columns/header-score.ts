import { fold } from "../values/fold.ts";
import { nearest } from "../values/nearest.ts";
import { BARE_NAME, FIELD_NAMES } from "./known-fields.ts";
import type { ColumnTarget } from "./guess-columns.ts";

/** Words that questions and headers have around what they mean. */
const EMPTY_WORDS = new Set(
  fold(
    "a an the your you my me i is are do does did of for to in on at as please enter provide select choose which what who how any required optional el la los las un una tu tus su sus mi mis de del que qué cuál cuáles por favor indica escribe selecciona elige es son en ما هي هو هل في من على إلى يرجى اختر اكتب الرجاء",
  ).split(" "),
);

const wordsOf = (text: string): string[] =>
  fold(text.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
    .split(" ")
    .filter((word) => word !== "");
const meaningOf = (words: readonly string[]): string[] => words.filter((word) => !EMPTY_WORDS.has(word));

/** How much a header reads like one name: 1 for the same words, less for some of them. */
function resemblance(header: readonly string[], name: readonly string[]): number {
  if (header.length === 0 || name.length === 0) return 0;
  const [headerText, nameText] = [header.join(""), name.join("")];
  if (headerText === nameText) return 1;
  const [inHeader, inName] = [meaningOf(header), meaningOf(name)];
  if (inHeader.length === 0 || inName.length === 0) return 0;
  if (inHeader.join("") === inName.join("")) return 0.95;
  const shared = inName.filter((word) => inHeader.includes(word)).length;
  const union = new Set([...inHeader, ...inName]).size;
  // A name that stands whole in a longer header («Your e-mail address (work)») says more than a few shared words.
  const words = shared === inName.length ? 0.55 + (0.35 * shared) / union : (0.75 * shared) / union;
  const slip = nameText.length > 4 && nearest(headerText, [nameText]) !== undefined ? 0.75 : 0;
  return Math.max(words, slip);
}

const wordsOfNames = new Map<string, string[][]>();
/** The names of a field, split into words once: a wide table compares them thousands of times. */
function namesOf(names: string): string[][] {
  const known = wordsOfNames.get(names);
  if (known) return known;
  const words = names.split("|").map(wordsOf);
  wordsOfNames.set(names, words);
  return words;
}

const best = (header: readonly string[], names: string, weight: number): number =>
  Math.max(0, ...namesOf(names).map((name) => resemblance(header, name))) * weight;

/** How surely a header names a target, 0 to 1. `besideFamilyName`: another column holds family names. */
export function headerScore(header: string, target: ColumnTarget, besideFamilyName: boolean): number {
  const words = wordsOf(header);
  const own = Math.max(...[target.label, ...(target.synonyms ?? [])].map((name) => resemblance(words, wordsOf(name))));
  if (target.field === undefined) return own;
  const { sure, perhaps = "" } = FIELD_NAMES[target.field];
  const isNamed = target.field === (besideFamilyName ? "given-name" : "full-name");
  return Math.max(own, best(words, sure, 0.97), best(words, perhaps, 0.7), isNamed ? best(words, BARE_NAME, 0.96) : 0);
}
