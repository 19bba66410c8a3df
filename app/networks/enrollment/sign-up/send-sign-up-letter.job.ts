import { makeEntryLink } from "../../../people/accounts/entry-link.ts";
import { personWithAddress } from "../../../people/accounts/person-with-address.ts";
import { type App, type Context, inOrganization } from "../../../platform/context.ts";
import { isLanguage, type Language } from "../../../platform/i18n.ts";
import { job } from "../../../platform/jobs.ts";
import { sendLetter } from "../../../platform/letters/send-letter.ts";
import { findOrganization } from "../../organizations/find-organization.ts";
import { findProgram } from "../../programs/find-program.ts";
import { signUpLetter } from "../invitation.email.ts";
import { type ParticipantRole, signUpPath } from "../participant.ts";

interface Asked {
  readonly organizationId: string;
  readonly programId: string;
  readonly role: ParticipantRole;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly requestId: string;
}

/**
 * Asked for by whoever typed an address: looks only here whether it is anybody's, where no stranger can measure how long it
 * takes. Nobody takes part yet: that begins when she who reads the letter comes in and says so.
 */
export const sendSignUpLetter = job<Asked>("enrollment.send-sign-up-letter", {
  run: (app: App, asked) => inOrganization(app, asked.organizationId, (ctx) => writeTo(ctx, asked)),
});

async function writeTo(ctx: Context, { organizationId, programId, role, name, email, language, requestId }: Asked): Promise<void> {
  const organization = await findOrganization(ctx, organizationId);
  const program = await findProgram(ctx, organizationId, programId);
  if (program.signUp !== "open" || program.archivedAt !== null) return;
  const person = await personWithAddress(ctx, { email, name });
  // Whoever has proven the address has her own choice.
  await ctx.db
    .updateTable("auth.person")
    .set({ language })
    .where("id", "=", person.personId)
    .where("email_verified", "=", false)
    .where("language", "is", null)
    .execute();
  const chosen = isLanguage(person.language) ? person.language : language;
  await sendLetter(ctx, {
    // She asked for it herself: it is about her account, and none of the organization's business until she comes in.
    kind: "account",
    organization: organization.isDemo ? organization : null,
    to: { personId: person.personId, address: person.email, name, language: chosen },
    occasion: `sign-up:${requestId}`,
    letter: signUpLetter(chosen, {
      organization: organization.name,
      program: program.name,
      role,
      name,
      link: await makeEntryLink(ctx, {
        personId: person.personId,
        organizationId,
        programId,
        destination: `${signUpPath(organizationId, programId)}?as=${role}`,
      }),
    }),
  });
}
