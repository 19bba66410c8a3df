import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { newId } from "../../platform/identifiers.ts";
import type { ByPart, Category, ConcernState, EntryKind, OneConcern, Severity, Urgency } from "./concern.ts";
import { openCase } from "./seal-case.ts";
import type { SnapshotFile } from "./snapshot.ts";

export interface Subject {
  readonly number: number;
  readonly personId: string | null;
  /** Null: she has left, or is no member any more. */
  readonly name: string | null;
  readonly namedBy: "reporter" | "lead";
}

export interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly kind: EntryKind;
  readonly byPart: ByPart;
  readonly byId: string | null;
  readonly byName: string | null;
  readonly aboutName: string | null;
  readonly detail: string;
  readonly words: string | undefined;
}

export interface Case {
  readonly id: string;
  readonly state: ConcernState;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly severity: Severity | null;
  readonly isConfidential: boolean;
  readonly words: string | undefined;
  readonly reporterId: string | null;
  /** Null: she has left; or, where it is confidential, the reader does not handle it. */
  readonly reporterName: string | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly relationshipId: string | null;
  readonly holdsPause: boolean;
  readonly raisedAt: Date;
  readonly openedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly closedAt: Date | null;
  readonly subjects: readonly Subject[];
  readonly entries: readonly Entry[];
  readonly files: readonly SnapshotFile[];
}

/** The whole case for who may look into it; that she has read it stands in it from then on. */
export async function readCase(ctx: PersonalContext, its: OneConcern): Promise<Case> {
  const { organizationId, concernId } = its;
  await ctx.db
    .insertInto("concern_reading")
    .values({ organization_id: organizationId, id: newId(), concern_id: concernId, person_id: ctx.actor.personId, at: ctx.now })
    .execute();
  const { words, reporterId, reporterName, ...row } = found(
    await ctx.db
      .selectFrom("concern as c")
      .leftJoin("profile as reporter", (join) =>
        join.onRef("reporter.organization_id", "=", "c.organization_id").onRef("reporter.person_id", "=", "c.reporter_id"),
      )
      .leftJoin("profile as handler", (join) =>
        join.onRef("handler.organization_id", "=", "c.organization_id").onRef("handler.person_id", "=", "c.handler_id"),
      )
      .select([
        "c.id",
        "c.state",
        "c.category",
        "c.urgency",
        "c.severity",
        "c.is_confidential as isConfidential",
        "c.words",
        "c.reporter_id as reporterId",
        "reporter.name as reporterName",
        "c.handler_id as handlerId",
        "handler.name as handlerName",
        "c.relationship_id as relationshipId",
        "c.holds_pause as holdsPause",
        "c.raised_at as raisedAt",
        "c.opened_at as openedAt",
        "c.acknowledged_at as acknowledgedAt",
        "c.closed_at as closedAt",
      ])
      .where("c.organization_id", "=", organizationId)
      .where("c.id", "=", concernId)
      .executeTakeFirst(),
  );
  // Confidential: who handles it knows who raised it, and nobody else.
  const mayKnow = !row.isConfidential || row.handlerId === ctx.actor.personId;
  return {
    ...row,
    words: openCase(ctx, organizationId, "concern.words", concernId, words),
    reporterId: mayKnow ? reporterId : null,
    reporterName: mayKnow ? reporterName : null,
    subjects: await listSubjects(ctx, its),
    entries: await listEntries(ctx, its),
    files: await ctx.db
      .selectFrom("concern_file")
      .select(["file_id as fileId", "name"])
      .where("organization_id", "=", organizationId)
      .where("concern_id", "=", concernId)
      .orderBy("file_id")
      .execute(),
  };
}

const listSubjects = (ctx: PersonalContext, { organizationId, concernId }: OneConcern): Promise<Subject[]> =>
  ctx.db
    .selectFrom("concern_subject as s")
    .leftJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "s.organization_id").onRef("profile.person_id", "=", "s.person_id"),
    )
    .select(["s.number", "s.person_id as personId", "profile.name", "s.named_by as namedBy"])
    .where("s.organization_id", "=", organizationId)
    .where("s.concern_id", "=", concernId)
    .orderBy("s.number")
    .execute();

/** Names of leads only: who raised it stands above, for whom it may. */
async function listEntries(ctx: PersonalContext, { organizationId, concernId }: OneConcern): Promise<Entry[]> {
  const rows = await ctx.db
    .selectFrom("concern_entry as e")
    .leftJoin("profile as actor", (join) =>
      join.onRef("actor.organization_id", "=", "e.organization_id").onRef("actor.person_id", "=", "e.by_id").on("e.by_part", "=", "lead"),
    )
    .leftJoin("profile as about", (join) =>
      join.onRef("about.organization_id", "=", "e.organization_id").onRef("about.person_id", "=", "e.about_id"),
    )
    .select([
      "e.id",
      "e.at",
      "e.kind",
      "e.by_part as byPart",
      "e.by_id as byId",
      "actor.name as byName",
      "about.name as aboutName",
      "e.detail",
      "e.words",
    ])
    .where("e.organization_id", "=", organizationId)
    .where("e.concern_id", "=", concernId)
    .orderBy("e.id")
    .execute();
  return rows.map(({ words, byId, byPart, ...row }) => ({
    ...row,
    byPart,
    byId: byPart === "lead" ? byId : null,
    words: openCase(ctx, organizationId, "concern_entry.words", row.id, words),
  }));
}

export interface Reading {
  readonly name: string | null;
  readonly times: number;
  readonly first: Date;
  readonly last: Date;
}

/** Who has opened it. */
export async function listReadings(ctx: PersonalContext, { organizationId, concernId }: OneConcern): Promise<Reading[]> {
  return ctx.db
    .selectFrom("concern_reading as r")
    .leftJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "r.organization_id").onRef("profile.person_id", "=", "r.person_id"),
    )
    .select((eb) => [
      "profile.name",
      eb.fn.countAll<number>().as("times"),
      eb.fn.min("r.at").$notNull().as("first"),
      eb.fn.max("r.at").$notNull().as("last"),
    ])
    .where("r.organization_id", "=", organizationId)
    .where("r.concern_id", "=", concernId)
    .groupBy(["r.person_id", "profile.name"])
    .orderBy("last", "desc")
    .execute();
}
