/** The report of a published round as anybody may read it: rules, weights, result and proof, with nobody named. Pure but for the pseudonyms. */
import { criterionTitle } from "../criteria/criterion-words.ts";
import type { Round } from "../rounds/list-rounds.ts";
import type { KeptRun } from "./kept-run.ts";
import { pseudonymIn, reportKey } from "./report-key.ts";

/** A file with more pairs would be of no use to anybody; the proof can be run again from what is kept here. */
const mostMarketPairs = 500_000;

export interface RoundReport {
  readonly format: "understory-round-report/1";
  readonly program: string;
  readonly round: number;
  readonly publishedAt: string | null;
  readonly objective: string;
  readonly settings: Round["settings"];
  readonly seed: number;
  readonly engineVersion: string;
  readonly rules: readonly {
    readonly strength: "must" | "should";
    readonly title: string;
    readonly rule: string;
    readonly weight: number | null;
  }[];
  readonly total: number;
  readonly mentees: readonly string[];
  readonly mentors: readonly { readonly id: string; readonly places: number }[];
  readonly pairs: readonly { readonly mentee: string; readonly mentor: string; readonly weight: number }[];
  readonly unmatched: readonly string[];
  /** Candidates of mentee `i` (of `mentees`): `mentor[from[i] .. from[i + 1])`, with `weight` beside them; null where there are too many. */
  readonly market: {
    readonly from: readonly number[];
    readonly mentor: readonly number[];
    readonly weight: readonly number[];
    /** The mentor to whom each mentee was locked, or -1. */
    readonly locked: readonly number[];
  } | null;
  /** Prices and profits by the numbers of `mentees` and `mentors`; null where the proof is of another kind. */
  readonly certificate: unknown;
  readonly check: { readonly proven: boolean; readonly gap: number; readonly violations: number } | null;
  readonly publicKey: string;
}

export function roundReport(round: Round, program: string, run: KeptRun, secret: string): RoundReport {
  const pseudonym = pseudonymIn(secret, round.id);
  const mentees = run.menteeIds.map(pseudonym);
  const mentors = run.mentorIds.map(pseudonym);
  const { criteria, questions } = round.criteria;
  return {
    format: "understory-round-report/1",
    program,
    round: round.number,
    publishedAt: round.published_at?.toISOString() ?? null,
    objective: run.objective,
    settings: run.settings,
    seed: run.seed,
    engineVersion: run.engineVersion,
    rules: criteria.map((criterion) => ({
      strength: criterion.strength,
      title: criterionTitle(criterion, questions, "en"),
      rule: criterion.rule,
      weight: criterion.strength === "should" ? criterion.weight : null,
    })),
    total: run.total,
    mentees,
    mentors: mentors.map((id, mentor) => ({ id, places: run.capacity[mentor]! })),
    pairs: [...run.assignment.entries()].flatMap(([mentee, mentor]) =>
      mentor < 0 ? [] : [{ mentee: mentees[mentee]!, mentor: mentors[mentor]!, weight: weightIn(run, mentee, mentor) }],
    ),
    // A peer stands in her pair once, as either of the two.
    unmatched: mentees.filter(
      (_, mentee) => run.assignment[mentee]! < 0 && !(run.objective === "peers" && run.assignment.includes(mentee)),
    ),
    market:
      run.col.length > mostMarketPairs
        ? null
        : { from: [...run.ptr], mentor: [...run.col], weight: [...run.weight], locked: [...run.locked] },
    certificate: round.certificate?.certificate ?? null,
    check: round.certificate?.check ?? null,
    publicKey: reportKey(secret),
  };
}

function weightIn({ ptr, col, weight }: KeptRun, mentee: number, mentor: number): number {
  const at = col.subarray(ptr[mentee], ptr[mentee + 1]).indexOf(mentor);
  return at < 0 ? 0 : weight[ptr[mentee]! + at]!;
}
