import { z } from "zod";
import { personWithAddress } from "../../people/accounts/person-with-address.ts";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found, Invalid } from "../../platform/errors.ts";
import { choice, emailAddress, text } from "../../platform/form-fields.ts";
import { languages } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import { guardianRelations, mostGuardians } from "./guardian.ts";
import { guardianWords } from "./guardians.messages.ts";
import { listGuardians } from "./list-guardians.ts";
import { sendGuardianInvitation, tellWard } from "./send-guardian-letters.ts";

export const newGuardianShape = z.object({
  name: text(200),
  email: emailAddress(),
  language: choice(languages),
  relation: choice(guardianRelations),
});
export type NewGuardian = z.output<typeof newGuardianShape>;

export interface OfWard {
  readonly organizationId: string;
  readonly wardId: string;
}

/**
 * A coordinator names somebody's guardian: she is asked by letter, and sees nothing before she has said yes; the person herself is
 * told at once. Whether the address has an account already, nobody learns.
 */
export async function nameGuardian(ctx: PersonalContext, { organizationId, wardId }: OfWard, guardian: NewGuardian): Promise<void> {
  await lockPeople(ctx, organizationId, [wardId]);
  const { email, name, language, relation } = guardian;
  const { personId } = await personWithAddress(ctx, { email, name, language });
  if (personId === wardId) throw new Invalid({ email: (reader) => guardianWords(reader).notHerself });
  const before = await listGuardians(ctx, organizationId, [wardId]);
  if (before.some(({ guardianId }) => guardianId === personId)) throw new Conflict((reader) => guardianWords(reader).alreadyNamed);
  if (before.length >= mostGuardians) throw new Conflict((reader) => guardianWords(reader).enough);
  const key = { organization_id: organizationId, person_id: personId, created_at: ctx.now };
  await ctx.db
    .insertInto("member")
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await ctx.db
    .insertInto("profile")
    .values({ ...key, name, updated_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const guardianshipId = newId();
  await ctx.db
    .insertInto("guardianship")
    .values({
      organization_id: organizationId,
      id: guardianshipId,
      guardian_id: personId,
      ward_id: wardId,
      relation,
      invited_at: ctx.now,
      invited_by: ctx.actor.personId,
    })
    .execute();
  const its = { organizationId, guardianshipId };
  await audit(ctx, {
    organizationId,
    act: "guardian.named",
    subjectKind: "person",
    subjectId: wardId,
    detail: { guardianshipId, relation },
  });
  await sendGuardianInvitation(ctx, its, language);
  await tellWard(ctx, its);
}

/** Held until the transaction ends, in one order: nobody becomes a guardian and a partner of the same person at once. */
export async function lockPeople(ctx: Pick<PersonalContext, "db">, organizationId: string, personIds: readonly string[]): Promise<void> {
  const rows = await ctx.db
    .selectFrom("profile")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "in", personIds)
    .orderBy("person_id")
    .forNoKeyUpdate()
    .execute();
  found(rows[0]);
}
