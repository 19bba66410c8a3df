import type { VNode } from "preact";
import { expect, test } from "vitest";
import { renderPart } from "../../ui/document.tsx";
import { programPath } from "./program.ts";
import { ProgramTabs } from "./program-tabs.tsx";

const render = (part: VNode): string => renderPart(part, { language: "en", timeZone: "UTC", now: new Date(0) }, {});
const rowsOf = (current: Parameters<typeof ProgramTabs>[0]["current"]): string[] =>
  render(<ProgramTabs organizationId="o" programId="p" current={current} />)
    .split("<nav")
    .slice(1);
const linksOf = (row: string): string[] =>
  [...row.matchAll(/href="([^"]*)"/gu)].map(([, href]) => href!.slice(programPath("o", "p").length));

test("a coordinator sees at most seven ways at once, and reaches every page of the program by them", () => {
  const [first] = rowsOf("overview");
  const pages = new Set(linksOf(first!));
  for (const current of ["overview", "people", "imports", "questions", "mode", "offers", "letters", "settings"] as const) {
    for (const row of rowsOf(current)) {
      expect(linksOf(row).length).toBeLessThanOrEqual(7);
      for (const page of linksOf(row)) pages.add(page);
    }
  }
  const all =
    " /participants /imports /questions /pairs /letters /settings /relationships /agreement /practice /matching /criteria /choices/overview /rounds /offers /fairness".split(
      " ",
    );
  expect([...pages].toSorted()).toEqual(all.toSorted());
});

test("the row above says in which part one is, the row below on which page", () => {
  const [outer, inner] = rowsOf("offers");
  expect(/<a [^>]*aria-current="true"[^>]*>([^<]*)/u.exec(outer!)?.[1]).toBe("Matching");
  expect(/<a [^>]*aria-current="page"[^>]*>([^<]*)/u.exec(inner!)?.[1]).toBe("Offers");
  expect(outer).not.toContain('"page"');
  const [alone, ...below] = rowsOf("letters");
  expect(/<a [^>]*aria-current="page"[^>]*>([^<]*)/u.exec(alone!)?.[1]).toBe("Letters");
  expect(below).toEqual([]);
});
