import { expect, test } from "vitest";
import type { RoleFigures } from "../program-people/count-standings.ts";
import { type Standing, standings } from "../program-people/standing.ts";
import { type Asking, nextSteps } from "./next-steps.ts";

const figures = (all: number, some: Partial<Record<Standing, number>> = {}): RoleFigures => ({
  all,
  figures: { ...(Object.fromEntries(standings.map((one) => [one, 0])) as Record<Standing, number>), ...some },
  answerBy: null,
  waitingSince: null,
});
const nobodyAsks: Asking = {
  isOpen: false,
  until: null,
  thenRound: false,
  hasRounds: true,
  requests: { open: 0, answerBy: null },
  suggestions: { open: 0, answerBy: null },
};
const state = { questions: 3, asking: nobodyAsks, finishedRound: undefined, runningRound: undefined };

test("people who are ready on both sides want a round, unless one is finished already", () => {
  const people = { mentee: figures(412, { ready: 412 }), mentor: figures(390, { ready: 390 }) };
  expect(nextSteps({ ...state, people })).toEqual([{ kind: "run-round", mentees: 412, mentors: 390 }]);
  const finishedRound = { id: "r", number: 3 };
  expect(nextSteps({ ...state, people, finishedRound }).map(({ kind }) => kind)).toEqual(["round-finished"]);
});

test("letters that do not arrive come before everything else", () => {
  const steps = nextSteps({
    ...state,
    people: { mentee: figures(5, { returned: 2, unanswered: 1, added: 2 }), mentor: figures(4, { ready: 1 }) },
  });
  expect(steps.map(({ kind }) => kind)).toEqual(["returned", "answers-due", "invite"]);
});

test("the first of both dates is when answers are due", () => {
  const [first, later] = [new Date("2027-03-04"), new Date("2027-03-06")];
  const mentee = { ...figures(2, { unanswered: 1 }), answerBy: later };
  const mentor = { ...figures(2, { unanswered: 2 }), answerBy: first };
  expect(nextSteps({ ...state, people: { mentee, mentor } })).toEqual([{ kind: "answers-due", people: 3, answerBy: first }]);
});

test("who waits is not offered another round as if nothing had been", () => {
  const steps = nextSteps({ ...state, people: { mentee: figures(6, { ready: 6, waiting: 6 }), mentor: figures(4, { ready: 1 }) } });
  expect(steps.map(({ kind }) => kind)).toEqual(["waiting"]);
});

test("with one side missing, that side is what comes next", () => {
  expect(nextSteps({ ...state, people: { mentee: figures(6, { ready: 6 }), mentor: figures(0) } }).map(({ kind }) => kind)).toEqual([
    "no-mentors",
  ]);
  expect(nextSteps({ ...state, people: { mentee: figures(0), mentor: figures(6, { ready: 6 }) } }).map(({ kind }) => kind)).toEqual([
    "no-mentees",
  ]);
});

test("while mentees ask, nobody is led into a round; what waits for an answer says by when", () => {
  const people = { mentee: figures(6, { ready: 4 }), mentor: figures(4, { ready: 4 }) };
  const answerBy = new Date("2027-03-04");
  const asking: Asking = { ...nobodyAsks, isOpen: true, until: "2027-03-09", thenRound: true, hasRounds: false };
  expect(nextSteps({ ...state, people, asking }).map(({ kind }) => kind)).toEqual(["asking"]);
  const open: Asking = { ...asking, requests: { open: 2, answerBy } };
  expect(nextSteps({ ...state, people, asking: open })).toEqual([{ kind: "asking", open: 2, answerBy, asking: open }]);
  const over: Asking = { ...open, isOpen: false, hasRounds: true };
  expect(nextSteps({ ...state, people, asking: over }).map(({ kind }) => kind)).toEqual(["asking", "run-round"]);
});

test("who chooses among suggestions is named with the first day", () => {
  const suggestions = { open: 3, answerBy: new Date("2027-03-04") };
  const steps = nextSteps({ ...state, people: { mentee: figures(6), mentor: figures(4) }, asking: { ...nobodyAsks, suggestions } });
  expect(steps).toEqual([{ kind: "choosing", ...suggestions }]);
});

test("peers are one group: who is ready is counted once, and it takes two of them for a round", () => {
  const steps = (peer: RoleFigures) => nextSteps({ ...state, people: { peer } });
  expect(steps(figures(9, { ready: 7 }))).toEqual([{ kind: "run-peer-round", peers: 7 }]);
  expect(steps(figures(9, { ready: 1 }))).toEqual([]);
  expect(steps(figures(1, { ready: 1 }))).toEqual([{ kind: "no-peers" }]);
  const since = new Date("2027-03-04");
  expect(steps({ ...figures(9, { ready: 3, waiting: 1 }), waitingSince: since }).slice(0, 1)).toEqual([
    { kind: "peers-waiting", peers: 1, others: 2, since },
  ]);
  expect(steps(figures(9, { ready: 2, waiting: 2 })).map(({ kind }) => kind)).toEqual(["peers-waiting"]);
});
