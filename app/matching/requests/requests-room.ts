/** What requests add to the matching room. */
import { when } from "../../platform/facts.ts";
import { askPage } from "./ask.page.tsx";
import { expireRequests } from "./expire-requests.job.ts";
import { goOn } from "./go-on.job.ts";
import { ownRequestsPage } from "./own-requests.page.tsx";
import { requestPage } from "./request.page.tsx";
import { requestsOverviewPage } from "./requests-overview.page.tsx";
import { closeAfterOffer, letRequestsGo } from "./let-requests-go.job.ts";
import { remindOfRequests, writeQuestion, writeQuestionAnswered, writeRequest } from "./write-request-letters.job.ts";

export const requestRoutes = [askPage, ownRequestsPage, requestsOverviewPage, requestPage];
export const requestJobs = [
  expireRequests,
  goOn,
  closeAfterOffer,
  letRequestsGo,
  remindOfRequests,
  writeQuestion,
  writeQuestionAnswered,
  writeRequest,
];
export const requestSubscriptions = [
  when("request.made", writeRequest),
  when("request.closed", goOn),
  when("request.asked", writeQuestion),
  when("request.question-answered", writeQuestionAnswered),
  when("offer.accepted", closeAfterOffer),
  when("participant.withdrawn", letRequestsGo),
];
