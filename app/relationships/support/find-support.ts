/** What a coordinator sees of a relationship: that and when things happened, never what was said in it. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { unseal, Unreadable } from "../../platform/sealing.ts";
import type { OneRelationship } from "../life/find-life.ts";
import type { PairRole } from "../pairs/pair.ts";
import type { SessionState } from "../sessions/session.ts";
import { lacksGuardian } from "../agreements/lacks-guardian.ts";
import { notePlace } from "./note-support.ts";
import type { How, Mood, SupportState } from "./support.ts";

export interface SupportContact {
  readonly id: string;
  readonly personId: string;
  /** As the organization knows her. */
  readonly name: string;
  readonly state: SupportState;
  readonly dueOn: string;
  readonly at: Date | null;
  /** Whoever noted it, as long as she is here. */
  readonly by: string | null;
  readonly how: How | null;
  readonly mood: Mood | null;
  /** Null where the installation has lost the key to it. */
  readonly note: string | null;
}

/** All talks, the newest first; those that are due stand in front. */
export async function listContacts(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<SupportContact[]> {
  const rows = await ctx.db
    .selectFrom("support_contact as c")
    .innerJoin("profile as with", (join) =>
      join.onRef("with.organization_id", "=", "c.organization_id").onRef("with.person_id", "=", "c.person_id"),
    )
    .leftJoin("profile as by", (join) => join.onRef("by.organization_id", "=", "c.organization_id").onRef("by.person_id", "=", "c.by_id"))
    .select([
      "c.id",
      "c.person_id as personId",
      "with.name",
      "c.state",
      "c.due_on as dueOn",
      "c.at",
      "by.name as by",
      "c.how",
      "c.mood",
      "c.note",
    ])
    .where("c.organization_id", "=", organizationId)
    .where("c.relationship_id", "=", relationshipId)
    .orderBy("c.at", (order) => order.desc().nullsFirst())
    .orderBy("c.id")
    .limit(200)
    .execute();
  return rows.map(({ note, ...row }) => ({ ...row, note: openNote(ctx, organizationId, row.id, note) }));
}

function openNote(ctx: Context, organizationId: string, contactId: string, note: Buffer | null): string | null {
  if (note === null) return "";
  try {
    return unseal(ctx.app.settings, notePlace(organizationId, contactId), note);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** How to reach each of them: a talk begins with a call or a letter. */
export async function findAddresses(ctx: Context, people: readonly { readonly personId: string }[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom("auth.person")
    .select(["id", "email"])
    .where(
      "id",
      "in",
      people.map(({ personId }) => personId),
    )
    .execute();
  return new Map(rows.map(({ id, email }) => [id, email]));
}

export interface SomebodyOfIt {
  readonly personId: string;
  readonly name: string;
  readonly role: PairRole;
  readonly hasLeft: boolean;
}

/** Everybody who is, or was, in it: what was asked of somebody who has left still has her name. */
export async function listEverybody(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<SomebodyOfIt[]> {
  const rows = await ctx.db
    .selectFrom("relationship_person as p")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "p.organization_id").onRef("profile.person_id", "=", "p.person_id"),
    )
    .select(["p.person_id as personId", "profile.name", "p.role", "p.left_at as leftAt"])
    .where("p.organization_id", "=", organizationId)
    .where("p.relationship_id", "=", relationshipId)
    .orderBy("p.role", "desc")
    .orderBy("profile.name")
    .execute();
  return rows.map(({ leftAt, ...one }) => ({ ...one, hasLeft: leftAt !== null }));
}

export interface WhatHappened {
  readonly lastMessageAt: Date | null;
  readonly heldSessions: number;
  readonly lastHeldAt: Date | null;
  readonly nextSessionAt: Date | null;
  /** When the newest agreement was signed by everybody; null: not yet. */
  readonly agreementSignedAt: Date | null;
  readonly sessions: readonly { readonly at: Date; readonly state: SessionState }[];
}

/** Dates and states, and nothing of what they say to each other. */
export async function findWhatHappened(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<WhatHappened> {
  const { rows } = await sql<Omit<WhatHappened, "sessions">>`
    select
      (select sent_at from message m where m.organization_id = r.organization_id and m.relationship_id = r.id order by number desc limit 1)
        as "lastMessageAt",
      (select count(*)::int from session s where s.organization_id = r.organization_id and s.relationship_id = r.id and s.state = 'held')
        as "heldSessions",
      (select starts_at from session s where s.organization_id = r.organization_id and s.relationship_id = r.id and s.state = 'held'
        order by starts_at desc limit 1) as "lastHeldAt",
      (select starts_at from session s where s.organization_id = r.organization_id and s.relationship_id = r.id and s.state = 'agreed'
        and s.starts_at > ${ctx.now} order by starts_at limit 1) as "nextSessionAt",
      (select case when count(*) filter (where g.signed_at is null) = 0 then max(g.signed_at) end
        from relationship_person p
        left join agreement_signature g on g.organization_id = p.organization_id and g.relationship_id = p.relationship_id
          and g.person_id = p.person_id and g.version = (select max(v.number) from agreement_version v
            where v.organization_id = r.organization_id and v.relationship_id = r.id)
        where p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null
          and not ${lacksGuardian}) as "agreementSignedAt"
    from relationship r where r.organization_id = ${organizationId} and r.id = ${relationshipId}`.execute(ctx.db);
  const sessions = await ctx.db
    .selectFrom("session")
    .select(["starts_at as at", "state"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("starts_at", "<=", new Date(ctx.now.getTime() + 60 * 86_400_000))
    .orderBy("starts_at", "desc")
    .limit(20)
    .execute();
  return { ...rows[0]!, sessions };
}
