/** What practice adds to the room. */
import { when } from "../../platform/facts.ts";
import { copyPractice } from "./copy-practice.job.ts";
import { changePiecePage, libraryPage, newPiecePage } from "./library.page.tsx";
import { piecePage } from "./piece.page.tsx";
import { practicePage } from "./practice.page.tsx";
import { reflectionPage } from "./reflection.page.tsx";

export const practiceRoutes = [practicePage, piecePage, reflectionPage, libraryPage, newPiecePage, changePiecePage];
export const practiceJobs = [copyPractice];
export const practiceSubscriptions = [when("program.copied", copyPractice)];
