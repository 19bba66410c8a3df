import type { PersonalContext } from "../../platform/context.ts";

export interface Told {
  readonly id: string;
  readonly subject: string;
  readonly at: Date;
}

const weeks = 3;
const most = 5;

/** What she was written lately, the newest first; without what lets somebody in. */
export function listTold(ctx: PersonalContext): Promise<Told[]> {
  return ctx.db
    .selectFrom("letter")
    .select(["id", "subject", "created_at as at"])
    .where("person_id", "=", ctx.actor.personId)
    .where("kind", "in", ["offer", "answer", "relationship", "session", "program", "announcement"])
    .where("organization_id", "is not", null)
    .where("state", "<>", "unsubscribed")
    .where("created_at", ">", new Date(ctx.now.getTime() - weeks * 7 * 86_400_000))
    .where("subject", "<>", "")
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute();
}
