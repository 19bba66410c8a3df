import { type Certificate, certificate } from "../assignment/certificate.ts";
import { maximumWeightMatching, type Objective } from "../assignment/maximum-weight.ts";
import { type Market, MarketError, MAX_WEIGHT, weightOf } from "../market/market.ts";

export type NearTieOptions = {
  /** Weights that differ by less than this count as equal: a whole number from 0 up. */
  readonly within: number;
  /** How many times it is drawn: the first is the run, all together tell the probabilities. */
  readonly draws: number;
  readonly seed: string | number;
  readonly objective?: Objective | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly of: number }) => void) | undefined;
  readonly cancelled?: (() => boolean) | undefined;
};

/** How often a mentee got a mentor (or nobody: -1). */
export type DrawnPair = {
  readonly mentee: number;
  readonly mentor: number;
  /** What the pair is worth, not what was drawn for it; 0 for nobody. */
  readonly weight: number;
  /** In how many of the draws. */
  readonly drawn: number;
  /** `drawn` as a share of the draws, the run among them: so never 0 for a pair of the run, and for those too high by 1 / draws at most. */
  readonly probability: number;
  /** Standard error of the probability, as if one more draw had gone each way (never 0, however often it was drawn). */
  readonly error: number;
  /** Whether it is in the run. */
  readonly inRun: boolean;
};

/** A matching in which chance decided between what is nearly equal, with what was drawn. Plain data. */
export type NearTieLog = {
  readonly objective: Objective;
  readonly within: number;
  readonly draws: number;
  readonly seed: string | number;
  /** The run: the mentor of each mentee, or -1. */
  readonly assignment: readonly number[];
  readonly total: number;
  readonly matched: number;
  /** No matching (with `most-people`: no largest one) has a total larger than this: the total plus `within` for each pair. */
  readonly bestTotalAtMost: number;
  /** Proves the run to be the best of `drawnMarket(market, log, 0)`. */
  readonly certificate: Certificate;
  /** Each pair that was drawn at least once, by mentee and falling frequency. The probabilities of a mentee add up to 1. */
  readonly pairs: readonly DrawnPair[];
  /** Who could have been drawn: the candidates of the market as compressed rows. Whoever is here and not in `pairs` was never drawn. */
  readonly candidates: { readonly ptr: readonly number[]; readonly col: readonly number[]; readonly weight: readonly number[] };
};

/**
 * Matches by chance among what is nearly equal, and logs with which probability. Rules that learn from what became of the pairs need
 * that, because else they only see what they themselves preferred.
 *
 * Each draw adds a whole number from 0 to `within` to each weight and takes the best matching. Its true total is less than the best by
 * `within` for each of its pairs at most: the best matching lost nothing by what was added, and this one gained no more than that.
 * @throws {RangeError} for a `within` or a number of draws that is none
 * @throws {MarketError} `too-large` where a weight could go beyond `MAX_WEIGHT`, and as the solver does
 * @throws {MatchingCancelled} when `cancelled` answers true
 */
export function drawNearTies(market: Market, options: NearTieOptions): NearTieLog {
  const { within, draws, seed, objective = "most-good", onProgress, cancelled } = options;
  if (!(Number.isInteger(draws) && draws >= 1)) throw new RangeError(`The number of draws is ${draws}. Give a whole number from 1 up.`);
  const frequency = Array.from({ length: market.menteeCount }, () => new Map<number, number>());
  let run: Certificate | null = null;
  for (let draw = 0; draw < draws; draw++) {
    onProgress?.({ done: draw, of: draws });
    // What is equal even after drawing is drawn as well.
    const result = maximumWeightMatching(drawnMarket(market, { within, seed }, draw), {
      objective,
      seed: `${seed} draw ${draw}`,
      cancelled,
    });
    result.assignment.forEach((mentor, mentee) => frequency[mentee]!.set(mentor, (frequency[mentee]!.get(mentor) ?? 0) + 1));
    run ??= certificate(result);
  }
  onProgress?.({ done: draws, of: draws });

  const { assignment, matched } = run!;
  const total = assignment.reduce((sum, mentor, mentee) => (mentor < 0 ? sum : sum + weightOf(market, mentee, mentor)), 0);
  const pairs = frequency.flatMap((mentors, mentee) =>
    [...mentors]
      .toSorted(([a, often], [b, seldom]) => seldom - often || a - b)
      .map(([mentor, drawn]) => describe(market, { mentee, mentor, drawn, draws, inRun: assignment[mentee] === mentor })),
  );
  return {
    objective,
    within,
    draws,
    seed,
    assignment,
    total,
    matched,
    bestTotalAtMost: total + within * matched,
    certificate: run!,
    pairs,
    candidates: { ptr: [...market.ptr], col: [...market.col], weight: [...market.weight] },
  };
}

function describe(
  market: Market,
  { draws, ...pair }: Pick<DrawnPair, "mentee" | "mentor" | "drawn" | "inRun"> & { draws: number },
): DrawnPair {
  const smoothed = (pair.drawn + 1) / (draws + 2);
  return {
    ...pair,
    weight: pair.mentor < 0 ? 0 : weightOf(market, pair.mentee, pair.mentor),
    probability: pair.drawn / draws,
    error: Math.sqrt((smoothed * (1 - smoothed)) / (draws + 2)),
  };
}

/**
 * The market with the weights of one draw. What is added to a pair depends on the seed, the draw and the keys of the two alone (without
 * keys: their numbers), so the order of lists does not matter. For the run (draw 0), `checkCertificate` on it proves the log's certificate.
 */
export function drawnMarket(market: Market, { within, seed }: Pick<NearTieOptions, "within" | "seed">, draw: number): Market {
  if (!(Number.isInteger(within) && within >= 0)) throw new RangeError(`\`within\` is ${within}. Give a whole number from 0 up.`);
  const mentees = hashes(market.menteeCount, market.menteeKeys, `${typeof seed} ${seed} ${draw} mentee`);
  const mentors = hashes(market.mentorCount, market.mentorKeys, `${typeof seed} ${seed} ${draw} mentor`);
  const weight = new Int32Array(market.col.length);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const chance = mixed(mentees[mentee]! ^ Math.imul(mentors[market.col[e]!]!, 0x9e3779b1));
      const drawn = market.weight[e]! + Math.floor(((chance >>> 0) / 2 ** 32) * (within + 1));
      if (drawn > MAX_WEIGHT) {
        const message = `A weight of ${market.weight[e]} and ${within} more is beyond ${MAX_WEIGHT}. Use smaller weights.`;
        throw new MarketError("too-large", message, { mentee, mentor: market.col[e]! });
      }
      weight[e] = drawn;
    }
  }
  return { ...market, weight };
}

function hashes(count: number, keys: readonly string[] | null, start: string): Int32Array {
  const begin = hashOf(start, 0x2545f491);
  return Int32Array.from({ length: count }, (_, person) => hashOf(keys ? keys[person]! : String(person), begin));
}

/** FNV-1a over the UTF-16 units. */
function hashOf(text: string, start: number): number {
  let hash = start;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return mixed(hash);
}

/** The finalizer of MurmurHash3: each bit of the input reaches each bit of the result. */
function mixed(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
