import type { PersonalContext } from "../../../platform/context.ts";
import { deviceOf, type Device } from "./device.ts";

export interface OwnSession {
  readonly id: string;
  readonly device: Device;
  readonly address: string;
  readonly signedInAt: Date;
  /** To the day. */
  readonly lastUsedAt: Date;
  readonly isThisOne: boolean;
}

/** Where I am signed in: this one first, then the latest used. */
export async function listSessions(ctx: PersonalContext): Promise<OwnSession[]> {
  const rows = await ctx.db
    .selectFrom("auth.session")
    .select(["id", "user_agent", "ip_address", "created_at", "updated_at"])
    .where("person_id", "=", ctx.actor.personId)
    .where("expires_at", ">", ctx.now)
    .orderBy("updated_at", "desc")
    .limit(100)
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      device: deviceOf(row.user_agent),
      address: row.ip_address ?? "",
      signedInAt: row.created_at,
      lastUsedAt: row.updated_at,
      isThisOne: row.id === ctx.actor.sessionId,
    }))
    .toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}
