/**
 * How the lives of pairs are written down: who did what, so many days before the demo begins, at which time on her own clock.
 * `app/home/demo` does it by the acts that the pages use.
 */
export type Side = "mentee" | "mentor";

export interface SeedGoal {
  /** What she hopes for, in her own words. */
  readonly hope?: string;
  readonly title: string;
  /** From −2 to +2. */
  readonly scale: readonly [string, string, string, string, string];
  readonly weight?: number;
  /** So many days from now. */
  readonly dueIn?: number;
}

export type SeedDeed =
  /** `corrected`: how she wrote it first, before she changed it. */
  | { readonly says: string; readonly corrected?: string; readonly sends?: "soil-core" | "question-list"; readonly isUnread?: true }
  /** Section → what it says from then on. */
  | { readonly rewrites: Readonly<Record<string, string>> }
  | { readonly signs: true }
  /** Her own is agreed at once; the other's is proposed. */
  | { readonly setsGoal: SeedGoal }
  | { readonly agreesTo: string }
  | { readonly reaches: -2 | -1 | 0 | 1 | 2; readonly of: string; readonly word: string }
  | { readonly steps: string; readonly of: string; readonly isDone?: true }
  | { readonly reads: string }
  /** For the other to choose from. */
  | { readonly proposes: readonly { readonly in: number; readonly at: string }[]; readonly words: string; readonly where: string }
  | { readonly pausesFor: number }
  | { readonly closes: "planned" | "early" | "one-sided" }
  | { readonly thanks: string }
  | { readonly reached: string }
  | {
      readonly because: "reached" | "time-over" | "time" | "topic" | "distance" | "style" | "silence" | "life" | "other";
      readonly words: string;
    }
  | { readonly staysInTouch: boolean }
  | { readonly answers: { readonly helped: number; readonly heard: number; readonly supported: number; readonly again: number } }
  | { readonly looksAgain: string }
  | { readonly asksNewStart: "time" | "topic" | "distance" | "style" | "silence" | "unwell" | "other"; readonly words: string }
  | { readonly raises: "pressure"; readonly words: string };

export type SeedMoment = { readonly ago: number; readonly at: string; readonly by: Side } & SeedDeed;

export interface SeedSession {
  /** Negative: it is to come. At a weekend it is moved to the nearest working day. */
  readonly ago: number;
  /** On the mentor's clock. */
  readonly at: string;
  readonly minutes?: number;
  /** A place, or a link. */
  readonly where: string;
  readonly by?: Side;
  /** So many days before it. */
  readonly planned?: number;
  readonly agenda?: string;
  readonly notes?: string;
  /** `done`: so many days ago. */
  readonly actions?: readonly { readonly by: Side; readonly words: string; readonly done?: number; readonly dueIn?: number }[];
  readonly reflections?: readonly { readonly by: Side; readonly text: string; readonly isShared?: true }[];
  /** What they say afterwards; left out: that it took place. */
  readonly told?: Partial<Readonly<Record<Side, "held" | "moved" | "missed">>>;
}

export interface SeedTalk {
  /** 1: worried … 5: glad. */
  readonly mood: 1 | 2 | 3 | 4 | 5;
  readonly note: string;
}

export interface SeedLife {
  /** By their keys. */
  readonly mentee: string;
  readonly mentor: string;
  readonly moments: readonly SeedMoment[];
  readonly sessions: readonly SeedSession[];
  /** Each asking in turn: heard, trust, useful, challenged, on track. A side left out does not answer. */
  readonly pulses?: readonly (Partial<Readonly<Record<Side, readonly [number, number, number, number, number]>>> & {
    readonly comment?: string;
  })[];
  /** Whether it fits, after the first meeting; left out: it does. */
  readonly fit?: Partial<Readonly<Record<Side, "yes" | "unsure" | "no">>>;
  /** What came of the coordinator's talks, in their order; what is not written down went well. */
  readonly talks?: Partial<Readonly<Record<Side, readonly SeedTalk[]>>>;
  /** The coordinator has talked with them until so many days ago; what came due later is due still. */
  readonly talksUntil?: number;
}
