import type { Room } from "../platform/room.ts";
import { setUpPage } from "./set-up/set-up.page.tsx";

import { myPagePage } from "./my-page/my-page.page.tsx";

export const homeRoom: Room = {
  routes: [myPagePage, setUpPage],
  jobs: [],
  subscriptions: [],
};
