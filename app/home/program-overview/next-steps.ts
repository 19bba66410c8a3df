/** What a program wants of its coordinator now, the most pressing first. Pure. */
import type { CountedPeople, RoleFigures } from "../program-people/count-standings.ts";

/** What people do themselves to find each other. */
export interface Asking {
  /** Mentees may ask mentors today. */
  readonly isOpen: boolean;
  /** The last day on which they may, "2027-02-01". */
  readonly until: string | null;
  /** Whoever has nobody then takes part in a round. */
  readonly thenRound: boolean;
  /** A round is what comes now: there are some in this program, and nobody asks meanwhile. */
  readonly hasRounds: boolean;
  readonly requests: Waiting;
  readonly suggestions: Waiting;
}

interface Waiting {
  readonly open: number;
  /** The first day by which one of them is due. */
  readonly answerBy: Date | null;
}

export interface ProgramState {
  readonly people: CountedPeople;
  readonly questions: number;
  readonly asking: Asking;
  /** A round that is finished and was not published. */
  readonly finishedRound: { readonly id: string; readonly number: number } | undefined;
  readonly runningRound: { readonly id: string; readonly number: number } | undefined;
}

export type NextStep =
  | { readonly kind: "returned"; readonly people: number }
  | { readonly kind: "round-runs"; readonly roundId: string; readonly number: number }
  | { readonly kind: "round-finished"; readonly roundId: string; readonly number: number }
  | { readonly kind: "answers-due"; readonly people: number; readonly answerBy: Date | null }
  | { readonly kind: "asking"; readonly open: number; readonly answerBy: Date | null; readonly asking: Asking }
  | { readonly kind: "choosing"; readonly open: number; readonly answerBy: Date | null }
  | { readonly kind: "waiting"; readonly mentees: number; readonly freeMentors: number; readonly since: Date | null }
  | { readonly kind: "peers-waiting"; readonly peers: number; readonly others: number; readonly since: Date | null }
  | { readonly kind: "run-round"; readonly mentees: number; readonly mentors: number }
  | { readonly kind: "run-peer-round"; readonly peers: number }
  | { readonly kind: "no-mentors"; readonly mentees: number }
  | { readonly kind: "no-mentees"; readonly mentors: number }
  | { readonly kind: "no-peers" }
  | { readonly kind: "invite"; readonly people: number }
  | { readonly kind: "not-joined"; readonly people: number }
  | { readonly kind: "ask"; readonly people: number };

export function nextSteps({ people, questions, asking, finishedRound, runningRound }: ProgramState): NextStep[] {
  const sides = "peer" in people ? [people.peer] : [people.mentee, people.mentor];
  const all = sides.reduce((sum, side) => sum + side.all, 0);
  const both = (standing: keyof RoleFigures["figures"]): number => sides.reduce((sum, { figures }) => sum + figures[standing], 0);
  const mayRun = finishedRound === undefined && runningRound === undefined && asking.hasRounds;
  const steps: (NextStep | false)[] = [
    both("returned") > 0 && { kind: "returned", people: both("returned") },
    runningRound !== undefined && { kind: "round-runs", roundId: runningRound.id, number: runningRound.number },
    finishedRound !== undefined && { kind: "round-finished", roundId: finishedRound.id, number: finishedRound.number },
    both("unanswered") > 0 && { kind: "answers-due", people: both("unanswered"), answerBy: earliest(sides) },
    (asking.isOpen || asking.requests.open > 0) && { kind: "asking", ...asking.requests, asking },
    asking.suggestions.open > 0 && { kind: "choosing", ...asking.suggestions },
    ...("peer" in people ? peerSteps(people.peer, mayRun) : roleSteps(people, mayRun)),
    all > 0 && questions === 0 && { kind: "ask", people: all },
    both("added") > 0 && { kind: "invite", people: both("added") },
    both("not-joined") - both("added") > 0 && { kind: "not-joined", people: both("not-joined") - both("added") },
  ];
  return steps.filter((step) => step !== false);
}

/** Who waits is ready as well: a round for them alone is what "waiting" proposes. */
const roleSteps = (
  { mentee, mentor }: { readonly mentee: RoleFigures; readonly mentor: RoleFigures },
  mayRun: boolean,
): (NextStep | false)[] => [
  mentee.figures.waiting > 0 && {
    kind: "waiting",
    mentees: mentee.figures.waiting,
    freeMentors: mentor.figures.ready,
    since: mentee.waitingSince,
  },
  mayRun &&
    mentor.figures.ready > 0 &&
    mentee.figures.ready > mentee.figures.waiting && { kind: "run-round", mentees: mentee.figures.ready, mentors: mentor.figures.ready },
  mentee.all > 0 && mentor.all === 0 && { kind: "no-mentors", mentees: mentee.all },
  mentor.all > 0 && mentee.all === 0 && { kind: "no-mentees", mentors: mentor.all },
];

const peerSteps = ({ all, figures: { waiting, ready }, waitingSince }: RoleFigures, mayRun: boolean): (NextStep | false)[] => [
  waiting > 0 && { kind: "peers-waiting", peers: waiting, others: Math.max(0, ready - waiting), since: waitingSince },
  mayRun && ready > 1 && ready > waiting && { kind: "run-peer-round", peers: ready },
  all === 1 && { kind: "no-peers" },
];

const earliest = (sides: readonly RoleFigures[]): Date | null =>
  sides
    .flatMap(({ answerBy }) => answerBy ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(0) ?? null;
