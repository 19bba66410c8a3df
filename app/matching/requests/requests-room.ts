/** What requests add to the matching room. */
import { when } from "../../platform/facts.ts";
import { expireRequests } from "./expire-requests.job.ts";
import { goOn } from "./go-on.job.ts";
import { closeAfterOffer, letRequestsGo } from "./let-requests-go.job.ts";
import { remindOfRequests, writeQuestion, writeQuestionAnswered, writeRequest } from "./write-request-letters.job.ts";

export const requestRoutes = [];
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
