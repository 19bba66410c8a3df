import { demoPage } from "./demo/demo.page.tsx";
import { loadDemo } from "./demo/load-demo.job.ts";
import { loadDemoPage } from "./demo/load-demo.page.tsx";
import { throwAwayPage } from "./demo/throw-away.page.tsx";
import { when } from "../platform/facts.ts";
import type { Room } from "../platform/room.ts";
import { deleteAccountPage } from "./leaving/delete-account.page.tsx";
import { leaveOrganizationPage } from "./leaving/leave-organization.page.tsx";
import { personPage } from "./person/person.page.tsx";
import { mergePage } from "./merging/merge.page.tsx";
import { letterToPeoplePage } from "./program-letters/letter.page.tsx";
import { programLettersPage } from "./program-letters/letters.page.tsx";
import { newLetterPage } from "./program-letters/new-letter.page.tsx";
import { sendAnnouncements } from "./program-letters/send-announcements.job.ts";
import { programPage } from "./program-overview/program.page.tsx";
import { participantAnswersPage } from "./program-people/answers.page.tsx";
import { invitePage } from "./program-people/invite.page.tsx";
import { letOffersGo } from "./program-people/let-offers-go.job.ts";
import { newParticipantPage } from "./program-people/new-participant.page.tsx";
import { participantPage } from "./program-people/participant.page.tsx";
import { peopleDownload } from "./program-people/people.download.ts";
import { peoplePage } from "./program-people/people.page.tsx";
import { resealEverything } from "./secrets/reseal-everything.job.ts";
import { copyRules } from "./today/copy-rules.job.ts";
import { forgetMarks } from "./today/forget-marks.job.ts";
import { todayRulesPage } from "./today/today-rules.page.tsx";
import { todayPage } from "./today/today.page.tsx";
import { setUpPage } from "./set-up/set-up.page.tsx";

import { myPagePage } from "./my-page/my-page.page.tsx";

export const homeRoom: Room = {
  routes: [
    myPagePage,
    setUpPage,
    demoPage,
    loadDemoPage,
    throwAwayPage,
    todayPage,
    todayRulesPage,
    programPage,
    peoplePage,
    newParticipantPage,
    invitePage,
    peopleDownload,
    participantPage,
    participantAnswersPage,
    mergePage,
    programLettersPage,
    newLetterPage,
    letterToPeoplePage,
    personPage,
    leaveOrganizationPage,
    deleteAccountPage,
  ],
  jobs: [letOffersGo, sendAnnouncements, loadDemo, resealEverything, copyRules, forgetMarks],
  subscriptions: [
    when("participant.withdrawn", letOffersGo),
    when("program.copied", copyRules),
    when("relationship.concluded", forgetMarks),
  ],
};
