import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found, NotFound } from "../../platform/errors.ts";
import { choice, text } from "../../platform/form-fields.ts";
import { newId } from "../../platform/identifiers.ts";
import { listPieces } from "./find-pieces.ts";
import { isReadyMade, longest, moments, mostOwnPieces, readyMade } from "./practice.ts";
import { practiceWords } from "./practice.messages.ts";

interface OfProgram {
  readonly organizationId: string;
  readonly programId: string;
}
type OnePiece = OfProgram & { readonly pieceId: string };

export const pieceShape = z.object({ title: text(longest.title), body: text(longest.body), moment: choice(moments) });
type PieceForm = z.output<typeof pieceShape>;

/** A piece in the program's own words: a new one, or one of those that are there. */
export async function savePiece(ctx: Context, its: OfProgram & { pieceId?: string }, piece: PieceForm): Promise<void> {
  const { organizationId, programId, pieceId } = its;
  const pieces = await listPieces(ctx, its, ctx.reader.language);
  if (pieceId !== undefined) found(pieces.find(({ key }) => key === pieceId));
  else if (pieces.filter(({ key }) => !isReadyMade(key)).length >= mostOwnPieces)
    throw new Conflict((language) => practiceWords(language).library.tooMany(mostOwnPieces));
  const words = { ...piece, changed_at: ctx.now, changed_by: ctx.actor?.personId ?? null };
  await ctx.db
    .insertInto("practice_piece")
    .values({ organization_id: organizationId, program_id: programId, key: pieceId ?? newId(), ...words })
    .onConflict((conflict) => conflict.columns(["organization_id", "program_id", "key"]).doUpdateSet(words))
    .execute();
  await note(ctx, its);
}

/** No longer offered to anybody, or offered again. */
export async function hidePiece(ctx: Context, its: OnePiece, isHidden: boolean): Promise<void> {
  const { organizationId, programId, pieceId } = its;
  const piece = found((await listPieces(ctx, its, ctx.reader.language)).find(({ key }) => key === pieceId));
  const changed = { is_hidden: isHidden, changed_at: ctx.now, changed_by: ctx.actor?.personId ?? null };
  await ctx.db
    .insertInto("practice_piece")
    .values({
      organization_id: organizationId,
      program_id: programId,
      key: pieceId,
      title: null,
      body: null,
      moment: piece.moment,
      ...changed,
    })
    .onConflict((conflict) => conflict.columns(["organization_id", "program_id", "key"]).doUpdateSet(changed))
    .execute();
  await note(ctx, its);
}

/** One of ours is again as we say it; one of the program's own is gone. */
export async function dropWords(ctx: Context, its: OnePiece): Promise<"restored" | "removed"> {
  const { organizationId, programId, pieceId } = its;
  const row = () =>
    ctx.db
      .updateTable("practice_piece")
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("key", "=", pieceId);
  await note(ctx, its);
  if (isReadyMade(pieceId)) {
    await row().set({ title: null, body: null, moment: readyMade[pieceId], changed_at: ctx.now }).execute();
    return "restored";
  }
  const { numDeletedRows } = await ctx.db
    .deleteFrom("practice_piece")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("key", "=", pieceId)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw new NotFound();
  return "removed";
}

const note = (ctx: Context, { organizationId, programId }: OfProgram): Promise<void> =>
  audit(ctx, { organizationId, act: "practice.changed", subjectKind: "program", subjectId: programId });
