/** How a program of the demo is written down. */
export interface SeedQuestion {
  readonly kind: "choice" | "choices" | "scale" | "number" | "text" | "skills";
  readonly label: string;
  readonly help?: string;
  readonly askedOf: "both" | "mentors" | "mentees";
  readonly options?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly isRequired?: boolean;
  readonly shownTo: "coordinators" | "matches" | "program";
}

/** About a question of the program, by its name; without one, about the hours of the profile. */
export interface SeedCriterion {
  readonly strength: "must" | "should";
  readonly rule: "above" | "hours" | "same" | "hopes";
  readonly question?: string;
  readonly weight?: number;
  readonly above?: number;
  readonly hours?: number;
  readonly wish?: { readonly question: string; readonly yes: readonly string[] };
}

/** In what people are asked to describe themselves. */
export interface SeedDimension {
  readonly label: string;
  readonly reason: string;
  readonly options: readonly string[];
  readonly wishWeight: number;
  /** The smallest group that reports show. */
  readonly smallestGroup: number;
}

export interface SeedProgram {
  readonly name: string;
  readonly purpose: string;
  readonly texts: { readonly welcome?: string; readonly offer?: string; readonly firstSteps?: string };
  readonly defaultCapacity: number;
  readonly offerDays: number;
  readonly onDecline: "offer-next" | "ask-coordinator";
  /** The name by which people's cards answer it → the question. */
  readonly questions: Readonly<Record<string, SeedQuestion>>;
  /** Beside those that every program begins with. */
  readonly criteria: readonly SeedCriterion[];
}
