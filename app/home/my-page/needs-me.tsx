import { ButtonLink } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDeadline } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { OwnSearch } from "../../matching/choices/list-own-searches.ts";
import { SearchEntry, searchesThatNeed } from "../../matching/choices/own-search-entries.tsx";
import type { OwnAskings } from "../../matching/requests/list-own-asking.ts";
import { AskingEntry, ChoosingEntry } from "../../matching/requests/own-asking-entries.tsx";
import type { UnsignedAgreement } from "../../relationships/agreements/list-unsigned.ts";
import { UnsignedEntry } from "../../relationships/agreements/unsigned-entry.tsx";
import type { OwnEnding } from "../../relationships/closure/list-own-endings.ts";
import { OwnEndingEntry } from "../../relationships/closure/own-ending-entry.tsx";
import type { OwnGoal } from "../../relationships/goals/list-own-goals.ts";
import { ProposedGoalEntry } from "../../relationships/goals/own-goals.tsx";
import type { Unread } from "../../relationships/messages/count-unread.ts";
import { UnreadEntry } from "../../relationships/messages/unread-entry.tsx";
import { PulseAskingEntry } from "../../relationships/pulse/asking-entry.tsx";
import type { OpenAsking } from "../../relationships/pulse/find-asking.ts";
import type { FirstMeetingAhead } from "../../relationships/sessions/list-first-meetings.ts";
import type { SessionToTell, WaitingTimes } from "../../relationships/sessions/list-for-person.ts";
import { FirstMeetingEntry, TimesEntry, ToTellEntry } from "../../relationships/sessions/own-sessions.tsx";
import type { MyPage } from "./find-my-page.ts";
import { myPageWords } from "./my-page.messages.ts";

interface NeedsMeProps {
  mine: MyPage;
  searches: readonly OwnSearch[];
  askings: OwnAskings;
  pulses: readonly OpenAsking[];
  unread: readonly Unread[];
  unsigned: readonly UnsignedAgreement[];
  endings: readonly OwnEnding[];
  goals: readonly OwnGoal[];
  firstMeetings: readonly FirstMeetingAhead[];
  times: readonly WaitingTimes[];
  toTell: readonly SessionToTell[];
}

/** What waits for her, with until-when. */
export function NeedsMe({ mine, searches, askings, pulses, unread, unsigned, endings, goals, firstMeetings, times, toTell }: NeedsMeProps) {
  const reader = useReader();
  const words = myPageWords(reader.language);
  const toDo = mine.offers.filter((offer) => offer.isWaitingForMe || offer.hasQuestionForMe);
  const proposed = goals.filter(({ isAsked }) => isAsked);
  const incomplete = mine.participations.filter(({ isComplete }) => !isComplete);
  const looking = searchesThatNeed(searches);
  const asking = askings.requests.filter(({ needsMe }) => needsMe);
  if (
    toDo.length +
      incomplete.length +
      looking.length +
      asking.length +
      firstMeetings.length +
      times.length +
      toTell.length +
      pulses.length +
      unread.length +
      unsigned.length +
      endings.length +
      proposed.length +
      askings.choosing.length ===
    0
  )
    return (
      <Section title={words.needsYou}>
        <p>{words.nothing}</p>
      </Section>
    );
  return (
    <Section title={words.needsYou}>
      <Entries label={words.needsYou}>
        {toDo.map((offer) => (
          <Entry
            key={offer.id}
            title={offer.isWaitingForMe ? words.answer(offer.otherName) : words.question(offer.otherName)}
            actions={<ButtonLink href={`/organizations/${offer.organizationId}/offers/${offer.id}`}>{words.toAnswer}</ButtonLink>}
          >
            {offer.isWaitingForMe && words.answerBy(formatDeadline(reader, offer.answerBy))}
            {offer.isWaitingForMe && offer.hasQuestionForMe && ` ${words.question(offer.otherName)}`}
          </Entry>
        ))}
        {unread.map((one) => (
          <UnreadEntry key={one.relationshipId} unread={one} />
        ))}
        {endings.map((ending) => (
          <OwnEndingEntry key={`${ending.relationshipId} ${ending.kind}`} ending={ending} />
        ))}
        {asking.map((request) => (
          <AskingEntry key={request.id} request={request} />
        ))}
        {askings.choosing.map((suggestion) => (
          <ChoosingEntry key={suggestion.id} suggestion={suggestion} />
        ))}
        {firstMeetings.map((meeting) => (
          <FirstMeetingEntry key={meeting.relationshipId} meeting={meeting} />
        ))}
        {times.map((one) => (
          <TimesEntry key={one.proposalId} times={one} />
        ))}
        {toTell.map((session) => (
          <ToTellEntry key={session.sessionId} session={session} />
        ))}
        {pulses.map((pulse) => (
          <PulseAskingEntry key={`${pulse.relationshipId} ${pulse.kind}`} asking={pulse} />
        ))}
        {unsigned.map((agreement) => (
          <UnsignedEntry key={agreement.relationshipId} agreement={agreement} />
        ))}
        {proposed.map((goal) => (
          <ProposedGoalEntry key={goal.id} goal={goal} />
        ))}
        {incomplete.map((participation) => (
          <Entry
            key={`${participation.programId} ${participation.role}`}
            title={words.complete(participation.programName)}
            actions={
              <ButtonLink kind="plain" href={`/organizations/${participation.organizationId}/programs/${participation.programId}/me`}>
                {words.toComplete}
              </ButtonLink>
            }
          >
            {words.completeHint}
          </Entry>
        ))}
        {looking.map((search) => (
          <SearchEntry key={`${search.programId} ${search.role}`} search={search} />
        ))}
      </Entries>
    </Section>
  );
}
