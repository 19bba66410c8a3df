/** Every address about accounts. */
import type { Route } from "../../platform/page.ts";
import { joinPage } from "./joining/join.page.tsx";
import { accountPage } from "./own/account.page.tsx";
import { confirmEmailPage } from "./own/confirm-email.page.tsx";
import { backupCodesPage } from "./second-factor/backup-codes.page.tsx";
import { secondFactorPage } from "./second-factor/second-factor.page.tsx";
import { forgottenPasswordPage } from "./sign-in/forgotten-password.page.tsx";
import { newPasswordPage } from "./sign-in/new-password.page.tsx";
import { signInSecondFactorPage } from "./sign-in/second-factor.page.tsx";
import { signInLinkPage } from "./sign-in/sign-in-link.page.tsx";
import { signInPage } from "./sign-in/sign-in.page.tsx";
import { signOutPage } from "./sign-in/sign-out.page.tsx";

export const accountRoutes: readonly Route[] = [
  signInPage,
  signInSecondFactorPage,
  signInLinkPage,
  signOutPage,
  forgottenPasswordPage,
  newPasswordPage,
  joinPage,
  accountPage,
  confirmEmailPage,
  secondFactorPage,
  backupCodesPage,
];
