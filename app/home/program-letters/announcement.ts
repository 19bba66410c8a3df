/** A letter to a chosen set of people: its words, with places that each reader finds filled in. Pure. */
import type { PeopleFilter } from "../program-people/standing.ts";

/** A draft is changed freely; from the confirmation on nothing of it changes any more. */
export const announcementStates = ["draft", "sending", "sent"] as const;
export type AnnouncementState = (typeof announcementStates)[number];

export const longestSubject = 200;
export const longestBody = 10_000;

/** What can be filled in, and stands in braces: the reader's name, the program's, a link to her own side of the program. */
export const placeholders = ["name", "program", "link"] as const;
export type Filling = Readonly<Record<(typeof placeholders)[number], string>>;

const brace = /\{([^{}\s]{1,40})\}/g;

/** The first word in braces that means nothing. */
export function unknownPlaceholder(text: string): string | undefined {
  return [...text.matchAll(brace)].map(([whole, word]) => ({ whole, word })).find(({ word }) => !isPlaceholder(word!))?.whole;
}
const isPlaceholder = (word: string): word is keyof Filling => (placeholders as readonly string[]).includes(word);

export const fillIn = (text: string, filling: Filling): string =>
  text.replaceAll(brace, (whole, word: string) => (isPlaceholder(word) ? filling[word] : whole));

export const wantsLink = (text: string): boolean => text.includes("{link}");

/** Paragraphs as they were written; one that is the link alone becomes a button. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
export const isLinkAlone = (paragraph: string): boolean => paragraph === "{link}";

/** Whom one writes to most often. */
export const usualChoices: readonly PeopleFilter[] = [
  { role: "mentee", standing: "waiting" },
  { standing: "unanswered" },
  { standing: "not-joined" },
  { role: "mentor" },
  { role: "mentee" },
  {},
];

/** One letter for one person, whatever is tried again. */
export const occasionOf = (announcementId: string, personId: string): string => `announcement:${announcementId}:${personId}`;
