import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { afterAll, afterEach } from "vitest";
import { withConnection } from "../app/platform/postgres/connection.ts";
import { type Postgres, type PostgresOptions, startPostgres } from "../app/platform/postgres/start-postgres.ts";

/** For tests of the database server itself: a folder of their own, in which servers are started, killed and moved about. */
export function scratchPostgres() {
  const folder = mkdtempSync(path.join(os.tmpdir(), "understory postgres "));
  const started: Postgres[] = [];
  const said: string[] = [];
  afterEach(async () => {
    for (const server of started.splice(0).toReversed()) await server.stop();
    said.length = 0;
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    /** What servers told the operator during this test. */
    said,
    dataDir: path.join(folder, "data"),
    start: async (options: Partial<PostgresOptions> = {}): Promise<Postgres> => {
      const dataDir = path.join(folder, "data");
      const server = await startPostgres({ dataDir, secret: "s".repeat(32), say: (words) => said.push(words), ...options });
      started.push(server);
      return server;
    },
  };
}

export const query = <Row extends pg.QueryResultRow>(config: pg.ClientConfig, text: string): Promise<Row[]> =>
  withConnection(config, async (client) => (await client.query<Row>(text)).rows);

export async function eventually(holds: () => boolean): Promise<void> {
  const until = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > until) throw new Error(`still not true: ${holds.toString()}`);
    await sleep(20);
  }
}
