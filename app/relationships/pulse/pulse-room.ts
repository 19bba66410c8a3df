/** What the pulse adds to the room. */
import { when } from "../../platform/facts.ts";
import { askAfterMeeting, askHowItGoes } from "./ask-pulse.job.ts";
import { pulseLinkPage } from "./pulse-link.page.tsx";
import { pulsePage } from "./pulse.page.tsx";

export const pulseRoutes = [pulsePage, pulseLinkPage];
export const pulseJobs = [askHowItGoes, askAfterMeeting];
export const pulseSubscriptions = [when("session.held", askAfterMeeting)];
