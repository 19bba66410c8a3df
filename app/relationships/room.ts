import type { Room } from "../platform/room.ts";
import { letTimeGoOn } from "./life/time-goes-on.job.ts";
import { pairPage } from "./pairs/pair.page.tsx";

export const relationshipsRoom: Room = {
  routes: [pairPage],
  jobs: [letTimeGoOn],
  subscriptions: [],
};
