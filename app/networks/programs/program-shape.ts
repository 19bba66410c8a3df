import { z } from "zod";
import { checkbox, choice, id, mustBeTicked, optionalDate, optionalText, says, text, wholeNumber } from "../../platform/form-fields.ts";
import { onDeclines, programFormats, signUps } from "./program.ts";
import { programWords } from "./program.messages.ts";

export const mostPlaces = 50;
export const mostOfferDays = 60;
export const longestOwnText = 3000;

const endsAfterStart = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): boolean =>
  startsOn === null || endsOn === null || endsOn >= startsOn;
const atLastDay = { path: ["endsOn"], error: () => "", ...says((language) => programWords(language).endsBeforeStart) };

const settings = z.object({
  name: text(200),
  purpose: optionalText(5000),
  startsOn: optionalDate(),
  endsOn: optionalDate(),
  defaultCapacity: wholeNumber(1, mostPlaces),
  offerDays: wholeNumber(1, mostOfferDays),
  onDecline: choice(onDeclines),
  signUp: choice(signUps),
});
const adultsOnly = mustBeTicked((language) => programWords(language).adultsOnlyNeeded);

export const programSettingsShape = settings.refine(endsAfterStart, atLastDay);
export type ProgramSettings = z.output<typeof programSettingsShape>;
export const newProgramShape = settings.extend({ adultsOnly, format: choice(programFormats).optional() }).refine(endsAfterStart, atLastDay);

export const programTextsShape = z.object({
  welcome: optionalText(longestOwnText),
  offer: optionalText(longestOwnText),
  firstSteps: optionalText(longestOwnText),
});
export type NewProgramTexts = z.output<typeof programTextsShape>;

export const programCopyShape = z
  .object({
    name: text(200),
    startsOn: optionalDate(),
    endsOn: optionalDate(),
    withMentors: checkbox(),
    withMentees: checkbox(),
    adultsOnly,
  })
  .refine(endsAfterStart, atLastDay);
export type ProgramCopy = z.output<typeof programCopyShape>;

export const handOverShape = z.object({ personId: id(), stays: checkbox() });
export type HandOver = z.output<typeof handOverShape>;
