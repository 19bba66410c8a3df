/** The folder that holds the built-in server's data, and everything that must be true before the server starts on it. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { CannotStart } from "../settings/cannot-start.ts";
import { type Account, findAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";

export interface Cluster {
  readonly folder: string;
  readonly log: string;
  /** Who started the running server: `<pid of the starter> <pid of the server>`. */
  readonly starterFile: string;
  readonly socketFolder: string;
  readonly account: Account;
  readonly binaries: Binaries;
}

/** The name of the login that initdb makes; reachable through the socket only, which only this account can open. */
export const superuser = "postgres";
/** Names the socket file only; no TCP port is opened. */
export const socketPort = 5432;

/** Describes the cluster in `dataDir/postgres`; makes the folders around it, but touches no data. */
export async function describeCluster(dataDir: string): Promise<Cluster> {
  const home = path.resolve(dataDir);
  try {
    mkdirSync(home, { recursive: true });
  } catch (error) {
    throw new CannotStart(`DATA_DIR: the folder ${home} cannot be made (${(error as Error).message}).`);
  }
  const binaries = await findBinaries();
  const account = findAccount(binaries.program("postgres"), home);
  return {
    folder: path.join(home, "postgres"),
    log: path.join(home, "postgres.log"),
    starterFile: path.join(home, "postgres.starter"),
    socketFolder: socketFolder(home),
    account,
    binaries,
  };
}

/** The path of a Unix socket has at most 107 bytes; beyond that a folder under /tmp stands in. */
function socketFolder(home: string): string {
  const near = path.join(home, "run");
  if (Buffer.byteLength(near) + `/.s.PGSQL.${socketPort}`.length <= 107) return near;
  return path.join(os.tmpdir(), `understory-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`);
}

/** Makes the cluster if there is none; sees to it that the server's account owns it. Not while the server runs. */
export function prepareCluster(cluster: Cluster): void {
  if (existsSync(path.join(cluster.folder, "PG_VERSION"))) {
    assertSameVersion(cluster);
    own(cluster.folder, cluster.account);
  } else {
    initialize(cluster);
  }
  prepareSocketFolder(cluster);
}

function assertSameVersion({ folder, binaries }: Cluster): void {
  const made = readFileSync(path.join(folder, "PG_VERSION"), "utf8").trim();
  if (made === String(binaries.majorVersion)) return;
  throw new CannotStart(
    `${folder} was made by PostgreSQL ${made}, and this version of Understory brings ${binaries.majorVersion}: ` +
      `go back to the version before, export the data there, and import them here.`,
  );
}

/** Gives the cluster to the server's account, its top folder last: an interrupted change is taken up again. */
function own(folder: string, { owner }: Account): void {
  const now = statSync(folder);
  if (!owner) {
    const me = process.getuid?.();
    if (me !== undefined && now.uid !== me) {
      throw new CannotStart(
        `${folder} belongs to another account (number ${now.uid}): start Understory as that account, or give it the folder: chown -R ${me} '${path.dirname(folder)}'.`,
      );
    }
    return;
  }
  if (now.uid === owner.uid && now.gid === owner.gid) return;
  try {
    for (const entry of readdirSync(folder, { recursive: true })) lchownSync(path.join(folder, String(entry)), owner.uid, owner.gid);
    chownSync(folder, owner.uid, owner.gid);
  } catch (error) {
    throw new CannotStart(
      `The files of the database in ${folder} cannot be given to account number ${owner.uid}, as which PostgreSQL must run (${(error as Error).message}): ` +
        `start Understory from an account of its own, or set DATABASE_URL.`,
    );
  }
}

/** initdb works beside and is renamed into place: half a cluster is never taken for a whole one. */
function initialize({ folder, account, binaries }: Cluster): void {
  for (const name of readdirSync(path.dirname(folder))) {
    const maker = /^postgres\.new-(\d+)$/.exec(name)?.[1];
    if (maker && !existsSync(`/proc/${maker}`)) rmSync(path.join(path.dirname(folder), name), { recursive: true });
  }
  const fresh = `${folder}.new-${process.pid}`;
  mkdirSync(fresh, { mode: 0o700 });
  try {
    if (account.owner) chownSync(fresh, account.owner.uid, account.owner.gid);
    const [file, ...args] = [
      ...account.prefix,
      binaries.program("initdb"),
      `--pgdata=${fresh}`,
      `--username=${superuser}`,
      "--auth=trust",
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--data-checksums",
      "--no-instructions",
    ];
    const made = spawnSync(file, args, { ...account.spawnAs, encoding: "utf8" });
    if (made.status !== 0) throw new Error(made.stderr || made.error?.message || `ended with ${made.status ?? made.signal}`);
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Of two first starts at once, the other was first.
    if (existsSync(path.join(folder, "PG_VERSION"))) return;
    throw new CannotStart(`The database could not be made in ${folder}: ${(error as Error).message.trim()}`);
  }
}

/** Whoever may open the socket is let in: the folder must be ours, and closed to everybody else. */
function prepareSocketFolder({ folder: cluster, socketFolder: folder, account }: Cluster): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const now = lstatSync(folder);
  const me = process.getuid?.();
  // Under /tmp anybody may have made it before us.
  const isInside = path.dirname(folder) === path.dirname(cluster);
  const isOurs = now.isDirectory() && (isInside || me === undefined || [me, account.owner?.uid].includes(now.uid));
  if (!isOurs || (now.mode & 0o077) !== 0) {
    throw new CannotStart(`${folder} must be a folder that only this account may open; remove it, or set DATA_DIR to a shorter path.`);
  }
  if (account.owner) chownSync(folder, account.owner.uid, account.owner.gid);
}
