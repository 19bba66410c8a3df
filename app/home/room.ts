import type { Room } from "../platform/room.ts";

export const homeRoom: Room = {
  routes: [],
  jobs: [],
  subscriptions: [],
};
