import type { Certificate } from "../../../packages/matching-engine/index.ts";

/** The claim that no other set of pairs is better, with what the independent check found. Kept with the round, as JSON. */
export interface RoundProof {
  readonly certificate: Certificate;
  readonly check: { readonly proven: boolean; readonly gap: number; readonly violations: number };
  /** Pairs that keep all musts. */
  readonly candidates: number;
  /** Wall-clock milliseconds of the worker. */
  readonly took: number;
}
