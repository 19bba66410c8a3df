import type { Language } from "../platform/i18n.ts";

/** Each language by its own name, for those who read no other. */
export const languageNames: Record<Language, string> = { en: "English", es: "Español", ar: "العربية" };
