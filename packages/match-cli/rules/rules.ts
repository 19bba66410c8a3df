/** What a rules file says, after it was checked. The README describes the file. */
export type Rules = {
  readonly mentees: Side;
  readonly mentors: Side & { readonly places: string | number };
  readonly columns: ReadonlyMap<string, ColumnPlan>;
  readonly must: readonly Must[];
  readonly should: readonly Should[];
  /** Ids: a mentee's, then a mentor's. */
  readonly locked: readonly (readonly [string, string])[];
  readonly forbidden: readonly (readonly [string, string])[];
  readonly objective: Objective;
  readonly seed: string;
  readonly candidates: "all" | { readonly perMentee: number; readonly perMentor: number } | undefined;
  readonly preferences: Ranking | undefined;
};

/** The headers of the columns that list ids of the other side, the best first. */
export type Ranking = {
  readonly mentees: string | undefined;
  readonly mentors: string | undefined;
  readonly separator: string;
  /** What becomes of those whom somebody has not ranked, for `stable`: behind the ranked ones by strength, or never. */
  readonly unranked: "last" | "never";
};

/** The headers by which people of one side are told apart and called. */
export type Side = { readonly id: string; readonly name: readonly string[] };

export const columnKinds = ["set", "choice", "scale", "hours", "yes-no"] as const;
/** Which columns of the two spreadsheets hold the same kind of answer, and how to read a cell. */
export type ColumnPlan = {
  readonly kind: (typeof columnKinds)[number];
  readonly mentees: string | undefined;
  readonly mentors: string | undefined;
  /** Between the elements of a set. */
  readonly separator: string;
  /** The steps of a scale from the lowest to the highest; without them cells are numbers. */
  readonly steps: readonly string[] | undefined;
  /** Words for yes. */
  readonly yes: readonly string[];
  /** Words that mean no answer. */
  readonly empty: readonly string[];
};

type Missing = { readonly missing: "allow" | "refuse" };
export type Must = { readonly column: string } & Missing &
  (
    | { readonly kind: "share-any" | "same" | "different" }
    | { readonly kind: "at-least-shared"; readonly atLeast: number }
    | { readonly kind: "rank-at-least"; readonly above: number }
  );
export type Should = { readonly column: string; readonly weight: number; readonly byWish: string | undefined } & (
  | { readonly kind: "overlap" | "same" }
  | { readonly kind: "closeness"; readonly range: number | undefined }
  | { readonly kind: "shared-count"; readonly enough: number }
);

/** What to aim at. Groups are those of a choice column of the mentees. */
export type Objective =
  | { readonly kind: "most-good" | "most-people" }
  | { readonly kind: "stable"; readonly proposing: "mentees" | "mentors"; readonly ties: "lottery" | "largest" }
  | { readonly kind: "fair"; readonly rule: "coverage"; readonly column: string }
  | { readonly kind: "fair"; readonly rule: "parity"; readonly column: string; readonly points: number }
  | { readonly kind: "fair"; readonly rule: "floor"; readonly strength: number }
  | { readonly kind: "top-choices"; readonly choices: number };
