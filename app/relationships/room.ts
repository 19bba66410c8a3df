import type { Room } from "../platform/room.ts";

export const relationshipsRoom: Room = {
  routes: [],
  jobs: [],
  subscriptions: [],
};
