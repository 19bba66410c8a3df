import type { ProgramFormat, ProgramTexts } from "../../networks/programs/program.ts";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { Life } from "../life/life.ts";
import type { PairReasons, PairRole } from "./pair.ts";

export interface PersonOfPair {
  readonly role: PairRole;
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string | null;
}

export interface Pair extends Life {
  readonly organizationId: string;
  readonly id: string;
  readonly ownerId: string | null;
  readonly begunAt: Date;
  readonly reasons: PairReasons;
  readonly programId: string;
  readonly programName: string;
  readonly programTexts: ProgramTexts;
  readonly format: ProgramFormat;
  readonly organizationName: string;
  readonly people: readonly PersonOfPair[];
}

/** The relationship and its people, the mentor first, with how to reach them: both have said yes. */
export async function findPair(ctx: Context, organizationId: string, relationshipId: string): Promise<Pair> {
  const pair = found(
    await ctx.db
      .selectFrom("relationship")
      .innerJoin("program", (join) =>
        join.onRef("program.organization_id", "=", "relationship.organization_id").onRef("program.id", "=", "relationship.program_id"),
      )
      .innerJoin("organization", "organization.id", "relationship.organization_id")
      .select([
        "relationship.organization_id as organizationId",
        "relationship.id",
        "relationship.owner_id as ownerId",
        "relationship.state",
        "relationship.paused_by as pausedBy",
        "relationship.paused_until as pausedUntil",
        "relationship.ends_on as endsOn",
        "relationship.closes_on as closesOn",
        "relationship.ending",
        "relationship.begun_at as begunAt",
        "relationship.reasons",
        "program.id as programId",
        "program.name as programName",
        "program.texts as programTexts",
        "program.format",
        "organization.name as organizationName",
      ])
      .where("relationship.organization_id", "=", organizationId)
      .where("relationship.id", "=", relationshipId)
      .executeTakeFirst(),
  );
  const people = await ctx.db
    .selectFrom("relationship_person as p")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "p.organization_id").onRef("profile.person_id", "=", "p.person_id"),
    )
    .innerJoin("auth.person as account", "account.id", "p.person_id")
    .select((eb) => [
      "p.role",
      "p.participant_id as participantId",
      "p.person_id as personId",
      "profile.name",
      "account.email",
      eb.fn.coalesce("profile.time_zone", "account.time_zone").as("timeZone"),
    ])
    .where("p.organization_id", "=", organizationId)
    .where("p.relationship_id", "=", relationshipId)
    .where("p.left_at", "is", null)
    .orderBy("p.role", "desc")
    .orderBy("profile.name")
    .execute();
  return { ...pair, people };
}
