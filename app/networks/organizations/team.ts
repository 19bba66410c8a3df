import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict, found, NotAllowed } from "../../platform/errors.ts";
import { mayChangeRole, type MemberRole, type TeamRole } from "./member-role.ts";
import { teamWords } from "./team.messages.ts";

export interface Teammate {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly memberRole: MemberRole;
  /** Undefined: takes part in the organization, but is not on its team. */
  readonly teamRole: TeamRole | undefined;
  /** Null: invited, and has not signed in yet. */
  readonly joinedAt: Date | null;
  /** Since when she is a member at all. */
  readonly since: Date;
  /** Programs that she coordinates. */
  readonly programs: readonly { readonly id: string; readonly name: string }[];
  /** Whether she is a mentor or mentee somewhere in the organization. */
  readonly takesPart: boolean;
}

function membersOf(ctx: Context, organizationId: string) {
  return ctx.db
    .selectFrom("member")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "member.organization_id").onRef("profile.person_id", "=", "member.person_id"),
    )
    .innerJoin("auth.person as person", "person.id", "member.person_id")
    .select((eb) => [
      "member.person_id as personId",
      "profile.name",
      "person.email",
      "member.role as memberRole",
      "member.joined_at as joinedAt",
      "member.created_at as since",
      jsonArrayFrom(
        eb
          .selectFrom("coordinator")
          .innerJoin("program", "program.id", "coordinator.program_id")
          .select(["program.id", "program.name"])
          .whereRef("coordinator.organization_id", "=", "member.organization_id")
          .whereRef("coordinator.person_id", "=", "member.person_id")
          .orderBy("program.name"),
      ).as("programs"),
      eb
        .exists(
          eb
            .selectFrom("participant")
            .select("participant.id")
            .whereRef("participant.organization_id", "=", "member.organization_id")
            .whereRef("participant.person_id", "=", "member.person_id"),
        )
        .as("takesPart"),
    ])
    .where("member.organization_id", "=", organizationId);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof membersOf>["executeTakeFirstOrThrow"]>>;
function toTeammate({ takesPart, ...row }: MemberRow): Teammate {
  const teamRole = row.memberRole !== "member" ? row.memberRole : row.programs.length > 0 ? "coordinator" : undefined;
  return { ...row, takesPart: Boolean(takesPart), teamRole };
}

const ranks: readonly TeamRole[] = ["owner", "administrator", "coordinator"];

/** Everybody who administers the organization or coordinates a program of it: owners first, then by name. */
export async function listTeam(ctx: Context, organizationId: string): Promise<(Teammate & { readonly teamRole: TeamRole })[]> {
  const rows = await membersOf(ctx, organizationId)
    .where((eb) =>
      eb.or([
        eb("member.role", "<>", "member"),
        eb.exists(
          eb
            .selectFrom("coordinator")
            .select("coordinator.person_id")
            .whereRef("coordinator.organization_id", "=", "member.organization_id")
            .whereRef("coordinator.person_id", "=", "member.person_id"),
        ),
      ]),
    )
    .execute();
  return rows
    .map(toTeammate)
    .filter((one): one is Teammate & { teamRole: TeamRole } => one.teamRole !== undefined)
    .toSorted((a, b) => ranks.indexOf(a.teamRole) - ranks.indexOf(b.teamRole) || a.name.localeCompare(b.name));
}

/** Any member of the organization, on the team or not. */
export async function findMember(ctx: Context, organizationId: string, personId: string): Promise<Teammate> {
  return toTeammate(found(await membersOf(ctx, organizationId).where("member.person_id", "=", personId).executeTakeFirst()));
}

/**
 * Holds the team until the transaction ends, so that two changes of it never interleave, and reads the actor's standing anew:
 * it may have changed since the request began.
 */
export async function lockTeam(ctx: PersonalContext, organizationId: string): Promise<MemberRole> {
  await ctx.db.selectFrom("organization").select("id").where("id", "=", organizationId).forUpdate().executeTakeFirst();
  const { role } = found(
    await ctx.db
      .selectFrom("member")
      .select("role")
      .where("organization_id", "=", organizationId)
      .where("person_id", "=", ctx.actor.personId)
      .executeTakeFirst(),
  );
  return role;
}

/** Refuses where the actor's own standing is too low for this change of somebody's role. */
export function requireMayChange(by: MemberRole, before: MemberRole, after: MemberRole): void {
  if (!mayChangeRole(by, before, after)) throw new NotAllowed((language) => teamWords(language).onlyOwners);
}

/**
 * Refuses to take an owner away where no other owner is left who has ever signed in: nobody could hand the organization on.
 * Call it with the team locked.
 */
export async function requireOtherOwner(ctx: Context, organizationId: string, personId: string): Promise<void> {
  const other = await ctx.db
    .selectFrom("member")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("role", "=", "owner")
    .where("person_id", "<>", personId)
    .where("joined_at", "is not", null)
    .limit(1)
    .executeTakeFirst();
  if (!other) throw new Conflict((language) => teamWords(language).lastOwner);
}
