/** Links in letters through which a person enters an organization: a button behind them signs her in, once. */
import { asSystemWithin, type Context, openEveryOrganization } from "../../platform/context.ts";
import { hashToken, isId, newId, newToken } from "../../platform/identifiers.ts";

export const entryLinkDays = 30;

export interface EntryLink {
  readonly personId: string;
  readonly organizationId: string;
  readonly programId?: string;
  /** A path of this site: where she arrives. */
  readonly destination: string;
  /** What accepting makes of her; left out: nothing new (the letter of an offer, for instance). */
  readonly memberRole?: "administrator" | "member";
  readonly isCoordinator?: boolean;
}

/**
 * Makes a link for one letter to one person, with the transaction of `ctx`. It works for 30 days, and once; afterwards it leads
 * to sign-in.
 *
 * @returns the whole address, for the letter
 */
export async function makeEntryLink(ctx: Context, link: EntryLink): Promise<string> {
  const secret = newToken();
  await ctx.db
    .insertInto("invitation")
    .values({
      id: newId(),
      organization_id: link.organizationId,
      program_id: link.programId ?? null,
      person_id: link.personId,
      member_role: link.memberRole ?? null,
      is_coordinator: link.isCoordinator ?? false,
      token_hash: hashToken(secret),
      destination: link.destination,
      expires_at: new Date(ctx.now.getTime() + entryLinkDays * 86_400_000),
      created_by: ctx.actor?.personId ?? null,
      created_at: ctx.now,
    })
    .execute();
  return `${ctx.app.settings.publicUrl}/join/${tokenOf(link.organizationId, secret)}`;
}

/** No link that was sent to this person signs anybody in from now on, of whatever organization it is. */
export async function voidEntryLinks(ctx: Context, personId: string): Promise<void> {
  await asSystemWithin(ctx, async (own) => {
    await openEveryOrganization(own);
    await own.db
      .updateTable("invitation")
      .set({ expires_at: ctx.now })
      .where("person_id", "=", personId)
      .where("accepted_at", "is", null)
      .where("expires_at", ">", ctx.now)
      .execute();
  });
}

/** The token names its organization, so that its row is found without looking into any other. */
const tokenOf = (organizationId: string, secret: string): string =>
  `${Buffer.from(organizationId.replaceAll("-", ""), "hex").toString("base64url")}.${secret}`;

export function readToken(token: string): { organizationId: string; hash: Buffer } | undefined {
  const [place = "", secret = "", ...rest] = token.split(".");
  const hex = Buffer.from(place, "base64url").toString("hex");
  const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  if (rest.length > 0 || secret === "" || !isId(organizationId)) return undefined;
  return { organizationId, hash: hashToken(secret) };
}
