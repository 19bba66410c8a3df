/** Hours of a week as people write them: `Mon 9-12; Tue-Thu 18:00-20:30; Sat 10am-1pm`. An hour counts if all of it is meant. */
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export const WEEK = 168;

const range = /^([a-z]+)\.?(?:\s*[-–]\s*([a-z]+)\.?)?\s+([\d:.]+\s*(?:am|pm)?)\s*(?:[-–]|to)\s*([\d:.]+\s*(?:am|pm)?)$/;

/** The hours, from 0 (Monday, 0 to 1) to 167; null where the text is not understood. */
export function hoursOfWeek(text: string): number[] | null {
  const hours = new Set<number>();
  for (const part of text.toLowerCase().split(/[;,|\n]/)) {
    if (part.trim() === "") continue;
    const read = range.exec(part.trim());
    if (!read) return null;
    const [first, last] = [dayOf(read[1]!), dayOf(read[2] ?? read[1]!)];
    const [begin, end] = [timeOf(read[3]!), timeOf(read[4]!)];
    if (first < 0 || last < 0 || begin === null || end === null || begin === end) return null;
    const until = end > begin ? end : end + 24;
    for (let day = first; ; day = (day + 1) % 7) {
      for (let hour = Math.ceil(begin); hour + 1 <= until; hour++) hours.add((day * 24 + hour) % WEEK);
      if (day === last) break;
    }
  }
  return [...hours].toSorted((a, b) => a - b);
}

function dayOf(word: string): number {
  return word.length < 2 ? -1 : days.findIndex((day) => day.startsWith(word));
}

function timeOf(text: string): number | null {
  const read = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text.trim());
  if (!read) return null;
  let hour = Number(read[1]);
  const minutes = Number(read[2] ?? 0);
  if (read[3] !== undefined && (hour < 1 || hour > 12)) return null;
  if (read[3] !== undefined) hour = (hour % 12) + (read[3] === "pm" ? 12 : 0);
  return hour > 24 || minutes > 59 || (hour === 24 && minutes > 0) ? null : hour + minutes / 60;
}

/** The hours in words, neighbors together: `Mon 9-12, Tue 18-20`. */
export function hoursInWords(hours: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const hour of hours) {
    const last = spans.at(-1);
    if (last && last[1] === hour && hour % 24 !== 0) last[1] = hour + 1;
    else spans.push([hour, hour + 1]);
  }
  return spans.map(([begin, end]) => `${dayName(begin)} ${begin % 24}-${((end - 1) % 24) + 1}`).join(", ");
}

function dayName(hour: number): string {
  const name = days[Math.floor(hour / 24)]!.slice(0, 3);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
