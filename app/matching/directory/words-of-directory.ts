import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../platform/i18n.ts";
import { useReader } from "../../ui/reader.ts";
import { directoryWords } from "./directory.messages.ts";
import { peerDirectoryWords } from "./peer-directory.messages.ts";

export type DirectoryWords = ReturnType<typeof directoryWords>;

/** Whether the directory that is shown is one of peers. */
export const OfPeers = createContext(false);

/** The words of the directory that these components stand in. */
export const useDirectoryWords = (): DirectoryWords => wordsOfDirectory(useContext(OfPeers), useReader().language);

export function wordsOfDirectory(isPeer: boolean, language: Language): DirectoryWords {
  const words = directoryWords(language);
  if (!isPeer) return words;
  const { title, lead, audience, preview, closed, onlyFree, empty, numbered, free, taken, nameLater, ask, shown } =
    peerDirectoryWords(language);
  const both = <T>(one: T) => ({ mentor: one, mentee: one });
  return {
    ...words,
    title: both(title),
    lead: both(lead),
    audience: both(audience),
    preview: both(preview),
    closed: both(closed),
    onlyFree: both(onlyFree),
    empty: both(empty),
    numbered: both(numbered),
    nameLater: both(nameLater),
    free: (places: number) => (places > 0 ? free : taken),
    looksForMentor: free,
    hasMentor: taken,
    ask,
    shown: { ...words.shown, ...shown },
  };
}
