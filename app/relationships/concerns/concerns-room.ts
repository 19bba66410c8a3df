/** What concerns add to the room. */
import { when } from "../../platform/facts.ts";
import { caseFileDownload } from "./case-file.download.ts";
import { casePage } from "./case.page.tsx";
import { chooseOrganizationPage } from "./choose-organization.page.tsx";
import { concernsPage } from "./concerns.page.tsx";
import { decisionPage } from "./decision.page.tsx";
import { forgetCases } from "./forget-cases.job.ts";
import { newConcernPage } from "./new-concern.page.tsx";
import { ownConcernPage } from "./own-concern.page.tsx";
import { ownConcernsPage } from "./own-concerns.page.tsx";
import { releaseCases } from "./release-cases.job.ts";
import { takeReports } from "./take-reports.job.ts";
import { tellOfConcern } from "./tell-leads.job.ts";
import { watchClocks } from "./watch-clocks.job.ts";

// What has a name stands before what is named by its id: the first address that fits answers.
export const concernsRoutes = [
  chooseOrganizationPage,
  newConcernPage,
  ownConcernsPage,
  ownConcernPage,
  concernsPage,
  casePage,
  caseFileDownload,
  decisionPage,
];
export const concernsJobs = [tellOfConcern, takeReports, watchClocks, releaseCases, forgetCases];
export const concernsSubscriptions = [
  when("concern.raised", tellOfConcern),
  when("concern.reopened", tellOfConcern),
  when("message.reported", takeReports),
  when("safeguarding-lead.changed", releaseCases),
];
