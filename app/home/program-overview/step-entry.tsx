import { participantsPath } from "../../networks/enrollment/participant.ts";
import { type Program, programPath } from "../../networks/programs/program.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Entry } from "../../ui/entries.tsx";
import { formatDay, formatDeadline, formatNumber, formatTime } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { NextStep } from "./next-steps.ts";
import { overviewWords } from "./overview.messages.ts";

interface Said {
  readonly title: string;
  readonly text?: string;
  readonly href: string;
  readonly link: string;
}

/** One thing that wants to be done, in words, with the way to it. */
export function StepEntry({ step, program }: { step: NextStep; program: Program }) {
  const said = useWordsFor(step, program);
  const isFirstChoice = step.kind === "run-round" || step.kind === "run-peer-round" || step.kind === "round-finished";
  return (
    <Entry
      title={said.title}
      actions={
        <ButtonLink href={said.href} kind={isFirstChoice ? "primary" : "plain"}>
          {said.link}
        </ButtonLink>
      }
    >
      {said.text}
    </Entry>
  );
}

function useWordsFor(step: NextStep, program: Program): Said {
  const reader = useReader();
  const words = overviewWords(reader).steps;
  const at = programPath(program.organizationId, program.id);
  const list = (query: Record<string, string>): string =>
    `${participantsPath(program.organizationId, program.id)}?${new URLSearchParams(query)}`;
  const number = (value: number): string => formatNumber(reader.language, value);
  const day = (date: Date | null): string => (date ? formatTime(reader, date, "day") : "");
  const due = (date: Date | null): string => (date ? formatDeadline(reader, date, "day") : "");
  switch (step.kind) {
    case "returned":
      return {
        title: words.returned(step.people, number(step.people)),
        text: words.returnedText,
        href: list({ stage: "returned" }),
        link: words.look,
      };
    case "round-runs":
      return { title: words.roundRuns(step.number), href: `${at}/rounds/${step.roundId}`, link: words.look };
    case "round-finished":
      return {
        title: words.roundFinished(step.number),
        text: words.roundFinishedText,
        href: `${at}/rounds/${step.roundId}`,
        link: words.openBoard,
      };
    case "answers-due":
      return {
        title: words.answersDue(step.people, number(step.people), due(step.answerBy)),
        text: program.onDecline === "offer-next" ? words.thenNext : words.thenYours,
        href: list({ stage: "unanswered" }),
        link: words.look,
      };
    case "asking":
      return {
        title: step.open > 0 ? words.requestsOpen(step.open, number(step.open), due(step.answerBy)) : words.menteesAsk,
        text: words.askingText(step.asking, step.asking.until && formatDay(reader.language, step.asking.until)),
        href: `${at}/requests/overview`,
        link: words.toRequests,
      };
    case "choosing":
      return {
        title: words.choosing(step.open, number(step.open), due(step.answerBy)),
        href: `${at}/suggestions/overview`,
        link: words.look,
      };
    case "waiting":
      return {
        title: words.waiting(step.mentees, number(step.mentees), day(step.since)),
        text: step.freeMentors === 0 ? words.nobodyFree : words.freeButNotFitting(step.freeMentors, number(step.freeMentors)),
        href: list({ role: "mentee", stage: "waiting" }),
        link: words.look,
      };
    case "peers-waiting":
      return {
        title: words.peersWaiting(step.peers, number(step.peers), day(step.since)),
        text: step.others === 0 ? words.noPeerFree : words.peersFree(step.others, number(step.others)),
        href: list({ stage: "waiting" }),
        link: words.look,
      };
    case "run-peer-round":
      return { title: words.runPeerRound(number(step.peers)), text: words.runRoundText, href: `${at}/rounds/new`, link: words.toRound };
    case "run-round":
      return {
        title: words.runRound(number(step.mentees), number(step.mentors)),
        text: words.runRoundText,
        href: `${at}/rounds/new`,
        link: words.toRound,
      };
    case "no-mentors":
      return { title: words.noMentors(step.mentees, number(step.mentees)), href: `${at}/imports/new?role=mentor`, link: words.bringIn };
    case "no-mentees":
      return { title: words.noMentees(step.mentors, number(step.mentors)), href: `${at}/imports/new?role=mentee`, link: words.bringIn };
    case "no-peers":
      return { title: words.noPeers, href: `${at}/imports/new`, link: words.bringIn };
    case "ask":
      return { title: words.ask, text: words.askText, href: `${at}/questions`, link: words.toQuestions };
    case "invite":
      return {
        title: words.invite(step.people, number(step.people)),
        text: words.inviteText,
        href: `${participantsPath(program.organizationId, program.id)}/invite`,
        link: words.toInvite,
      };
    case "not-joined":
      return {
        title: words.notJoined(step.people, number(step.people)),
        href: `${at}/letters/new?stage=not-joined`,
        link: words.remind,
      };
  }
}
