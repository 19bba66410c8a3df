import {
  type CandidateOptions,
  checkOutcome,
  explainScores,
  type Market,
  MarketError,
  marketFromRows,
  mergeCandidates,
  type Outcome,
  type Preferences,
  type ScoredPairs,
} from "../../matching-engine/index.ts";
import { Failure } from "../failure.ts";
import { inThread } from "./in-thread.ts";
import { readPreferences } from "./preferences.ts";
import { objectiveOf, type Project } from "./project.ts";
import { type Answer, doTask, type Task } from "./task.ts";

export type Stage = "weighing" | "completing" | "matching";
export type Tell = (stage: Stage, done: number, of: number) => void;

/** What can be matched, and how it was cut: all pairs, or the best so many of each. */
export type OpenMarket = {
  readonly market: Market;
  readonly preferences: Preferences | undefined;
  readonly cut: { readonly perMentee: number; readonly perMentor: number } | null;
  /** Whether pairs were left out of which the prices tell that they change nothing. */
  readonly isComplete: boolean;
};

/** Up to so many pairs all are weighed and kept, unless the rules say otherwise. */
const MOST_WEIGHED = 4_000_000;
/** So many pairs are weighed and matched in the blink of an eye. */
const QUICK_PAIRS = 100_000;
/** More pairs than these do not fit the memory. */
const MOST_PAIRS = 150_000_000;
const USUAL_CUT = { perMentee: 50, perMentor: 10 };

export async function openMarket(project: Project, threads: number, tell: Tell): Promise<OpenMarket> {
  const { rules, mentees, mentors } = project;
  const pairs = mentees.ids.length * mentors.ids.length;
  // What somebody has ranked must not be cut off.
  const isSmall = pairs <= MOST_WEIGHED || rules.preferences !== undefined || rules.objective.kind === "stable";
  const cut = rules.candidates === "all" ? null : (rules.candidates ?? (isSmall ? null : USUAL_CUT));
  if (!cut && pairs > MOST_PAIRS) {
    const message = `${pairs.toLocaleString("en")} pairs are too many to weigh and keep them all. Write "candidates": { "perMentee": 50 } into the rules${rules.preferences ? ', and do without "preferences"' : ""}.`;
    throw new Failure("badInput", message);
  }
  const { scoring } = project;
  const explainer = explainScores(scoring);
  const locked = project.locks.map((pair) => ({ ...pair, weight: explainer.pair(pair.mentee, pair.mentor).weight }));
  const terms = { capacity: project.places, locked, menteeKeys: mentees.ids, mentorKeys: mentors.ids };
  const rows: ScoredPairs = cut
    ? await bestOfEach(project, { ...cut, seed: rules.seed, menteeKeys: mentees.ids, mentorKeys: mentors.ids }, threads, tell)
    : await doWherever(project, { kind: "score", scoring }, (done, of) => tell("weighing", done, of));
  const { kind } = rules.objective;
  try {
    let market = marketFromRows({ ...rows, ...terms });
    const isComplete = cut !== null && rules.candidates === undefined && (kind === "most-good" || kind === "most-people");
    if (isComplete) {
      const options = { begin: rows, objective: kind, seed: rules.seed, perMentee: cut.perMentee };
      market = await inThread({ kind: "complete", scoring, terms, options }, (done, of) => tell("completing", done, of));
    }
    return { market, preferences: readPreferences(project, market), cut: isComplete ? null : cut, isComplete };
  } catch (error) {
    if (error instanceof MarketError) throw new Failure("badInput", inTheirWords(error, project));
    throw error;
  }
}

/** In a thread of its own, so that it can be interrupted, where it takes longer than the thread takes to start. */
async function doWherever<Kind extends Task["kind"]>(
  { mentees, mentors }: Project,
  task: Extract<Task, { kind: Kind }>,
  tell: (done: number, of: number) => void,
): Promise<Answer[Kind]> {
  if (mentees.ids.length * mentors.ids.length > QUICK_PAIRS) return inThread(task, tell);
  try {
    return doTask(task, tell);
  } catch (error) {
    if (error instanceof MarketError) throw new Failure("badInput", error.message);
    throw error;
  }
}

async function bestOfEach(project: Project, options: CandidateOptions, threads: number, tell: Tell): Promise<ScoredPairs> {
  const { scoring } = project;
  const count = scoring.mentees.count;
  const done = Array.from({ length: threads }, () => 0);
  const ranges = await Promise.all(
    done.map((_, k) => {
      const range = { from: Math.floor((k * count) / threads), to: Math.floor(((k + 1) * count) / threads) };
      return inThread({ kind: "candidates", scoring, range, options }, (own) => {
        done[k] = own;
        tell(
          "weighing",
          done.reduce((sum, part) => sum + part, 0),
          count,
        );
      });
    }),
  );
  return mergeCandidates(scoring, ranges, options);
}

/** @throws {Failure} when the checker, which shares no code with the solver, does not agree */
export async function matchMarket(project: Project, { market, preferences }: OpenMarket, tell: Tell): Promise<Outcome> {
  const { seed } = project.rules;
  const objective = objectiveOf(project);
  const outcome = await doWherever(project, { kind: "match", market, objective, preferences, seed }, (done, of) =>
    tell("matching", done, of),
  );
  const { proven, violations } = checkOutcome(market, outcome, { preferences });
  if (!proven)
    throw new Failure(
      "notProven",
      `The matching was made, but it could not be proven: ${JSON.stringify(violations[0])}. Nothing was written. Please report this.`,
    );
  return outcome;
}

/** Problems of locks name people by number; here they get their ids. */
function inTheirWords({ message, mentee, mentor }: MarketError, { mentees, mentors }: Project): string {
  let words = message;
  if (mentee !== null) words = words.replaceAll(new RegExp(`\\b(mentee) ${mentee}\\b`, "gi"), `$1 ${mentees.ids[mentee]}`);
  if (mentor !== null) words = words.replaceAll(new RegExp(`\\b(mentor) ${mentor}\\b`, "gi"), `$1 ${mentors.ids[mentor]}`);
  return `"locked" in the rules: ${words}`;
}
