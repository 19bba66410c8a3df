/** What agreements add to the room. */
import { when } from "../../platform/facts.ts";
import { agreementTemplatePage } from "./agreement-template.page.tsx";
import { agreementPage } from "./agreement.page.tsx";
import { changeAgreementPage } from "./change-agreement.page.tsx";
import { copyTemplate } from "./copy-template.job.ts";

export const agreementsRoutes = [agreementPage, changeAgreementPage, agreementTemplatePage];
export const agreementsJobs = [copyTemplate];
export const agreementsSubscriptions = [when("program.copied", copyTemplate)];
