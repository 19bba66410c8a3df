import type { Room } from "../platform/room.ts";

export const matchingRoom: Room = {
  routes: [],
  jobs: [],
  subscriptions: [],
};
