/**
 * The story with given real files, in a real browser, from an empty database to a relationship that begins; and then the questions:
 * is any must broken, is the total the best there is (another solver says so), and does a second run give the same.
 *
 *     npm run drill:real -- <mentors.csv> <mentees.csv>
 *
 * The files are in the layout in which a government department keeps its mentoring scheme. Nothing is sent: without a mail server
 * letters are kept.
 */
import { existsSync, mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { launch } from "../testing/chromium.ts";
import { Installation } from "./kill/installation.ts";
import { bestTotal } from "./real-files/best-total.ts";
import { readDepartment } from "./real-files/department-market.ts";
import { accept, importFile, publish, runRound, setCriteria, setUpProgram } from "./real-files/coordinator-in-browser.ts";

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "2027" },
    port: { type: "string", default: "39127" },
    keep: { type: "boolean", default: false },
  },
});
const [mentorsFile = "", menteesFile = ""] = positionals;
if (!existsSync(mentorsFile) || !existsSync(menteesFile)) {
  console.error("Say which files: npm run drill:real -- <mentors.csv> <mentees.csv>");
  process.exit(2);
}

let isWell = true;
function check(holds: boolean, words: string): void {
  console.log(`${holds ? "✓" : "✗"} ${words}`);
  isWell &&= holds;
}
const begin = performance.now();
const tell = (words: string): void => console.log(`${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s  ${words}`);

const installation = new Installation({
  folder: mkdtempSync(path.join(os.tmpdir(), "drill-real-")),
  port: Number(options.port),
  main: path.resolve("dist/main.js"),
});
const browser = await launch();
const newPage = async () => (await browser.newContext({ baseURL: installation.url, locale: "en-GB" })).newPage();

interface Pair {
  readonly mentee: string;
  readonly mentor: string;
  readonly weight: number;
  readonly offerId: string | null;
}
const pairsOf = (board: string): Promise<Pair[]> =>
  installation.asSuperuser(async (client) => {
    const { rows } = await client.query<Pair>(
      `select lower(e.email) as mentee, lower(r.email) as mentor, weight, (select o.id from offer o where o.round_id = p.round_id and o.mentee_id = p.mentee_id) as "offerId"
       from round_pair p join participant a on a.id = p.mentee_id join participant b on b.id = p.mentor_id
       join auth.person e on e.id = a.person_id join auth.person r on r.id = b.person_id where p.round_id = $1 order by 1`,
      [board.split("/").at(-1)],
    );
    return rows;
  });
const one = async <T>(statement: string, values: unknown[] = []): Promise<T | undefined> =>
  installation.asSuperuser(async (client) => (await client.query<T & object>(statement, values)).rows[0]);

async function linkTo(address: string): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const letter = await one<{ text_body: string }>(`select text_body from letter where to_address = $1 and kind = 'offer'`, [address]);
    const link = letter?.text_body.match(/https?:\/\/\S+\/join\/\S+/)?.[0];
    if (link) return link;
    await sleep(100);
  }
  throw new Error(`no letter came for ${address}`);
}

try {
  await installation.recover();
  const ruth = await newPage();
  const program = await setUpProgram(ruth, await installation.setUpPath());
  tell("set up, and a program made");
  let corrections = 0;
  for (const [role, file] of [["Mentors", mentorsFile] as const, ["Mentees", menteesFile] as const]) {
    const imported = await importFile(ruth, program, role, path.resolve(file));
    corrections += imported.corrections;
    tell(`${role}: ${imported.said}; ${imported.corrections} guesses changed by hand`);
    console.log(
      Object.entries(imported.taken)
        .map(([header, taken]) => `          ${header} → ${taken}`)
        .join("\n"),
    );
  }
  check(corrections <= 2, `${corrections} corrections by hand, two at the most`);
  await setCriteria(ruth, program);
  tell("two musts and two shoulds set");
  const board = await runRound(ruth, program, Number(options.seed));
  tell("the round is run and proven");

  const market = readDepartment(mentorsFile, menteesFile);
  const pairs = await pairsOf(board);
  const worths = pairs.map(({ mentee, mentor }) => market.worth(mentee, mentor));
  check(pairs.length > 0, `${pairs.length} pairs of ${market.mentees.length} mentees and ${market.mentors.length} mentors`);
  check(
    worths.every((worth) => worth !== undefined),
    `${worths.filter((worth) => worth === undefined).length} broken must rules, worked out from the files`,
  );
  check(
    pairs.every(({ weight }, index) => weight === worths[index]),
    "every pair is worth what the files say",
  );
  check(new Set(pairs.map(({ mentor }) => mentor)).size === pairs.length, "no mentor has more than her one place");
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const best = await bestTotal(market);
  check(total === best.total, `the total is ${total}; HiGHS finds ${best.total} among ${best.candidates} candidates`);
  tell("compared with HiGHS");

  const again = await pairsOf(await runRound(ruth, program, Number(options.seed)));
  check(JSON.stringify(again) === JSON.stringify(pairs), "a second run with the same seed gives the same pairs");

  await publish(ruth, board);
  tell("published");
  const published = await pairsOf(board);
  check(
    published.every(({ offerId }) => offerId !== null),
    `${published.length} offers, one for each pair`,
  );
  const first = published[0]!;
  const [mentee, mentor] = [await newPage(), await newPage()];
  await accept(mentee, await linkTo(first.mentee));
  await mentee
    .getByText(/You said yes/)
    .first()
    .waitFor();
  await accept(mentor, await linkTo(first.mentor));
  await mentor.getByText("How to reach each other").first().waitFor();
  check(
    (await mentor.locator("main").innerText()).includes(first.mentee),
    `${first.mentee} and ${first.mentor} begin, and see how to reach each other`,
  );
  const begun = await one<{ n: number }>("select count(*)::int as n from relationship where state = 'active'");
  check(begun?.n === 1, "one relationship has begun");
  const unsent = await one<{ n: number }>("select count(*)::int as n from letter where state not in ('kept', 'queued')");
  check(unsent?.n === 0, "no letter left this machine");
  tell("the end of the story");
} finally {
  await browser.close();
  await installation.stop();
  if (isWell && !options.keep) installation.remove();
  else console.log(`What the server said, and its data: ${installation.dataDir}/..`);
}
process.exit(isWell ? 0 : 1);
