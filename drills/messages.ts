/**
 * Kills the server and PostgreSQL with `kill -9`, again and again, while people write to each other, and looks at what is left: every
 * message that was acknowledged is there, once, in the order in which it was said, and was heard by who listened.
 *
 *     npm run drill:messages -- [--times 10] [--conversations 20] [--seed 1] [--control]
 *
 * Every run ends with faults that are planted in the books and must be found. `--control` kills a database that answers before what
 * it answers is on disk, and succeeds only if messages are found to be lost.
 */
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { randomFrom } from "../testing/invented-people.ts";
import { makeProgram, setUp } from "./kill/coordinator.ts";
import { Installation } from "./kill/installation.ts";
import { faultsOf, type KeptMessage, plantedFaults } from "./messages/account.ts";
import { makeConversations } from "./messages/conversations.ts";
import { PeopleAtWork } from "./messages/people-at-work.ts";

const { values: options } = parseArgs({
  options: {
    times: { type: "string", default: "10" },
    conversations: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    port: { type: "string", default: "39157" },
    control: { type: "boolean", default: false },
  },
});
const times = Number(options.times);
const random = randomFrom(Number(options.seed));
const begin = Date.now();
const say = (words: string): void => console.log(`${((Date.now() - begin) / 1000).toFixed(0).padStart(5)} s  ${words}`);

const installation = new Installation({
  folder: mkdtempSync(path.join(os.tmpdir(), "drill-messages-")),
  port: Number(options.port),
  main: path.resolve("dist/main.js"),
});
let isWell = false;
try {
  await installation.recover();
  const { ruth, organizationId } = await setUp(installation);
  const program = await makeProgram(ruth, organizationId, "Words");
  const conversations = await makeConversations(installation, program, Number(options.conversations));
  if (options.control) await installation.asSuperuser((client) => client.query("alter system set synchronous_commit = off"));
  if (options.control) await installation.asSuperuser((client) => client.query("select pg_reload_conf()"));

  const people = new PeopleAtWork(installation.url, conversations, random);
  const waits: number[] = [];
  for (let time = 0; time < times; time++)
    for (const victim of ["server", "PostgreSQL"] as const) {
      await sleep(1000 + random() * 2000);
      const before = people.acknowledged.length;
      if (victim === "server") await installation.killServer();
      else installation.killPostgres();
      // It answers from its memory of being well for a moment.
      await sleep(300);
      waits.push(await installation.recover());
      say(`${victim} killed after ${before} messages were acknowledged; it answers again after ${waits.at(-1)} ms`);
    }
  await sleep(2000);
  await people.rest();
  const kept = await installation.asSuperuser(
    async (client) =>
      (
        await client.query<KeptMessage>(
          `select relationship_id as "relationshipId", sent_key as key, number::int from message order by relationship_id, number`,
        )
      ).rows,
  );
  await people.listenToTheEnd(kept.length);

  const { acknowledged, heard, retries, repeats, reconnects } = people;
  const books = { acknowledged, kept, heard };
  const faults = faultsOf(books);
  say(`${conversations.length} conversations, ${2 * times} kills, ${installation.endedByItself} times the server ended by itself`);
  say(`${acknowledged.length} messages acknowledged, ${kept.length} kept, ${heard.length} heard`);
  say(`${retries} sent again since no answer came, ${repeats} once more after one had come; lines were made anew ${reconnects} times`);
  const counts = Object.entries(Object.groupBy(faults, ({ check }) => check)).map(([check, all]) => `${check}: ${all.length} faults`);
  for (const { check, words } of faults.slice(0, 20)) say(`${check}: ${words}`);
  say(faults.length === 0 ? "nothing is lost, doubled or out of order" : counts.join("; "));
  if (options.control) {
    isWell = faults.some(({ check }) => check === "nothing acknowledged is lost");
    console.log(isWell ? "\nThe control is found out, as it must be." : "\nTHE CONTROL WAS NOT FOUND OUT: this drill proves nothing.");
  } else {
    const planted = plantedFaults(books);
    for (const { what, check, isFound } of planted) console.log(`${isFound ? "found" : "NOT FOUND"}  ${what} (${check})`);
    isWell = faults.length === 0 && planted.every(({ isFound }) => isFound);
  }
} finally {
  await installation.stop();
  if (isWell) installation.remove();
  else console.log(`What the server said, and its data: ${installation.dataDir}/..`);
}
process.exit(isWell ? 0 : 1);
