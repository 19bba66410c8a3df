/** Picks what a round suggests in a thread of its own, beside the server's. */
import { parentPort, workerData } from "node:worker_threads";
import { pickSuggestions, type PickInput } from "./pick-suggestions.ts";

parentPort!.postMessage(pickSuggestions(workerData as PickInput));
