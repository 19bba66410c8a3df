/** What endings, and what comes after them, add to the room. */
import { when } from "../../platform/facts.ts";
import { closurePage } from "./closure.page.tsx";
import { beginRetention, forgetRelationships, forgetWords } from "./forget-relationships.job.ts";
import { newStartPage } from "./new-start.page.tsx";
import { newStartsPage } from "./new-starts.page.tsx";
import { openForAgreed } from "./open-for-agreed.job.ts";
import { thanksPage } from "./thanks.page.tsx";

export const closureRoutes = [closurePage, thanksPage, newStartPage, newStartsPage];
export const closureJobs = [beginRetention, forgetRelationships, forgetWords, openForAgreed];
export const closureSubscriptions = [
  when("relationship.concluded", beginRetention),
  when("relationship.concluded", openForAgreed),
  when("relationship.to-forget", forgetWords),
];
