import { action, type Letter, note, paragraph } from "../../platform/letters/letter.ts";
import type { Language } from "../../platform/i18n.ts";
import { formatDay } from "../../ui/formats.ts";
import { quietWords } from "./quiet.messages.ts";
import type { QuietStep } from "./quiet.ts";

interface Told {
  readonly language: Language;
  readonly name: string;
  readonly other: string;
  /** The day of the last contact. */
  readonly silentSince: string;
  /** The day on which it is concluded if nobody answers. */
  readonly concludesOn: string;
  readonly page: string;
  /** Says that it goes on, without signing in; a button behind it acts. */
  readonly goOn: string;
}

/** To each of them, without asking who was silent. */
export function quietLetter({ step }: QuietStep, { language, name, other, silentSince, concludesOn, page, goOn }: Told): Letter {
  const words = quietWords(language).letter;
  const greeting = paragraph(words.greeting(name));
  const since = formatDay(language, silentSince);
  const until = formatDay(language, concludesOn);
  if (step === "nudge")
    return {
      subject: words.nudgeSubject(other),
      body: [greeting, paragraph(words.nudge(other, since)), action(words.write, page), note(words.away)],
    };
  const warned = step === "warn";
  return {
    subject: warned ? words.warnSubject(other, until) : words.askSubject(other),
    body: [
      greeting,
      paragraph(warned ? words.warn(other, until) : words.ask(other, since, until)),
      action(words.answer, goOn),
      note(words.end),
    ],
  };
}
