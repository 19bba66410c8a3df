import { createHash } from "node:crypto";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Context } from "../../platform/context.ts";
import type { OneRelationship, Relationship } from "../life/find-life.ts";
import { type AgreementSection, changedSections, draftVersion, type Signature } from "./agreement.ts";
import { findTemplate } from "./draft-sections.ts";

export interface Version {
  /** 0: the program's draft, which nobody has touched. */
  readonly number: number;
  readonly sections: readonly AgreementSection[];
  readonly madeAt: Date | null;
  readonly madeById: string | null;
  /** Null: the program's draft, or somebody who has left. */
  readonly madeBy: string | null;
  readonly signatures: readonly Signature[];
}

/** By which a signature is of what was read, and of nothing else. */
export const fingerprint = (sections: readonly AgreementSection[]): string =>
  createHash("sha256")
    .update(JSON.stringify(sections.map(({ key, title, text }) => [key, title, text])))
    .digest("hex");

const versions = (ctx: Context, { organizationId, relationshipId }: OneRelationship) =>
  ctx.db
    .selectFrom("agreement_version as v")
    .leftJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "v.organization_id").onRef("profile.person_id", "=", "v.made_by"),
    )
    .select(["v.number", "v.sections", "v.made_at as madeAt", "v.made_by as madeById", "profile.name as madeBy"])
    .where("v.organization_id", "=", organizationId)
    .where("v.relationship_id", "=", relationshipId);

const signedVersions = (ctx: Context, its: OneRelationship) =>
  versions(ctx, its).select((eb) =>
    jsonArrayFrom(
      eb
        .selectFrom("agreement_signature as s")
        .select(["s.person_id as personId", "s.signed_as as signedAs", "s.name", "s.signed_at as signedAt"])
        .whereRef("s.organization_id", "=", "v.organization_id")
        .whereRef("s.relationship_id", "=", "v.relationship_id")
        .whereRef("s.version", "=", "v.number")
        .orderBy("s.signed_at")
        .orderBy("s.person_id"),
    ).as("signatures"),
  );

type Row = Awaited<ReturnType<ReturnType<typeof signedVersions>["executeTakeFirstOrThrow"]>>;
const versionOf = (row: Row): Version => ({
  ...row,
  signatures: row.signatures.map((one) => ({ ...one, signedAt: new Date(one.signedAt) })),
});

/** What it says now: its newest version, or the program's draft. */
export async function findAgreement(ctx: Context, { organizationId, id, programId }: Relationship): Promise<Version> {
  const its = { organizationId, relationshipId: id };
  const newest = await signedVersions(ctx, its).orderBy("v.number", "desc").limit(1).executeTakeFirst();
  if (newest) return versionOf(newest);
  const { sections } = await findTemplate(ctx, { organizationId, programId });
  return { number: draftVersion, sections, madeAt: null, madeById: null, madeBy: null, signatures: [] };
}

/** One of its versions; the draft is what the program's template says today. */
export async function findVersion(ctx: Context, relationship: Relationship, number: number): Promise<Version | undefined> {
  const its = { organizationId: relationship.organizationId, relationshipId: relationship.id };
  if (number === draftVersion) {
    const { sections } = await findTemplate(ctx, relationship);
    return { number, sections, madeAt: null, madeById: null, madeBy: null, signatures: [] };
  }
  const version = await signedVersions(ctx, its).where("v.number", "=", number).executeTakeFirst();
  return version && versionOf(version);
}

export interface PastVersion {
  readonly number: number;
  readonly madeAt: Date | null;
  readonly madeBy: string | null;
  /** Sections that say something else than in the version before. */
  readonly changed: readonly string[];
  readonly signatures: number;
}

/** The newest first; so many that nobody reads further. */
const mostListed = 50;

export async function listVersions(ctx: Context, its: OneRelationship): Promise<PastVersion[]> {
  const rows = await versions(ctx, its)
    .select((eb) =>
      eb
        .selectFrom("agreement_signature as s")
        .select(eb.fn.countAll<number>().as("n"))
        .whereRef("s.organization_id", "=", "v.organization_id")
        .whereRef("s.relationship_id", "=", "v.relationship_id")
        .whereRef("s.version", "=", "v.number")
        .as("signatures"),
    )
    .orderBy("v.number", "desc")
    .limit(mostListed + 1)
    .execute();
  return rows.slice(0, mostListed).map(({ number, madeAt, madeBy, sections, signatures }, index) => {
    const before = rows[index + 1];
    return { number, madeAt, madeBy, changed: before ? changedSections(before.sections, sections) : [], signatures: Number(signatures) };
  });
}
