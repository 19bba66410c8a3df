/**
 * Who reads the page: language, time zone and the moment of reading.
 * Provided once by the document; any component asks `useReader()`.
 * In the browser an island finds the same answers on the html element.
 *
 *     const { language } = useReader();
 *     const words = uiWords(language);
 */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language, Reader } from "../platform/i18n.ts";

export interface PageReader extends Reader {
  /** The moment that relative times are counted from. */
  readonly now: Date;
}

export const ReaderContext = createContext<PageReader | undefined>(undefined);

export function useReader(): PageReader {
  const reader = useContext(ReaderContext);
  if (reader) return reader;
  if (typeof document === "undefined") {
    throw new Error("no reader here: render inside renderDocument(), or put a ReaderContext.Provider around it");
  }
  const { lang, dataset } = document.documentElement;
  return { language: lang as Language, timeZone: dataset["timeZone"] ?? "UTC", now: new Date() };
}
