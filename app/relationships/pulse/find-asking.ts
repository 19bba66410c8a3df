/** What somebody is asked, and what she has said: her own only. */
import { sql } from "kysely";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { type SealedPlace, unseal, Unreadable } from "../../platform/sealing.ts";
import type { OnePulse } from "./pulse-links.ts";
import { type AskingKind, type Fit, type Levels, openDays } from "./pulse.ts";

export interface Asking {
  readonly id: string;
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly personId: string;
  readonly role: "mentor" | "mentee";
  readonly kind: AskingKind;
  readonly number: number;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly skippedAt: Date | null;
  readonly fit: Fit | null;
  readonly levels: Levels;
  /** Empty where there is none; null where the installation has lost the key to it. */
  readonly comment: string | null;
}

export const commentPlace = (organizationId: string, pulseId: string): SealedPlace => ({
  organizationId,
  table: "pulse",
  column: "comment",
  row: pulseId,
});

const rows = (ctx: Context, organizationId: string) =>
  ctx.db
    .selectFrom("pulse")
    .select([
      "id",
      "organization_id as organizationId",
      "relationship_id as relationshipId",
      "person_id as personId",
      "role",
      "kind",
      "number",
      "asked_at as askedAt",
      "answered_at as answeredAt",
      "skipped_at as skippedAt",
      "fit",
      "heard",
      "trust",
      "useful",
      "challenged",
      "on_track as onTrack",
      "comment",
    ])
    .where("organization_id", "=", organizationId);
type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

function opened(ctx: Context, { heard, trust, useful, challenged, onTrack, comment, ...row }: Row): Asking {
  const given = Object.entries({ heard, trust, useful, challenged, onTrack }).filter(([, level]) => level !== null);
  return { ...row, levels: Object.fromEntries(given), comment: openComment(ctx, row, comment) };
}

function openComment(ctx: Context, { organizationId, id }: Pick<Row, "organizationId" | "id">, comment: Buffer | null): string | null {
  if (comment === null) return "";
  try {
    return unseal(ctx.app.settings, commentPlace(organizationId, id), comment);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

export const findAsking = async (ctx: Context, { organizationId, pulseId }: OnePulse): Promise<Asking> =>
  opened(ctx, found(await rows(ctx, organizationId).where("id", "=", pulseId).executeTakeFirst()));

/** Hers in one relationship that can still be answered, the newest of each kind. */
export async function listAskings(
  ctx: PersonalContext,
  { organizationId, relationshipId }: { organizationId: string; relationshipId: string },
): Promise<Asking[]> {
  const hers = await rows(ctx, organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("person_id", "=", ctx.actor.personId)
    .where("asked_at", ">", new Date(ctx.now.getTime() - openDays * 86_400_000))
    .orderBy("asked_at", "desc")
    .execute();
  return hers.filter((one, index) => hers.findIndex(({ kind }) => kind === one.kind) === index).map((row) => opened(ctx, row));
}

/** Everything that was said in a relationship, for who looks after it; from the first asking on. */
export async function listPulses(ctx: Context, organizationId: string, relationshipId: string): Promise<Asking[]> {
  const all = await rows(ctx, organizationId).where("relationship_id", "=", relationshipId).orderBy("asked_at").orderBy("id").execute();
  return all.map((row) => opened(ctx, row));
}

export interface OpenAsking {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly kind: AskingKind;
  readonly askedAt: Date;
  readonly otherNames: readonly string[];
}

/** Hers that wait for an answer, in all her relationships that go on; for my page, in one statement. */
export async function listOpenAskings(ctx: PersonalContext): Promise<OpenAsking[]> {
  const { rows: open } = await sql<OpenAsking>`
    select p.organization_id as "organizationId", p.relationship_id as "relationshipId", p.kind, p.asked_at as "askedAt",
      (select coalesce(jsonb_agg(o.name order by o.name), '[]') from relationship_person other
        join profile o on o.organization_id = other.organization_id and o.person_id = other.person_id
        where other.organization_id = p.organization_id and other.relationship_id = p.relationship_id and other.left_at is null
          and other.person_id <> p.person_id) as "otherNames"
    from relationship_person mine
    join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id and r.state <> 'concluded'
    join pulse p on p.organization_id = mine.organization_id and p.relationship_id = mine.relationship_id and p.person_id = mine.person_id
    where mine.person_id = ${ctx.actor.personId} and mine.left_at is null and p.answered_at is null and p.skipped_at is null
      and p.asked_at > ${new Date(ctx.now.getTime() - openDays * 86_400_000)}
      and r.paused_by is distinct from 'safeguarding'
    order by p.asked_at, p.id`.execute(ctx.db);
  return open;
}
