import { createHmac } from "node:crypto";
import type { RoundGroups } from "../rounds/round.ts";
import type { AffinityWishes } from "../affinity/wish-weights.ts";

/**
 * A fingerprint of who was in which group of a fair round, keyed with the installation's secret, so that nobody can try out who
 * was where; null where there were no groups.
 */
export function digestOfGroups(secret: string, roundId: string, groups: RoundGroups | null): string | null {
  if (!groups) return null;
  return createHmac("sha256", secret)
    .update(`groups of round ${roundId}: ${groups.of.join(" ")}`)
    .digest("hex");
}

/** The same of who wished for a shared background, and with whom it could be; null where nobody did. */
export function digestOfWishes(secret: string, roundId: string, wishes: AffinityWishes | null): string | null {
  if (!wishes) return null;
  return createHmac("sha256", secret)
    .update(`wishes of round ${roundId}: ${JSON.stringify(wishes)}`)
    .digest("hex");
}
