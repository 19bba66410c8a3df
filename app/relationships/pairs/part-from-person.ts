import { sql } from "kysely";
import { forgetGuardianships } from "../../networks/guardians/move-guardianships.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { forgetAgreements } from "../agreements/forget-agreements.ts";
import { forgetGoals } from "../goals/forget-goals.ts";
import { forgetInConcerns } from "../concerns/forget-in-concerns.ts";
import { lockRelationship } from "../life/find-life.ts";
import { tryMove } from "../life/move-relationship.ts";
import { forgetPractice } from "../practice/write-reflection.ts";
import { forgetMessages } from "../messages/forget-messages.ts";
import { forgetSessions } from "../sessions/forget-sessions.ts";

/** Ends what somebody is in who leaves the organization; a group with others in it goes on. That there was a pair stays, and who the other one is; why they fitted goes. */
export async function partFromPerson(ctx: Context, organizationId: string, personId: string): Promise<void> {
  await lockAll(ctx, organizationId, personId);
  await forgetAgreements(ctx, organizationId, personId);
  await forgetGoals(ctx, organizationId, personId);
  await forgetPractice(ctx, organizationId, personId);
  await forgetSessions(ctx, organizationId, personId);
  await forgetMessages(ctx, organizationId, personId);
  await forgetInConcerns(ctx, organizationId, personId);
  await forgetGuardianships(ctx, organizationId, personId);
  const hers = await ctx.db
    .selectFrom("relationship_person as p")
    .innerJoin("relationship as r", (join) =>
      join.onRef("r.organization_id", "=", "p.organization_id").onRef("r.id", "=", "p.relationship_id"),
    )
    .select(["r.id as relationshipId", "r.program_id as programId", "p.participant_id as participantId", "p.role", "p.left_at as leftAt"])
    .where("p.organization_id", "=", organizationId)
    .where("p.person_id", "=", personId)
    .orderBy("r.id")
    .execute();
  // Nobody did it, so that who left is not kept as who ended it.
  const byNobody = { ...ctx, actor: undefined };
  for (const { relationshipId, programId, participantId, role, leftAt } of hers) {
    const its = { organizationId, relationshipId };
    const { people, state, format } = await lockRelationship(ctx, its);
    const goesOn = format === "group" && role === "mentee" && people.some((one) => one.role === "mentee" && one.personId !== personId);
    if (goesOn && state !== "concluded") {
      if (leftAt === null) await announce(ctx, "relationship.left", { organizationId, programId, relationshipId, participantId });
    } else await tryMove(byNobody, its, { move: "conclude", ending: "stopped" });
    await ctx.db
      .updateTable("relationship")
      .set({ reasons: "{}" })
      .where("organization_id", "=", organizationId)
      .where("id", "=", relationshipId)
      .execute();
  }
  await ctx.db.deleteFrom("relationship_person").where("organization_id", "=", organizationId).where("person_id", "=", personId).execute();
  await forgetChanges(ctx, organizationId, personId);
}

/** The relationships first, by their ids, and then what is in them: in the order in which everything else holds them. */
async function lockAll(ctx: Context, organizationId: string, personId: string): Promise<void> {
  await sql`
    select from relationship r where r.organization_id = ${organizationId} and exists (
      select from relationship_person p where p.organization_id = r.organization_id and p.relationship_id = r.id and p.person_id = ${personId})
    order by r.id for update`.execute(ctx.db);
}

/** What changed stays; that it was she is gone. */
async function forgetChanges(ctx: Context, organizationId: string, personId: string): Promise<void> {
  for (const [table, column] of [
    ["relationship_change", "by_id"],
    ["new_start", "answered_by"],
    ["quiet_time", "answered_by"],
  ] as const)
    await sql`
      update ${sql.table(table)} set ${sql.id(column)} = null
      where organization_id = ${organizationId} and ${sql.id(column)} = ${personId}`.execute(ctx.db);
}
