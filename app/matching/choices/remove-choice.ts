import type { PersonalContext } from "../../platform/context.ts";
import { type AboutSomebody, holdList, without } from "./hold-list.ts";
import { saveOwnList } from "./own-list.ts";

/** Takes somebody off her list. @returns the rank that she had, so that she can be put back; undefined where she was not on it */
export async function removeChoice(ctx: PersonalContext, its: AboutSomebody): Promise<number | undefined> {
  const { own, list } = await holdList(ctx, its);
  await saveOwnList(ctx, its, own.id, without(list, its.aboutId));
  const at = list.chosen.indexOf(its.aboutId);
  return at < 0 ? undefined : at + 1;
}
