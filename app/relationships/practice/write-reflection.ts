/** What somebody thinks after a meeting: sealed, hers alone unless she shares it with the others of the relationship. */
import { sql } from "kysely";
import { z } from "zod";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { checkbox, optionalText } from "../../platform/form-fields.ts";
import type { SealedColumn } from "../../platform/reseal-column.ts";
import { keyIdAt, seal, type SealedPlace, unseal, Unreadable } from "../../platform/sealing.ts";
import { lockRelationship, type OneRelationship } from "../life/find-life.ts";
import { mustBeOpen, personOf } from "../sessions/may-plan.ts";
import { longest } from "./practice.ts";
import { practiceWords } from "./practice.messages.ts";

export interface Reflection {
  readonly sessionId: string;
  readonly personId: string;
  readonly startsAt: Date;
  /** Null: no key opens it any more. */
  readonly text: string | null;
  readonly isShared: boolean;
}

export const reflectionPlace = (organizationId: string, sessionId: string, personId: string): SealedPlace => ({
  organizationId,
  table: "reflection",
  column: "sealed",
  row: `${sessionId}/${personId}`,
});

export const reflections: SealedColumn = {
  table: "reflection",
  column: "sealed",
  keys: ["session_id", "person_id"],
  place: (organizationId, [sessionId = "", personId = ""]) => reflectionPlace(organizationId, sessionId, personId),
};

/** So many as anybody reads at once. */
const mostListed = 50;

/** Hers, and what others of the relationship share with her; the newest meeting first. */
export async function listReflections(ctx: PersonalContext, { organizationId, relationshipId }: OneRelationship): Promise<Reflection[]> {
  const { personId: me } = ctx.actor;
  const rows = await ctx.db
    .selectFrom("reflection as r")
    .innerJoin("session as s", (join) => join.onRef("s.organization_id", "=", "r.organization_id").onRef("s.id", "=", "r.session_id"))
    .select(["r.session_id as sessionId", "r.person_id as personId", "s.starts_at as startsAt", "r.sealed", "r.shared_at as sharedAt"])
    .where("r.organization_id", "=", organizationId)
    .where("r.relationship_id", "=", relationshipId)
    .where((eb) => eb.or([eb("r.person_id", "=", me), eb("r.shared_at", "is not", null)]))
    .orderBy("s.starts_at", "desc")
    .orderBy("r.person_id")
    .limit(mostListed)
    .execute();
  return rows.map(({ sessionId, personId, startsAt, sealed, sharedAt }) => ({
    sessionId,
    personId,
    startsAt,
    text: opened(ctx, reflectionPlace(organizationId, sessionId, personId), sealed),
    isShared: sharedAt !== null,
  }));
}

function opened({ app }: Context, place: SealedPlace, sealed: Buffer): string | null {
  try {
    return JSON.parse(unseal(app.settings, place, sealed)) as string;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Hers on one meeting, however long ago it was. */
export async function findReflection(
  ctx: PersonalContext,
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
): Promise<{ text: string | null; isShared: boolean; writtenAt: Date } | undefined> {
  const { personId } = ctx.actor;
  const row = await ctx.db
    .selectFrom("reflection")
    .select(["sealed", "shared_at as sharedAt", "written_at as writtenAt"])
    .where("organization_id", "=", organizationId)
    .where("session_id", "=", sessionId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return (
    row && {
      text: opened(ctx, reflectionPlace(organizationId, sessionId, personId), row.sealed),
      isShared: row.sharedAt !== null,
      writtenAt: row.writtenAt,
    }
  );
}

export const reflectionShape = z.object({ text: optionalText(longest.reflection), share: checkbox() });

/** Writes it down, or takes it away where nothing is left of it. */
export async function reflect(
  ctx: PersonalContext,
  its: OneRelationship & { sessionId: string },
  { text, share }: z.output<typeof reflectionShape>,
): Promise<"private" | "shared" | "gone"> {
  const { organizationId, relationshipId, sessionId } = its;
  const relationship = await lockRelationship(ctx, its);
  const { personId } = personOf(relationship, ctx.actor.personId);
  mustBeOpen(relationship);
  const session = await ctx.db
    .selectFrom("session")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("id", "=", sessionId)
    .where("state", "=", "held")
    .executeTakeFirst();
  if (!session) throw new Conflict((language) => practiceWords(language).reflect.notMet);
  if (text === "") {
    await sql`
      delete from reflection where organization_id = ${organizationId} and session_id = ${sessionId} and person_id = ${personId}`.execute(
      ctx.db,
    );
    return "gone";
  }
  const sealed = {
    sealed: seal(ctx.app.settings, reflectionPlace(organizationId, sessionId, personId), JSON.stringify(text)),
    written_at: ctx.now,
    shared_at: share ? ctx.now : null,
  };
  await ctx.db
    .insertInto("reflection")
    .values({ organization_id: organizationId, relationship_id: relationshipId, session_id: sessionId, person_id: personId, ...sealed })
    .onConflict((conflict) => conflict.columns(["organization_id", "session_id", "person_id"]).doUpdateSet(sealed))
    .execute();
  return share ? "shared" : "private";
}

/** The last meeting, so many days back at the most, on which she has written nothing yet. */
export async function findToReflect(
  ctx: PersonalContext,
  { organizationId, relationshipId }: OneRelationship,
  days: number,
): Promise<{ sessionId: string; startsAt: Date } | undefined> {
  const last = await ctx.db
    .selectFrom("session as s")
    .leftJoin("reflection as r", (join) =>
      join
        .onRef("r.organization_id", "=", "s.organization_id")
        .onRef("r.session_id", "=", "s.id")
        .on("r.person_id", "=", ctx.actor.personId),
    )
    .select(["s.id as sessionId", "s.starts_at as startsAt", "r.written_at as writtenAt"])
    .where("s.organization_id", "=", organizationId)
    .where("s.relationship_id", "=", relationshipId)
    .where("s.state", "=", "held")
    .where("s.starts_at", ">", new Date(ctx.now.getTime() - days * 86_400_000))
    .orderBy("s.starts_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last && last.writtenAt === null ? last : undefined;
}

/** The operator says that these keys are lost for good: what only they open goes, here of all open organizations. */
export async function deleteReflectionsSealedWith(ctx: Context, lostKeys: readonly string[]): Promise<void> {
  await sql`
    delete from reflection
    where encode(substring(sealed from ${sql.lit(keyIdAt.from)} for ${sql.lit(keyIdAt.bytes)}), 'hex') = any (${lostKeys})`.execute(ctx.db);
}

/** Two records are one person's: what either thought is sealed for the one who stays, whose own word goes before the other's. */
export async function movePracticeTraces(
  ctx: Context,
  { organizationId, from, to }: { organizationId: string; from: string; to: string },
): Promise<void> {
  const rows = await ctx.db
    .selectFrom("reflection")
    .select(["session_id", "sealed"])
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", from)
    .execute();
  for (const { session_id, sealed } of rows) {
    const text = opened(ctx, reflectionPlace(organizationId, session_id, from), sealed);
    if (text === null) continue;
    const anew = seal(ctx.app.settings, reflectionPlace(organizationId, session_id, to), JSON.stringify(text));
    await sql`
      update reflection r set person_id = ${to}, sealed = ${anew}
      where organization_id = ${organizationId} and session_id = ${session_id} and person_id = ${from} and not exists (
        select from reflection o where o.organization_id = r.organization_id and o.session_id = r.session_id and o.person_id = ${to})`.execute(
      ctx.db,
    );
  }
  await sql`delete from reflection where organization_id = ${organizationId} and person_id = ${from}`.execute(ctx.db);
  await sql`
    update practice_reading p set person_id = ${to} where organization_id = ${organizationId} and person_id = ${from} and not exists (
      select from practice_reading o where o.organization_id = p.organization_id and o.relationship_id = p.relationship_id
        and o.key = p.key and o.person_id = ${to})`.execute(ctx.db);
}

/** She leaves: what she read and thought goes with her. */
export async function forgetPractice(ctx: Context, organizationId: string, personId: string): Promise<void> {
  await sql`delete from reflection where organization_id = ${organizationId} and person_id = ${personId}`.execute(ctx.db);
  await sql`delete from practice_reading where organization_id = ${organizationId} and person_id = ${personId}`.execute(ctx.db);
  await sql`update practice_piece set changed_by = null where organization_id = ${organizationId} and changed_by = ${personId}`.execute(
    ctx.db,
  );
}
