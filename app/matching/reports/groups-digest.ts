import { createHmac } from "node:crypto";
import type { RoundGroups } from "../rounds/round.ts";

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
