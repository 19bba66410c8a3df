import { z } from "zod";
import { optionalText, says } from "../../platform/form-fields.ts";
import { formWords } from "../../platform/form.messages.ts";

/** The time zones that can be chosen, by their names in the IANA database. */
const known: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC")];
const names = new Set(known);

/** Also an old name that the database still understands. */
export function isTimeZone(name: string): boolean {
  if (names.has(name)) return true;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** For a select: the zone that is chosen stands in the list even where it goes by an old name. */
export function timeZoneOptions(chosen: string | undefined): { value: string; label: string }[] {
  const all = chosen === undefined || names.has(chosen) || !isTimeZone(chosen) ? known : [chosen, ...known];
  return all.map((value) => ({ value, label: value.replaceAll("_", " ").replaceAll("/", " / ") }));
}

/** The answer of such a select. */
export const timeZoneField = () =>
  optionalText(100).pipe(
    z.string().refine((name) => isTimeZone(name), { error: () => "", ...says((language) => formWords(language).choose) }),
  );

/** What the browser says of itself where it can: taken if it is a time zone, and else left. */
export const guessedTimeZone = () => optionalText(100).transform((name) => (isTimeZone(name) ? name : undefined));
