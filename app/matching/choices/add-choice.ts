import type { PersonalContext } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { findPeople, lookAsReader } from "../directory/find-directory.ts";
import { otherRole, ranked } from "./choice.ts";
import { choiceWords } from "./choices.messages.ts";
import { type AboutSomebody, holdList } from "./hold-list.ts";
import { saveOwnList } from "./own-list.ts";
import { deleteRefusal } from "./take-back-refusal.ts";

/** Puts somebody on her list: at its end, or where she says. Who is on it already stays where she is. */
export async function addChoice(ctx: PersonalContext, its: AboutSomebody & { readonly rank?: number | undefined }): Promise<void> {
  const { own, list, most } = await holdList(ctx, its);
  if (list.chosen.includes(its.aboutId)) return;
  if (list.chosen.length >= most) throw new Conflict((language) => choiceWords(language).listIsFull(most));
  const [about] = await findPeople(ctx, await lookAsReader(ctx, its, otherRole(its.role)), [its.aboutId], { evenAway: true });
  if (!about) throw new Conflict((language) => choiceWords(language).cannotBeChosen);
  await deleteRefusal(ctx, its, own.id);
  const chosen = ranked(list.chosen, its.aboutId, its.rank ?? list.chosen.length + 1);
  await saveOwnList(ctx, its, own.id, { chosen, gone: list.gone.filter((id) => id !== its.aboutId) });
}
