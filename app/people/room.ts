import type { Room } from "../platform/room.ts";

import { letterAsSeen, letterPage, mailboxPage } from "./letters/mailbox.page.tsx";
import { unsubscribePage } from "./letters/unsubscribe.page.tsx";

export const peopleRoom: Room = {
  routes: [unsubscribePage, mailboxPage, letterPage, letterAsSeen],
  jobs: [],
  subscriptions: [],
};
