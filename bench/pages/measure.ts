/** Pages per second and CPU per page of a server process under steady load. */
import { readFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import autocannon from "autocannon";

export interface Measured {
  readonly pagesPerSecond: number;
  /** Of the server's own process, all of its threads; PostgreSQL's is not in it. */
  readonly cpuMsPerPage: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytes: number;
}

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Seconds of CPU that the process has used so far, in user and system time. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

export async function measure(
  pid: number,
  url: string,
  options: { connections: number; seconds: number; cookie?: string },
): Promise<Measured> {
  const load = (duration: number) =>
    autocannon({ url, connections: options.connections, duration, headers: options.cookie ? { cookie: options.cookie } : {} });
  await load(2);
  const before = cpuSeconds(pid);
  const result = await load(options.seconds);
  const cpu = cpuSeconds(pid) - before;
  const pages = result["2xx"];
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no pages, ${result.errors} failed`);
  return {
    pagesPerSecond: pages / result.duration,
    cpuMsPerPage: (1000 * cpu) / pages,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    bytes: Math.round(result.throughput.total / pages),
  };
}

export const medianOf = (all: readonly Measured[]): Measured =>
  all.toSorted((a, b) => a.pagesPerSecond - b.pagesPerSecond)[Math.floor(all.length / 2)]!;
