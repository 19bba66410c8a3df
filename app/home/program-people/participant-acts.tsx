import { mostPlaces, type Participant } from "../../networks/enrollment/participant.ts";
import type { Visit } from "../../platform/page.ts";
import type { Rest } from "../../relationships/closure/find-rest.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Details } from "../../ui/details.tsx";
import { DateField, NumberField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDay, formatList } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { participantWords } from "./participant.messages.ts";

interface ActsProps {
  participant: Participant;
  defaultCapacity: number;
  /** Names of those who have an open offer with her. */
  openOffers: readonly string[];
  canBeRemoved: boolean;
  /** Mentors have as many as they say; peers have one. */
  hasPlaces: boolean;
  /** After a relationship. */
  rest: Rest | undefined;
  visit: Visit;
}

/** What a coordinator can do for one person. */
export function ParticipantActs({ participant, defaultCapacity, openOffers, canBeRemoved, hasPlaces, rest, visit }: ActsProps) {
  const { language } = useReader();
  const words = participantWords(language);
  const { capacity, pausedUntil, withdrawnAt, joinedAt, invitedAt } = participant;
  const isHere = withdrawnAt === null;
  return (
    <Section title={words.acts}>
      {["invite", "withdraw", "takeBack", "remove"].map((act) => {
        const refused = visit.refused(act);
        return (
          refused && (
            <Callout key={act} kind="danger">
              {refused.errors[""]}
            </Callout>
          )
        );
      })}
      {isHere && joinedAt === null && (
        <ActButton action={visit.path} act="invite" icon="letter">
          {invitedAt === null ? words.invite : words.inviteAgain}
        </ActButton>
      )}
      {isHere && rest && (
        <>
          <p>{rest.untilOn === null ? words.restsForYou : words.rests(formatDay(language, rest.untilOn, "long-day"))}</p>
          <ActButton action={visit.path} act="endRest">
            {words.endRest}
          </ActButton>
        </>
      )}
      {isHere && hasPlaces && (
        <Details summary={words.capacity} open={visit.refused("capacity") !== undefined}>
          <Form action={visit.path} act="capacity" {...visit.refused("capacity")}>
            <NumberField
              name="capacity"
              label={words.capacityLabel}
              hint={words.capacityHint(defaultCapacity)}
              value={capacity ?? undefined}
              min={0}
              max={mostPlaces}
            />
            <Buttons>
              <Button kind="plain">{words.save}</Button>
            </Buttons>
          </Form>
        </Details>
      )}
      {isHere && (
        <Details summary={words.pause} open={visit.refused("pause") !== undefined}>
          <Form action={visit.path} act="pause" {...visit.refused("pause")}>
            <DateField name="until" label={words.pauseUntil} hint={words.pauseHint} value={pausedUntil ?? ""} />
            <Buttons>
              <Button kind="plain">{words.save}</Button>
            </Buttons>
          </Form>
        </Details>
      )}
      <Details summary={words.merge}>
        <p>{words.mergeHint}</p>
        <p>
          <a href={`${visit.path}/merge`}>{words.mergeLink}</a>
        </p>
      </Details>
      {isHere ? (
        <Details summary={words.withdraw}>
          <Confirm
            action={visit.path}
            act="withdraw"
            gone={[
              words.goneRounds,
              ...(openOffers.length > 0 ? [words.goneOffers(openOffers.length, formatList(language, openOffers))] : []),
            ]}
            stays={[words.staysHistory, words.staysPair]}
            button={words.withdraw}
            cancelHref={visit.path}
          />
        </Details>
      ) : (
        <ActButton action={visit.path} act="takeBack">
          {words.takeBack}
        </ActButton>
      )}
      {canBeRemoved && (
        <Details summary={words.remove}>
          <Confirm
            action={visit.path}
            act="remove"
            gone={[words.goneAnswers, words.goneProfile]}
            stays={[words.staysElsewhere]}
            button={words.remove}
            cancelHref={visit.path}
            isFinal
          />
        </Details>
      )}
    </Section>
  );
}
