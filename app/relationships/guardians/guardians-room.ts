/** What guardians add to the room. */
import { when } from "../../platform/facts.ts";
import { askGuardiansAtEnd } from "./ask-guardians-at-end.job.ts";
import { forgetGuardianFarewells } from "./forget-guardian-farewells.job.ts";
import { guardianPage } from "./guardian.page.tsx";
import { guardiansOfParticipantPage } from "./guardians-of-participant.page.tsx";

export const guardiansRoutes = [guardiansOfParticipantPage, guardianPage];
export const guardiansJobs = [askGuardiansAtEnd, forgetGuardianFarewells];
export const guardiansSubscriptions = [
  when("relationship.closing", askGuardiansAtEnd),
  when("relationship.concluded", askGuardiansAtEnd),
  when("relationship.to-forget", forgetGuardianFarewells),
];
