import { unmatchedSentences } from "../../matching/explanations/unmatched-sentences.ts";
import type { Participant } from "../../networks/enrollment/participant.ts";
import type { Program } from "../../networks/programs/program.ts";
import { answerText, type Question } from "../../networks/programs/question.ts";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { formatDay, formatDeadline, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { Timeline, type TimelineEntry } from "../../ui/timeline.tsx";
import type { PastOffer, ReturnedLetter, Unmatched } from "./find-history.ts";
import type { ListedPerson } from "./list-people.ts";
import { participantWords } from "./participant.messages.ts";

interface NextStepProps {
  standing: ListedPerson;
  participant: Participant;
  program: Program;
}

/** Where she stands, and what happens next. */
export function NextStep({ standing, participant, program }: NextStepProps) {
  const reader = useReader();
  const words = participantWords(reader).next;
  const day = (at: Date | null): string => (at ? formatTime(reader, at, "day") : "");
  switch (standing.stage) {
    case "unanswered":
      return words.unanswered(standing.answerBy ? formatDeadline(reader, standing.answerBy, "day") : "");
    case "waiting":
      return `${words.waiting(day(standing.waitingSince))} ${program.onDecline === "offer-next" ? words.nextByItself : words.nextIsYours}`;
    case "withdrawn":
      return words.withdrawn(day(participant.withdrawnAt));
    case "paused":
      return words.paused(participant.pausedUntil ? formatDay(reader.language, participant.pausedUntil) : "");
    default:
      return words[standing.stage];
  }
}

export function Returned({ letters }: { letters: readonly ReturnedLetter[] }) {
  const words = participantWords(useReader());
  if (letters.length === 0) return null;
  return (
    <Callout kind="warn" title={words.returned}>
      <ul>
        {letters.map(({ id, subject, at, why, state }) => (
          <li key={id}>
            <bdi>{subject}</bdi>, <Time at={at} as="day" />: {state === "bounced" ? words.bounced : words.failing}
            {why && (
              <>
                {" "}
                <bdi class="hint">{why}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      <p>{words.returnedHint}</p>
    </Callout>
  );
}

interface AnswersProps {
  questions: readonly Question[];
  answers: ReadonlyMap<string, unknown>;
  editHref: string;
  editedAt: Date | null;
}

export function Answers({ questions, answers, editHref, editedAt }: AnswersProps) {
  const { language } = useReader();
  const words = participantWords(language);
  if (questions.length === 0) return null;
  return (
    <Section title={words.answers} actions={<a href={editHref}>{words.editAnswers}</a>}>
      <DescriptionList
        items={questions.map((question) => {
          const text = answerText(question, answers.get(question.id), language);
          const missing = question.isRequired ? words.missing : words.noAnswer;
          return { name: question.label, value: text === "" ? <span class="hint">{missing}</span> : <bdi>{text}</bdi> };
        })}
      />
      {editedAt && (
        <p class="hint">
          {words.edited} <Time at={editedAt} as="day" />
        </p>
      )}
    </Section>
  );
}

interface HistoryProps {
  participant: Participant;
  offers: readonly PastOffer[];
  unmatched: Unmatched | undefined;
  href: (participantId: string) => string;
}

export function History({ participant, offers, unmatched, href }: HistoryProps) {
  const { language } = useReader();
  const words = participantWords(language).history;
  const steps: (TimelineEntry | undefined)[] = [
    { at: participant.createdAt, title: words.added[participant.addedBy] },
    participant.invitedAt ? { at: participant.invitedAt, title: words.invited } : undefined,
    participant.joinedAt ? { at: participant.joinedAt, title: words.joined } : undefined,
    participant.completedAt ? { at: participant.completedAt, title: words.completed } : undefined,
    ...offers.map((offer) => ({ at: offer.madeAt, title: <OfferStep offer={offer} href={href(offer.otherId)} /> })),
    participant.withdrawnAt ? { at: participant.withdrawnAt, title: words.withdrew } : undefined,
  ];
  return (
    <Section title={words.title}>
      {unmatched && (
        <Callout title={words.unmatched(unmatched.number)}>
          {unmatchedSentences(unmatched.reason, language, (id) => unmatched.names[id]).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Callout>
      )}
      <Timeline entries={steps.filter((step) => step !== undefined).toSorted((a, b) => b.at.getTime() - a.at.getTime())} />
    </Section>
  );
}

/** "Offered Jonas Berg: declined by them, 4 March". */
function OfferStep({ offer, href }: { offer: PastOffer; href: string }) {
  const reader = useReader();
  const words = participantWords(reader).history;
  const { state, declinedHere, closedAt, answerBy } = offer;
  const outcome =
    state === "declined"
      ? declinedHere
        ? words.offers.declinedHere
        : words.offers.declinedThere
      : state === "open"
        ? offer.saidYes
          ? words.offers.saidYes(formatDeadline(reader, answerBy))
          : words.offers.open(formatDeadline(reader, answerBy))
        : words.offers[state];
  return (
    <>
      {words.offered}{" "}
      <a href={href}>
        <bdi>{offer.otherName}</bdi>
      </a>
      : {outcome}
      {closedAt && (
        <>
          {" ("}
          <Time at={closedAt} as="day" />)
        </>
      )}
    </>
  );
}
