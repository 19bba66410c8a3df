/** What suggestions add to the matching room. */
import { when } from "../../platform/facts.ts";
import { chooseAgain, letSuggestionsGo, watchSuggestions, writeAgain, writeLapsed, writeSuggestion } from "./follow-suggestions.job.ts";
import { publishSuggestionsPage } from "./publish-suggestions.page.tsx";
import { suggestionPage } from "./suggestion.page.tsx";
import { suggestionsOverviewPage } from "./suggestions-overview.page.tsx";

export const suggestionRoutes = [suggestionPage, publishSuggestionsPage, suggestionsOverviewPage];
export const suggestionJobs = [chooseAgain, letSuggestionsGo, watchSuggestions, writeAgain, writeLapsed, writeSuggestion];
export const suggestionSubscriptions = [
  when("suggestion.made", writeSuggestion),
  when("suggestion.opened-again", writeAgain),
  when("suggestion.lapsed", writeLapsed),
  when("offer.released", chooseAgain),
  when("participant.withdrawn", letSuggestionsGo),
];
