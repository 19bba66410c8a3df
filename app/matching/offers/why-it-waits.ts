import { listUnchecked } from "../../networks/checks/missing-checks.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import type { Context } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import { offerWords } from "./offers.messages.ts";

/** Her own check is missing; there are not enough in the group; or something of the program's that is no business of hers. */
export type Waiting = "own-check" | "group" | "program";

/** Both have said yes, and it has not begun: why, as far as this one of them may know. */
export async function whyItWaits(
  ctx: Context,
  { organizationId, programId }: { readonly organizationId: string; readonly programId: string },
  participantId: string,
): Promise<Waiting> {
  if ((await listUnchecked(ctx, { organizationId, programId }, [participantId])).length > 0) return "own-check";
  return (await findProgram(ctx, organizationId, programId)).format === "group" ? "group" : "program";
}

export function waitingSentence(language: Language, waiting: Waiting): string {
  const words = offerWords(language).page;
  return { "own-check": words.waitsForCheck, group: words.gathering, program: words.waitsForProgram }[waiting];
}
