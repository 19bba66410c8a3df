/** The forms of choosing, for every page on which one can choose. Each comes back to where it was sent from. */
import { z } from "zod";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { id, optionalText } from "../../platform/form-fields.ts";
import { addChoice } from "./add-choice.ts";
import { choiceWords } from "./choices.messages.ts";
import type { OfProgram } from "./own-list.ts";
import { refuse } from "./refuse.ts";
import { removeChoice } from "./remove-choice.ts";
import { takeBackRefusal } from "./take-back-refusal.ts";

const about = z.object({ aboutId: id() });

/** `role` is the reader's own. */
export function choiceActs(role: ParticipantRole) {
  return {
    add: form(about, async (ctx: PersonalContext, its: OfProgram, { aboutId }) => {
      await addChoice(ctx, { ...its, role, aboutId });
      return { notice: choiceWords(ctx.reader).added };
    }),
    remove: form(about, async (ctx: PersonalContext, its: OfProgram, { aboutId }) => {
      await removeChoice(ctx, { ...its, role, aboutId });
      return { notice: choiceWords(ctx.reader).takenAway };
    }),
    refuse: form(about.extend({ note: optionalText(500) }), async (ctx: PersonalContext, its: OfProgram, { aboutId, note }) => {
      await refuse(ctx, { ...its, role, aboutId, note });
      return { notice: choiceWords(ctx.reader).refusedNotice };
    }),
    takeBack: form(about, async (ctx: PersonalContext, its: OfProgram, { aboutId }) => {
      await takeBackRefusal(ctx, { ...its, role, aboutId });
      return { notice: choiceWords(ctx.reader).takenBack };
    }),
  };
}
