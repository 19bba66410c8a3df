import type { Room } from "../platform/room.ts";
import { agreementsJobs, agreementsRoutes, agreementsSubscriptions } from "./agreements/agreements-room.ts";
import { letTimeGoOn } from "./life/time-goes-on.job.ts";
import { messagesInbound, messagesJobs, messagesRoutes, messagesSubscriptions } from "./messages/messages-room.ts";
import { pairPage } from "./pairs/pair.page.tsx";
import { sessionsInboundHandlers, sessionsJobs, sessionsRoutes, sessionsSubscriptions } from "./sessions/sessions-room.ts";
import { settingsJobs, settingsRoutes, settingsSubscriptions } from "./settings/settings-room.ts";

export const relationshipsRoom: Room = {
  routes: [pairPage, ...agreementsRoutes, ...settingsRoutes, ...messagesRoutes, ...sessionsRoutes],
  jobs: [letTimeGoOn, ...agreementsJobs, ...settingsJobs, ...messagesJobs, ...sessionsJobs],
  subscriptions: [...agreementsSubscriptions, ...settingsSubscriptions, ...messagesSubscriptions, ...sessionsSubscriptions],
  inboundHandlers: [...messagesInbound, ...sessionsInboundHandlers],
};
