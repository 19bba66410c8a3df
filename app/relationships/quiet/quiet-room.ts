/** What silence adds to the room. */
import { goingOnPage } from "./going-on.page.tsx";
import { lookForQuiet } from "./look-for-quiet.job.ts";

export const quietRoutes = [goingOnPage];
export const quietJobs = [lookForQuiet];
