/** What guardians add to the room. */
import { guardiansOfParticipantPage } from "./guardians-of-participant.page.tsx";

export const guardiansRoutes = [guardiansOfParticipantPage];
