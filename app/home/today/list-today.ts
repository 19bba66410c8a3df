import type { Context, PersonalContext } from "../../platform/context.ts";
import { findWaiting, type Waiting } from "../../relationships/agreements/find-waiting.ts";
import { findLines, type FoundLine, type Mark, type TodayProgram, type Wanted } from "./find-lines.ts";
import { findNames } from "./find-signals.ts";
import { byUrgency, type Found, type RuleName } from "./rules.ts";

export const entriesPerPage = 50;

export interface Line extends Found {
  /** How it was set aside, or given on. */
  readonly mark: Mark | undefined;
  /** Whom the reason names. */
  readonly personName: string | undefined;
  /** She is no side of it, but a guardian of one. */
  readonly isGuardian: boolean;
  /** Of an agreement: for whom it waits. */
  readonly waiting: Waiting | undefined;
}

/** A relationship or an offer, with everything that brings it into the list. */
export interface TodayEntry {
  readonly subject: Found["subject"];
  readonly names: readonly string[];
  /** The most urgent first. */
  readonly lines: readonly Line[];
}

export interface Wish extends Wanted {
  readonly rule?: RuleName | undefined;
  /** What was done or put off, instead of what is to be done. */
  readonly isAside: boolean;
  readonly page: number;
}

export interface Today {
  readonly entries: readonly TodayEntry[];
  /** Of entries. */
  readonly total: number;
  /** Of lines. */
  readonly asideCount: number;
  /** Lines of each reason, as if it were not filtered by reason. */
  readonly counts: ReadonlyMap<RuleName, number>;
  readonly programs: readonly TodayProgram[];
}

/** What needs a coordinator in one organization, the most urgent first. */
export async function listToday(ctx: Context, organizationId: string, wish: Wish): Promise<Today> {
  const { programs, found } = await findLines(ctx, organizationId, wish);
  const shown = found.filter(({ isAside }) => isAside === wish.isAside);
  const counts = new Map<RuleName, number>();
  for (const { line } of shown) counts.set(line.rule, (counts.get(line.rule) ?? 0) + 1);
  const chosen = bySubject(
    shown.filter(({ line }) => wish.rule === undefined || line.rule === wish.rule).toSorted((a, b) => byUrgency(a.line, b.line)),
  );
  const onPage = chosen.slice((wish.page - 1) * entriesPerPage, wish.page * entriesPerPage);
  const ids = (is: Found["subject"]["is"]) => onPage.flatMap(([{ line }]) => (line.subject.is === is ? line.subject.id : []));
  const names = await findNames(ctx, organizationId, {
    relationshipIds: ids("relationship"),
    offerIds: ids("offer"),
    participantIds: ids("mentor"),
  });
  const shownLines = onPage.flatMap((lines) => lines.map(({ line }) => line));
  const guardians = await findGuardianNames(
    ctx,
    organizationId,
    shownLines.flatMap(({ personId }) => personId ?? []),
  );
  const waiting = await findWaiting(
    ctx,
    organizationId,
    shownLines.flatMap(({ rule, subject }) => (rule === "agreement" ? subject.id : [])),
  );
  return {
    entries: onPage.map((lines) => {
      const { subject } = lines[0].line;
      const people = names.get(subject.id) ?? [];
      const sideOf = (personId: string | undefined): string | undefined => people.find((one) => one.personId === personId)?.name;
      return {
        subject,
        names: people.map(({ name }) => name),
        lines: lines.map(({ line, mark }) => ({
          ...line,
          mark,
          personName: sideOf(line.personId) ?? guardians.get(line.personId ?? ""),
          isGuardian: sideOf(line.personId) === undefined && guardians.has(line.personId ?? ""),
          waiting: line.rule === "agreement" ? waiting.get(subject.id) : undefined,
        })),
      };
    }),
    total: chosen.length,
    asideCount: found.filter(({ isAside }) => isAside).length,
    counts,
    programs,
  };
}

/** Each relationship once, where its most urgent line stands: whoever talks with the two sees all of it together. */
function bySubject(lines: readonly FoundLine[]): [FoundLine, ...FoundLine[]][] {
  const found = new Map<string, [FoundLine, ...FoundLine[]]>();
  for (const one of lines) {
    const others = found.get(one.line.subject.id);
    if (others) others.push(one);
    else found.set(one.line.subject.id, [one]);
  }
  return [...found.values()];
}

/** Those of these people who are guardians, by name. */
async function findGuardianNames(ctx: Context, organizationId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("profile")
    .select(["person_id as personId", "name"])
    .where("organization_id", "=", organizationId)
    .where("person_id", "in", personIds)
    .where((eb) =>
      eb(
        "person_id",
        "in",
        eb
          .selectFrom("guardianship")
          .select("guardian_id")
          .where("organization_id", "=", organizationId)
          .where("confirmed_at", "is not", null),
      ),
    )
    .execute();
  return new Map(rows.map(({ personId, name }) => [personId, name]));
}

export interface WaitingToday {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly count: number;
}

/** How many relationships and offers wait for the asking person, in each organization in which she coordinates a program. */
export async function countOwnToday(ctx: PersonalContext): Promise<WaitingToday[]> {
  const waiting: WaitingToday[] = [];
  for (const { organizationId, organizationName, coordinates } of ctx.actor.memberships) {
    if (coordinates.length === 0) continue;
    const { found } = await findLines(ctx, organizationId, { whose: "mine", search: "" });
    waiting.push({ organizationId, organizationName, count: bySubject(found.filter(({ isAside }) => !isAside)).length });
  }
  return waiting;
}
