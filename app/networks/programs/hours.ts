import type { Language } from "../../platform/i18n.ts";
import { answerWords } from "./answer.messages.ts";
import { formatNumber } from "../../ui/formats.ts";

/** More than so many stretches are a number, not a list that anybody reads. */
const mostStretches = 7;

/** The first of January 2024 was a Monday. */
const hourDate = (hour: number): Date => new Date(Date.UTC(2024, 0, 1, hour));

/** Hours of the week that follow each other, as [first, end). A stretch ends with its day, as people say it. */
function stretchesOf(hours: readonly number[]): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (const hour of hours.toSorted((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && last[1] === hour && hour % 24 !== 0) last[1] = hour + 1;
    else stretches.push([hour, hour + 1]);
  }
  return stretches;
}

/** "Mon, 6 – 8 PM; Wed, 6 – 9 PM", or how many hours where that would be long. */
export function formatHours(language: Language, hours: readonly number[]): string {
  const stretches = stretchesOf(hours);
  if (stretches.length > mostStretches) {
    return answerWords(language).hoursOfWeek(hours.length, formatNumber(language, hours.length));
  }
  const day = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  const clock = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  return stretches
    .map(([from, to]) => `${day.format(hourDate(from))} ${clock.format(hourDate(from))}–${clock.format(hourDate(to))}`)
    .join("; ");
}
