/** The database of this process: the built-in server, or one of the operator's own. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Logins, makeLogins } from "./built-in-logins.ts";
import { describeCluster, socketPort } from "./cluster.ts";
import { isAway } from "./connection.ts";
import { keepRunning } from "./keep-running.ts";
import { prepareOwnServer } from "./own-server.ts";
import { startOrAttach } from "./postmaster.ts";

export interface PostgresOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly databaseAppUrl?: string | undefined;
  readonly databasePoolSize?: number;
  readonly secret: string;
  /** The built-in server's database. */
  readonly database?: string;
  /** Parameters of the built-in server beyond ours. */
  readonly serverParameters?: Readonly<Record<string, string>>;
  readonly say?: (sentence: string) => void;
}

export interface Postgres extends Logins {
  readonly isBuiltIn: boolean;
  /** The built-in server's process, at first; undefined for a server of one's own. */
  readonly pid: number | undefined;
  /**
   * Called with one sentence when the built-in server is gone for good: it ended by itself and starting it again once did
   * not help. The process should then stop with exit code 1, for its supervisor to start both.
   */
  onLost(callback: (sentence: string) => void): void;
  /** Shuts the built-in server down, if this process started it; everything committed is on disk. */
  stop(): Promise<void>;
}

/** Sized for a server with one or two gigabytes that also runs Node. Durability stays as PostgreSQL has it: fsync on. */
const parameters = (poolSize: number): Record<string, string> => ({
  // For requests, jobs, the listener, a second process during an upgrade, and a person who looks.
  max_connections: String(Math.max(50, poolSize + 30)),
  shared_buffers: "128MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  random_page_cost: "1.1",
  wal_compression: "on",
  // Compiling costs more than it saves for statements of a few milliseconds.
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_line_prefix: "%m [%p] %u ",
});

/**
 * Makes the database ready for migrations and requests.
 *
 * @throws {import("../settings/cannot-start.ts").CannotStart} one sentence that says what is in the way
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { databaseUrl, databaseAppUrl, secret } = options;
  if (databaseUrl !== undefined) {
    const logins = await prepareOwnServer({ databaseUrl, databaseAppUrl, secret });
    return { ...logins, isBuiltIn: false, pid: undefined, onLost: () => {}, stop: async () => {} };
  }
  const say = options.say ?? ((sentence) => console.error(sentence));
  const cluster = await describeCluster(options.dataDir);
  const serverParameters = { ...parameters(options.databasePoolSize ?? 10), ...options.serverParameters };
  for (let attempt = 1; ; attempt++) {
    const server = await startOrAttach(cluster, serverParameters);
    try {
      const logins = await makeLogins({ host: server.host, port: socketPort }, options.database ?? "understory");
      const kept = keepRunning(server, () => startOrAttach({ ...cluster, socketFolder: server.host }, serverParameters), say);
      return { ...logins, isBuiltIn: true, pid: server.pid, onLost: kept.onLost, stop: kept.stop };
    } catch (error) {
      await server.stop();
      // The process whose server we found was just stopping it.
      if (server.isOurs || !isAway(error) || attempt === 5) throw error;
      await sleep(200);
    }
  }
}
