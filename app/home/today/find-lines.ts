/** The lines of a coordinator's list: what is known is held against each program's rules, and against what was done with them before. */
import { sql } from "kysely";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { type Context, membershipIn } from "../../platform/context.ts";
import { defaultSetting, type RelationshipSetting } from "../../relationships/settings/setting.ts";
import { findCheckSignals, findOfferSignals, findRelationshipSignals } from "./find-signals.ts";
import type { MarkKind } from "./mark-line.ts";
import { type Found, lookAt, type RuleName, type RuleSettings } from "./rules.ts";

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

export interface Wanted {
  readonly whose: "mine" | "all";
  readonly programId?: string | undefined;
  /** Part of a name. */
  readonly search: string;
}

export interface FoundLine {
  readonly line: Found;
  readonly mark: Mark | undefined;
  readonly isAside: boolean;
}

/** Every line that the rules give among what was asked for, in no order, with how it was set aside or given on. */
export async function findLines(
  ctx: Context,
  organizationId: string,
  wish: Wanted,
): Promise<{ programs: TodayProgram[]; found: FoundLine[] }> {
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
