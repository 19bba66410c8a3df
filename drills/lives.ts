/**
 * A hundred thousand changes of relationships, twenty at once, each in a transaction of its own on a PostgreSQL of the drill's own;
 * after every few hundred the history of each relationship is replayed by the simple model of testing/lives and must explain its state,
 * with nothing after an end and each change told once.
 *
 *     npm run drill:lives -- [--commands 100000] [--at-once 20] [--relationships 5] [--seed 1]
 */
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { connect, migrate } from "../app/platform/database.ts";
import { startPostgres } from "../app/platform/postgres/start-postgres.ts";
import { randomFrom } from "../testing/invented-people.ts";
import { walkAtOnce, walkersOn } from "../testing/lives/walk.ts";

const { values: options } = parseArgs({
  options: {
    commands: { type: "string", default: "100000" },
    "at-once": { type: "string", default: "20" },
    relationships: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
  },
});
const [commands, atOnce, relationships, seed] = [options.commands, options["at-once"], options.relationships, options.seed].map(Number) as [
  number,
  number,
  number,
  number,
];
// Long enough for whole lives, and not much longer.
const eachWalk = 100 * relationships;
const random = randomFrom(seed);
const begin = Date.now();

const dataDir = mkdtempSync(path.join(os.tmpdir(), "drill-lives-"));
const postgres = await startPostgres({
  dataDir,
  secret: "",
  databasePoolSize: atOnce + 2,
  // What is kept of it is looked at while it runs, and must not outlive it.
  serverParameters: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
});
const owner = connect({ ...postgres.ownerConfig, max: 2 });
await migrate(owner, path.resolve("db/migrations"), postgres.appConfig.user);
await owner.destroy();
const db = connect({ ...postgres.appConfig, max: atOnce });
try {
  const walkers = await walkersOn(db, random);
  let [tried, done] = [0, 0];
  while (tried < commands) {
    const now = Math.min(eachWalk, commands - tried);
    done += await walkAtOnce(walkers, { commands: now, atOnce, relationships, random });
    tried += now;
    if (tried % (20 * eachWalk) === 0 || tried === commands)
      console.log(`${((Date.now() - begin) / 1000).toFixed(0).padStart(5)} s  ${tried} commands, ${done} done, ${tried - done} refused`);
  }
  console.log("Every history explains its state; nothing followed an end; each change was told once.");
} finally {
  await db.destroy();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
