/** What PostgreSQL writes down about a running server, and whether that is still true. */
import { readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";

export interface PidFile {
  readonly pid: number;
  /** Folder of the socket. */
  readonly host: string;
  readonly isReady: boolean;
}

const pathOf = (cluster: string) => path.join(cluster, "postmaster.pid");

export function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(pathOf(cluster), "utf8").split("\n");
    return { pid: Number(lines[0]), host: lines[4] ?? "", isReady: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A process may have ended and still be listed, because its parent never asked how: usual in containers. */
const isAlive = (pid: number): boolean => isListed(pid) && !statusOf(pid)?.includes("State:\tZ");

function statusOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return undefined;
  }
}

/** Whether `pid` runs in the cluster's folder, as its server does; undefined when that cannot be known. */
function runsIn(pid: number, cluster: string): boolean | undefined {
  if (!isAlive(pid)) return false;
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return isAlive(pid) ? undefined : false;
  }
}

/** Is `pid` the server of this cluster, and not another program that was given the same number since? */
export const isServerOf = (pid: number, cluster: string): boolean => runsIn(pid, cluster) ?? process.platform !== "linux";

/**
 * Removes a pid file whose number is another program's by now (usual after a restart of a container) or a dead one's, and
 * over which PostgreSQL would refuse to start. One that might still be true is left: PostgreSQL judges it better.
 */
export function removeStalePidFile(cluster: string): void {
  const file = readPidFile(cluster);
  if (!file || !isListed(file.pid) || runsIn(file.pid, cluster) !== false) return;
  // A killed server's workers live a moment longer than it; the file keeps the next server from writing beside them.
  const isEmpty = readdirSync("/proc").every((name) => !/^\d+$/.test(name) || runsIn(Number(name), cluster) !== true);
  if (isEmpty) rmSync(pathOf(cluster), { force: true });
}

/** The process that started `pid`, or another once that is gone; undefined where it cannot be known. */
export function parentOf(pid: number): number | undefined {
  const parent = /^PPid:\s*(\d+)/m.exec(statusOf(pid) ?? "")?.[1];
  return parent === undefined ? undefined : Number(parent);
}
