import type { Room } from "../platform/room.ts";
import { when } from "../platform/facts.ts";
import { boardPage } from "./board/board.page.tsx";
import { choiceRoutes } from "./choices/choices-room.ts";
import { compareRoundsPage } from "./board/compare.page.tsx";
import { costDownload } from "./board/cost.download.ts";
import { roundParticipantPage } from "./board/participant.page.tsx";
import { criteriaPage } from "./criteria/criteria.page.tsx";
import { criterionPage, newCriterionPage } from "./criteria/criterion.page.tsx";
import { copyCriteria, followQuestionChange, followQuestionEnd, makeDefaultCriteria } from "./criteria/follow-program.job.ts";
import { fairnessJobs, fairnessRoutes } from "./fairness/fairness-room.ts";
import { forgetEnded } from "./forgetting/forget-ended-programs.job.ts";
import { offerJobs, offerRoutes, offerSubscriptions } from "./offers/offers-room.ts";
import { modeJobs, modeRoutes, modeSubscriptions } from "./modes/modes-room.ts";
import { suggestionJobs, suggestionRoutes, suggestionSubscriptions } from "./suggestions/suggestions-room.ts";
import { requestJobs, requestRoutes, requestSubscriptions } from "./requests/requests-room.ts";
import { reportJobs, reportRoutes, reportSubscriptions } from "./reports/reports-room.ts";
import { newRoundPage } from "./rounds/new-round.page.tsx";
import { refreshStatistics } from "./rounds/refresh-statistics.job.ts";
import { progressDownload } from "./rounds/progress.download.ts";
import { roundsPage } from "./rounds/rounds.page.tsx";
import { runRound } from "./rounds/run-round.job.ts";
import { whatIfRoutes } from "./what-if/what-if-room.ts";

export const matchingRoom: Room = {
  routes: [
    ...offerRoutes,
    ...choiceRoutes,
    ...requestRoutes,
    ...suggestionRoutes,
    ...modeRoutes,
    criteriaPage,
    newCriterionPage,
    criterionPage,
    roundsPage,
    newRoundPage,
    boardPage,
    compareRoundsPage,
    costDownload,
    progressDownload,
    roundParticipantPage,
    ...whatIfRoutes,
    ...reportRoutes,
    ...fairnessRoutes,
  ],
  jobs: [
    ...offerJobs,
    ...reportJobs,
    ...fairnessJobs,
    ...requestJobs,
    ...suggestionJobs,
    ...modeJobs,
    makeDefaultCriteria,
    copyCriteria,
    followQuestionChange,
    followQuestionEnd,
    runRound,
    refreshStatistics,
    forgetEnded,
  ],
  subscriptions: [
    ...offerSubscriptions,
    ...reportSubscriptions,
    ...requestSubscriptions,
    ...suggestionSubscriptions,
    ...modeSubscriptions,
    when("import.done", refreshStatistics),
    when("program.made", makeDefaultCriteria),
    when("program.copied", copyCriteria),
    when("question.changed", followQuestionChange),
    when("question.deleted", followQuestionEnd),
  ],
};
