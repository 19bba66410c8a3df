import type { PersonalContext } from "../../platform/context.ts";
import { ranked } from "./choice.ts";
import { type AboutSomebody, holdList } from "./hold-list.ts";
import { saveOwnList } from "./own-list.ts";

/** Gives somebody on her list this rank, from 1; where she is not on it (any more), nothing changes. */
export async function moveChoice(ctx: PersonalContext, its: AboutSomebody & { readonly rank: number }): Promise<void> {
  const { own, list } = await holdList(ctx, its);
  if (!list.chosen.includes(its.aboutId)) return;
  await saveOwnList(ctx, its, own.id, { ...list, chosen: ranked(list.chosen, its.aboutId, its.rank) });
}
