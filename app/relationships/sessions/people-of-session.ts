/** Those whom a session is about, as a letter or a page needs them. */
import type { Context } from "../../platform/context.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";

export interface Addressee extends PersonOfLife {
  readonly address: string;
  readonly language: Language;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
}

/** Everybody of it with her address and language, and in whose name letters go. */
export async function findAddressees(
  ctx: Context,
  relationship: Relationship,
): Promise<{ organization: Organization; addressees: readonly Addressee[] }> {
  const { organizationId, people } = relationship;
  const organization = await ctx.db
    .selectFrom("organization")
    .select(["id", "name", "language"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const accounts = await ctx.db
    .selectFrom("auth.person")
    .select(["id", "email", "language"])
    .where(
      "id",
      "in",
      people.map(({ personId }) => personId),
    )
    .execute();
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const addressees = people.flatMap((person) => {
    const account = byId.get(person.personId);
    const language = [account?.language, organization.language].find(isLanguage) ?? "en";
    return account ? [{ ...person, address: account.email, language }] : [];
  });
  return { organization, addressees };
}

export const othersThan = <T extends { readonly personId: string }>(people: readonly T[], personId: string): T[] =>
  people.filter((one) => one.personId !== personId);

/** How she is called; nobody any more where she has left. */
export const nameOf = (people: readonly PersonOfLife[], personId: string | null): string | undefined =>
  people.find((one) => one.personId === personId)?.name;
