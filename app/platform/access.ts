/**
 * Who may use an address. Declared at each route, or it is no route; the matrix test reads it.
 * The rooms make their own kinds; these need nothing but the session.
 */
import { type Context, membershipIn } from "./context.ts";

export interface Access<P = Record<never, string>> {
  /** The kind's name, by which the matrix test knows whom to expect: "coordinators of the program". */
  readonly name: string;
  /** Open to visitors: the organization of the address may be read although nobody is signed in. */
  readonly isPublic?: boolean;
  readonly admits: (ctx: Context, params: P) => boolean | Promise<boolean>;
}

export const anyone = { name: "anyone", isPublic: true, admits: () => true } as const satisfies Access;
export const signedIn: Access = { name: "signed in", admits: (ctx) => ctx.actor !== undefined };
export const installationOwner: Access = { name: "owner of the installation", admits: (ctx) => ctx.actor?.ownsInstallation === true };

/** Everybody who has a part in the organization: its staff, mentors and mentees. */
export const members: Access<{ readonly organizationId: string }> = {
  name: "members of the organization",
  admits: (ctx, { organizationId }) => membershipIn(ctx, organizationId) !== undefined,
};
