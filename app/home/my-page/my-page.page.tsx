import { anyone } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { page } from "../../platform/page.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { isPaused } from "../../people/profiles/profile.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatNumber, formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Day } from "../../ui/time.tsx";
import { DescriptionLink } from "../../inclusion/self-description/description-link.tsx";
import { type AskingProgram, listAskingPrograms } from "../../inclusion/self-description/list-asking-programs.ts";
import { listOwnSearches, type OwnSearch } from "../../matching/choices/list-own-searches.ts";
import { SearchEntry, SearchLinks, searchesThatNeed } from "../../matching/choices/own-search-entries.tsx";
import { listOwnAskings, type OwnAskings } from "../../matching/requests/list-own-asking.ts";
import { AskingEntry, AskingLink, ChoosingEntry } from "../../matching/requests/own-asking-entries.tsx";
import { demoState } from "../demo/demo-state.ts";
import { isSetUp } from "../set-up/is-set-up.ts";
import { findMyPage, type MyPage } from "./find-my-page.ts";
import { myPageWords } from "./my-page.messages.ts";

/** The first page: for each person one calm page; for a visitor the door. */
export const myPagePage = page("/", {
  access: anyone,
  async show(ctx) {
    if (!ctx.actor && !(await isSetUp(ctx))) return { to: (await demoState(ctx)).is === "none" ? "/set-up" : "/demo" };
    if (!ctx.actor) return <Door />;
    const own = ctx as PersonalContext;
    const { name, memberships } = own.actor;
    const words = myPageWords(ctx.reader);
    const mine = await findMyPage(own);
    const searches = await listOwnSearches(own);
    const askings = await listOwnAskings(own);
    const describing = await listAskingPrograms(own);
    const today = dayIn(ctx.reader.timeZone, ctx.now);
    const administered = memberships.filter(({ role }) => role !== "member");
    return (
      <Page title={name ? words.title(name) : words.titleNobody} audience={words.audience}>
        {memberships.length === 0 && <EmptyState title={words.nowhere} />}
        {memberships
          .filter(({ lacksSecondFactor }) => lacksSecondFactor)
          .map(({ organizationId, organizationName }) => (
            <Callout key={organizationId} kind="warn" title={words.secondFactor(organizationName)}>
              <ButtonLink href="/account/second-factor">{words.toSecondFactor}</ButtonLink>
            </Callout>
          ))}
        {mine.participations.length > 0 && (
          <>
            <NeedsMe mine={mine} searches={searches} askings={askings} />
            <MyPeople mine={mine} today={today} />
            <Participations mine={mine} today={today} searches={searches} askings={askings} describing={describing} />
          </>
        )}
        {memberships.length > 0 && mine.participations.length + mine.programs.length + administered.length === 0 && (
          <EmptyState title={words.noProgram}>{words.noProgramText}</EmptyState>
        )}
        {mine.programs.length > 0 && (
          <Section title={words.coordinate}>
            <Entries label={words.coordinate}>
              {mine.programs.map((program) => (
                <Entry
                  key={program.programId}
                  title={
                    <a href={`/organizations/${program.organizationId}/programs/${program.programId}`}>
                      <bdi>{program.name}</bdi>
                    </a>
                  }
                >
                  {words.people2(program.people, formatNumber(ctx.reader.language, program.people))}
                  {program.openOffers > 0 &&
                    ` · ${words.openOffers(program.openOffers, formatNumber(ctx.reader.language, program.openOffers))}`}
                </Entry>
              ))}
            </Entries>
          </Section>
        )}
        {administered.length > 0 && (
          <Section title={words.administer}>
            <Entries label={words.administer}>
              {administered.map(({ organizationId, organizationName }) => (
                <Entry
                  key={organizationId}
                  title={
                    <a href={`/organizations/${organizationId}`}>
                      <bdi>{organizationName}</bdi>
                    </a>
                  }
                />
              ))}
            </Entries>
          </Section>
        )}
      </Page>
    );
  },
});

function Door() {
  const words = myPageWords(useReader().language).welcome;
  return (
    <Page title={words.title} lead={words.lead} findable>
      <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
      <p class="quiet">{words.letter}</p>
    </Page>
  );
}

function NeedsMe({ mine, searches, askings }: { mine: MyPage; searches: readonly OwnSearch[]; askings: OwnAskings }) {
  const reader = useReader();
  const words = myPageWords(reader.language);
  const toDo = mine.offers.filter((offer) => offer.isWaitingForMe || offer.hasQuestionForMe);
  const incomplete = mine.participations.filter(({ isComplete }) => !isComplete);
  const looking = searchesThatNeed(searches);
  const asking = askings.requests.filter(({ needsMe }) => needsMe);
  if (toDo.length + incomplete.length + looking.length + asking.length + askings.choosing.length === 0)
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
            {offer.isWaitingForMe && words.answerBy(formatTime(reader, offer.answerBy, "moment"))}
            {offer.isWaitingForMe && offer.hasQuestionForMe && ` ${words.question(offer.otherName)}`}
          </Entry>
        ))}
        {asking.map((request) => (
          <AskingEntry key={request.id} request={request} />
        ))}
        {askings.choosing.map((suggestion) => (
          <ChoosingEntry key={suggestion.id} suggestion={suggestion} />
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

interface Mine {
  mine: MyPage;
  today: string;
}

function MyPeople({ mine, today }: Mine) {
  const reader = useReader();
  const words = myPageWords(reader.language);
  const pending = mine.offers.filter(({ isWaitingForMe }) => !isWaitingForMe);
  // Nobody wonders whether she was forgotten: a program without a pair says what comes.
  const waiting =
    mine.offers.length > 0
      ? []
      : mine.participations.filter(
          ({ role, programName, isComplete }) =>
            isComplete && !mine.people.some((person) => person.programName === programName && person.otherRole !== role),
        );
  return (
    <Section title={words.people}>
      {mine.people.length + pending.length > 0 && (
        <Entries label={words.people}>
          {mine.people.map((person) => (
            <Entry
              key={person.relationshipId}
              title={
                <Person
                  name={person.otherName}
                  href={`/organizations/${person.organizationId}/relationships/${person.relationshipId}`}
                  note={words[person.otherRole](person.programName)}
                />
              }
            />
          ))}
          {pending.map((offer) => (
            <Entry
              key={offer.id}
              title={<Person name={offer.otherName} href={`/organizations/${offer.organizationId}/offers/${offer.id}`} />}
            >
              {words.waitsFor(offer.otherName, formatTime(reader, offer.answerBy, "moment"))}
            </Entry>
          ))}
        </Entries>
      )}
      {mine.people.length + pending.length + waiting.length === 0 && <p>{words.noPeople}</p>}
      {waiting.map((part) => (
        <p key={`${part.programId} ${part.role}`}>
          {isPaused(part, today)
            ? words.resting(part.programName)
            : part.waitsSince && words.waiting(part.programName, formatTime(reader, part.waitsSince, "day"))}
        </p>
      ))}
    </Section>
  );
}

type Found = Mine & {
  searches: readonly OwnSearch[];
  askings: OwnAskings;
  describing: readonly AskingProgram[];
};

function Participations({ mine, today, searches, askings, describing }: Found) {
  const words = myPageWords(useReader().language);
  const programs = [...new Map(mine.participations.map((each) => [each.programId, each])).values()];
  return (
    <Section title={words.programs}>
      <Entries label={words.programs}>
        {programs.map((program) => {
          const profile = `/organizations/${program.organizationId}/profile#pause-part`;
          const roles = mine.participations.filter(({ programId }) => programId === program.programId).map(({ role }) => role);
          return (
            <Entry
              key={program.programId}
              title={
                <a href={`/organizations/${program.organizationId}/programs/${program.programId}/me`}>
                  <bdi>{program.programName}</bdi>
                </a>
              }
            >
              <p>{words.as[roles.length > 1 ? "both" : roles[0]!]}</p>
              <SearchLinks searches={searches.filter(({ programId }) => programId === program.programId)} />
              {askings.programs
                .filter(({ programId }) => programId === program.programId)
                .slice(0, 1)
                .map((one) => (
                  <AskingLink key={one.programId} program={one} />
                ))}
              {describing
                .filter(({ programId }) => programId === program.programId)
                .map((one) => (
                  <DescriptionLink key={one.programId} program={one} />
                ))}
              {isPaused(program, today) ? (
                <p>
                  {words.breakUntil} <Day on={program.pausedUntil!} />. <a href={profile}>{words.endBreak}</a>
                </p>
              ) : (
                roles.includes("mentor") && (
                  <p>
                    <a href={profile}>{words.takeBreak}</a>
                  </p>
                )
              )}
            </Entry>
          );
        })}
      </Entries>
    </Section>
  );
}
