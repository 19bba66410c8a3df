/** What modes add to the matching room. */
import { when } from "../../platform/facts.ts";
import { copyMode } from "./copy-mode.job.ts";
import { modePage } from "./mode.page.tsx";

export const modeRoutes = [modePage];
export const modeJobs = [copyMode];
export const modeSubscriptions = [when("program.copied", copyMode)];
