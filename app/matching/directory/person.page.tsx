import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import { findProgram } from "../../networks/programs/find-program.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Details } from "../../ui/details.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { menteesWhoChoose, mentorsWhoChoose } from "../choices/access.ts";
import { choiceActs } from "../choices/choice-acts.ts";
import { ChoiceButtons } from "../choices/choice-buttons.tsx";
import { otherRole } from "../choices/choice.ts";
import { choicesPath, directoryPath } from "../choices/choice-path.ts";
import { findOwnChoices, type OwnChoices } from "../choices/find-own-choices.ts";
import type { OfProgram } from "../choices/own-list.ts";
import { findMode } from "../modes/find-mode.ts";
import { hasRequests } from "../modes/mode.ts";
import { AskedCallout, findAsked } from "../requests/asked.tsx";
import { crumbsOfStaff } from "./directory.page.tsx";
import { findPeople, lookAsReader } from "./find-directory.ts";
import { FoundFacts, nameOf } from "./found-card.tsx";
import type { FoundPerson } from "./found-person.ts";
import { RefusedAct } from "./refused-act.tsx";
import { OfPeers, useDirectoryWords, wordsOfDirectory } from "./words-of-directory.ts";

interface OfPerson extends OfProgram {
  readonly participantId: string;
}

export const mentorPage = page("/organizations/:organizationId/programs/:programId/mentors/:participantId", {
  access: menteesWhoChoose,
  show: (ctx, its, visit) => showPerson(ctx, its, visit, "mentor"),
  acts: choiceActs("mentee"),
});

export const menteePage = page("/organizations/:organizationId/programs/:programId/mentees/:participantId", {
  access: mentorsWhoChoose,
  show: (ctx, its, visit) => showPerson(ctx, its, visit, "mentee"),
  acts: choiceActs("mentor"),
});

/** Somebody of `role`, as the reader may find her: what she brings, how the two go together, and only then who she is. */
async function showPerson(ctx: PersonalContext, its: OfPerson, visit: Visit, role: ParticipantRole) {
  const { organizationId, programId, participantId } = its;
  const isPeer = (await findProgram(ctx, organizationId, programId)).format === "peer";
  const words = wordsOfDirectory(isPeer, ctx.reader.language);
  const mode = await findMode(ctx, organizationId, programId);
  const mine = await findOwnChoices(ctx, its, otherRole(role), mode);
  const look = await lookAsReader(ctx, its, role);
  const person = found((await findPeople(ctx, look, [participantId]))[0]);
  const { profile } = person;
  const name = nameOf(person, words, formatNumber(ctx.reader.language, person.number));
  const above = { href: directoryPath(organizationId, programId, role), label: words.title[role] };
  const viewer = look.ownHours;
  const asked =
    role === "mentor" && look.ownId !== undefined && hasRequests(mode)
      ? await findAsked(ctx, { organizationId, programId, menteeId: look.ownId, mentorId: participantId })
      : undefined;
  return (
    <OfPeers.Provider value={isPeer}>
      <Page
        title={profile.headline || name}
        audience={words.audienceOne}
        crumbs={[...(mine ? [{ href: "/", label: words.myPage }] : await crumbsOfStaff(ctx, its)), above]}
      >
        <RefusedAct visit={visit} acts={["add", "remove", "takeBack"]} />
        {asked && <AskedCallout asked={asked} mentor={name} organizationId={organizationId} />}
        {mine && <Choosing person={person} own={mine} visit={visit} at={choicesPath(organizationId, programId)} mayAsk={!asked} />}
        {person.weight !== undefined && (
          <Section title={words.fit}>
            <FoundFacts person={person} most={8} isBrief={false} />
          </Section>
        )}
        <Section title={words.about}>
          {person.weight === undefined && <FoundFacts person={person} most={0} isBrief={false} />}
          <ProfileCard profile={{ ...profile, headline: "", email: undefined }} viewer={viewer} isNameless />
        </Section>
        <Section title={words.name}>
          {person.name === undefined ? (
            <p>{words.nameLater[role]}</p>
          ) : (
            <Person name={person.name} picture={profile.picture} large {...(profile.pronouns && { note: <bdi>{profile.pronouns}</bdi> })} />
          )}
        </Section>
      </Page>
    </OfPeers.Provider>
  );
}

interface ChoosingProps {
  person: FoundPerson;
  own: OwnChoices;
  visit: Visit;
  at: string;
  mayAsk: boolean;
}

function Choosing({ person, own, visit, at, mayAsk }: ChoosingProps) {
  const words = useDirectoryWords();
  const isSetAside = own.refusals.some(({ aboutId }) => aboutId === person.id);
  if (isSetAside)
    return (
      <Callout title={words.refused}>
        <ActButton action={visit.path} act="takeBack" fields={{ aboutId: person.id }}>
          {words.takeBack}
        </ActButton>
      </Callout>
    );
  return (
    <>
      <Buttons>
        <ChoiceButtons person={person} own={own} action={visit.path} />
        {mayAsk && person.asking?.can === "be-asked" && !person.isPaused && (
          <ButtonLink href={`${visit.path}/ask`} kind="plain" icon="letter">
            {words.ask}
          </ButtonLink>
        )}
        <ButtonLink href={at} kind="quiet">
          {words.toChoices}
        </ButtonLink>
      </Buttons>
      <Details summary={words.refuse} open={visit.refused("refuse") !== undefined}>
        <Form action={visit.path} act="refuse" {...visit.refused("refuse")}>
          <p>{words.refuseText}</p>
          <input type="hidden" name="aboutId" value={person.id} />
          <TextArea name="note" label={words.note} rows={2} maxlength={500} />
          <Button kind="plain">{words.refuseButton}</Button>
        </Form>
      </Details>
    </>
  );
}
