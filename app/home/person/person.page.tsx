import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { participantsPath } from "../../networks/enrollment/participant.ts";
import { mayKeepChecks } from "../../networks/checks/access.ts";
import { checksPath } from "../../networks/checks/background-check.ts";
import { checkWords } from "../../networks/checks/checks.messages.ts";
import { listChecks, listNeeds } from "../../networks/checks/find-checks.ts";
import { formatHours } from "../../networks/programs/hours.ts";
import { findProfile } from "../../people/profiles/find-profile.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { isPaused, type Profile } from "../../people/profiles/profile.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import { type Relation, showProfile, type ShownProfile } from "../../people/profiles/show-profile.ts";
import { ReportButton } from "../../relationships/concerns/report-button.tsx";
import { takeSnapshot } from "../../relationships/concerns/take-snapshot.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { DescriptionList, type Described } from "../../ui/description-list.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { Face } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { Day } from "../../ui/time.tsx";
import { findRelation, thoseWhoMaySeeThePerson } from "./find-relation.ts";
import { type KnownPart, listParts } from "./list-parts.ts";
import { personWords } from "./person.messages.ts";

/** Through whose eyes somebody may look at her own profile. */
const eyes = ["organization", "program", "match", "coordinator"] as const satisfies readonly Relation[];

/** Somebody of the organization, as much of her as the asking person may see; oneself, as others do. */
export const personPage = page("/organizations/:organizationId/people/:personId", {
  access: thoseWhoMaySeeThePerson,
  async show(ctx, { organizationId, personId }, { query, path }) {
    const words = personWords(ctx.reader);
    const relation = found(await findRelation(ctx, organizationId, personId));
    const profile = found(await findProfile(ctx, organizationId, personId));
    const own = await findProfile(ctx, organizationId, ctx.actor.personId);
    const isSelf = relation === "self";
    const as = isSelf ? (eyes.find((one) => one === query.get("as")) ?? "program") : relation;
    const shown = showProfile(profile, as);
    const viewer = isSelf || !own ? undefined : showProfile(own, "self").availability;
    const parts = isSelf ? [] : await listParts(ctx, organizationId, personId, relation);
    const its = { organizationId, personId };
    // Who keeps them can always begin; she herself sees the way where there is something, or something is wanted.
    const showsChecks = isSelf
      ? (await listNeeds(ctx, its)).length > 0 || (await listChecks(ctx, its)).length > 0
      : await mayKeepChecks(ctx, its);
    return (
      <Page
        title={shown.name}
        above={<Face name={shown.name} picture={shown.picture} large />}
        audience={words.audience[relation]}
        {...(shown.pronouns && { lead: <bdi>{shown.pronouns}</bdi> })}
        {...(isSelf && {
          actions: (
            <ButtonLink kind="plain" href={`/organizations/${organizationId}/profile`}>
              {words.edit}
            </ButtonLink>
          ),
        })}
      >
        {isSelf && (
          <Tabs label={words.eyes} tabs={eyes.map((one) => ({ label: words[one], href: `${path}?as=${one}`, current: one === as }))} />
        )}
        <ProfileCard profile={shown} viewer={viewer} isNameless />
        {as === "coordinator" && <ForCoordinators shown={shown} profile={profile} />}
        {parts.length > 0 && (
          <Section title={words.parts}>
            <ul>
              {parts.map((part) => (
                <li key={part.participantId}>
                  <Part part={part} organizationId={organizationId} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {showsChecks && (
          <p>
            <a href={checksPath(organizationId, personId)}>{isSelf ? checkWords(ctx.reader).ownLink : checkWords(ctx.reader).link}</a>
          </p>
        )}
        {!isSelf && <ReportButton action={path} />}
      </Page>
    );
  },
  acts: {
    report: form(z.object({}), async (ctx: PersonalContext, { organizationId, personId }: { organizationId: string; personId: string }) => {
      const relation = found(await findRelation(ctx, organizationId, personId));
      const profile = found(await findProfile(ctx, organizationId, personId));
      const { pronouns, headline, story, place, gives, hopes, interests, skills } = showProfile(profile, relation);
      const named = [...skills.gives, ...skills.hopes].map(({ skill }) => skill);
      return {
        to: await takeSnapshot(ctx, organizationId, {
          kind: "profile",
          parts: [pronouns, headline, story, gives, hopes, place, [...interests, ...named].join(", ")],
          relationshipId: null,
          aboutId: personId,
          files: profile.pictureId === null ? [] : [{ fileId: profile.pictureId, name: "picture.webp" }],
        }),
      };
    }),
  },
});

function Part({ part, organizationId }: { part: KnownPart; organizationId: string }) {
  const words = personWords(useReader().language);
  const text = words.part(part.programName, words[part.role]);
  return part.isMine ? <a href={`${participantsPath(organizationId, part.programId)}/${part.participantId}`}>{text}</a> : <>{text}</>;
}

/** The hours themselves, and a break: what one needs to know who looks for a mentor. */
function ForCoordinators({ shown, profile }: { shown: ShownProfile; profile: Profile }) {
  const { language, timeZone, now } = useReader();
  const words = personWords(language);
  const items: (Described | false)[] = [
    shown.availability !== undefined && {
      name: words.hours,
      value: words.hoursIn(formatHours(language, shown.availability.hours), (shown.availability.zone ?? timeZone).replaceAll("_", " ")),
    },
    isPaused(profile, dayIn(timeZone, now)) && { name: words.break, value: <Day on={profile.pausedUntil!} /> },
  ];
  const some = items.filter((item) => item !== false);
  return some.length === 0 ? null : <DescriptionList items={some} />;
}
