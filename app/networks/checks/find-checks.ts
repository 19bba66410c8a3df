import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { type CheckKind, type Decision, decisions, type NewestCheck } from "./background-check.ts";
import { openPart } from "./sealed-checks.ts";

export interface OfPerson {
  readonly organizationId: string;
  readonly personId: string;
}

export interface BackgroundCheck extends NewestCheck {
  readonly provider: string;
  readonly jurisdictions: string;
  readonly decidedOn: string;
  /** Undefined: the installation has lost the key to it. */
  readonly decision: Decision | undefined;
  readonly reference: string | undefined;
  readonly remark: string | undefined;
  /** Who wrote it down, as long as she is here. */
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
  readonly voidedAt: Date | null;
  readonly voidedBy: string | null;
  readonly voidReason: string | undefined;
}

/** All that is recorded of somebody, the newest decision first. */
export async function listChecks(ctx: Context, { organizationId, personId }: OfPerson): Promise<BackgroundCheck[]> {
  const rows = await ctx.db
    .selectFrom("background_check as c")
    .leftJoin("profile as recorder", (join) =>
      join.onRef("recorder.organization_id", "=", "c.organization_id").onRef("recorder.person_id", "=", "c.recorded_by"),
    )
    .leftJoin("profile as voider", (join) =>
      join.onRef("voider.organization_id", "=", "c.organization_id").onRef("voider.person_id", "=", "c.voided_by"),
    )
    .select([
      "c.id as checkId",
      "c.kind",
      "c.provider",
      "c.jurisdictions",
      "c.decided_on as decidedOn",
      "c.expires_on as expiresOn",
      "c.reference",
      "c.decision",
      "c.remark",
      "c.void_reason",
      "c.recorded_at as recordedAt",
      "c.voided_at as voidedAt",
      "recorder.name as recordedBy",
      "voider.name as voidedBy",
    ])
    .where("c.organization_id", "=", organizationId)
    .where("c.person_id", "=", personId)
    .orderBy("c.decided_on", "desc")
    .orderBy("c.id", "desc")
    .limit(200)
    .execute();
  return rows.map(({ reference, decision, remark, void_reason, ...row }) => {
    const its = { organizationId, checkId: row.checkId };
    const decided = openPart(ctx, its, "decision", decision);
    return {
      ...row,
      reference: openPart(ctx, its, "reference", reference),
      decision: decisions.find((one) => one === decided),
      remark: openPart(ctx, its, "remark", remark),
      voidReason: openPart(ctx, its, "void_reason", void_reason),
    };
  });
}

export interface NeedOfProgram {
  readonly programId: string;
  readonly programName: string;
  readonly needed: readonly CheckKind[];
}

/** The programs that want checks of this person: those in which she is a mentor, or one of two equals. */
export async function listNeeds(ctx: Context, { organizationId, personId }: OfPerson): Promise<NeedOfProgram[]> {
  const { rows } = await sql<NeedOfProgram>`
    select p.id as "programId", p.name as "programName", p.needed_checks as needed from program p
    where p.organization_id = ${organizationId} and p.archived_at is null and p.needed_checks <> '{}' and exists (
      select from participant t where t.organization_id = p.organization_id and t.program_id = p.id and t.person_id = ${personId}
        and t.withdrawn_at is null and (t.role = 'mentor' or p.format = 'peer'))
    order by p.name, p.id`.execute(ctx.db);
  return rows;
}
