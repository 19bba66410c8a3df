/** One relationship in a list: whose it is, and where it stands. */
import { formatDay, formatList, formatTime } from "../../ui/formats.ts";
import type { Language } from "../../platform/i18n.ts";
import { useReader } from "../../ui/reader.ts";
import { pairPath } from "../pairs/pair.ts";
import { supportPath } from "../support/support.page.tsx";
import { allPairsWords } from "./all-pairs.messages.ts";
import type { ListedPair } from "./list-pairs.ts";

/** So that no name turns the others around it (Unicode isolates, UAX #9). */
const isolate = (name: string): string => `\u2068${name}\u2069`;

export const namesOfPair = (language: Language, { mentors, mentees }: ListedPair): string =>
  formatList(language, [...mentors, ...mentees].map(isolate)) || allPairsWords(language).gone;

/** To what a coordinator sees of it; where she is in it herself, to her own page. */
export function PairLink({ organizationId, pair }: { organizationId: string; pair: ListedPair }) {
  const { language } = useReader();
  return (
    <>
      <a href={pair.isHers ? pairPath(organizationId, pair.id) : supportPath(organizationId, pair.id)}>{namesOfPair(language, pair)}</a>
      {pair.isHers && <span class="hint"> {allPairsWords(language).own}</span>}
    </>
  );
}

/** Where it stands, with until when or on which day where that matters. */
export function PairStanding({ state, pausedUntil, closesOn, concludedAt }: ListedPair) {
  const reader = useReader();
  const words = allPairsWords(reader);
  const day = (on: string): string => formatDay(reader.language, on, "day");
  return (
    <>
      {words.states[state]}
      {state === "paused" && pausedUntil && <span class="hint"> {words.until(day(pausedUntil))}</span>}
      {state === "closing" && closesOn && <span class="hint"> {words.closes(day(closesOn))}</span>}
      {state === "concluded" && concludedAt && <span class="hint"> {words.since(formatTime(reader, concludedAt, "day"))}</span>}
    </>
  );
}
