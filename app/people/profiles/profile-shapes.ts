/** What the sections of the profile page send. */
import { z } from "zod";
import type { Sentence } from "../../platform/errors.ts";
import { checkbox, choice, choices, optionalDate, optionalText, says, text, upload } from "../../platform/form-fields.ts";
import { formWords } from "../../platform/form.messages.ts";
import { isTimeZone } from "../accounts/time-zones.ts";
import { isCountry } from "./code-names.ts";
import { audiences, type SkillLevel, skillLevels, visibleFields } from "./profile.ts";
import { profileWords } from "./profile.messages.ts";
import { splitWords } from "./split-words.ts";

export const mostWords = 50;
const longestWord = 100;
const refuse = (sentence: Sentence) => ({ error: () => "", ...says(sentence) });

/** A few words each, with commas or line ends between them. */
const words = () =>
  optionalText(6000)
    .transform(splitWords)
    .pipe(
      z
        .array(z.string())
        .refine(
          (list) => list.length <= mostWords,
          refuse((language) => profileWords(language).tooMany(mostWords)),
        )
        .refine(
          (list) => list.every((word) => word.length <= longestWord),
          refuse((language) => profileWords(language).itemTooLong(longestWord)),
        ),
    );

/** Nothing, or one of many that are known elsewhere. */
const oneOf = (isKnown: (value: string) => boolean) =>
  optionalText(100)
    .pipe(
      z.string().refine(
        (value) => value === "" || isKnown(value),
        refuse((language) => formWords(language).choose),
      ),
    )
    .transform((value) => value || null);

export const aboutShape = z.object({
  name: text(200),
  pronouns: optionalText(60),
  headline: optionalText(200),
  languages: choices(),
  addLanguages: optionalText(600),
  place: optionalText(200),
  country: oneOf(isCountry),
  timeZone: oneOf(isTimeZone),
});

export const pictureShape = z.object({ picture: upload() });
export const storyShape = z.object({ story: optionalText(5000), interests: words() });

/** The skills that are there already come by their number: `keep-0`, `level-0`. */
export const skillsShape = z
  .object({ text: optionalText(2000), skill: choices(mostWords), add: words(), addMany: words() })
  .catchall(z.unknown());
const level = choice(["", "1", "2", "3", "4", "5"]).transform((value) => skillLevels.find((one) => String(one) === value) ?? null);
export function skillRow(sent: Readonly<Record<string, unknown>>, index: number): { isKept: boolean; level: SkillLevel | null } {
  const chosen = level.safeParse(sent[`level-${index}`]);
  return { isKept: checkbox().parse(sent[`keep-${index}`]), level: chosen.success ? chosen.data : null };
}

export const availabilityShape = z.object({
  availability: choices(168)
    .transform((hours) => hours.map(Number).toSorted((a, b) => a - b))
    .pipe(
      z.array(z.number()).refine(
        (hours) => hours.every((hour) => Number.isInteger(hour) && hour >= 0 && hour < 168),
        refuse((language) => formWords(language).invalid),
      ),
    ),
});

export const pauseShape = z.object({ until: optionalDate() });
export const visibilityShape = z.object(
  Object.fromEntries(visibleFields.map((field) => [field, choice(audiences)])) as Record<
    (typeof visibleFields)[number],
    ReturnType<typeof choice<typeof audiences>>
  >,
);
