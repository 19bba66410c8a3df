import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph, quote } from "../../platform/letters/letter.ts";
import { formatList, formatTime } from "../../ui/formats.ts";
import { messageLetterWords } from "./message-letter.messages.ts";

export interface ToldMessage {
  readonly author: string;
  readonly words: string;
  readonly files: number;
  readonly sentAt: Date;
}

/** More than this nobody reads in a letter. */
const mostQuoted = 10;

/** What was said while she was away; one letter, however much it was. */
export function messageLetter(
  reader: { readonly language: Language; readonly timeZone: string; readonly now: Date },
  messages: readonly ToldMessage[],
  { href, canAnswer }: { readonly href: string; readonly canAnswer: boolean },
): Letter {
  const words = messageLetterWords(reader.language);
  const authors = [...new Set(messages.map(({ author }) => author))];
  const told = messages.slice(-mostQuoted);
  return {
    subject: words.subject(formatList(reader.language, authors), messages.length),
    body: [
      paragraph(words.opening(formatList(reader.language, authors), messages.length)),
      ...(messages.length > told.length ? [note(words.more(messages.length - told.length))] : []),
      ...told.flatMap(({ author, words: said, files, sentAt }) => [
        paragraph(`${author}, ${formatTime(reader, sentAt, "moment")}`),
        ...(said === "" ? [] : [quote(said)]),
        ...(files > 0 ? [note(words.files(files))] : []),
      ]),
      action(words.answer, href),
      note(canAnswer ? words.byMail : words.notByMail),
      note(words.settings),
    ],
  };
}
