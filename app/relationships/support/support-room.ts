/** What support adds to the room. */
import { when } from "../../platform/facts.ts";
import { forgetSupport } from "./forget-support.job.ts";
import { keepContactsHere, keepContactsOfWard, keepOwnersHere, keepSupport } from "./keep-support.job.ts";
import { supportPage } from "./support.page.tsx";

export const supportRoutes = [supportPage];
export const supportJobs = [keepSupport, keepContactsHere, keepContactsOfWard, keepOwnersHere, forgetSupport];
export const supportSubscriptions = [
  when("relationship.begun", keepContactsHere),
  when("relationship.concluded", keepContactsHere),
  when("relationship.left", keepContactsHere),
  when("relationship.joined", keepContactsHere),
  when("coordinators.changed", keepOwnersHere),
  when("guardians.changed", keepContactsOfWard),
  when("relationship.to-forget", forgetSupport),
];
