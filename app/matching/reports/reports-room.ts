import { when } from "../../platform/facts.ts";
import { forgetOldRounds } from "../rounds/forget-old-rounds.job.ts";
import { keepRun } from "./keep-run.job.ts";
import { reportDownload, reportKeyDownload, reportKeysDownload, signatureDownload } from "./report.download.ts";
import { reportPage } from "./report.page.tsx";

export const reportRoutes = [reportPage, reportDownload, signatureDownload, reportKeyDownload, reportKeysDownload];
export const reportJobs = [keepRun, forgetOldRounds];
export const reportSubscriptions = [when("round.published", keepRun)];
