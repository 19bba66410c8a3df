/**
 * Kills the server and PostgreSQL with `kill -9`, again and again, in the middle of imports and of publishing, and looks at what is left.
 *
 *     npm run drill:kill -- [--times 20] [--rows 2000] [--seed 1] [--control]
 *
 * Every run ends with a control: each check is shown a fault of its kind. `--control` does the kills to a build whose transactions do
 * not hold, and succeeds only if the checks find it out. Nothing is sent anywhere: the mail server is the drill's own.
 */
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { breakBuild, breakDatabase } from "./kill/broken-build.ts";
import { makeProgram, setUp } from "./kill/coordinator.ts";
import { Installation } from "./kill/installation.ts";
import { Ledger } from "./kill/ledger.ts";
import { showFaults } from "./kill/planted-faults.ts";
import { PostOffice } from "./kill/post-office.ts";
import { printFaults, printTrials } from "./kill/print-result.ts";
import { Rehearsal } from "./kill/rehearsal.ts";
import type { Trial, Victim, Work } from "./kill/trial.ts";
import { randomFrom } from "../testing/invented-people.ts";

const { values: options } = parseArgs({
  options: {
    times: { type: "string", default: "20" },
    rows: { type: "string", default: "2000" },
    pairs: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    port: { type: "string", default: "39117" },
    control: { type: "boolean", default: false },
  },
});
const times = Number(options.times);
const random = randomFrom(Number(options.seed));
const begin = Date.now();
const say = (words: string): void => console.log(`${((Date.now() - begin) / 1000).toFixed(0).padStart(5)} s  ${words}`);

const postOffice = new PostOffice();
const broken = options.control ? breakBuild(path.resolve("dist")) : undefined;
const installation = new Installation({
  folder: mkdtempSync(path.join(os.tmpdir(), "drill-kill-")),
  port: Number(options.port),
  main: broken?.main ?? path.resolve("dist/main.js"),
  smtpUrl: await postOffice.open(),
});
let isWell = false;
try {
  await installation.recover();
  const { ruth, organizationId } = await setUp(installation);
  if (broken) await breakDatabase(installation);
  const ledger = new Ledger(ruth, organizationId);
  const program = await makeProgram(ruth, organizationId, "Rounds");
  const rehearsal = new Rehearsal({
    installation,
    ruth,
    ledger,
    organizationId,
    program,
    rows: Number(options.rows),
    pairs: Number(options.pairs),
    say,
  });
  await rehearsal.prepare(2 * times);

  const trials: Trial[] = [];
  // PostgreSQL twice in a row: the first time the server starts it again, the second time it ends, and both are started afresh.
  const kinds: readonly [Work, Victim][] = [
    ["import", "server"],
    ["publish", "server"],
    ["import", "PostgreSQL"],
    ["publish", "PostgreSQL"],
  ];
  for (let index = 0; index < times; index++) {
    for (const [work, victim] of kinds) {
      const trial = await rehearsal.run(work, victim, (index + random()) / times);
      trials.push(trial);
      for (const { check, words } of trial.found) say(`${check}: ${words}`);
    }
    say(`${trials.length} of ${4 * times} kills; the server ended by itself ${installation.endedByItself} times`);
  }

  say("waiting until everything that was queued is done");
  const { violations: left, waitedMs } = await rehearsal.settle(postOffice);
  printTrials(trials, { left, waitedMs, installation, ledger, postOffice });
  const findings = trials.flatMap(({ found }) => found).length + left.length;
  if (options.control) {
    isWell = findings > 0;
    console.log(
      isWell
        ? `\nThe control is found out (${findings} findings), as it must be.`
        : "\nTHE CONTROL WAS NOT FOUND OUT: this drill proves nothing.",
    );
  } else {
    const faults = await showFaults(installation, rehearsal.expected);
    printFaults(faults);
    isWell = findings === 0 && faults.every(({ isFound }) => isFound);
  }
  await installation.stop();
} finally {
  await installation.stop();
  await postOffice.close();
  broken?.remove();
  if (isWell) installation.remove();
  else console.log(`What the server said, and its data: ${installation.dataDir}/..`);
}
process.exit(isWell ? 0 : 1);
