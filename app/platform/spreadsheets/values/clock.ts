import type { Hours } from "./week-words.ts";

type Half = "am" | "pm" | undefined;
interface Time {
  hour: number;
  minute: number;
  half: Half;
}

const TIME = String.raw`(\d{1,2})(?:\s?[:.h]\s?(\d{2}))?\s?(?:hrs|horas|h)?\s?(am|pm|a\.\s?m\.?|p\.\s?m\.?|صباحا|مساء|ص|م)?(?![\p{L}\d])`;
const TO = String.raw`\s*(?:-|–|—|to|till|until|and|a las|a la|a|y las|y|hasta las|hasta|الي|حتي|و)\s*`;
export const RANGE = new RegExp(
  `^(?:between|from|entre las|entre|de las|de|desde las|desde|من الساعه|من|بين)?\\s*${TIME}${TO}(?:الساعه\\s*)?${TIME}`,
  "u",
);
export const AFTER = new RegExp(
  `^(?:after|from|since|despues de las|despues de|a partir de las|a partir de|desde las|desde|بعد الساعه|بعد|من الساعه|من)\\s*${TIME}`,
  "u",
);
export const BEFORE = new RegExp(
  `^(?:before|until|till|up to|antes de las|antes de|hasta las|hasta|قبل الساعه|قبل|حتي الساعه|حتي)\\s*${TIME}`,
  "u",
);

const halfOf = (text: string | undefined): Half => {
  if (text === undefined) return undefined;
  return text.startsWith("a") || text.startsWith("ص") ? "am" : "pm";
};

const timeOf = (hour: string | undefined, minute: string | undefined, half: string | undefined): Time => ({
  hour: Number(hour),
  minute: Number(minute ?? 0),
  half: halfOf(half),
});

/** Hours since midnight, with a fraction; undefined where no clock shows it. */
function hoursOf({ hour, minute, half }: Time): number | undefined {
  if (minute > 59 || hour > 24 || (half && hour > 12)) return undefined;
  const whole = half === undefined ? hour : (hour % 12) + (half === "pm" ? 12 : 0);
  return whole + minute / 60;
}

const isHours = (from: number, to: number): boolean => from < to && to <= 24;

/** Only hours that are free from their beginning to their end, unless it is one that is not. */
function fullHours(from: number, to: number): Hours {
  const [first, last] = [Math.ceil(from), Math.floor(to)];
  return first < last ? [first, last] : [Math.floor(from), Math.floor(from) + 1];
}

/** «18-20», «6-8pm», «9 to 5», «10:30–12»; undefined when the end comes before the beginning. */
export function hoursOfRange(match: RegExpExecArray): Hours | undefined {
  const first = timeOf(match[1], match[2], match[3]);
  const last = timeOf(match[4], match[5], match[6]);
  let to = hoursOf(last);
  let from = hoursOf(first);
  if (from === undefined || to === undefined) return undefined;
  // «6-8pm»: the half of the day is said once, for both, unless that turns it around («10-2pm»).
  if (first.half === undefined && last.half !== undefined) {
    const same = hoursOf({ ...first, half: last.half });
    if (same !== undefined && isHours(same, to)) from = same;
  }
  // «9-5», «10-2»: office hours on a clock of twelve.
  if (from >= to && first.half !== "pm" && last.half === undefined && to <= 12 && isHours(from, to + 12)) to += 12;
  // «10pm-12am» ends at midnight.
  if (to === 0) to = 24;
  return isHours(from, to) ? fullHours(from, to) : undefined;
}

const EARLIEST = 8;
const LATEST = 21;

/** «after 18»: until the end of the evening. */
export function hoursAfter(match: RegExpExecArray): Hours | undefined {
  const from = hoursOf(timeOf(match[1], match[2], match[3]));
  if (from === undefined || from >= 24) return undefined;
  return fullHours(from, from < LATEST ? LATEST : 24);
}

/** «before 10»: from the beginning of the morning. */
export function hoursBefore(match: RegExpExecArray): Hours | undefined {
  const to = hoursOf(timeOf(match[1], match[2], match[3]));
  if (to === undefined || to <= 0 || to > 24) return undefined;
  return fullHours(to > EARLIEST ? EARLIEST : 0, to);
}
