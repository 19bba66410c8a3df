/** What the life of relationships adds to the room. */
import { when } from "../../platform/facts.ts";
import { changesPage } from "./changes.page.tsx";
import { tellClosing, tellConcluded, tellExtended, tellPaused, tellReopened, tellResumed } from "./tell-change.job.ts";
import { endConversation } from "./end-conversation.job.ts";
import { letTimeGoOn } from "./time-goes-on.job.ts";

export const lifeRoutes = [changesPage];
export const lifeJobs = [letTimeGoOn, endConversation, tellPaused, tellResumed, tellExtended, tellClosing, tellReopened, tellConcluded];
export const lifeSubscriptions = [
  when("session.held", endConversation),
  when("relationship.paused", tellPaused),
  when("relationship.resumed", tellResumed),
  when("relationship.extended", tellExtended),
  when("relationship.closing", tellClosing),
  when("relationship.reopened", tellReopened),
  when("relationship.concluded", tellConcluded),
];
