/** One running PostgreSQL server on a cluster: started here, or found running. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { CannotStart } from "../settings/cannot-start.ts";
import { type Cluster, prepareCluster, socketPort } from "./cluster.ts";
import { isServerOf, parentOf, readPidFile, removeStalePidFile } from "./pid-file.ts";

export interface Postmaster {
  readonly pid: number;
  /** Folder of the Unix socket. */
  readonly host: string;
  /** False when another process of ours started it, and will stop it. */
  readonly isOurs: boolean;
  /** Settles when the server has ended, with how. */
  readonly ended: Promise<string>;
  /** Shuts the server down, if it is ours. */
  stop(): Promise<void>;
}

const startLimitMs = 60_000;
const orphanLimitMs = 20_000;
const leftoverLimitMs = 15_000;
const logLimitBytes = 5_000_000;

/** Attaches to the cluster's server if one runs, and starts one otherwise. */
export async function startOrAttach(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<Postmaster> {
  await endOrphan(cluster);
  const running = await attach(cluster);
  if (running) return running;

  prepareCluster(cluster);
  const until = Date.now() + leftoverLimitMs;
  for (;;) {
    removeStalePidFile(cluster.folder);
    const attempt = await start(cluster, settings);
    if (attempt.postmaster) return attempt.postmaster;
    const other = await attach(cluster); // lost a race against another start
    if (other) return other;
    // After a kill of the server alone, its workers need a moment to notice and to let go of the memory they shared.
    if (!/still in use|shared memory block|lock file .* already exists/.test(attempt.log) || Date.now() > until) {
      const words = attempt.log.trim().slice(-2000);
      throw new CannotStart(`PostgreSQL did not start on ${cluster.folder} (see ${cluster.log}). Its last words:\n${words}`);
    }
    await sleep(100);
  }
}

/** A server whose starter was killed is about to end, or should be: using it would break a moment later. */
async function endOrphan(cluster: Cluster): Promise<void> {
  const file = readPidFile(cluster.folder);
  if (!file || !isServerOf(file.pid, cluster.folder) || !existsSync(cluster.starterFile)) return;
  const [starter, started] = readFileSync(cluster.starterFile, "utf8").split(" ").map(Number);
  const parent = parentOf(file.pid);
  if (started !== file.pid || parent === undefined || parent === starter) return;
  process.kill(file.pid, "SIGINT");
  const until = Date.now() + orphanLimitMs;
  while (isServerOf(file.pid, cluster.folder)) {
    if (Date.now() > until) process.kill(file.pid, "SIGQUIT");
    await sleep(20);
  }
}

async function attach(cluster: Cluster): Promise<Postmaster | undefined> {
  const until = Date.now() + startLimitMs;
  for (;;) {
    const file = readPidFile(cluster.folder);
    if (!file || !isServerOf(file.pid, cluster.folder)) return undefined;
    if (file.isReady) return attached(file.pid, file.host, cluster);
    if (Date.now() > until)
      throw new CannotStart(`The PostgreSQL server of ${cluster.folder} (process ${file.pid}) does not become ready.`);
    await sleep(20);
  }
}

function attached(pid: number, host: string, cluster: Cluster): Postmaster {
  let poll: NodeJS.Timeout | undefined;
  const ended = new Promise<string>((resolve) => {
    poll = setInterval(() => {
      if (isServerOf(pid, cluster.folder)) return;
      clearInterval(poll);
      resolve("was stopped by the process that started it");
    }, 250).unref();
  });
  return {
    pid,
    host,
    isOurs: false,
    ended,
    stop: async () => clearInterval(poll),
  };
}

async function start(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
): Promise<{ postmaster: Postmaster; log?: never } | { postmaster?: never; log: string }> {
  if (existsSync(cluster.log) && statSync(cluster.log).size > logLimitBytes) renameSync(cluster.log, `${cluster.log}.1`);
  const logged = existsSync(cluster.log) ? statSync(cluster.log).size : 0;
  const log = openSync(cluster.log, "a", 0o600);
  const all = {
    listen_addresses: "",
    // A list with commas, so quoted.
    unix_socket_directories: `"${cluster.socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: "0700",
    port: String(socketPort),
    ...settings,
  };
  const [file, ...args] = [
    ...cluster.account.prefix,
    cluster.binaries.program("postgres"),
    "-D",
    cluster.folder,
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
  const child = spawn(file!, args, { ...cluster.account.spawnAs, stdio: ["ignore", log, log] });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with exit code ${code}`));
    child.once("error", (error) => resolve(`could not be run: ${error.message}`));
  });
  let how: string | undefined;
  void ended.then((words) => (how = words));

  const until = Date.now() + startLimitMs;
  for (;;) {
    const pidFile = readPidFile(cluster.folder);
    if (pidFile?.isReady && pidFile.pid === child.pid) break;
    if (how !== undefined) return { log: `${readFileSync(cluster.log).subarray(logged).toString()}\n(it ${how})` };
    if (Date.now() > until) {
      child.kill("SIGQUIT");
      throw new CannotStart(`PostgreSQL did not become ready within ${startLimitMs / 1000} seconds; see ${cluster.log}.`);
    }
    await sleep(10);
  }
  writeFileSync(cluster.starterFile, `${process.pid} ${child.pid}`);
  child.unref();
  return { postmaster: { pid: child.pid, host: cluster.socketFolder, isOurs: true, ended, stop: () => shutDown(child, ended) } };
}

/** A fast shutdown: running statements are cut off, everything committed is on disk. */
async function shutDown(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill("SIGINT");
  const impatience = setTimeout(() => child.kill("SIGQUIT"), startLimitMs);
  await ended;
  clearTimeout(impatience);
}
