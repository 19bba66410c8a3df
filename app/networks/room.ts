import type { Room } from "../platform/room.ts";

export const networksRoom: Room = {
  routes: [],
  jobs: [],
  subscriptions: [],
};
