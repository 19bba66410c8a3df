import type { Installation } from "./installation.ts";
import type { Ledger } from "./ledger.ts";
import type { PostOffice } from "./post-office.ts";
import type { Trial } from "./trial.ts";

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

interface Outcome {
  readonly left: readonly { check: string; words: string }[];
  readonly waitedMs: number;
  readonly installation: Installation;
  readonly ledger: Ledger;
  readonly postOffice: PostOffice;
}

export function printTrials(trials: readonly Trial[], { left, waitedMs, installation, ledger, postOffice }: Outcome): void {
  console.log("\nkill -9 of   during    times  before the answer  kills at, ms        well again, ms (median, most)  findings");
  for (const victim of ["server", "PostgreSQL"] as const) {
    for (const work of ["import", "publish"] as const) {
      const these = trials.filter((trial) => trial.victim === victim && trial.work === work);
      const at = these.map(({ atMs }) => atMs);
      const recovered = these.map(({ recoveredMs }) => recoveredMs);
      console.log(
        [
          victim.padEnd(12),
          work.padEnd(9),
          String(these.length).padEnd(6),
          String(these.filter(({ wasAnswered }) => !wasAnswered).length).padEnd(18),
          `${Math.min(...at)} to ${Math.max(...at)}`.padEnd(19),
          `${median(recovered)}, ${Math.max(...recovered)}`.padEnd(30),
          these.reduce((sum, { found }) => sum + found.length, 0),
        ].join(" "),
      );
    }
  }
  const copies = [...postOffice.arrived.values()];
  const sums = (words: string, count: number): string => `${words}: ${count}`;
  console.log(
    [
      "",
      sums("forms answered with success meanwhile, all there", ledger.acknowledged.size),
      `  answers by status: ${[...ledger.statuses].map(([status, count]) => `${status} × ${count}`).join(", ")}; torn away: ${ledger.lostAnswers}`,
      sums("letters that arrived, each under its own Message-ID", copies.length),
      sums("  of these more than once", copies.filter((one) => one.copies > 1).length),
      sums("times the server ended by itself after its database was lost twice, and was started again", installation.endedByItself),
      sums("seconds after the last kill until all that was queued was done", Math.round(waitedMs / 1000)),
      sums("findings in the end", left.length),
      ...left.slice(0, 40).map(({ check, words }) => `  ${check}: ${words}`),
    ].join("\n"),
  );
}

export function printFaults(faults: readonly { what: string; check: string; isFound: boolean }[]): void {
  console.log("\nControl: each check is shown a fault of its kind");
  for (const { what, check, isFound } of faults) console.log(`  ${isFound ? "found  " : "MISSED "} ${check}: ${what}`);
}
