import type { Room } from "../platform/room.ts";
import { pairPage } from "./pairs/pair.page.tsx";

export const relationshipsRoom: Room = {
  routes: [pairPage],
  jobs: [],
  subscriptions: [],
};
