import type { Room } from "../platform/room.ts";
import { allPairsRoutes } from "./all-pairs/all-pairs-room.ts";
import { agreementsJobs, agreementsRoutes, agreementsSubscriptions } from "./agreements/agreements-room.ts";
import { closureJobs, closureRoutes, closureSubscriptions } from "./closure/closure-room.ts";
import { concernsJobs, concernsRoutes, concernsSubscriptions } from "./concerns/concerns-room.ts";
import { lifeJobs, lifeRoutes, lifeSubscriptions } from "./life/life-room.ts";
import { goalsJobs, goalsRoutes } from "./goals/goals-room.ts";
import { guardiansJobs, guardiansRoutes, guardiansSubscriptions } from "./guardians/guardians-room.ts";
import { messagesInbound, messagesJobs, messagesRoutes, messagesSubscriptions } from "./messages/messages-room.ts";
import { pairPage } from "./pairs/pair.page.tsx";
import { practiceJobs, practiceRoutes, practiceSubscriptions } from "./practice/practice-room.ts";
import { pulseJobs, pulseRoutes, pulseSubscriptions } from "./pulse/pulse-room.ts";
import { supportJobs, supportRoutes, supportSubscriptions } from "./support/support-room.ts";
import { quietJobs, quietRoutes } from "./quiet/quiet-room.ts";
import { sessionsInboundHandlers, sessionsJobs, sessionsRoutes, sessionsSubscriptions } from "./sessions/sessions-room.ts";
import { settingsJobs, settingsRoutes, settingsSubscriptions } from "./settings/settings-room.ts";

export const relationshipsRoom: Room = {
  routes: [
    pairPage,
    ...lifeRoutes,
    ...closureRoutes,
    ...quietRoutes,
    ...agreementsRoutes,
    ...guardiansRoutes,
    ...goalsRoutes,
    ...practiceRoutes,
    ...settingsRoutes,
    ...messagesRoutes,
    ...concernsRoutes,
    ...sessionsRoutes,
    ...pulseRoutes,
    ...supportRoutes,
    ...allPairsRoutes,
  ],
  jobs: [
    ...lifeJobs,
    ...closureJobs,
    ...quietJobs,
    ...agreementsJobs,
    ...guardiansJobs,
    ...goalsJobs,
    ...practiceJobs,
    ...settingsJobs,
    ...messagesJobs,
    ...concernsJobs,
    ...sessionsJobs,
    ...pulseJobs,
    ...supportJobs,
  ],
  subscriptions: [
    ...lifeSubscriptions,
    ...closureSubscriptions,
    ...agreementsSubscriptions,
    ...guardiansSubscriptions,
    ...practiceSubscriptions,
    ...settingsSubscriptions,
    ...messagesSubscriptions,
    ...concernsSubscriptions,
    ...sessionsSubscriptions,
    ...pulseSubscriptions,
    ...supportSubscriptions,
  ],
  inboundHandlers: [...messagesInbound, ...sessionsInboundHandlers],
};
