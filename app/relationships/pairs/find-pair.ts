import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { ProgramTexts } from "../../networks/programs/program.ts";
import type { Context } from "../../platform/context.ts";
import { findRelationship, type OneRelationship, type PersonOfLife, type Relationship } from "../life/find-life.ts";
import type { PairReasons } from "./pair.ts";

export interface PersonOfPair extends PersonOfLife {
  readonly email: string;
}

export interface Pair extends Relationship {
  readonly reasons: PairReasons;
  readonly programTexts: ProgramTexts;
  readonly people: readonly PersonOfPair[];
}

/** The relationship and its people, the mentor first, with how to reach them: both have said yes. */
export async function findPair(ctx: Context, its: OneRelationship): Promise<Pair> {
  const relationship = await findRelationship(ctx, its);
  const { addresses, ...words } = await ctx.db
    .selectFrom("relationship as r")
    .innerJoin("program", (join) =>
      join.onRef("program.organization_id", "=", "r.organization_id").onRef("program.id", "=", "r.program_id"),
    )
    .select((eb) => [
      "r.reasons",
      "program.texts as programTexts",
      jsonArrayFrom(
        eb
          .selectFrom("relationship_person as p")
          .innerJoin("auth.person as account", "account.id", "p.person_id")
          .select(["p.person_id as personId", "account.email"])
          .whereRef("p.organization_id", "=", "r.organization_id")
          .whereRef("p.relationship_id", "=", "r.id"),
      ).as("addresses"),
    ])
    .where("r.organization_id", "=", its.organizationId)
    .where("r.id", "=", its.relationshipId)
    .executeTakeFirstOrThrow();
  const emailOf = new Map(addresses.map(({ personId, email }) => [personId, email]));
  return {
    ...relationship,
    ...words,
    people: relationship.people.map((person) => ({ ...person, email: emailOf.get(person.personId) ?? "" })),
  };
}
