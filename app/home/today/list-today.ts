import { sql } from "kysely";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { type Context, membershipIn, type PersonalContext } from "../../platform/context.ts";
import { defaultSetting, type RelationshipSetting } from "../../relationships/settings/setting.ts";
import { findCheckSignals, findNames, findOfferSignals, findRelationshipSignals } from "./find-signals.ts";
import { findWaiting, type Waiting } from "../../relationships/agreements/find-waiting.ts";
import type { MarkKind } from "./mark-line.ts";
import { byUrgency, type Found, lookAt, type RuleName, type RuleSettings } from "./rules.ts";

export const entriesPerPage = 50;

export interface TodayProgram {
  readonly id: string;
  readonly name: string;
  readonly setting: RelationshipSetting;
  readonly rules: RuleSettings;
}

export interface Mark {
  readonly subjectId: string;
  readonly rule: RuleName;
  readonly mark: MarkKind;
  readonly reason: string;
  readonly untilOn: string | null;
  readonly toId: string | null;
  readonly byName: string | null;
}

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

export interface Wish {
  readonly whose: "mine" | "all";
  readonly programId?: string | undefined;
  readonly rule?: RuleName | undefined;
  readonly search: string;
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
    const { found } = await findLines(ctx, organizationId, { whose: "mine", search: "", isAside: false, page: 1 });
    waiting.push({ organizationId, organizationName, count: bySubject(found.filter(({ isAside }) => !isAside)).length });
  }
  return waiting;
}

interface FoundLine {
  readonly line: Found;
  readonly mark: Mark | undefined;
  readonly isAside: boolean;
}

async function findLines(ctx: Context, organizationId: string, wish: Wish): Promise<{ programs: TodayProgram[]; found: FoundLine[] }> {
  const all = await listPrograms(ctx, organizationId);
  const programs = all.map(({ timeZone: _timeZone, ...program }) => program);
  const wanted = all.filter(({ id }) => wish.programId === undefined || id === wish.programId);
  const [first] = wanted;
  const me = ctx.actor?.personId;
  if (!first || me === undefined) return { programs, found: [] };
  const { timeZone } = first;
  const today = dayIn(timeZone, ctx.now);
  const isMine = wish.whose === "mine";
  const where = { organizationId, programIds: wanted.map(({ id }) => id), search: wish.search, timeZone, readerId: me };
  const own = await listOwnRelationships(ctx, organizationId, me);
  const relationships = (await findRelationshipSignals(ctx, { ...where, ownerId: isMine ? me : undefined })).filter(
    ({ id }) => !own.has(id),
  );
  // An offer is looked after by everybody who coordinates its program.
  const coordinated = membershipIn(ctx, organizationId)?.coordinates ?? [];
  const offers = (await findOfferSignals(ctx, where)).filter(({ programId }) => !isMine || coordinated.includes(programId));
  // Nobody looks after her own checks.
  const mentors = (await findCheckSignals(ctx, where)).filter(({ personId }) => personId !== me);
  const marks = new Map((await listMarks(ctx, organizationId, where.programIds)).map((mark) => [`${mark.subjectId} ${mark.rule}`, mark]));
  const byId = new Map(wanted.map((program) => [program.id, program]));
  const found = [...relationships, ...offers, ...mentors].flatMap((subject) => {
    const { rules: settings, setting } = byId.get(subject.programId)!;
    return lookAt(subject, { settings, setting, today, now: ctx.now }).map((line) => {
      const mark = marks.get(`${subject.id} ${line.rule}`);
      const holds = mark !== undefined && (mark.mark === "snoozed" ? mark.untilOn! > today : mark.reason === line.reason);
      return { line, mark: holds ? mark : undefined, isAside: holds && mark.mark !== "handed-over" };
    });
  });
  return { programs, found: isMine ? found.filter((one) => isFor(one, me, coordinated)) : found };
}

/** Those that she is or was in herself, or a guardian of somebody in it: how they go the others tell a coordinator, and not her. */
async function listOwnRelationships(ctx: Context, organizationId: string, personId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom("relationship_person")
    .select("relationship_id as id")
    .where("organization_id", "=", organizationId)
    .where((eb) =>
      eb.or([
        eb("person_id", "=", personId),
        eb(
          "person_id",
          "in",
          eb
            .selectFrom("guardianship")
            .select("ward_id")
            .where("organization_id", "=", organizationId)
            .where("guardian_id", "=", personId)
            .where((either) => either.or([either("confirmed_at", "is not", null), either("ended_at", "is", null)])),
        ),
      ]),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}

function isFor({ line: { subject }, mark }: FoundLine, me: string, coordinated: readonly string[]): boolean {
  if (mark?.mark === "handed-over") return mark.toId === me;
  // What nobody looks after concerns everybody who coordinates its program.
  if (subject.is === "relationship" && subject.ownerId !== null) return subject.ownerId === me;
  // A mentor is looked after by who looks after her relationships; where nobody does yet, by everybody who coordinates the program.
  if (subject.is === "mentor" && subject.ownerIds.length > 0) return subject.ownerIds.includes(me);
  return coordinated.includes(subject.programId);
}

/**
 * The programs whose list she sees, with their rules: all of the organization's for its administrators. One that was archived stays
 * as long as a relationship in it goes on: whoever is in it needs a hand as before.
 */
async function listPrograms(ctx: Context, organizationId: string): Promise<(TodayProgram & { timeZone: string })[]> {
  const membership = membershipIn(ctx, organizationId);
  if (!membership) return [];
  const own = membership.role === "member" ? membership.coordinates : null;
  const { rows } = await sql<{
    id: string;
    name: string;
    timeZone: string;
    setting: Partial<RelationshipSetting> | null;
    rules: RuleSettings;
  }>`
    select p.id, p.name, o.time_zone as "timeZone",
      case when s.program_id is not null then jsonb_build_object('meetEveryDays', s.meet_every_days, 'firstMeetingDays', s.first_meeting_days,
        'nudgeDays', s.nudge_days) end as setting,
      (select coalesce(jsonb_object_agg(t.rule, jsonb_build_object('isOn', t.is_on, 'threshold', t.threshold)), '{}') from today_rule t
        where t.organization_id = p.organization_id and t.program_id = p.id) as rules
    from program p join organization o on o.id = p.organization_id
    left join relationship_setting s on s.organization_id = p.organization_id and s.program_id = p.id
    where p.organization_id = ${organizationId} and (p.archived_at is null or exists (select from relationship r
        where r.organization_id = p.organization_id and r.program_id = p.id and r.state <> 'concluded'))
      and (${own}::uuid[] is null or p.id = any (${own}::uuid[]))
    order by p.name, p.id`.execute(ctx.db);
  return rows.map(({ setting, ...program }) => ({ ...program, setting: { ...defaultSetting, ...setting } }));
}

async function listMarks(ctx: Context, organizationId: string, programIds: readonly string[]): Promise<Mark[]> {
  const { rows } = await sql<Mark>`
    select m.subject_id as "subjectId", m.rule, m.mark, m.reason, m.until_on::text as "untilOn", m.to_id as "toId", by.name as "byName"
    from today_mark m left join profile by on by.organization_id = m.organization_id and by.person_id = m.by_id
    where m.organization_id = ${organizationId} and m.program_id = any (${programIds})`.execute(ctx.db);
  return rows;
}
