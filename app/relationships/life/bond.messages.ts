import type { ProgramFormat } from "../../networks/programs/program.ts";
import { type Language, messages } from "../../platform/i18n.ts";

type Bond = Readonly<Record<ProgramFormat, (other: string) => string>>;

const en = (bond: string) => (other: string) => `${bond} with ${other}`;
const es = (bond: string) => (other: string) => `${bond} con ${other}`;
const ar = (bond: string) => (other: string) => `${bond} مع ${other}`;

/** What somebody has with the others, within a sentence ("your …"): between equals no word of mentors and mentees. */
const bondWords = messages({
  en: {
    "one-to-one": en("mentoring"),
    group: en("mentoring"),
    flash: en("conversation"),
    peer: en("time"),
    reverse: en("mentoring"),
  } satisfies Bond,
  // All of them feminine, as the sentences around them expect.
  es: { "one-to-one": es("mentoría"), group: es("mentoría"), flash: es("conversación"), peer: es("relación"), reverse: es("mentoría") },
  ar: {
    "one-to-one": ar("علاقة الإرشاد"),
    group: ar("علاقة الإرشاد"),
    flash: ar("المحادثة"),
    peer: ar("العلاقة"),
    reverse: ar("علاقة الإرشاد"),
  },
});

export const bondOf = (format: ProgramFormat, other: string, language: Language): string => bondWords(language)[format](other);
