/** How much memory processes have had at most since they were last asked (Linux only). */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Megabytes; 0 where the process is gone. */
function highWater(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000);
  } catch {
    return 0;
  }
}

/** Counts anew from here on. Where the system does not let us, the figures are those since the start. */
function forgetHighWater(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // It is gone, or not ours to reset.
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === parent;
      } catch {
        return false;
      }
    });
}

export interface Peak {
  readonly serverMegabytes: number;
  /** The largest process of PostgreSQL, with the memory that they share. */
  readonly postgresMegabytes: number;
}

export class MemoryWatch {
  readonly #server: number;
  readonly #postmaster: number;

  constructor(server: number, postmaster: number) {
    this.#server = server;
    this.#postmaster = postmaster;
  }

  begin(): void {
    for (const pid of [this.#server, ...childrenOf(this.#postmaster)]) forgetHighWater(pid);
  }

  peak(): Peak {
    return {
      serverMegabytes: highWater(this.#server),
      postgresMegabytes: Math.max(0, ...childrenOf(this.#postmaster).map(highWater)),
    };
  }
}
