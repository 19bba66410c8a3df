import type { Room } from "../platform/room.ts";
import { when } from "../platform/facts.ts";
import { criteriaPage } from "./criteria/criteria.page.tsx";
import { criterionPage, newCriterionPage } from "./criteria/criterion.page.tsx";
import { copyCriteria, followQuestionChange, followQuestionEnd, makeDefaultCriteria } from "./criteria/follow-program.job.ts";
import { offerJobs, offerRoutes, offerSubscriptions } from "./offers/offers-room.ts";
import { newRoundPage } from "./rounds/new-round.page.tsx";
import { roundsPage } from "./rounds/rounds.page.tsx";
import { runRound } from "./rounds/run-round.job.ts";

export const matchingRoom: Room = {
  routes: [...offerRoutes, criteriaPage, newCriterionPage, criterionPage, roundsPage, newRoundPage],
  jobs: [...offerJobs, makeDefaultCriteria, copyCriteria, followQuestionChange, followQuestionEnd, runRound] as never,
  subscriptions: [
    ...offerSubscriptions,
    when("program.made", makeDefaultCriteria),
    when("program.copied", copyCriteria),
    when("question.changed", followQuestionChange),
    when("question.deleted", followQuestionEnd),
  ],
};
