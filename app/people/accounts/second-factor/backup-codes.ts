/** Backup codes are shown once, when they are made: until she says that she has kept them, and for a quarter of an hour at most. */
import type { PersonalContext } from "../../../platform/context.ts";
import { withAuth } from "../auth.ts";

const minutes = 15;
const identifier = (ctx: PersonalContext): string => `show-backup-codes:${ctx.actor.personId}`;

export async function showCodes(ctx: PersonalContext): Promise<void> {
  const expiresAt = new Date(ctx.now.getTime() + minutes * 60_000);
  await withAuth(ctx, async (auth) =>
    (await auth.$context).internalAdapter.createVerificationValue({ identifier: identifier(ctx), value: "may be shown", expiresAt }),
  );
}

export async function hideCodes(ctx: PersonalContext): Promise<void> {
  await withAuth(ctx, async (auth) => (await auth.$context).internalAdapter.consumeVerificationValue(identifier(ctx)));
}

/** The codes, while they may be seen. */
export async function shownCodes(ctx: PersonalContext): Promise<readonly string[] | undefined> {
  return withAuth(ctx, async (auth) => {
    const found = await (await auth.$context).internalAdapter.findVerificationValue(identifier(ctx));
    if (!found || found.expiresAt <= ctx.now) return undefined;
    return (await auth.api.viewBackupCodes({ body: { userId: ctx.actor.personId } })).backupCodes;
  });
}
