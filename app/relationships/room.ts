import type { Room } from "../platform/room.ts";
import { letTimeGoOn } from "./life/time-goes-on.job.ts";
import { pairPage } from "./pairs/pair.page.tsx";
import { sessionsInboundHandlers, sessionsJobs, sessionsRoutes, sessionsSubscriptions } from "./sessions/sessions-room.ts";

export const relationshipsRoom: Room = {
  routes: [pairPage, ...sessionsRoutes],
  jobs: [letTimeGoOn, ...sessionsJobs],
  subscriptions: [...sessionsSubscriptions],
  inboundHandlers: [...sessionsInboundHandlers],
};
