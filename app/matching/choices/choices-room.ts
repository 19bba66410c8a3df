/** What choosing, and the directory in which one chooses, add to the matching room. */
import { menteesPage, mentorsPage } from "../directory/directory.page.tsx";
import { menteePage, mentorPage } from "../directory/person.page.tsx";
import { shownPage } from "../directory/shown.page.tsx";
import { choicesPage } from "./choices.page.tsx";
import { choicesOverviewPage } from "./overview.page.tsx";

export const choiceRoutes = [mentorsPage, mentorPage, menteesPage, menteePage, shownPage, choicesPage, choicesOverviewPage];
