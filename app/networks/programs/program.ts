/** What a program is, and in which stage of its life. Pure. */
import type { CheckKind } from "../checks/background-check.ts";

export const signUps = ["invitation", "open"] as const;
export type SignUp = (typeof signUps)[number];
export const onDeclines = ["offer-next", "ask-coordinator"] as const;
export type OnDecline = (typeof onDeclines)[number];
/**
 * What kind of relationship the program makes: one mentor with one mentee; with a group; a single conversation (`flash`); two
 * equals (`peer`); or the younger mentors the older (`reverse`).
 */
export const programFormats = ["one-to-one", "group", "flash", "peer", "reverse"] as const;
export type ProgramFormat = (typeof programFormats)[number];

/** Places of a group where nobody has said otherwise. */
export const usualGroup = 6;

/** What the program says in its own words; where it says nothing, ours stand. */
export interface ProgramTexts {
  /** To whoever comes in for the first time. */
  readonly welcome?: string;
  /** A paragraph of each offer's letter. */
  readonly offer?: string;
  /** What the two do first, on the page that they share. */
  readonly firstSteps?: string;
}

export interface Program {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly purpose: string;
  readonly format: ProgramFormat;
  /** Calendar days, as "2027-02-01". */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Places of a mentor who has not said otherwise. */
  readonly defaultCapacity: number;
  readonly signUp: SignUp;
  /** Days to answer an offer. */
  readonly offerDays: number;
  readonly onDecline: OnDecline;
  readonly texts: ProgramTexts;
  readonly adultsOnlyAttestedAt: Date | null;
  readonly copiedFrom: string | null;
  readonly archivedAt: Date | null;
  /** What each mentor must have passed before anything begins with her. */
  readonly neededChecks: readonly CheckKind[];
}

export type ProgramStage = "setting-up" | "gathering" | "running" | "ended" | "archived";

/** `today` is the calendar day in the organization's time zone. */
export function stageOf(program: Pick<Program, "startsOn" | "endsOn" | "archivedAt">, people: number, today: string): ProgramStage {
  if (program.archivedAt) return "archived";
  if (program.endsOn !== null && program.endsOn < today) return "ended";
  if (people === 0) return "setting-up";
  return program.startsOn !== null && program.startsOn <= today ? "running" : "gathering";
}

/** Kept, because making one takes longer than the statement that wants the day; there are only so many time zones. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, "2027-02-01", that `at` falls on in this time zone. */
export function dayIn(timeZone: string, at: Date): string {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  dayFormats.set(timeZone, format);
  return format.format(at);
}

export const programPath = (organizationId: string, programId: string): string => `/organizations/${organizationId}/programs/${programId}`;

/** The same day a year later. */
export const dayNextYear = (day: string): string => (day.endsWith("-02-29") ? `${yearAfter(day)}-02-28` : yearAfter(day) + day.slice(4));
const yearAfter = (text: string): string => String(Number(text.slice(0, 4)) + 1);

/**
 * The name with each year in it a year later: "First Steps 2027/28" becomes "First Steps 2028/29". One without a year gets that of
 * `day`, on which the copy begins.
 */
export function nameNextYear(name: string, day: string): string {
  const later = name.replaceAll(/(?<!\d)((?:19|20)\d\d)(?:([/–-])(\d\d))?(?!\d)/g, (_, year: string, mark?: string, short?: string) =>
    mark === undefined || short === undefined
      ? yearAfter(year)
      : yearAfter(year) + mark + String((Number(short) + 1) % 100).padStart(2, "0"),
  );
  return later === name ? `${name} ${day.slice(0, 4)}` : later;
}
