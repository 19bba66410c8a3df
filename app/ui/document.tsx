/**
 * Turns a page into the text of an HTML document, for one reader and inside one shell.
 *
 *     const text = renderDocument(<Page title="Sessions">…</Page>, { language, timeZone, now }, shell);
 */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { ReaderContext, type PageReader } from "./reader.ts";
import { ShellContext, type Shell } from "./shell.ts";

export function renderDocument(page: VNode, reader: PageReader, shell: Shell = {}): string {
  const document = renderToString(
    <ReaderContext.Provider value={reader}>
      <ShellContext.Provider value={shell}>{page}</ShellContext.Provider>
    </ReaderContext.Provider>,
  );
  return `<!doctype html>${document}`;
}

/** A part of a page without its frame, for tests and for answers that replace a part. */
export function renderPart(part: VNode, reader: PageReader, shell: Shell = {}): string {
  return renderToString(
    <ReaderContext.Provider value={reader}>
      <ShellContext.Provider value={shell}>{part}</ShellContext.Provider>
    </ReaderContext.Provider>,
  );
}
