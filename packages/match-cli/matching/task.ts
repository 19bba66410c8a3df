import {
  type CandidateOptions,
  candidatesOfRange,
  type Market,
  type MarketTerms,
  match,
  type MatchObjective,
  type Outcome,
  type Preferences,
  type RangeOfCandidates,
  type ScoredPairs,
  scorePairs,
  type Scoring,
  sufficientCandidates,
  type SufficientOptions,
} from "../../matching-engine/index.ts";

/** What may take long, and so is done in a thread of its own where it does, and what comes of it. */
export type Task =
  | { readonly kind: "score"; readonly scoring: Scoring }
  | {
      readonly kind: "candidates";
      readonly scoring: Scoring;
      readonly range: { readonly from: number; readonly to: number };
      readonly options: CandidateOptions;
    }
  | {
      readonly kind: "complete";
      readonly scoring: Scoring;
      readonly terms: MarketTerms;
      readonly options: SufficientOptions;
    }
  | {
      readonly kind: "match";
      readonly market: Market;
      readonly objective: MatchObjective;
      readonly preferences: Preferences | undefined;
      readonly seed: string;
    };

export type Answer = {
  readonly score: ScoredPairs;
  readonly candidates: RangeOfCandidates;
  readonly complete: Market;
  readonly match: Outcome;
};

export type FromThread<Kind extends Task["kind"]> =
  | { readonly done: number; readonly of: number }
  | { readonly answer: Answer[Kind] }
  | { readonly refused: string };

export type Tell = (done: number, of: number) => void;

export function doTask<Kind extends Task["kind"]>(task: Extract<Task, { kind: Kind }>, tell: Tell): Answer[Kind];
export function doTask(task: Task, tell: Tell): Answer[Task["kind"]] {
  const onProgress = ({ done, of }: { done: number; of: number }) => tell(done, of);
  switch (task.kind) {
    case "score":
      return scorePairs(task.scoring, { onProgress });
    case "candidates":
      return candidatesOfRange(task.scoring, task.range, { ...task.options, onProgress });
    case "complete":
      return sufficientCandidates(task.scoring, task.terms, { ...task.options, onProgress });
    case "match": {
      const { objective, preferences, seed } = task;
      return match(task.market, { objective, seed, preferences, onProgress });
    }
  }
}
