/** What goals add to the room. */
import { changeGoalPage } from "./change-goal.page.tsx";
import { goalPage } from "./goal.page.tsx";
import { goalsPage } from "./goals.page.tsx";
import { newGoalPage } from "./new-goal.page.tsx";
import { tellProposed } from "./tell-proposed.job.ts";

export const goalsRoutes = [goalsPage, newGoalPage, goalPage, changeGoalPage];
export const goalsJobs = [tellProposed];
