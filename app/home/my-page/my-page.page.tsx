import { anyone } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { page } from "../../platform/page.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Time } from "../../ui/time.tsx";
import { useReader } from "../../ui/reader.ts";
import { listAskingPrograms } from "../../inclusion/self-description/list-asking-programs.ts";
import { listOwnSearches } from "../../matching/choices/list-own-searches.ts";
import { listOwnAskings } from "../../matching/requests/list-own-asking.ts";
import { listOwnEndings } from "../../relationships/closure/list-own-endings.ts";
import { countUnread } from "../../relationships/messages/count-unread.ts";
import { OwnWards } from "../../relationships/guardians/own-wards.tsx";
import { listOwnGuardians, OwnGuardiansSection } from "../../relationships/guardians/own-guardians.tsx";
import { listWardRelationships } from "../../relationships/guardians/list-ward-relationships.ts";
import { listUnsigned } from "../../relationships/agreements/list-unsigned.ts";
import { listOwnGoals } from "../../relationships/goals/list-own-goals.ts";
import { OwnGoals } from "../../relationships/goals/own-goals.tsx";
import { listOpenAskings } from "../../relationships/pulse/find-asking.ts";
import { MyToday } from "../today/my-today.tsx";
import { countOwnToday } from "../today/list-today.ts";
import { listNextSessions, listSessionsToTell, listTimesForMe } from "../../relationships/sessions/list-for-person.ts";
import { listFirstMeetings } from "../../relationships/sessions/list-first-meetings.ts";
import { NextSessions } from "../../relationships/sessions/own-sessions.tsx";
import { demoState } from "../demo/demo-state.ts";
import { isSetUp } from "../set-up/is-set-up.ts";
import { listTold } from "./list-told.ts";
import { findMyPage } from "./find-my-page.ts";
import { myPageWords } from "./my-page.messages.ts";
import { MyPast } from "./my-past.tsx";
import { MyPeople } from "./my-people.tsx";
import { MyPrograms } from "./my-programs.tsx";
import { NeedsMe } from "./needs-me.tsx";

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
    const pulses = await listOpenAskings(own);
    const unread = await countUnread(own);
    const unsigned = await listUnsigned(own);
    const goals = await listOwnGoals(own);
    const wards = await listWardRelationships(own);
    const guardians = await listOwnGuardians(own);
    const endings = await listOwnEndings(own);
    const told = await listTold(own);
    const firstMeetings = await listFirstMeetings(own);
    const times = await listTimesForMe(own);
    const toTell = await listSessionsToTell(own);
    const next = await listNextSessions(own);
    const describing = await listAskingPrograms(own);
    const today = dayIn(ctx.reader.timeZone, ctx.now);
    const waiting = await countOwnToday(own);
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
        <MyToday waiting={waiting} />
        <OwnWards wards={wards} />
        {mine.participations.length > 0 && (
          <>
            <NeedsMe
              mine={mine}
              searches={searches}
              askings={askings}
              pulses={pulses}
              unread={unread}
              unsigned={unsigned}
              endings={endings}
              goals={goals}
              firstMeetings={firstMeetings}
              times={times}
              toTell={toTell}
            />
            <NextSessions sessions={next} />
            <OwnGoals goals={goals} />
            <MyPeople mine={mine} requests={askings.requests} today={today} />
            <MyPast past={mine.past} />
            {told.length > 0 && (
              <Section title={words.told}>
                <Entries label={words.told}>
                  {told.map(({ id, subject, at }) => (
                    <Entry key={id} title={<bdi>{subject}</bdi>} aside={<Time at={at} as="day" />} />
                  ))}
                </Entries>
              </Section>
            )}
            <MyPrograms mine={mine} today={today} searches={searches} askings={askings} describing={describing} />
            <OwnGuardiansSection guardians={guardians} />
          </>
        )}
        {memberships.length > 0 && mine.participations.length + mine.programs.length + administered.length + wards.length === 0 && (
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
