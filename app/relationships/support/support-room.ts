/** What support adds to the room. */
import { when } from "../../platform/facts.ts";
import { forgetSupport } from "./forget-support.job.ts";
import { keepSupport, keepSupportHere } from "./keep-support.job.ts";
import { ownersPage } from "./owners.page.tsx";
import { supportPage } from "./support.page.tsx";

export const supportRoutes = [supportPage, ownersPage];
export const supportJobs = [keepSupport, keepSupportHere, forgetSupport];
export const supportSubscriptions = [
  when("relationship.begun", keepSupportHere),
  when("relationship.concluded", keepSupportHere),
  when("coordinators.changed", keepSupportHere),
  when("relationship.to-forget", forgetSupport),
];
