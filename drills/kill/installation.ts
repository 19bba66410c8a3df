/** A real installation in processes of its own: the built server, its PostgreSQL, and somebody who starts it again when it ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync, rmSync, type WriteStream } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { isAway, withConnection } from "../../app/platform/postgres/connection.ts";

export interface InstallationOptions {
  readonly folder: string;
  readonly port: number;
  /** The built server. */
  readonly main: string;
  readonly smtpUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** In front of the server's own arguments, for Node: `--cpu-prof`. */
  readonly nodeOptions?: readonly string[];
}

export class Installation {
  readonly url: string;
  readonly #options: InstallationOptions;
  readonly #log: WriteStream;
  #process: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #said = "";
  /** How often it ended by itself, with another exit code than 0, and was started again. */
  endedByItself = 0;

  constructor(options: InstallationOptions) {
    this.#options = options;
    this.url = `http://127.0.0.1:${options.port}`;
    mkdirSync(options.folder, { recursive: true });
    this.#log = createWriteStream(path.join(options.folder, "server.log"), { flags: "a" });
    // Whoever breaks the drill off leaves no server behind; its PostgreSQL ends with it.
    process.once("exit", () => this.#process?.kill("SIGKILL"));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  }

  get dataDir(): string {
    return path.join(this.#options.folder, "data");
  }

  get serverPid(): number {
    if (!this.#process?.pid) throw new Error("the server does not run");
    return this.#process.pid;
  }

  get isRunning(): boolean {
    return this.#process !== undefined && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** The link that the server prints as long as nobody has set it up; it answers a moment before it prints. */
  async setUpPath(): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const found = /\/set-up\?token=\S+/.exec(this.#said)?.[0];
      if (found) return found;
      await sleep(50);
    }
    throw new Error(`the server printed no link to set it up:\n${this.#said}`);
  }

  #spawn(): void {
    const { main, port, smtpUrl, env, nodeOptions = [] } = this.#options;
    const child = spawn(process.execPath, [...nodeOptions, "--enable-source-maps", main], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        DATA_DIR: this.dataDir,
        PORT: String(port),
        ...(smtpUrl && { SMTP_URL: smtpUrl }),
        ...env,
      },
    });
    const hear = (words: Buffer): void => {
      this.#said = (this.#said + words.toString()).slice(-20_000);
      this.#log.write(words);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    this.#process = child;
    this.#ended = new Promise((resolve) => child.once("exit", () => resolve()));
  }

  async #isHealthy(): Promise<boolean> {
    try {
      const { status } = await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(3000) });
      return status === 200;
    } catch {
      return false;
    }
  }

  /**
   * Waits until it answers well, starting the server whenever it has ended, as a supervisor does. Returns how long that took,
   * in milliseconds.
   */
  async recover(limitMs = 90_000): Promise<number> {
    const from = Date.now();
    let tries = 0;
    while (!(this.isRunning && (await this.#isHealthy()))) {
      if (!this.isRunning) {
        if (++tries > 5) throw new Error(`the server does not start:\n${this.#said.slice(-3000)}`);
        if (this.#process && this.#process.exitCode !== null && this.#process.exitCode !== 0) this.endedByItself++;
        this.#spawn();
      }
      if (Date.now() - from > limitMs) throw new Error(`the server is not healthy after ${limitMs} ms:\n${this.#said.slice(-3000)}`);
      await sleep(30);
    }
    return Date.now() - from;
  }

  async killServer(): Promise<void> {
    process.kill(this.serverPid, "SIGKILL");
    await this.#ended;
  }

  /** The postmaster, without a word to its workers. */
  killPostgres(): void {
    const pid = Number(readFileSync(path.join(this.dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
  }

  /** A connection that sees everything, past row-level security. Right after a kill it may take a few tries. */
  async asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const server = { host: path.join(this.dataDir, "run"), port: 5432, user: "postgres", database: "understory" };
    for (let tries = 1; ; tries++) {
      try {
        return await withConnection(server, work);
      } catch (error) {
        if (tries === 20 || !isAway(error)) throw error;
        await sleep(250);
        await this.recover();
      }
    }
  }

  async stop(): Promise<void> {
    if (this.isRunning) {
      process.kill(this.serverPid, "SIGTERM");
      await this.#ended;
    }
  }

  remove(): void {
    this.#log.end();
    rmSync(this.#options.folder, { recursive: true, force: true });
  }
}
