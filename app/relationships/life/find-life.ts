import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import { hasGuardian } from "../../networks/guardians/has-guardian.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { PairRole } from "../pairs/pair.ts";
import type { Life } from "./life.ts";

export interface OneRelationship {
  readonly organizationId: string;
  readonly relationshipId: string;
}

export interface PersonOfLife {
  readonly participantId: string;
  readonly personId: string;
  readonly role: PairRole;
  /** As shown in the organization. */
  readonly name: string;
  /** Her own; where she has none, the organization's. */
  readonly timeZone: string;
  /** Somebody has said yes to being a guardian of hers, and sees something of it. */
  readonly hasGuardian: boolean;
}

/** What acts of every feature need of a relationship. */
export interface Relationship extends Life {
  readonly organizationId: string;
  readonly id: string;
  readonly programId: string;
  readonly programName: string;
  readonly format: ProgramFormat;
  readonly begunAt: Date;
  readonly concludedAt: Date | null;
  readonly ownerId: string | null;
  readonly organizationTimeZone: string;
  /** What day it is where the organization is. */
  readonly today: string;
  /** Who is in it now, the mentor first. */
  readonly people: readonly PersonOfLife[];
}

export const findRelationship = (ctx: Context, its: OneRelationship): Promise<Relationship> => read(ctx, its, false);

/** The same, held until the transaction ends, so that two changes of one relationship never interleave. */
export const lockRelationship = (ctx: Context, its: OneRelationship): Promise<Relationship> => read(ctx, its, true);

async function read(ctx: Context, { organizationId, relationshipId }: OneRelationship, isLocked: boolean): Promise<Relationship> {
  if (isLocked)
    found(
      await ctx.db
        .selectFrom("relationship")
        .select("id")
        .where("organization_id", "=", organizationId)
        .where("id", "=", relationshipId)
        .forUpdate()
        .executeTakeFirst(),
    );
  const row = found(
    await ctx.db
      .selectFrom("relationship as r")
      .innerJoin("program", (join) =>
        join.onRef("program.organization_id", "=", "r.organization_id").onRef("program.id", "=", "r.program_id"),
      )
      .innerJoin("organization", "organization.id", "r.organization_id")
      .select([
        "r.organization_id as organizationId",
        "r.id",
        "r.program_id as programId",
        "program.name as programName",
        "r.format",
        "r.state",
        "r.begun_at as begunAt",
        "r.concluded_at as concludedAt",
        "r.owner_id as ownerId",
        "r.paused_by as pausedBy",
        "r.paused_until as pausedUntil",
        "r.ends_on as endsOn",
        "r.closes_on as closesOn",
        "r.ending",
        "organization.time_zone as organizationTimeZone",
      ])
      .select((eb) =>
        jsonArrayFrom(
          eb
            .selectFrom("relationship_person as p")
            .innerJoin("profile", (join) =>
              join.onRef("profile.organization_id", "=", "p.organization_id").onRef("profile.person_id", "=", "p.person_id"),
            )
            .innerJoin("auth.person as account", "account.id", "p.person_id")
            .select((one) => [
              "p.participant_id as participantId",
              "p.person_id as personId",
              "p.role",
              "profile.name",
              one.fn.coalesce("profile.time_zone", "account.time_zone", "organization.time_zone").as("timeZone"),
              hasGuardian.as("hasGuardian"),
            ])
            .whereRef("p.organization_id", "=", "r.organization_id")
            .whereRef("p.relationship_id", "=", "r.id")
            .where("p.left_at", "is", null)
            .orderBy("p.role", "desc")
            .orderBy("profile.name")
            .orderBy("p.person_id"),
        ).as("people"),
      )
      .where("r.organization_id", "=", organizationId)
      .where("r.id", "=", relationshipId)
      .executeTakeFirst(),
  );
  return { ...row, today: dayIn(row.organizationTimeZone, ctx.now) };
}
