import type { Language } from "../../platform/i18n.ts";
import { type AgreementSection, isOurs } from "./agreement.ts";
import { draftWords } from "./agreement-draft.messages.ts";

export const titleOf = (language: Language, { key, title }: Pick<AgreementSection, "key" | "title">): string =>
  title ?? (isOurs(key) ? draftWords(language).titles[key] : key);

/** Of these sections, in the order of the agreement. */
export const titlesOf = (language: Language, sections: readonly AgreementSection[], keys: readonly string[]): string[] =>
  sections.filter(({ key }) => keys.includes(key)).map((section) => titleOf(language, section));
