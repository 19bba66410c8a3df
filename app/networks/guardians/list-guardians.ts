import type { Context } from "../../platform/context.ts";
import type { GuardianRelation } from "./guardian.ts";

export interface Guardian {
  /** Of the guardianship. */
  readonly id: string;
  readonly guardianId: string;
  readonly wardId: string;
  /** As the organization knows her. */
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly relation: GuardianRelation;
  readonly invitedAt: Date;
  readonly confirmedAt: Date | null;
}

/** Guardians of these people, those who have said yes first; whoever is it no more is left out. */
export async function listGuardians(ctx: Context, organizationId: string, wardIds: readonly string[]): Promise<Guardian[]> {
  if (wardIds.length === 0) return [];
  return ctx.db
    .selectFrom("guardianship as g")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "g.organization_id").onRef("profile.person_id", "=", "g.guardian_id"),
    )
    .innerJoin("auth.person as account", "account.id", "g.guardian_id")
    .select([
      "g.id",
      "g.guardian_id as guardianId",
      "g.ward_id as wardId",
      "profile.name",
      "account.email",
      "account.language",
      "g.relation",
      "g.invited_at as invitedAt",
      "g.confirmed_at as confirmedAt",
    ])
    .where("g.organization_id", "=", organizationId)
    .where("g.ward_id", "in", wardIds)
    .where("g.ended_at", "is", null)
    .orderBy("g.confirmed_at", (order) => order.asc().nullsLast())
    .orderBy("g.invited_at")
    .orderBy("g.id")
    .execute();
}

export interface Ward {
  /** Of the guardianship. */
  readonly id: string;
  readonly wardId: string;
  readonly name: string;
  readonly relation: GuardianRelation;
  readonly confirmedAt: Date | null;
  /** Who named her, as long as she is here. */
  readonly invitedBy: string | null;
}

/** Whose guardian somebody is, or is asked to be. */
export function listWards(ctx: Context, organizationId: string, guardianId: string): Promise<Ward[]> {
  return ctx.db
    .selectFrom("guardianship as g")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "g.organization_id").onRef("profile.person_id", "=", "g.ward_id"),
    )
    .leftJoin("profile as inviter", (join) =>
      join.onRef("inviter.organization_id", "=", "g.organization_id").onRef("inviter.person_id", "=", "g.invited_by"),
    )
    .select(["g.id", "g.ward_id as wardId", "profile.name", "g.relation", "g.confirmed_at as confirmedAt", "inviter.name as invitedBy"])
    .where("g.organization_id", "=", organizationId)
    .where("g.guardian_id", "=", guardianId)
    .where("g.ended_at", "is", null)
    .orderBy("profile.name")
    .orderBy("g.id")
    .execute();
}
