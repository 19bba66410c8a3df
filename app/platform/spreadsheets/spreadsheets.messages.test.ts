import { expect, test } from "vitest";
import { spreadsheetWords, tell } from "./spreadsheets.messages.ts";

/** Without the marks that keep a quotation apart from the direction of its sentence. */
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, "");

test("a refusal says what it is and what to do, in the reader's language", () => {
  expect(tell(spreadsheetWords("en").refused, { reason: "legacy-xls" })).toMatch(/XLS.*Save as → XLSX or CSV/);
  expect(tell(spreadsheetWords("es").refused, { reason: "too-many-rows", limit: 200_000 })).toContain("200.000");
  expect(tell(spreadsheetWords("en").refused, { reason: "cell-too-long", limit: 20_000, line: 57, column: 27 })).toMatch(
    /line 57, column AB, .*20,000/,
  );
  expect(tell(spreadsheetWords("ar").refused, { reason: "too-many-bytes", limitBytes: 20e6 })).toMatch(/(?:20|٢٠) ميغابايت/);
});

test("a problem of a value quotes it, and offers what was perhaps meant", () => {
  const words = spreadsheetWords("en").value;
  expect(plain(tell(words, { reason: "choice-unknown", items: [{ text: "Grad 7", suggestion: "Grade 7" }, { text: "Purple" }] }))).toBe(
    "Not among the options: “Grad 7” (did you mean “Grade 7”?) and “Purple”.",
  );
  expect(plain(tell(words, { reason: "date-ambiguous", text: "3/4/2026", readings: ["2026-04-03", "2026-03-04"] }))).toBe(
    "“3/4/2026” can be April 3, 2026 or March 4, 2026. Write it as in 2026-03-31.",
  );
  expect(plain(tell(words, { reason: "email-no-at", text: "x".repeat(500) })).length).toBeLessThan(130);
});
