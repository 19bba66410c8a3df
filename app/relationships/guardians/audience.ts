import type { Language } from "../../platform/i18n.ts";
import { formatList } from "../../ui/formats.ts";
import { guardianPageWords } from "./guardian-page.messages.ts";

interface OfRelationship {
  readonly people: readonly { readonly name: string; readonly hasGuardian: boolean }[];
}

/** Who can see a page of a relationship, where guardians see something of it: the words of what they agreed, or only dates. */
export function withGuardians(language: Language, { people }: OfRelationship, what: "agreement" | "dates", audience: string): string {
  const wards = people.filter((one) => one.hasGuardian).map(({ name }) => name);
  if (wards.length === 0) return audience;
  const words = guardianPageWords(language);
  return (what === "agreement" ? words.alsoAgreement : words.alsoDates)(audience, formatList(language, wards));
}
