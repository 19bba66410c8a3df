import { CoordinatorContacts } from "../../networks/programs/coordinator-contacts.tsx";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { findProfile } from "../../people/profiles/find-profile.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import { showProfile } from "../../people/profiles/show-profile.ts";
import { found } from "../../platform/errors.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { peopleOfTheRelationship } from "./access.ts";
import { findPair, type Pair, type PersonOfPair } from "./find-pair.ts";
import { GroupPage } from "./group-page.tsx";
import { firstMeetingDays, type PairRole, reasonsFor } from "./pair.ts";
import { pairWords } from "./pairs.messages.ts";

/** The page of the two: who, why, how to reach each other, and what to do first. */
export const pairPage = page("/organizations/:organizationId/relationships/:relationshipId", {
  access: peopleOfTheRelationship,
  async show(ctx, { organizationId, relationshipId }) {
    const pair = await findPair(ctx, organizationId, relationshipId);
    const me = found(pair.people.find((person) => person.personId === ctx.actor.personId));
    if (pair.format === "group")
      return <GroupPage pair={pair} me={me} coordinators={await listCoordinators(ctx, organizationId, pair.programId)} />;
    const other = found(pair.people.find((person) => person.personId !== ctx.actor.personId));
    const words = pairWords(ctx.reader);
    const profile = showProfile(found(await findProfile(ctx, organizationId, other.personId)), "partner");
    const own = await findProfile(ctx, organizationId, me.personId);
    const reasons = reasonsFor(pair.reasons, me.role, ctx.reader.language);
    return (
      <Page
        title={words.title(other.name)}
        lead={(pair.format === "flash" || pair.format === "peer" ? words.leadOf[pair.format] : words.lead[me.role])(
          other.name,
          pair.programName,
        )}
        audience={words.audience(other.name)}
        crumbs={[{ href: "/", label: words.myPage }]}
      >
        {pair.state === "concluded" && <Callout title={words.concluded} />}
        {reasons.length > 0 && (
          <Section title={words.why}>
            <ul>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={words.reach}>
          <Reach other={other} />
        </Section>
        <Section title={words.who(other.name)}>
          <ProfileCard profile={profile} {...(own && { viewer: { hours: own.availability, zone: own.timeZone } })} />
        </Section>
        {pair.state === "active" && (
          <Section title={words.firstSteps}>
            <FirstSteps pair={pair} role={me.role} />
          </Section>
        )}
        <DescriptionList
          items={[
            { name: words.program, value: <bdi>{pair.programName}</bdi> },
            { name: words.since, value: <Time at={pair.begunAt} as="long-day" /> },
          ]}
        />
        <CoordinatorContacts coordinators={await listCoordinators(ctx, organizationId, pair.programId)} />
      </Page>
    );
  },
});

function Reach({ other }: { other: PersonOfPair }) {
  const reader = useReader();
  const words = pairWords(reader.language);
  return (
    <>
      <DescriptionList
        items={[
          {
            name: words.email,
            value: (
              <a href={`mailto:${other.email}`}>
                <bdi>{other.email}</bdi>
              </a>
            ),
          },
          ...(other.timeZone
            ? [
                {
                  name: words.timeZone,
                  value: words.theirTime(
                    other.name,
                    formatTime({ language: reader.language, timeZone: other.timeZone }, reader.now, "clock"),
                  ),
                },
              ]
            : []),
        ]}
      />
      <ButtonLink href={`mailto:${other.email}`}>{words.write(other.name)}</ButtonLink>
    </>
  );
}

function FirstSteps({ pair, role }: { pair: Pair; role: PairRole }) {
  const reader = useReader();
  const { steps } = pairWords(reader.language);
  const until = new Date(pair.begunAt.getTime() + firstMeetingDays * 86_400_000);
  const own = pair.programTexts.firstSteps;
  return (
    <>
      {own && <OwnWords text={own} />}
      <ol>
        {/* Of two equals each writes down what she hopes for. */}
        <li>{steps[pair.format === "peer" ? "mentee" : role]}</li>
        <li>{(pair.format === "flash" ? steps.meetOnce : steps.meet)(formatTime(reader, until, "long-day"))}</li>
        <li>{pair.format === "flash" ? steps.afterwards : steps.agree}</li>
        <li>{steps.support}</li>
      </ol>
    </>
  );
}
