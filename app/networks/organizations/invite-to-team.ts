import { makeEntryLink } from "../../people/accounts/entry-link.ts";
import { personWithAddress } from "../../people/accounts/person-with-address.ts";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findOrganization } from "./find-organization.ts";
import { type MemberRole, memberRoleOf } from "./member-role.ts";
import { setCoordinated } from "./set-coordinated.ts";
import { findMember, lockTeam, requireMayChange, type Teammate } from "./team.ts";
import { teamInvitationLetter } from "./team-invitation.email.ts";
import type { TeamInvitation } from "./team-shape.ts";
import { teamWords } from "./team.messages.ts";

/**
 * Puts somebody on the team and sends her a link to come in by. Whether she has an account already, the inviter cannot tell:
 * the name is the one that was typed, unless she is known in this organization.
 */
export async function inviteToTeam(ctx: PersonalContext, organizationId: string, invitation: TeamInvitation): Promise<Teammate> {
  const { email, name, role, programIds } = invitation;
  const by = await lockTeam(ctx, organizationId);
  if (role === "coordinator" && programIds.length === 0) throw new Invalid({ programIds: (language) => teamWords(language).chooseProgram });

  const { personId } = await personWithAddress(ctx, { email, name });
  const before = await standing(ctx, organizationId, personId);
  requireMayChange(by, before ?? "member", memberRoleOf(role));
  if (before !== undefined && (await findMember(ctx, organizationId, personId)).teamRole !== undefined)
    throw new Conflict((language) => teamWords(language).alreadyThere);

  const key = { organization_id: organizationId, person_id: personId, created_at: ctx.now };
  await ctx.db
    .insertInto("member")
    .values({ ...key, role: memberRoleOf(role) })
    .onConflict((conflict) => conflict.columns(["organization_id", "person_id"]).doUpdateSet({ role: memberRoleOf(role) }))
    .execute();
  await ctx.db
    .insertInto("profile")
    .values({ ...key, name, updated_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await setCoordinated(ctx, organizationId, personId, programIds);
  const detail = { role, programIds };
  await audit(ctx, { organizationId, act: "team.invited", subjectKind: "person", subjectId: personId, detail });
  const teammate = await findMember(ctx, organizationId, personId);
  await writeTo(ctx, organizationId, teammate);
  return teammate;
}

async function standing(ctx: PersonalContext, organizationId: string, personId: string): Promise<MemberRole | undefined> {
  const row = await ctx.db
    .selectFrom("member")
    .select("role")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.role;
}

/** Minutes after which the letter may be asked for again: nobody's mailbox is ours to fill. */
const pauseMinutes = 10;

/** Sends the letter with its link once more, to somebody on the team who has not signed in yet. */
export async function resendTeamInvitation(ctx: PersonalContext, organizationId: string, personId: string): Promise<Teammate> {
  await lockTeam(ctx, organizationId);
  const teammate = await findMember(ctx, organizationId, personId);
  if (teammate.joinedAt !== null || teammate.teamRole === undefined) throw new Conflict((language) => teamWords(language).alreadyIn);
  const last = await ctx.db
    .selectFrom("letter")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("kind", "=", letterKind)
    .where("created_at", ">", new Date(ctx.now.getTime() - pauseMinutes * 60_000))
    .limit(1)
    .executeTakeFirst();
  if (last) throw new Conflict((language) => teamWords(language).justSent(pauseMinutes));
  await audit(ctx, { organizationId, act: "team.invitation-resent", subjectKind: "person", subjectId: personId });
  await writeTo(ctx, organizationId, teammate);
  return teammate;
}

const letterKind = "team-invitation";

async function writeTo(ctx: PersonalContext, organizationId: string, teammate: Teammate): Promise<void> {
  const organization = await findOrganization(ctx, organizationId);
  const { language: own } = await ctx.db
    .selectFrom("auth.person")
    .select("language")
    .where("id", "=", teammate.personId)
    .executeTakeFirstOrThrow();
  const inviter = await findMember(ctx, organizationId, ctx.actor.personId);
  const language = isLanguage(own) ? own : organization.language;
  await sendLetter(ctx, {
    kind: letterKind,
    organization,
    to: { personId: teammate.personId, address: teammate.email, name: teammate.name, language },
    occasion: `${letterKind}:${newId()}`,
    letter: teamInvitationLetter(language, {
      organization: organization.name,
      inviter: inviter.name,
      name: teammate.name,
      role: teammate.teamRole ?? "coordinator",
      programs: teammate.programs.map((program) => program.name),
      link: await makeEntryLink(ctx, {
        personId: teammate.personId,
        organizationId,
        destination: `/organizations/${organizationId}`,
      }),
    }),
  });
}
