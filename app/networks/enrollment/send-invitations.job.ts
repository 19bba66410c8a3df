import { sql } from "kysely";
import { makeEntryLink } from "../../people/accounts/entry-link.ts";
import { type App, type Context, inOrganization } from "../../platform/context.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { job } from "../../platform/jobs.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findOrganization } from "../organizations/find-organization.ts";
import { listCoordinators } from "../programs/list-coordinators.ts";
import { findProgram } from "../programs/find-program.ts";
import { invitationLetter } from "./invitation.email.ts";
import { ownPath, type ParticipantRole } from "./participant.ts";

interface Invited {
  readonly organizationId: string;
  readonly programId: string;
  /** Who was invited at this very moment: ISO 8601, to the millisecond. */
  readonly invitedAt: string;
}

export const invitationKind = "invitation";
const batchSize = 100;

/** Writes to everybody who was invited at one moment, in batches; delivered again, it writes to nobody twice. */
export const sendInvitations = job<Invited>("enrollment.send-invitations", {
  run: async (app, invited, signal) => {
    let after: string | undefined = "00000000-0000-0000-0000-000000000000";
    while (after !== undefined) {
      signal.throwIfAborted();
      after = await sendBatch(app, invited, after);
    }
  },
});

/** Returns the last person of the batch, or undefined after the last batch. */
function sendBatch(app: App, { organizationId, programId, invitedAt }: Invited, after: string): Promise<string | undefined> {
  return inOrganization(app, organizationId, async (ctx) => {
    const people = await listInvited(ctx, { organizationId, programId, invitedAt }, after);
    if (people.length === 0) return undefined;
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const [coordinator] = await listCoordinators(ctx, organizationId, programId);
    for (const person of people) {
      const { personId, name, email, roles } = person;
      const language = isLanguage(person.language) ? person.language : organization.language;
      const link = await makeEntryLink(ctx, { personId, organizationId, programId, destination: ownPath(organizationId, programId) });
      await sendLetter(ctx, {
        kind: invitationKind,
        organization,
        to: { personId, address: email, name, language },
        occasion: occasionOf(programId, personId, invitedAt),
        replyTo: coordinator?.email,
        letter: invitationLetter(language, { organization: organization.name, program, name, roles, link }),
      });
    }
    return people.length < batchSize ? undefined : people.at(-1)!.personId;
  });
}

interface InvitedPerson {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly roles: readonly ParticipantRole[];
}

const occasionOf = (programId: string, personId: string, invitedAt: string): string =>
  `${invitationKind}:${programId}:${personId}:${invitedAt}`;

/** Those who have no letter of this occasion yet, so that no second link is made for them. */
async function listInvited(ctx: Context, { organizationId, programId, invitedAt }: Invited, after: string): Promise<InvitedPerson[]> {
  const { rows } = await sql<InvitedPerson>`
    select p.person_id as "personId", profile.name, person.email::text as email, person.language,
      array_agg(p.role order by p.role) as roles
    from participant p
    join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
    join auth.person person on person.id = p.person_id
    where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.invited_at = ${invitedAt}::timestamptz
      and p.withdrawn_at is null and p.person_id > ${after}
      and not exists (select from letter where dedupe_key = ${`${invitationKind}:${programId}:`}::text || p.person_id || ${`:${invitedAt}`}::text)
    group by p.person_id, profile.name, person.email, person.language
    order by p.person_id limit ${batchSize}`.execute(ctx.db);
  return rows;
}
