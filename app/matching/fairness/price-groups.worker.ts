/** Prices one report in a thread of its own, beside the server's. */
import { parentPort, workerData } from "node:worker_threads";
import type { RoundSnapshot } from "../rounds/round.ts";
import { priceGroups } from "./price-groups.ts";

export interface ToPrice {
  readonly snapshot: RoundSnapshot;
  readonly groupOf: readonly number[];
  readonly groupCount: number;
}

const { snapshot, groupOf, groupCount } = workerData as ToPrice;
parentPort!.postMessage(priceGroups(snapshot, groupOf, groupCount));
