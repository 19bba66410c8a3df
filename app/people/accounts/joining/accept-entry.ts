import { sql } from "kysely";
import { audit } from "../../../platform/audit.ts";
import type { Context } from "../../../platform/context.ts";
import type { Answer } from "../../../platform/form.ts";
import { type Asking, cookiesOf, headersOf, withAuth } from "../auth.ts";
import { returnPath, withReturn } from "../return-path.ts";
import { enterByLink } from "../sign-in/enter.ts";
import { type Entry, findEntry } from "./find-entry.ts";

/** Takes the link: the person is signed in, has a part in the organization, and is whatever the invitation makes of her. */
export async function acceptEntry(
  ctx: Context,
  { token, timeZone }: { token: string; timeZone: string | undefined },
  asking: Asking,
): Promise<Answer> {
  const entry = await findEntry(ctx, token, { toAccept: true });
  // The page shown next says what is the matter.
  if (!entry || entry.isAccepted || entry.isOver) return {};
  const destination = returnPath(entry.destination);
  const isHere = ctx.actor?.personId === entry.personId;
  if (!isHere && entry.hasSecondFactor) {
    // She comes back here when she has given her code, signed in; only then is the link taken.
    return askForCode(ctx, entry, `/join/${token}`, asking);
  }
  await join(ctx, entry);
  await ctx.db
    .updateTable("auth.person")
    .set({ time_zone: timeZone ?? entry.organizationTimeZone })
    .where("id", "=", entry.personId)
    .where("time_zone", "is", null)
    .execute();
  if (isHere && entry.isEmailProven) return { to: destination };
  return enterByLink(ctx, entry.personId, destination, asking);
}

async function askForCode(ctx: Context, entry: Entry, back: string, asking: Asking): Promise<Answer> {
  const { headers } = await withAuth(ctx, (auth) =>
    auth.api.enter({ body: { personId: entry.personId }, headers: headersOf(asking), returnHeaders: true }),
  );
  return { to: withReturn("/sign-in/second-factor", back), cookies: cookiesOf(headers) };
}

async function join(ctx: Context, entry: Entry): Promise<void> {
  const { organizationId, personId } = entry;
  await ctx.db
    .updateTable("invitation")
    .set({ accepted_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("id", "=", entry.invitationId)
    .execute();
  await ctx.db
    .insertInto("member")
    .values({ organization_id: organizationId, person_id: personId, role: entry.memberRole ?? "member", joined_at: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "person_id"]).doUpdateSet({
        joined_at: sql`coalesce(member.joined_at, ${ctx.now})`,
        // An invitation raises; it takes nothing from somebody who is more already.
        ...(entry.memberRole === "administrator" && {
          role: sql`case when member.role = 'member' then 'administrator' else member.role end`,
        }),
      }),
    )
    .execute();
  await ctx.db
    .insertInto("profile")
    .values({ organization_id: organizationId, person_id: personId, name: entry.personName || entry.email.split("@")[0]! })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (entry.isCoordinator && entry.programId) {
    await ctx.db
      .insertInto("coordinator")
      .values({ organization_id: organizationId, program_id: entry.programId, person_id: personId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  if (entry.memberRole === "administrator" || entry.isCoordinator) {
    await audit(ctx, {
      organizationId,
      act: "invitation.accepted",
      subjectKind: "person",
      subjectId: personId,
      detail: { role: entry.memberRole, programId: entry.isCoordinator ? entry.programId : null },
    });
  }
}
