/** What a coordinator does on the board and on the page of one person of a round. */
import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { id, wholeNumber } from "../../platform/form-fields.ts";
import type { Visit } from "../../platform/page.ts";
import { programPath } from "../../networks/programs/program.ts";
import { weighCriteria } from "../criteria/save-criterion.ts";
import { weightsShape } from "../criteria/weights-form.tsx";
import { helpWords } from "../explanations/help.messages.ts";
import { isolated } from "../explanations/name-words.ts";
import { formatNumber } from "../../ui/formats.ts";
import { cancelRound } from "../rounds/cancel-round.ts";
import { findRound } from "../rounds/list-rounds.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { startRound } from "../rounds/start-round.ts";
import { boardWords } from "./board.messages.ts";
import { namePeople } from "./name-people.ts";
import { addPlace, changeCapacity, forbidPair, forgetWish, lockPair } from "./pair-wishes.ts";

interface OfRound {
  readonly organizationId: string;
  readonly programId: string;
  readonly roundId: string;
}
const pairShape = z.object({ mentee: id(), mentor: id() });

/** An act on two people of the program, followed by a sentence that names them. */
const pairAct = (act: typeof lockPair, said: (words: ReturnType<typeof boardWords>) => (mentee: string, mentor: string) => string) =>
  form(pairShape, async (ctx: PersonalContext, { organizationId, programId, roundId }: OfRound, { mentee, mentor }, visit: Visit) => {
    await findRound(ctx, organizationId, programId, roundId);
    await act(ctx, { organizationId, programId }, { menteeId: mentee, mentorId: mentor });
    const nameOf = await namePeople(ctx, { organizationId, programId }, [mentee, mentor]);
    const name = (participantId: string): string => isolated(ctx.reader.language, nameOf(participantId));
    return { to: here(visit), notice: said(boardWords(ctx.reader))(name(mentee), name(mentor)) };
  });

/** The same view of the list, after something was done in it. */
export const here = (visit: Pick<Visit, "path" | "query">): string =>
  visit.query.size === 0 ? visit.path : `${visit.path}?${visit.query.toString()}`;

export const boardActs = {
  lock: pairAct(lockPair, (words) => words.lockedNow),
  unlock: pairAct(forgetWish, (words) => words.unlockedNow),
  forbid: pairAct(forbidPair, (words) => words.forbiddenNow),
  allow: pairAct(forgetWish, (words) => words.allowedNow),
  weigh: form(weightsShape, async (ctx: PersonalContext, { organizationId, programId, roundId }: OfRound, weights, visit: Visit) => {
    await findRound(ctx, organizationId, programId, roundId);
    await weighCriteria(ctx, organizationId, programId, weights);
    return { to: here(visit), notice: boardWords(ctx.reader).weightsSaved };
  }),
  places: form(
    z.object({ mentor: id(), places: wholeNumber(0, 50) }),
    async (ctx: PersonalContext, { organizationId, programId }: OfRound, { mentor, places }, visit: Visit) => {
      await changeCapacity(ctx, { organizationId, programId }, mentor, places);
      const nameOf = await namePeople(ctx, { organizationId, programId }, [mentor]);
      return { to: here(visit), notice: boardWords(ctx.reader).placesSaved(isolated(ctx.reader.language, nameOf(mentor)), places) };
    },
  ),
  "add-place": form(
    z.object({ mentor: id() }),
    async (ctx: PersonalContext, { organizationId, programId, roundId }: OfRound, { mentor }, visit: Visit) => {
      await findRound(ctx, organizationId, programId, roundId);
      const places = await addPlace(ctx, { organizationId, programId }, mentor);
      const nameOf = await namePeople(ctx, { organizationId, programId }, [mentor]);
      const { language } = ctx.reader;
      return {
        to: here(visit),
        notice: helpWords(language).placeAdded(isolated(language, nameOf(mentor)), formatNumber(language, places)),
      };
    },
  ),
  "run-again": form(z.object({}), async (ctx: PersonalContext, { organizationId, programId, roundId }: OfRound) => {
    const { chosen, seed, objective, settings } = await findRound(ctx, organizationId, programId, roundId);
    const next = await startRound(ctx, organizationId, programId, { chosen, seed, objective, settings });
    return { to: `${programPath(organizationId, programId)}/rounds/${next}`, notice: roundsWords(ctx.reader).started };
  }),
  cancel: form(z.object({}), async (ctx: PersonalContext, { organizationId, programId, roundId }: OfRound) => {
    await cancelRound(ctx, organizationId, programId, roundId);
    return { notice: roundsWords(ctx.reader).cancelAsked };
  }),
};
