/** What endings, and what comes after them, add to the room. */
import { when } from "../../platform/facts.ts";
import { closurePage } from "./closure.page.tsx";
import { beginRetention, forgetRelationships, forgetWords } from "./forget-relationships.job.ts";
import { thanksPage } from "./thanks.page.tsx";

export const closureRoutes = [closurePage, thanksPage];
export const closureJobs = [beginRetention, forgetRelationships, forgetWords];
export const closureSubscriptions = [when("relationship.concluded", beginRetention), when("relationship.to-forget", forgetWords)];
