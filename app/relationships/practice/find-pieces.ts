import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import type { OneRelationship } from "../life/find-life.ts";
import type { LifeState } from "../life/life.ts";
import { hardDays, hardLevel, isReadyMade, type Moment, readyMade, readyMadeKeys, type Standing } from "./practice.ts";
import { pieceWords } from "./practice-pieces.messages.ts";

export interface Piece {
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly moment: Moment;
  readonly isHidden: boolean;
  /** The program's words; else ours, in the reader's language. */
  readonly isOwn: boolean;
}

interface OfProgram {
  readonly organizationId: string;
  readonly programId: string;
}

/** The library of a program, hidden ones too: ours first, each as the program says it, then its own, by title. */
export async function listPieces(ctx: Context, { organizationId, programId }: OfProgram, language: Language): Promise<Piece[]> {
  const rows = await ctx.db
    .selectFrom("practice_piece")
    .select(["key", "title", "body", "moment", "is_hidden as isHidden"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .orderBy("title")
    .orderBy("key")
    .execute();
  const known = new Map(rows.map((row) => [row.key, row]));
  const ours = readyMadeKeys.map((key): Piece => {
    const words = pieceWords(language)[key];
    const row = known.get(key);
    return {
      key,
      title: row?.title ?? words.title,
      body: row?.body ?? words.body,
      moment: row?.moment ?? readyMade[key],
      isHidden: row?.isHidden ?? false,
      isOwn: row?.title !== undefined && row.title !== null,
    };
  });
  const own = rows.flatMap(({ key, title, body, moment, isHidden }): Piece[] =>
    isReadyMade(key) || title === null || body === null ? [] : [{ key, title, body, moment, isHidden, isOwn: true }],
  );
  return [...ours, ...own];
}

/** Keys of the pieces that she has read in this relationship. */
export async function listRead(ctx: Context, { organizationId, relationshipId }: OneRelationship, personId: string): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom("practice_reading")
    .select("key")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("person_id", "=", personId)
    .execute();
  return new Set(rows.map(({ key }) => key));
}

/** What decides which piece she needs; of the pulses only her own. One statement. */
export async function findStanding(
  ctx: Context,
  { organizationId, relationshipId, state }: OneRelationship & { readonly state: LifeState },
  personId: string,
): Promise<Standing> {
  const { rows } = await sql<{ held: number; newest: { level: number | null; fit: string | null } | null }>`
    select
      (select count(*)::int from (select from session where organization_id = ${organizationId} and relationship_id = ${relationshipId}
        and state = 'held' limit 2) as one) as held,
      (select jsonb_build_object('level', level, 'fit', fit) from pulse where organization_id = ${organizationId}
        and relationship_id = ${relationshipId} and person_id = ${personId}
        and answered_at > ${new Date(ctx.now.getTime() - hardDays * 86_400_000)} order by answered_at desc limit 1) as newest`.execute(
    ctx.db,
  );
  const { held, newest } = rows[0]!;
  const isHardForHer = newest !== null && (newest.fit === "no" || (newest.level !== null && newest.level <= hardLevel));
  return { state, held, isHardForHer };
}
