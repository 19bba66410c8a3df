/** What each of them says at the end of a relationship. Pure. */
import type { Ending } from "../life/life.ts";

/** Why it ends; for coordinators only, so that nobody has to be careful. */
export const farewellReasons = ["reached", "time-over", "time", "topic", "distance", "style", "silence", "life", "other"] as const;
export type FarewellReason = (typeof farewellReasons)[number];

/** How people can end what they are in; the others are the program's own. */
export const ownEndings = ["planned", "early", "one-sided"] as const satisfies readonly Ending[];
export type OwnEnding = (typeof ownEndings)[number];

/** Five questions, each optional; from 1, not at all, to 5, very much. */
export const exitScales = ["helped", "heard", "supported", "again"] as const;
export type ExitScale = (typeof exitScales)[number];
export type ExitAnswers = Readonly<Partial<Record<ExitScale, number>>> & { readonly words?: string };
export const exitSteps = [1, 2, 3, 4, 5] as const;

/** The steps of a good ending, in their order; each is saved by itself and none has to be done. */
export const farewellSteps = ["why", "reached", "thanks", "contact", "questions"] as const;
export type FarewellStep = (typeof farewellSteps)[number];

export interface Farewell {
  readonly reason: FarewellReason | null;
  readonly reached: string;
  readonly thanks: string;
  readonly keepsContact: boolean | null;
  readonly answers: ExitAnswers;
}
export const noFarewell: Farewell = { reason: null, reached: "", thanks: "", keepsContact: null, answers: {} };

export function stepsDone(farewell: Farewell): readonly FarewellStep[] {
  const isDone: Record<FarewellStep, boolean> = {
    why: farewell.reason !== null,
    reached: farewell.reached !== "",
    thanks: farewell.thanks !== "",
    contact: farewell.keepsContact !== null,
    questions: Object.keys(farewell.answers).length > 0,
  };
  return farewellSteps.filter((step) => isDone[step]);
}

/** Those with whom somebody stays in touch: where both want to. Nobody learns who of them did not. */
export function staysInTouch(
  wishes: readonly { readonly personId: string; readonly keepsContact: boolean | null }[],
  personId: string,
): readonly string[] {
  const willing = wishes.filter((one) => one.keepsContact === true).map((one) => one.personId);
  return willing.includes(personId) ? willing.filter((one) => one !== personId) : [];
}
