import type { Subscription } from "../../platform/facts.ts";
import type { Job } from "../../platform/jobs.ts";
import type { Route } from "../../platform/page.ts";

export const reportRoutes: readonly Route[] = [];
export const reportJobs: readonly Job<never>[] = [];
export const reportSubscriptions: readonly Subscription[] = [];
