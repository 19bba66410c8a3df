/** Shapes of what forms send: every value arrives as a list of strings (or files), and leaves as what the act wants. */
import { z } from "zod";
import { formWords } from "./form.messages.ts";
import type { Sentence } from "./errors.ts";

const single = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const trimmed = (value: unknown): unknown => {
  const text = single(value) ?? "";
  // Browsers send line ends as CRLF; what is kept has LF, in composed form.
  return typeof text === "string" ? text.replaceAll("\r\n", "\n").normalize("NFC").trim() : text;
};
/** The sentence reaches the reader in her language: see `sentencesOf`. */
export const says = (sentence: Sentence) => ({ params: { sentence } });
const refuse = (sentence: Sentence) => ({ error: () => "", ...says(sentence) });

/** A line or a paragraph that must be there. */
export const text = (maximum: number) =>
  z.preprocess(
    trimmed,
    z
      .string()
      .refine(
        (value) => value.length > 0,
        refuse((language) => formWords(language).required),
      )
      .refine(
        (value) => value.length <= maximum,
        refuse((language) => formWords(language).tooLong(maximum)),
      )
      .refine(
        (value) => !value.includes("\0"),
        refuse((language) => formWords(language).unusable),
      ),
  );

/** The same, and may be empty. */
export const optionalText = (maximum: number) =>
  z.preprocess(
    trimmed,
    z
      .string()
      .refine(
        (value) => value.length <= maximum,
        refuse((language) => formWords(language).tooLong(maximum)),
      )
      .refine(
        (value) => !value.includes("\0"),
        refuse((language) => formWords(language).unusable),
      ),
  );

/** An address of electronic mail, as it is written in a letter's To line. */
export const emailAddress = () =>
  z.preprocess(
    (value) => {
      const typed = trimmed(value);
      return typeof typed === "string" ? typed.toLowerCase() : typed;
    },
    z
      .string()
      .refine(
        (value) => value.length > 0,
        refuse((language) => formWords(language).required),
      )
      .refine(
        (value) => value === "" || (value.length <= 254 && z.email().safeParse(value).success),
        refuse((language) => formWords(language).email),
      ),
  );

export const wholeNumber = (minimum: number, maximum: number) =>
  z.preprocess(
    trimmed,
    z
      .string()
      .refine(
        (value) => /^-?\d{1,9}$/.test(value) && Number(value) >= minimum && Number(value) <= maximum,
        refuse((language) => formWords(language).wholeNumber(minimum, maximum)),
      )
      .transform(Number),
  );

export const optionalWholeNumber = (minimum: number, maximum: number) =>
  z.preprocess((value) => (trimmed(value) === "" ? null : value), z.union([z.null(), wholeNumber(minimum, maximum)]));

/** A day, as `<input type="date">` sends it, or null. */
export const optionalDate = () =>
  z.preprocess(
    trimmed,
    z
      .string()
      .refine(
        (value) => value === "" || z.iso.date().safeParse(value).success,
        refuse((language) => formWords(language).date),
      )
      .transform((value) => (value === "" ? null : value)),
  );

export const choice = <const T extends readonly [string, ...string[]]>(options: T) =>
  z.preprocess(
    // Of radio buttons nothing is sent where none was chosen.
    (value) => single(value) ?? "",
    z
      .string({ error: () => "" })
      .refine(
        (value): value is T[number] => options.includes(value),
        refuse((language) => formWords(language).choose),
      )
      .transform((value) => value),
  );

/** Checkboxes or a select of several: a list, without repetition. */
export const choices = (maximum = 200) =>
  z.preprocess(
    (value) =>
      [
        ...new Set(
          (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one) => (typeof one === "string" ? one.trim() : one)),
        ),
      ].filter((one) => one !== ""),
    z.array(z.string()).refine(
      (values) => values.length <= maximum,
      refuse((language) => formWords(language).tooMany(maximum)),
    ),
  );

export const checkbox = () => z.preprocess((value) => single(value) !== undefined, z.boolean());

/** A box that must be ticked; `sentence` says why. */
export const mustBeTicked = (sentence: Sentence) =>
  z.preprocess(
    (value) => single(value) !== undefined,
    z.boolean().refine((ticked) => ticked, refuse(sentence)),
  );

export const upload = () =>
  z.preprocess(
    single,
    z.instanceof(File, { error: () => "" }).refine(
      (file) => file.size > 0,
      refuse((language) => formWords(language).file),
    ),
  );
/** Any number of files, or none: a field that was left empty sends one without a name. */
export const uploads = () =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value : []).filter((one) => one instanceof File && (one.size > 0 || one.name !== "")),
    z.array(z.instanceof(File)),
  );
/** The id of a row, sent by a hidden field or a choice. */
export const id = () => z.preprocess(single, z.uuid({ error: () => "" }));
