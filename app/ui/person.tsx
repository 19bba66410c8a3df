/**
 * A person is always a face (or initials) with a name.
 *
 *     <Person name="Maya Okafor" href="/people/7" note="Mentor, Lagos" />
 */
import type { ComponentChildren } from "preact";

/** As many as style/person.css has colors for. */
const tints = 8;

/** The same name has the same color everywhere. */
export function tintOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0;
  return hash % tints;
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first letter; Arabic vowel marks, which only names written out in full carry, are left out. */
function first(word: string | undefined): string {
  if (!word) return "";
  // A plain letter with nothing that could join it: dividing text as Unicode does costs more than the rest of a face.
  if (/^\w(?!\P{ASCII})/u.test(word)) return word[0]!;
  return (letters.segment(word)[Symbol.iterator]().next().value?.segment ?? "").replaceAll(/[\u064B-\u065F]/gu, "");
}

const isLatin = (word: string | undefined): boolean => /^\p{Script=Latin}/u.test(word ?? "");

/** One or two first letters, whatever the script; of a name that is written in two, those of the first. */
export function initialsOf(name: string): string {
  const all = name.split(/[\s@._-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const words = all.filter((word) => isLatin(word) === isLatin(all[0]));
  const initials = words.length > 1 ? [first(words[0]), first(words.at(-1))] : [first(words[0])];
  // Arabic letters join to each other; a thin space keeps the two apart.
  return initials.join(/\p{Script=Arabic}/u.test(initials[0] ?? "") ? " " : "").toLocaleUpperCase();
}

export function Face({ name, picture, large }: { name: string; picture?: string | undefined; large?: boolean }) {
  const size = large ? "face large" : "face";
  if (picture) return <img class={size} src={picture} alt="" width={large ? 96 : 40} height={large ? 96 : 40} loading="lazy" />;
  return (
    <span class={`${size} tint-${tintOf(name)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

export interface PersonProps {
  name: string;
  picture?: string | undefined;
  href?: string | undefined;
  /** A quiet second line: role, place, since when. */
  note?: ComponentChildren;
  large?: boolean;
}

export function Person({ name, picture, href, note, large = false }: PersonProps) {
  return (
    <span class={large ? "person large" : "person"}>
      <Face name={name} picture={picture} large={large} />
      <span class="person-words">
        {href ? (
          <a class="person-name" href={href}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi class="person-name">{name}</bdi>
        )}
        {note !== undefined && <span class="person-note">{note}</span>}
      </span>
    </span>
  );
}
