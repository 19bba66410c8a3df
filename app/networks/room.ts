import { checksPage } from "./checks/checks.page.tsx";
import { forgetChecks } from "./checks/forget-checks.job.ts";
import { tellExpiring } from "./checks/tell-expiring.job.ts";
import { ownPartPage } from "./enrollment/own/own-part.page.tsx";
import { sendInvitations } from "./enrollment/send-invitations.job.ts";
import { sendSignUpLetter } from "./enrollment/sign-up/send-sign-up-letter.job.ts";
import { signUpPage } from "./enrollment/sign-up/sign-up.page.tsx";
import { checkRows } from "./imports/check-rows.job.ts";
import { forgetFiles } from "./imports/forget-files.job.ts";
import { importPage } from "./imports/import.page.tsx";
import { importsPage } from "./imports/imports.page.tsx";
import { lookOver } from "./imports/look-over.job.ts";
import { newImportPage } from "./imports/new-import.page.tsx";
import { problemsDownload } from "./imports/problems.download.ts";
import { runImport } from "./imports/run-import.job.ts";
import { takeBack } from "./imports/take-back.job.ts";
import type { Room } from "../platform/room.ts";
import { ownGuardiansPage } from "./guardians/own-guardians.page.tsx";
import { memberPage } from "./organizations/member.page.tsx";
import { newOrganizationPage } from "./organizations/new-organization.page.tsx";
import { organizationSettingsPage } from "./organizations/organization-settings.page.tsx";
import { safeguardingPage } from "./organizations/safeguarding.page.tsx";
import { organizationPage } from "./organizations/organization.page.tsx";
import { teamPage } from "./organizations/team.page.tsx";
import { copyProgramPage } from "./programs/copy-program.page.tsx";
import { handOverPage } from "./programs/hand-over.page.tsx";
import { newProgramPage } from "./programs/new-program.page.tsx";
import { newQuestionPage } from "./programs/new-question.page.tsx";
import { programSettingsPage } from "./programs/program-settings.page.tsx";
import { questionPage } from "./programs/question.page.tsx";
import { questionsPage } from "./programs/questions.page.tsx";

export const networksRoom: Room = {
  // What is new stands before what is named by its id: the first address that fits answers.
  routes: [
    newOrganizationPage,
    organizationPage,
    organizationSettingsPage,
    safeguardingPage,
    teamPage,
    memberPage,
    ownGuardiansPage,
    checksPage,
    newProgramPage,
    programSettingsPage,
    handOverPage,
    copyProgramPage,
    questionsPage,
    newQuestionPage,
    questionPage,
    ownPartPage,
    signUpPage,
    importsPage,
    newImportPage,
    importPage,
    problemsDownload,
  ],
  jobs: [sendInvitations, sendSignUpLetter, lookOver, checkRows, runImport, takeBack, forgetFiles, tellExpiring, forgetChecks],
  subscriptions: [],
};
