/**
 * Hours of the week, from each person's own time zone to one clock.
 *
 * The difference to UTC is that of one moment (the program's first day, or today where that is past), summer time included; the
 * week is cut into hours, or where somebody's zone stands half or a quarter of an hour off, into halves or quarters of an hour, so
 * that hours in common are exact in every zone.
 */

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  let format = formats.get(timeZone);
  if (format) return format;
  try {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  } catch {
    return undefined;
  }
  formats.set(timeZone, format);
  return format;
}

/** Minutes that clocks there are ahead of UTC at this moment; undefined where there is no such zone. */
export function minutesAhead(timeZone: string, at: Date): number | undefined {
  // Of thousands of people many live in one zone, and all are asked about the same moment.
  if (askedLast !== at.getTime()) aheadLast.clear();
  askedLast = at.getTime();
  if (!aheadLast.has(timeZone)) aheadLast.set(timeZone, workOutMinutesAhead(timeZone, at));
  return aheadLast.get(timeZone);
}
let askedLast = Number.NaN;
const aheadLast = new Map<string, number | undefined>();

function workOutMinutesAhead(timeZone: string, at: Date): number | undefined {
  const format = formatOf(timeZone);
  if (!format) return undefined;
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(part["year"]!, part["month"]! - 1, part["day"], part["hour"], part["minute"]);
  return (wall - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000;
}

export const hoursInWeek = 168;

/** Into how many parts an hour has to be cut so that all these differences to UTC are whole: 1, 2 or 4. */
export function partsOfHour(minutes: Iterable<number>): 1 | 2 | 4 {
  let parts: 1 | 2 | 4 = 1;
  for (const each of minutes) {
    if (each % 30 !== 0) return 4;
    if (each % 60 !== 0) parts = 2;
  }
  return parts;
}

/** The parts of the week in UTC (0 is Monday 00:00) that these hours of somebody's own week cover. */
export function utcParts(hours: readonly number[], ahead: number, parts: 1 | 2 | 4): number[] {
  const week = hoursInWeek * parts;
  // Zones are whole quarters of an hour off today; what history had is rounded to the nearest.
  const shift = Math.round((ahead * parts) / 60);
  const covered: number[] = [];
  for (const hour of hours) for (let part = 0; part < parts; part++) covered.push((((hour * parts + part - shift) % week) + week) % week);
  return covered;
}

/** Quarters of an hour in a day. */
export const quartersInDay = 96;

/**
 * A stretch of the day that begins at the same hour of everyone's own clock, in quarters of an hour UTC. Two of them overlap
 * the less the further apart two people are on the clock, the short way round: those in Auckland and Honolulu are close.
 */
export function stretchOfDay(ahead: number, hours: number): number[] {
  const begin = -Math.round(ahead / 15);
  return Array.from({ length: hours * 4 }, (_, quarter) => (((begin + quarter) % quartersInDay) + quartersInDay) % quartersInDay);
}
