import type { Room } from "../platform/room.ts";
import { letTimeGoOn } from "./life/time-goes-on.job.ts";
import { pairPage } from "./pairs/pair.page.tsx";
import { sessionsInboundHandlers, sessionsJobs, sessionsRoutes, sessionsSubscriptions } from "./sessions/sessions-room.ts";
import { settingsJobs, settingsRoutes, settingsSubscriptions } from "./settings/settings-room.ts";

export const relationshipsRoom: Room = {
  routes: [pairPage, ...settingsRoutes, ...sessionsRoutes],
  jobs: [letTimeGoOn, ...settingsJobs, ...sessionsJobs],
  subscriptions: [...settingsSubscriptions, ...sessionsSubscriptions],
  inboundHandlers: [...sessionsInboundHandlers],
};
