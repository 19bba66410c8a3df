import fc from "fast-check";
import { expect, test } from "vitest";
import { cellReader } from "./cell-reader.ts";
import { parseChoice, parseChoices, parseScale, type Option } from "./choice.ts";
import { guessListSeparator, parseList, splitList } from "./list.ts";
import { editDistance, nearest } from "./nearest.ts";

const options = (...labels: string[]): Option[] => labels.map((label, index) => ({ id: `o${index}`, label }));
const grades = options("AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6");
const identities = options("Gay", "Bisexual or pansexual", "Asexual or aromantic", "Non-binary", "Law, policy");

test("an option is found whatever its case, accents, spaces and punctuation", () => {
  for (const cell of ["Grade 7", "grade 7", " GRADE  7 ", "Grade7", "grade-7"])
    expect(parseChoice(cell, grades)).toEqual({ ok: true, value: "o5" });
  expect(parseChoice("Diseno grafico", options("Diseño gráfico", "Música"))).toEqual({ ok: true, value: "o0" });
  expect(parseChoice("الهندسه", options("الهَنْدَسة", "الطب"))).toEqual({ ok: true, value: "o0" });
  expect(parseChoice("  ", grades)).toEqual({ ok: true, value: null });
});

test("a near miss is suggested and not taken", () => {
  expect(parseChoice("Grad 7", grades)).toEqual({
    ok: false,
    problem: { reason: "choice-unknown", items: [{ text: "Grad 7", suggestion: "Grade 7" }] },
  });
  // As near to Grade 6 as to Grade 7.
  expect(parseChoice("Grade 8", grades)).toEqual({ ok: false, problem: { reason: "choice-unknown", items: [{ text: "Grade 8" }] } });
  expect(parseChoice("EA", grades)).toEqual({ ok: false, problem: { reason: "choice-unknown", items: [{ text: "EA" }] } });
});

test("options that differ in a sign only are kept apart", () => {
  const ages = options("<30", ">30", "C", "C++", "C#");
  expect(["<30", ">30", "c", "c++", "C#"].map((cell) => parseChoice(cell, ages))).toEqual(ages.map(({ id }) => ({ ok: true, value: id })));
  expect(parseChoice("30", ages).ok).toBe(false);
});

test("yes and no find an option that says so in another language", () => {
  const words = options("Sí", "No");
  expect(["yes", "TRUE", "x", "no"].map((cell) => parseChoice(cell, words))).toEqual(
    ["o0", "o0", "o0", "o1"].map((value) => ({ ok: true, value })),
  );
});

test("several options for one question are told apart from an unknown one", () => {
  expect(parseChoice("EO, SEO", grades)).toEqual({ ok: false, problem: { reason: "choice-several", text: "EO, SEO" } });
});

test("several options are found in their order, once each, and the unknown ones are all told", () => {
  expect(parseChoices("non-binary; Gay; gay", identities, ";")).toEqual({ ok: true, value: ["o0", "o3"] });
  expect(parseChoices("Law, Policy", identities, ",")).toEqual({ ok: true, value: ["o4"] });
  expect(parseChoices("Gay, Nonbinarry, Purple", identities, ",")).toEqual({
    ok: false,
    problem: { reason: "choice-unknown", items: [{ text: "Nonbinarry", suggestion: "Non-binary" }, { text: "Purple" }] },
  });
});

test("a step of a scale is found by its number", () => {
  const scale = options("1 – new to it", "2 – some practice", "3 – confident");
  expect(["3", "٣", "confident", "2 - some practice"].map((cell) => parseScale(cell, scale).ok && parseScale(cell, scale))).toEqual([
    { ok: true, value: "o2" },
    { ok: true, value: "o2" },
    false,
    { ok: true, value: "o1" },
  ]);
});

test("the separator of a list is the one that finds the options", () => {
  const labels = identities.map(({ label }) => label);
  expect(guessListSeparator(["Gay, Non-binary", "Asexual or aromantic, Gay"], labels)).toBe(",");
  expect(guessListSeparator(["Gay/Non-binary", "Gay"], labels)).toBe("/");
  expect(guessListSeparator(["Law, policy; Gay", "Non-binary"], labels)).toBe(";");
  expect(guessListSeparator(["Gay\nNon-binary"], labels)).toBe("\n");
  expect(guessListSeparator(["Tax; audit, Law", "Law"], ["Tax; audit", "Law"])).toBe(",");
});

test("without options the separator is the one that people use in that column", () => {
  expect(guessListSeparator(["reactjs; nodejs; react native", "go"])).toBe(";");
  expect(guessListSeparator(["law, tax, policy", "audit"])).toBe(",");
  expect(guessListSeparator(["manage staff | lead teams"])).toBe("|");
  expect(guessListSeparator(["CI/CD", "UX/UI"])).toBe(",");
  expect(splitList("• sewing ;  cutting; ;Sewing", ";")).toEqual(["Sewing", "cutting"]);
  expect(parseList("قانون، ضرائب", ",")).toEqual({ ok: true, value: ["قانون", "ضرائب"] });
});

test("edit distance is a metric with swaps, and stops at its limit", () => {
  expect([
    editDistance("kitten", "sitting", 5),
    editDistance("ab", "ba", 3),
    editDistance("abc", "", 5),
    editDistance("abcdef", "zyxwvu", 2),
  ]).toEqual([3, 1, 3, 3]);
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      const distance = editDistance(a, b, 20);
      expect(distance).toBe(editDistance(b, a, 20));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(editDistance(a, b, 2)).toBe(Math.min(distance, 3));
    }),
  );
  expect(nearest("scotlnd", ["scotland", "england"])).toBe("scotland");
});

test("a column decides once what its cells leave open", () => {
  const column = ["3/4/2026", "25/4/2026"];
  expect(cellReader({ kind: "date" }, column)("3/4/2026")).toEqual({ ok: true, value: "2026-04-03" });
  expect(cellReader({ kind: "number" }, ["1,5", "2.000"])("2.000")).toEqual({ ok: true, value: 2000 });
  expect(cellReader({ kind: "choices", options: identities }, ["Gay/Non-binary"])("Non-binary / Gay")).toEqual({
    ok: true,
    value: ["o0", "o3"],
  });
});
