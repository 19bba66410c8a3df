/** What the people of a relationship agree with each other: its sections, how two changes come together, and whose signature it wants. Pure. */

import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { PairRole } from "../pairs/pair.ts";

/** Ours, in every agreement; a program can add its own after them. */
export const ourSections = ["how-often", "how-long", "where", "confidential", "feedback", "ending", "else"] as const;
export type OurSection = (typeof ourSections)[number];

export interface AgreementSection {
  /** One of ours, or "own-1" and so on. */
  readonly key: string;
  /** Null: one of ours, whose title is said in its reader's language. */
  readonly title: string | null;
  readonly text: string;
}

export const mostOwnSections = 6;
export const longestText = 3000;
export const longestTitle = 120;

export const isOurs = (key: string): key is OurSection => (ourSections as readonly string[]).includes(key);

/** `guardian`: for her who is accompanied, where the program asks it. */
export type SignerKind = "mentor" | "mentee" | "coordinator" | "guardian";

export interface Signature {
  readonly personId: string;
  readonly signedAs: SignerKind;
  readonly name: string;
  readonly signedAt: Date;
}

/** Nobody has written anything in it: nothing to be signed. */
export const isBlank = (sections: readonly AgreementSection[]): boolean => sections.every(({ text }) => text.trim() === "");

const textsOf = (sections: readonly AgreementSection[]): ReadonlyMap<string, string> =>
  new Map(sections.map(({ key, text }) => [key, text]));

/** Sections that say something else in the one than in the other. */
export function changedSections(before: readonly AgreementSection[], after: readonly AgreementSection[]): string[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].filter((key) => (old.get(key) ?? "") !== (now.get(key) ?? ""));
}

export interface Joined {
  readonly sections: readonly AgreementSection[];
  /** What others changed meanwhile, and stays. */
  readonly theirs: readonly string[];
  /** What both changed, each otherwise: to be looked at. */
  readonly both: readonly string[];
}

/**
 * Two changes of the same agreement, section by section: what only one of them changed stands as that one wants it.
 *
 * @param seen what the later of the two saw when she began to write
 * @param current what it says by now
 * @param texts what she wrote, by section
 */
export function joinChanges(
  seen: readonly AgreementSection[],
  current: readonly AgreementSection[],
  texts: ReadonlyMap<string, string>,
): Joined {
  const before = textsOf(seen);
  const changedByOthers = new Set(changedSections(seen, current));
  const theirs: string[] = [];
  const both: string[] = [];
  const sections = current.map((section) => {
    const hers = texts.get(section.key);
    const isHers = hers !== undefined && hers !== (before.get(section.key) ?? "");
    if (changedByOthers.has(section.key)) {
      if (!isHers) theirs.push(section.key);
      else if (hers !== section.text) both.push(section.key);
    }
    return isHers ? { ...section, text: hers } : section;
  });
  return { sections, theirs, both };
}

interface Signer {
  readonly personId: string;
}

/** Somebody for whom a guardian signs. */
export interface Ward extends Signer {
  readonly name: string;
  /** Those who have said yes: one of them is enough. */
  readonly guardians: readonly (Signer & { readonly name: string })[];
  /** Somebody is named, and may not have said yes. */
  readonly isNamed: boolean;
}

/** Whose signatures the program wants, beside those of its people. */
export interface Wanted {
  readonly coordinatorSigns: boolean;
  /** None where guardians do not sign. */
  readonly wards: readonly Ward[];
}

/** Everybody in it has signed, and whoever else the program wants. */
export const isComplete = (signatures: readonly Signature[], people: readonly Signer[], wanted: Wanted): boolean =>
  people.length > 0 &&
  missingSigners(signatures, people).length === 0 &&
  missingWards(signatures, wanted).length === 0 &&
  !missesCoordinator(signatures, wanted);

export const missesCoordinator = (signatures: readonly Signature[], { coordinatorSigns }: Wanted): boolean =>
  coordinatorSigns && !signatures.some(({ signedAs }) => signedAs === "coordinator");

/** Those for whom no guardian has signed; whoever is her guardian no more has not. */
export const missingWards = (signatures: readonly Signature[], { wards }: Wanted): Ward[] =>
  wards.filter(
    ({ guardians }) =>
      !signatures.some(({ signedAs, personId }) => signedAs === "guardian" && guardians.some((one) => one.personId === personId)),
  );

/** In which role somebody may need a guardian: who is accompanied; of equals both; the younger where the younger one mentors. */
export const isAccompanied = (format: ProgramFormat, role: PairRole): boolean =>
  format === "peer" || role === (format === "reverse" ? "mentor" : "mentee");

/** Those of its people who have not signed. */
export const missingSigners = <S extends Signer>(signatures: readonly Signature[], people: readonly S[]): S[] =>
  people.filter(({ personId }) => !signatures.some((signature) => signature.personId === personId));

/** The number of the program's draft, which nobody has done anything with. */
export const draftVersion = 0;

export interface Change {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** More words than this in both are not compared one by one. */
const mostCompared = 1_000_000;

/** What became of a text, word by word: the longest common subsequence stays (Hunt and McIlroy 1976). */
export function wordChanges(before: string, after: string): Change[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: before }];
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const whole: Change[] = [
    { kind: "gone", text: before },
    { kind: "new", text: after },
  ];
  if (old.length * now.length > mostCompared) return whole.filter(({ text }) => text !== "");
  const width = now.length + 1;
  // How many words from here on are common, from the end to the beginning.
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === now[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const changes: Change[] = [];
  const say = (kind: Change["kind"], text: string): void => {
    const last = changes.at(-1);
    if (last?.kind === kind) changes[changes.length - 1] = { kind, text: last.text + text };
    else changes.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      say("same", old[i]!);
      i++;
      j++;
    } else if (i < old.length && (j === now.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) say("gone", old[i++]!);
    else say("new", now[j++]!);
  }
  return changes;
}

/** Words, each with the space after it, so that joined they are the text again. */
const wordsOf = (text: string): string[] => text.match(/\s*\S+\s*?(?=\s|$)|\s+/gu) ?? [];
