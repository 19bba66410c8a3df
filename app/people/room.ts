import type { Room } from "../platform/room.ts";

export const peopleRoom: Room = {
  routes: [],
  jobs: [],
  subscriptions: [],
};
