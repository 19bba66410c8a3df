import type { Context } from "../../platform/context.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import type { Relationship } from "../life/find-life.ts";
import { findAddressees } from "../sessions/people-of-session.ts";
import { agreementLetter, type AgreementNews } from "./agreement.email.ts";
import { agreementPath } from "./agreement-path.ts";

interface Asking {
  readonly version: number;
  /** Whose signature is missing. */
  readonly personIds: readonly string[];
  readonly what: AgreementNews["what"];
  readonly by: string;
}

/** One letter for one version, however often others sign it. */
export async function askForSignature(ctx: Context, relationship: Relationship, { version, personIds, what, by }: Asking): Promise<void> {
  if (personIds.length === 0) return;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const href = ctx.app.settings.publicUrl + agreementPath(relationship.organizationId, relationship.id);
  for (const { personId, address, name, language } of addressees)
    if (personIds.includes(personId))
      await sendLetter(ctx, {
        kind: "relationship",
        organization,
        to: { personId, address, name, language },
        occasion: `agreement ${relationship.id} ${version} ${personId}`,
        letter: agreementLetter({ name, language }, { what, by, programName: relationship.programName, href }),
      });
}
