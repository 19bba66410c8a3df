/** Of whom a program wants background checks, and whose are missing or run out. Pure. */
import { counts, warnedDays } from "../../networks/checks/background-check.ts";
import { days, daysBetween, none, type Rule, stretch } from "./rule.ts";
import type { CheckSignals } from "./signals.ts";

export const checkRules: readonly Rule<CheckSignals>[] = [
  {
    ...none,
    name: "check-missing",
    look({ checks, since, isAwaited }, { today }) {
      const missing = checks.filter((check) => !counts(check, today));
      if (missing.length === 0) return undefined;
      const ended = missing.flatMap(({ expiresOn }) => (expiresOn === null ? [] : [expiresOn]));
      const from = ended.toSorted().at(-1) ?? since;
      const lasting = daysBetween(from, today);
      const kinds = missing.map(({ kind }) => kind);
      // Whoever was let through once is looked at anew after each fortnight.
      const reason = `${kinds.join(" ")} ${from} ${stretch(lasting, 14)}${isAwaited ? " awaited" : ""}`;
      return { urgency: isAwaited ? 84 : 80, reason, figure: lasting, kinds };
    },
  },
  {
    ...days,
    name: "check-expiring",
    most: 120,
    usual: () => warnedDays,
    look({ checks }, { threshold, today }) {
      const soon = checks
        .filter((check) => counts(check, today) && daysBetween(today, check.expiresOn!) <= threshold)
        .toSorted((a, b) => (a.expiresOn! < b.expiresOn! ? -1 : 1));
      const [first] = soon;
      if (!first) return undefined;
      const left = daysBetween(today, first.expiresOn!);
      return {
        urgency: 40 + Math.round((25 * (threshold - left)) / threshold),
        reason: soon.map(({ checkId }) => checkId).join(" "),
        figure: left,
        kinds: soon.map(({ kind }) => kind),
      };
    },
  },
];
