/**
 * The matching engine beside LEMON and C++, both sides on the same instance files in one run.
 *
 *     npm run bench:matching -- [--quick] [--only lemon,growth] [--sizes 1000,10000] [--limit 300]
 *
 * The instances are made when they are missing (data/scratch/bench-matching, some gigabytes with a million people).
 */
import os from "node:os";
import { parseArgs } from "node:util";
import { againstLemon } from "./matching/against-lemon.ts";
import { candidates } from "./matching/candidates.ts";
import { changes } from "./matching/changes.ts";
import { choices } from "./matching/choices.ts";
import { growth } from "./matching/growth.ts";
import type { Plan } from "./matching/plan.ts";

const sections: Readonly<Record<string, readonly [title: string, measure: (plan: Plan) => Promise<void>]>> = {
  lemon: ["Most good in total, 50 candidates each, a quarter as many mentors", againstLemon],
  changes: ["People come, go and are pinned", changes],
  choices: ["Stable, ranked by both sides", choices],
  candidates: ["From answers to candidates", candidates],
  growth: ["From a thousand to a million", growth],
};

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    sizes: { type: "string" },
    limit: { type: "string", default: "300" },
  },
});

const numbersOf = (text: string): number[] =>
  text.split(",").map((part) => {
    const number = Number(part);
    if (!Number.isInteger(number) || number < 200)
      throw new Error(`--sizes: ${part} is no number of mentees from 200 up, as in 1000,10000.`);
    return number;
  });
const only = options.only?.split(",") ?? Object.keys(sections);
const unknown = only.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) throw new Error(`--only: there is no ${unknown.join(", ")}; there are ${Object.keys(sections).join(", ")}.`);
const limit = Number(options.limit);
if (!(limit > 0)) throw new Error(`--limit: ${options.limit} is no number of seconds.`);

const sizes = options.sizes ? numbersOf(options.sizes) : options.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000];
const plan: Plan = {
  sizes,
  stress: (mentees) => mentees >= 10_000 || sizes.length === 1,
  growth: options.sizes ? sizes : options.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 200_000, 1_000_000],
  changes: options.quick ? 10_000 : 100_000,
  choices: options.quick ? 100_000 : 1_000_000,
  candidates: options.quick ? 10_000 : 100_000,
  limit,
};

const load = () =>
  os
    .loadavg()
    .map((one) => one.toFixed(2))
    .join(" ");
console.log(`${os.cpus().length} × ${os.cpus()[0]!.model}, Node ${process.version}, load of the machine at the beginning ${load()}`);
console.log(`Whoever needs more than ${limit} s is stopped, and the table says so with >.`);
try {
  for (const name of only) {
    const [title, measure] = sections[name]!;
    console.log(`\n${title}\n`);
    await measure(plan);
  }
} catch (error) {
  console.error(`\nbench:matching failed: ${(error as Error).message}`);
  process.exitCode = 1;
}
console.log(`\nload of the machine at the end ${load()}`);
