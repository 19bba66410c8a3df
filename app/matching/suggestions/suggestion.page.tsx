import { z } from "zod";
import { CoordinatorContacts } from "../../networks/programs/coordinator-contacts.tsx";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { findProfile } from "../../people/profiles/find-profile.ts";
import { ProfileCard } from "../../people/profiles/profile-card.tsx";
import { showProfile, type ShownProfile } from "../../people/profiles/show-profile.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { found, Invalid } from "../../platform/errors.ts";
import { checkbox, choice, id, optionalText } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox, RadioGroup } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDeadline } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { withoutIdentity } from "../directory/found-person.ts";
import { reasonSentences } from "../explanations/reason-sentences.ts";
import { findMode } from "../modes/find-mode.ts";
import { attestAdult } from "../offers/attest-adult.ts";
import { menteeOfTheSuggestion } from "./access.ts";
import { chooseNone, chooseSuggested } from "./choose-suggested.ts";
import {
  findSuggestion,
  isNamelessSuggestion,
  mentorName,
  reasonsToTell,
  type SuggestedMentor,
  type Suggestion,
} from "./find-suggestion.ts";
import { canChoose, noneReasons } from "./suggestion.ts";
import { suggestionWords } from "./suggestions.messages.ts";

/** Where a mentee sees the mentors who were suggested to her, and chooses one, or none. */
export const suggestionPage = page("/organizations/:organizationId/suggestions/:suggestionId", {
  access: menteeOfTheSuggestion,
  async show(ctx, { organizationId, suggestionId }, visit) {
    const suggestion = await findSuggestion(ctx, organizationId, suggestionId);
    const { takesFirst } = await findMode(ctx, organizationId, suggestion.programId);
    const words = suggestionWords(ctx.reader);
    const isOpen = canChoose(suggestion, ctx.now);
    const profiles = await profilesOf(ctx, suggestion);
    const own = await findProfile(ctx, organizationId, ctx.actor.personId);
    return (
      <Page
        title={isOpen ? words.page.title : words.page.titleOver}
        lead={words.page.lead(suggestion.programName)}
        audience={words.page.audience}
        crumbs={[{ href: "/", label: words.myPage }]}
      >
        {isOpen ? (
          <Callout kind="warn" title={words.page.until(formatDeadline({ ...ctx.reader, now: ctx.now }, suggestion.answerBy))}>
            <p>{takesFirst ? words.page.takesFirst : words.page.comesToCoordinator}</p>
          </Callout>
        ) : (
          <Ended suggestion={suggestion} chosen={await chosenName(ctx, suggestion)} />
        )}
        {suggestion.mentors.map((mentor, index) => (
          <Suggested
            key={mentor.mentorId}
            suggestion={suggestion}
            mentor={mentor}
            profile={profiles.get(mentor.personId)}
            isFirst={index === 0}
            isOpen={isOpen}
            visit={visit}
            {...(own && { viewer: { hours: own.availability, zone: own.timeZone } })}
          />
        ))}
        {isOpen && <NoneForm visit={visit} />}
        <CoordinatorContacts coordinators={await listCoordinators(ctx, organizationId, suggestion.programId)} />
      </Page>
    );
  },
  acts: {
    choose: form(z.object({ mentorId: id(), adult: checkbox() }), async (ctx: PersonalContext, its, { mentorId, adult }) => {
      const suggestion = await findSuggestion(ctx, its.organizationId, its.suggestionId);
      const mentor = found(suggestion.mentors.find((one) => one.mentorId === mentorId));
      if (!suggestion.mentee.hasAttestedAdult) {
        if (!adult) throw new Invalid({ adult: (language) => suggestionWords(language).page.adultWhy });
        await attestAdult(ctx, its.organizationId, suggestion.mentee.participantId);
      }
      await chooseSuggested(ctx, its, mentorId);
      return { notice: suggestionWords(ctx.reader).page.doneChosen(mentorName(suggestion, mentor, ctx.reader.language)) };
    }),
    none: form(z.object({ reason: choice(noneReasons), note: optionalText(1000) }), async (ctx, its, answer) => {
      await chooseNone(ctx, its, answer);
      return { notice: suggestionWords(ctx.reader).page.doneNone };
    }),
  },
});

async function profilesOf(ctx: PersonalContext, suggestion: Suggestion): Promise<ReadonlyMap<string, ShownProfile>> {
  const shown = new Map<string, ShownProfile>();
  for (const { personId } of suggestion.mentors) {
    const profile = await findProfile(ctx, suggestion.organizationId, personId);
    if (!profile) continue;
    const seen = showProfile(profile, "program");
    shown.set(personId, isNamelessSuggestion(suggestion) ? withoutIdentity(seen) : seen);
  }
  return shown;
}

/** Both are asked to be a pair: now each knows who the other is. */
async function chosenName(ctx: PersonalContext, { organizationId, offerId, mentors }: Suggestion): Promise<string | undefined> {
  if (offerId === null) return undefined;
  const offer = await ctx.db
    .selectFrom("offer")
    .select("mentor_id")
    .where("organization_id", "=", organizationId)
    .where("id", "=", offerId)
    .executeTakeFirst();
  return mentors.find(({ mentorId }) => mentorId === offer?.mentor_id)?.name;
}

function Ended({ suggestion, chosen }: { suggestion: Suggestion; chosen: string | undefined }) {
  const words = suggestionWords(useReader().language).page;
  if (suggestion.state === "chosen" && chosen !== undefined)
    return (
      <Callout kind="done" title={words.chosen(chosen)}>
        <p>{words.chosenNext}</p>
        <ButtonLink href={`/organizations/${suggestion.organizationId}/offers/${suggestion.offerId}`}>{words.toOffer(chosen)}</ButtonLink>
      </Callout>
    );
  return (
    <Callout title={suggestion.state === "none" ? words.wasNone : suggestion.state === "withdrawn" ? words.withdrawn : words.lapsed} />
  );
}

interface SuggestedProps {
  suggestion: Suggestion;
  mentor: SuggestedMentor;
  profile: ShownProfile | undefined;
  isFirst: boolean;
  isOpen: boolean;
  visit: Visit;
  viewer?: { hours: readonly number[]; zone: string | null };
}

function Suggested({ suggestion, mentor, profile, isFirst, isOpen, visit, viewer }: SuggestedProps) {
  const { language } = useReader();
  const words = suggestionWords(language).page;
  const name = mentorName(suggestion, mentor, language);
  const refused = visit.refused("choose");
  // The form that came back is the one of this mentor.
  const isThis = refused?.values["mentorId"]?.[0] === mentor.mentorId;
  return (
    <Section title={name}>
      {isFirst && <p class="quiet">{words.first}</p>}
      <ul>
        {reasonSentences(reasonsToTell(suggestion, mentor), language, { as: "mentee", mentor: name }).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {profile && <ProfileCard profile={profile} isNameless {...(viewer && { viewer })} />}
      {isOpen && !mentor.isFree && <p>{words.taken}</p>}
      {isOpen && (mentor.isFree || isThis) && (
        <Form action={visit.path} id={`choose-${mentor.mentorId}`} act="choose" {...(isThis && refused)}>
          <input type="hidden" name="mentorId" value={mentor.mentorId} />
          {!suggestion.mentee.hasAttestedAdult && <Checkbox name="adult" label={words.adult} hint={words.adultWhy} required />}
          {mentor.isFree && <Button kind={isFirst ? "primary" : "plain"}>{words.choose(name)}</Button>}
        </Form>
      )}
    </Section>
  );
}

function NoneForm({ visit }: { visit: Visit }) {
  const words = suggestionWords(useReader().language);
  return (
    <Details summary={words.page.none} open={visit.refused("none") !== undefined}>
      <Form action={visit.path} act="none" {...visit.refused("none")}>
        <p>{words.page.noneHint}</p>
        <RadioGroup
          name="reason"
          label={words.page.reason}
          options={noneReasons.map((value) => ({ value, label: words.reasons[value] }))}
          required
        />
        <TextArea name="note" label={words.page.note} rows={2} maxlength={1000} />
        <Button kind="plain">{words.page.noneButton}</Button>
      </Form>
    </Details>
  );
}
