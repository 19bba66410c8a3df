import type { Room } from "../platform/room.ts";
import { setUpPage } from "./set-up/set-up.page.tsx";

export const homeRoom: Room = {
  routes: [setUpPage],
  jobs: [],
  subscriptions: [],
};
