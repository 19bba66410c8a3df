/** What would help, in words. Pure. */
import type { Language, Reader } from "../../platform/i18n.ts";
import { formatList, formatNumber, weekdayNames } from "../../ui/formats.ts";
import { criterionTitle } from "../criteria/criterion-words.ts";
import type { RoundCriteria } from "../rounds/round.ts";
import type { HelpPart } from "./help-part.ts";
import { helpWords } from "./help.messages.ts";
import { isolated } from "./name-words.ts";

/** One change, as a sentence, and what the total would gain by it. `now`: whose difference to UTC counts for hours of the week. */
export function helpSentences(
  part: HelpPart,
  reader: Pick<Reader, "language" | "timeZone">,
  { criteria, questions }: RoundCriteria,
  nameOf: (mentorId: string) => string,
  now: Date,
): string[] {
  const { language } = reader;
  const words = helpWords(language);
  return [
    changeSentence(part, reader, { criteria, questions }, isolated(language, nameOf(part.mentorId)), now),
    ...(part.gain !== null && part.gain <= 10_000
      ? [words.gain(formatNumber(language, part.gain / 100, { maximumFractionDigits: 1 }))]
      : []),
  ];
}

function changeSentence(
  part: HelpPart,
  { language, timeZone }: Pick<Reader, "language" | "timeZone">,
  { criteria, questions }: RoundCriteria,
  mentor: string,
  now: Date,
): string {
  const words = helpWords(language);
  const title = (id: string): string => {
    const criterion = criteria.find((each) => each.id === id);
    return criterion ? criterionTitle(criterion, questions, language) : "…";
  };
  switch (part.kind) {
    case "place":
      return words.place(mentor);
    case "ban":
      return words.ban(mentor);
    case "hours": {
      const figure = formatNumber(language, part.more, { maximumFractionDigits: 2 });
      return words.hours(mentor, part.more, figure, timesOfWeek(part.atMinutes, language, timeZone, now));
    }
    case "rule":
      if (part.rule === "above") return words.steps(mentor, title(part.criterionId), part.short, formatNumber(language, part.short));
      return words.rule(mentor, title(part.criterionId));
  }
}

const minutesInWeek = 7 * 24 * 60;
const mostTimes = 4;

/** "Mon 18:00 and Tue 19:00": minutes of the week in UTC as the reader's clock shows them this week; whole hours, each once. */
function timesOfWeek(atMinutes: readonly number[], language: Language, timeZone: string, now: Date): string {
  const clock = new Intl.DateTimeFormat(language, { timeZone, hour: "numeric", minute: "2-digit" });
  const day = new Intl.DateTimeFormat("en", { timeZone, weekday: "short" });
  const monday = mondayOf(now);
  const names = weekdayNames(language, "short");
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const hours = new Set(atMinutes.map((minutes) => Math.floor((minutes % minutesInWeek) / 60) * 60));
  const times = [...hours].slice(0, mostTimes).map((minutes) => {
    const at = new Date(monday + minutes * 60_000);
    return `${names[days.indexOf(day.format(at))] ?? ""} ${clock.format(at)}`.trim();
  });
  return formatList(language, times);
}

/** The Monday, at midnight UTC, of the week of this moment. */
function mondayOf(at: Date): number {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  return midnight - ((at.getUTCDay() + 6) % 7) * 86_400_000;
}
