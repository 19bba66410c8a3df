import { readFileSync } from "node:fs";

/** The most memory that this process ever had, workers and all; `getrusage` would count what the parent had before it started us. */
export function peakMegabytes(): number {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))!;
  return Number(kilobytes) / 1024;
}

/** Milliseconds of the processor that this process used so far, with its helpers that compile and clean up. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);

/** The value that `share` of the values do not exceed. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}
