import fc from "fast-check";
import { expect, test } from "vitest";
import { emailKey, localPart, parseEmail } from "./email.ts";
import type { Parsed } from "./parsed.ts";
import { parsePersonName } from "./person-name.ts";
import { parseText } from "./text.ts";

const said = <T>(parsed: Parsed<T>) => (parsed.ok ? parsed.value : parsed.problem.reason);

test.each([
  ["Ana@Example.ORG", "Ana@example.org"],
  ["mailto:ana@x.org", "ana@x.org"],
  ["mailto:ana@x.org?subject=hi", "ana@x.org"],
  ["Ana Pérez <ana@x.org>", "ana@x.org"],
  ["ana@x.org,", "ana@x.org"],
  [" ana@x.org. ", "ana@x.org"],
  ["'ana@x.org'", "ana@x.org"],
  ["(ana@x.org)", "ana@x.org"],
  ["o'neil@x.org", "o'neil@x.org"],
  ["E-mail: ana@x.org", "ana@x.org"],
  ["\u200Bana@x.org\u00A0", "ana@x.org"],
  ["ana＠x.org", "ana@x.org"],
  ["ana@x.org; ANA@X.org", "ana@x.org"],
  ["ana.maria+mentor@mail.example.co.uk", "ana.maria+mentor@mail.example.co.uk"],
  ["jörg@münchen.de", "jörg@münchen.de"],
  ["   ", null],
  ["ana@x.org; bo@y.org", "email-several"],
  ["ana@x.org / bo@y.org", "email-several"],
  ["ana at x.org", "email-no-at"],
  ["ana@x", "email-no-domain"],
  ["ana@", "email-no-domain"],
  ["ana @x.org", "email-space"],
  ["ana maria@x.org", "email-space"],
  ["@x.org", "email-invalid"],
  ["a..b@x.org", "email-invalid"],
  [".ana@x.org", "email-invalid"],
  ["ana@-x.org", "email-invalid"],
  ["ana@x.123", "email-invalid"],
  [`${"a".repeat(65)}@x.org`, "email-invalid"],
])("the address in %j is %j", (cell, expected) => {
  expect(said(parseEmail(cell))).toBe(expected);
});

test("two spellings of one address have one key, and the address stays as it was written", () => {
  expect(emailKey("Ana@Example.org")).toBe(emailKey("ana@example.ORG"));
  expect(emailKey("a@münchen.de")).toBe(emailKey("A@xn--mnchen-3ya.de"));
  expect(localPart("ana.lee@x.org")).toBe("ana.lee");
});

test("what is taken for an address is taken again unchanged", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        fc.string({ unit: "binary" }),
        fc.emailAddress().map((email) => `Ana <${email}>;`),
      ),
      (cell) => {
        const parsed = parseEmail(cell);
        expect(parsed.ok && parsed.value !== null ? parseEmail(parsed.value) : parsed).toEqual(parsed);
      },
    ),
  );
});

test("nearly every address that a mail server would take is taken", () => {
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      fc.pre(!/^'|\|/.test(email)); // an apostrophe in front is Excel's, a bar parts two addresses
      expect(said(parseEmail(email))?.toLowerCase()).toBe(email.toLowerCase());
    }),
  );
});

test.each([
  [
    { given: " Ana  María ", family: "García López" },
    { given: "Ana María", family: "García López" },
  ],
  [{ full: "Ana García López" }, { given: "Ana", family: "García López" }],
  [{ full: "García López, Ana" }, { given: "Ana", family: "García López" }],
  [{ full: "محمد بن سلمان" }, { given: "محمد", family: "بن سلمان" }],
  [{ full: "Prince" }, { given: "Prince", family: "" }],
  [
    { given: "", family: "Lee" },
    { given: "Lee", family: "" },
  ],
  [
    { given: "Ana", family: "", full: "Ana Lee" },
    { given: "Ana", family: "Lee" },
  ],
  [{ given: " ", full: "" }, null],
])("the name in %j is %j", (parts, expected) => {
  expect(said(parsePersonName(parts))).toEqual(expected);
});

test("text is composed and tidy, and keeps its paragraphs where it may have them", () => {
  expect(said(parseText("  Zoe\u0308 \u00A0 Lee\n"))).toBe("Zo\u00EB Lee");
  expect(said(parseText("one \n two\r\n\r\n\r\n\r\nthree", { multiline: true }))).toBe("one\ntwo\n\nthree");
  expect(parseText("👩‍🚀abc", { maxLength: 5 })).toEqual({ ok: false, problem: { reason: "text-too-long", limit: 5, length: 6 } });
  expect(said(parseText(" \n"))).toBeNull();
});
