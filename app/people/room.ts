import type { Job } from "../platform/jobs.ts";
import type { Room } from "../platform/room.ts";
import { accountRoutes } from "./accounts/routes.ts";
import { sendNewPasswordLink } from "./accounts/sign-in/send-new-password-link.job.ts";
import { sendSignInLink } from "./accounts/sign-in/send-sign-in-link.job.ts";
import { sweepAccounts } from "./accounts/sweep-accounts.job.ts";
import { letterAsSeen, letterPage, mailboxPage } from "./letters/mailbox.page.tsx";
import { unsubscribePage } from "./letters/unsubscribe.page.tsx";
import { ownDataAsJson, ownDataAsTables } from "./own-data/own-data.download.ts";
import { ownDataPage } from "./own-data/own-data.page.tsx";
import { pictureDownload } from "./profiles/picture.download.ts";
import { profilePage } from "./profiles/profile.page.tsx";

export const peopleRoom: Room = {
  routes: [
    ...accountRoutes,
    unsubscribePage,
    mailboxPage,
    letterPage,
    letterAsSeen,
    profilePage,
    pictureDownload,
    ownDataPage,
    ownDataAsJson,
    ownDataAsTables,
  ],
  jobs: [sendSignInLink, sendNewPasswordLink, sweepAccounts] as readonly Job<never>[],
  subscriptions: [],
};
