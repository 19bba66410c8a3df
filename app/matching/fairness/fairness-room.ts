import { fairnessDownload } from "./fairness.download.ts";
import { fairnessPage } from "./fairness.page.tsx";
import { priceFairness } from "./price-fairness.job.ts";

export const fairnessRoutes = [fairnessPage, fairnessDownload];
export const fairnessJobs = [priceFairness];
