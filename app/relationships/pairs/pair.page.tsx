import type { ComponentChildren } from "preact";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import { CoordinatorContacts } from "../../networks/programs/coordinator-contacts.tsx";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { listProfiles } from "../../people/profiles/find-profile.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import { showProfile } from "../../people/profiles/show-profile.ts";
import { found } from "../../platform/errors.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Details } from "../../ui/details.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { isOpen } from "../life/life.ts";
import { listReachable } from "../closure/list-reachable.ts";
import { peopleOfTheRelationship } from "./access.ts";
import { findOverview } from "./find-overview.ts";
import { findPair, type Pair, type PersonOfPair } from "./find-pair.ts";
import { GroupPage } from "./group-page.tsx";
import { OverviewParts } from "./overview.tsx";
import { PairTabs } from "./pair-tabs.tsx";
import { withGuardians } from "../guardians/audience.ts";
import { pairPath, type PairRole, reasonsFor } from "./pair.ts";
import { pairWords } from "./pairs.messages.ts";
import { ChangeOrEnd, StateOfPair } from "./state-of-pair.tsx";

/** The page of the two: what to do first, what they have before them, who they are, why, and how to reach each other. */
export const pairPage = page("/organizations/:organizationId/relationships/:relationshipId", {
  access: peopleOfTheRelationship,
  async show(ctx, { organizationId, relationshipId }) {
    const pair = await findPair(ctx, { organizationId, relationshipId });
    const me = found(pair.people.find((person) => person.personId === ctx.actor.personId));
    const reachable = await listReachable(ctx, pair, me.personId);
    const overview = await findOverview(ctx, pair);
    if (pair.format === "group")
      return (
        <GroupPage
          pair={pair}
          me={me}
          overview={overview}
          audience={withGuardians(ctx.reader.language, pair, "dates", pairWords(ctx.reader).group.audience)}
          reachable={reachable}
          coordinators={await listCoordinators(ctx, organizationId, pair.programId)}
        />
      );
    const other = pair.people.find((person) => person.personId !== ctx.actor.personId);
    // Left alone: what there was, and what can come next.
    if (!other) return { to: `${pairPath(organizationId, relationshipId)}/closure` };
    const words = pairWords(ctx.reader);
    const profiles = await listProfiles(ctx, organizationId, [other.personId, me.personId]);
    const whole = found(profiles.find(({ personId }) => personId === other.personId));
    const profile = showProfile(whole, reachable.has(other.personId) ? "partner" : "program");
    const own = profiles.find(({ personId }) => personId === me.personId);
    const reasons = reasonsFor(pair.reasons, me.role, ctx.reader.language);
    return (
      <Page
        title={words.title(other.name)}
        lead={leadOf(pair.format, me.role, words)(other.name, pair.programName)}
        audience={withGuardians(ctx.reader.language, pair, "dates", words.audience(other.name))}
        crumbs={[{ href: "/", label: words.myPage }]}
      >
        <PairTabs organizationId={organizationId} relationshipId={relationshipId} format={pair.format} current="overview" />
        <StateOfPair pair={pair} />
        <OverviewParts overview={overview} format={pair.format} role={me.role} ownSteps={pair.programTexts.firstSteps} />
        {reasons.length > 0 && (
          <Known title={words.why} isFolded={overview.hasMet}>
            <ul>
              {reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </Known>
        )}
        <Section title={words.reach}>
          <Reach pair={pair} other={other} isReachable={reachable.has(other.personId)} />
        </Section>
        <Known title={words.who(other.name)} isFolded={overview.hasMet}>
          {/* Her address and her clock stand above already. */}
          <ProfileCard
            profile={{ ...profile, email: undefined, timeZone: null }}
            {...(own && { viewer: { hours: own.availability, zone: own.timeZone } })}
          />
        </Known>
        <DescriptionList
          items={[
            { name: words.program, value: <bdi>{pair.programName}</bdi> },
            { name: words.since, value: <Time at={pair.begunAt} as="long-day" /> },
          ]}
        />
        <ChangeOrEnd pair={pair} me={me} />
        <CoordinatorContacts coordinators={await listCoordinators(ctx, organizationId, pair.programId)} />
      </Page>
    );
  },
});

function leadOf(format: ProgramFormat, role: PairRole, words: ReturnType<typeof pairWords>) {
  if (format === "flash" || format === "peer") return words.leadOf[format];
  return format === "reverse" ? words.leadReversed[role] : words.lead[role];
}

/** What helps before they meet, and is known to them afterwards: then it is folded. */
function Known({ title, isFolded, children }: { title: string; isFolded: boolean; children: ComponentChildren }) {
  return isFolded ? <Details summary={title}>{children}</Details> : <Section title={title}>{children}</Section>;
}

function Reach({ pair, other, isReachable }: { pair: Pair; other: PersonOfPair; isReachable: boolean }) {
  const reader = useReader();
  const words = pairWords(reader.language);
  return (
    <>
      <DescriptionList
        items={[
          ...(isReachable
            ? [
                {
                  name: words.email,
                  value: (
                    <a href={`mailto:${other.email}`}>
                      <bdi>{other.email}</bdi>
                    </a>
                  ),
                },
              ]
            : []),
          {
            name: words.timeZone,
            value: words.theirTime(other.name, formatTime({ language: reader.language, timeZone: other.timeZone }, reader.now, "clock")),
          },
        ]}
      />
      {isOpen(pair) && <ButtonLink href={`${pairPath(pair.organizationId, pair.id)}/messages`}>{words.write(other.name)}</ButtonLink>}
    </>
  );
}
