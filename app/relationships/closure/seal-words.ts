import type { Context } from "../../platform/context.ts";
import { seal, type SealedPlace, unseal, Unreadable } from "../../platform/sealing.ts";

/** What somebody tells coordinators about the other, and nobody else. */
export type SealedWords =
  | { readonly table: "new_start"; readonly organizationId: string; readonly id: string }
  | { readonly table: "farewell"; readonly organizationId: string; readonly relationshipId: string; readonly personId: string };

export const placeOf = (its: SealedWords): SealedPlace =>
  its.table === "new_start"
    ? { organizationId: its.organizationId, table: "new_start", column: "words", row: its.id }
    : { organizationId: its.organizationId, table: "farewell", column: "reason_words", row: `${its.relationshipId}/${its.personId}` };

export const sealWords = (ctx: Context, its: SealedWords, words: string): Buffer =>
  seal(ctx.app.settings, placeOf(its), JSON.stringify(words));

/** Undefined where it was sealed with a secret that is gone. */
export function openWords(ctx: Context, its: SealedWords, sealed: Buffer): string | undefined {
  try {
    return JSON.parse(unseal(ctx.app.settings, placeOf(its), sealed)) as string;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
