import { expect, test } from "vitest";
import { ALPHA_3 } from "./country-codes.ts";
import { parseCountry } from "./country.ts";
import { parseLanguages } from "./language.ts";
import type { Parsed } from "./parsed.ts";
import { parseTimeZone } from "./time-zone.ts";

const said = <T>(parsed: Parsed<T>) => (parsed.ok ? parsed.value : parsed.problem.reason);

test.each([
  ["English; Español, العربية", ["en", "es", "ar"]],
  ["en; he", ["en", "he"]],
  ["en-GB / pt_BR", ["en", "pt"]],
  ["eng spa", ["en", "es"]],
  ["English (native), French - fluent", ["en", "fr"]],
  ["Inglés y francés", ["en", "fr"]],
  ["Spanish B2", ["es"]],
  ["Arabic: mother tongue", ["ar"]],
  ["العربية والإنجليزية", ["ar", "en"]],
  ["اللغة الفرنسية", ["fr"]],
  ["Mandarin and Cantonese", ["zh", "yue"]],
  ["Farsi, Dari", ["fa"]],
  ["日本語 · Deutsch · Português", ["ja", "de", "pt"]],
  ["British Sign Language", ["bfi"]],
  ["tagalog", ["fil"]],
  ["", null],
  ["Klingonese", "language-unknown"],
])("the languages in %j are %j", (cell, expected) => {
  expect(said(parseLanguages(cell))).toEqual(expected);
});

test("every language that has a name is found by its names in English, Spanish and Arabic", () => {
  const codes = [
    "ar",
    "en",
    "es",
    "fr",
    "de",
    "ru",
    "zh",
    "ja",
    "ko",
    "hi",
    "ur",
    "tr",
    "pl",
    "uk",
    "ro",
    "it",
    "nl",
    "sv",
    "el",
    "he",
    "fa",
    "sw",
    "am",
    "so",
    "ti",
    "ps",
    "ku",
    "bn",
    "ta",
    "vi",
    "th",
    "yo",
    "ig",
    "ha",
    "zu",
    "eu",
    "ca",
    "gl",
  ];
  for (const locale of ["en", "es", "ar"]) {
    const names = new Intl.DisplayNames(locale, { type: "language" });
    for (const code of codes) expect([locale, code, said(parseLanguages(names.of(code) ?? ""))]).toEqual([locale, code, [code]]);
  }
});

test("a slip in a name is suggested", () => {
  expect(parseLanguages("Englich, Spanish")).toEqual({
    ok: false,
    problem: { reason: "language-unknown", items: [{ text: "Englich", suggestion: "English" }] },
  });
  expect(parseCountry("Spian")).toEqual({
    ok: false,
    problem: { reason: "country-unknown", items: [{ text: "Spian", suggestion: "Spain" }] },
  });
});

test.each([
  ["IE", "IE"],
  ["IRL", "IE"],
  ["UK", "GB"],
  ["Scotland", "GB"],
  ["Estados Unidos", "US"],
  ["U.S.A.", "US"],
  ["مصر", "EG"],
  ["Deutschland", "DE"],
  ["México", "MX"],
  ["The Gambia", "GM"],
  ["Cote d'Ivoire", "CI"],
  ["Turkey", "TR"],
  ["🇪🇸", "ES"],
  [" ", null],
  ["Atlantis", "country-unknown"],
])("the country in %j is %j", (cell, expected) => {
  expect(said(parseCountry(cell))).toBe(expected);
});

test("every country is found by either code and by its names in English, Spanish and Arabic", () => {
  expect(ALPHA_3.size).toBe(250);
  expect(new Set(ALPHA_3.values()).size).toBe(250);
  for (const [two, three] of ALPHA_3) expect([two, said(parseCountry(two)), said(parseCountry(three))]).toEqual([two, two, two]);
  for (const locale of ["en", "es", "ar"]) {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    for (const two of ALPHA_3.keys()) expect([locale, two, said(parseCountry(names.of(two) ?? ""))]).toEqual([locale, two, two]);
  }
});

test.each([
  ["Europe/Madrid", "Europe/Madrid"],
  ["europe / madrid", "Europe/Madrid"],
  ["America/New York", "America/New_York"],
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["UTC", "UTC"],
  ["", null],
])("the time zone in %j is %j", (cell, expected) => {
  expect(said(parseTimeZone(cell))).toBe(expected);
});

test.each([
  ["CET", ["Europe/Madrid", "Europe/Berlin", "Europe/Paris"]],
  ["GMT+2", ["Africa/Cairo", "Europe/Athens", "Africa/Johannesburg"]],
  ["UTC -05:00", ["America/New_York", "America/Bogota", "America/Lima"]],
  ["London", ["Europe/London"]],
  ["Madrid, Spain", ["Europe/Madrid"]],
  ["Eastern Time (US)", ["America/New_York"]],
  ["Ciudad: Mexico City", ["America/Mexico_City"]],
  ["Europe/Madird", ["Europe/Madrid"]],
  ["somewhere", []],
])("for %j a time zone is suggested, not taken", (cell, suggestions) => {
  expect(parseTimeZone(cell)).toEqual({ ok: false, problem: { reason: "time-zone-unknown", text: cell, suggestions } });
});

test("every suggestion can be taken", () => {
  for (const cell of ["IST", "AST", "EET", "CST", "UTC+3", "UTC-3", "UTC+5:45", "Pacific time", "hora peninsular"]) {
    const parsed = parseTimeZone(cell);
    const suggestions = !parsed.ok && parsed.problem.reason === "time-zone-unknown" ? parsed.problem.suggestions : [];
    expect(suggestions).not.toEqual([]);
    for (const zone of suggestions) expect(said(parseTimeZone(zone))).toBe(zone);
  }
});
