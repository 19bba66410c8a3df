import path from "node:path";
import { instanceFolder } from "./instance-files.ts";
import { type Plan, made } from "./plan.ts";
import { compile, isStopped, run, runScript } from "./programs.ts";
import { milliseconds, Table, times, whole } from "./table.ts";

export type Chosen = {
  readonly matched: number;
  readonly proposals: number;
  /** Made of all pairs: there is one matching that is best for all mentees, so both sides must find the same. */
  readonly fingerprint: number;
  readonly solveMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
};

/** Deferred acceptance with ten choices each, beside a C++ program that does the same in the same way. */
export async function choices(plan: Plan): Promise<void> {
  const mentees = plan.choices;
  const file = await made(path.join(instanceFolder, `choices-${mentees}-v1.ranked`), "make-choices.ts", [String(mentees)]);
  console.log("From ranks beside the pairs to the mentor of each mentee: sorting the lists, proposing, reading the outcome.");
  console.log("Median of five runs after one to warm up, on both sides; the engine's result is checked for stability.\n");
  const table = new Table([
    ["deferred acceptance", 26],
    ["ms", 8],
    ["CPU ms", 8],
    ["MB", 6],
    ["proposals", 10],
    ["ns a proposal", 13],
  ]);
  const row = (name: string, answer: Chosen): void =>
    table.row(
      name,
      milliseconds(answer.solveMs),
      milliseconds(answer.cpuMs),
      whole(answer.peakMb),
      whole(answer.proposals),
      whole((1e6 * answer.cpuMs) / answer.proposals),
    );
  const ours = await runScript<Chosen>("solve-choices.ts", [file], plan.limit);
  if (isStopped(ours)) throw new Error(`deferred acceptance of ${whole(mentees)} took more than ${plan.limit} s.`);
  row(`engine, ${whole(mentees)} × 10`, ours);
  const twin = await compile("deferred-acceptance.cpp", []);
  if ("missing" in twin) {
    console.log(`The program in C++ is left out: ${twin.missing}.`);
    return;
  }
  const theirs = await run<Chosen>(twin.program, [file], plan.limit);
  if (isStopped(theirs)) throw new Error(`the program in C++ took more than ${plan.limit} s.`);
  row("C++", theirs);
  for (const what of ["matched", "proposals", "fingerprint"] as const) {
    if (ours[what] !== theirs[what]) throw new Error(`deferred acceptance: ${what} is ${ours[what]} here and ${theirs[what]} in C++.`);
  }
  console.log(`the engine takes ${times(ours.solveMs / theirs.solveMs)} as long, ${times(ours.cpuMs / theirs.cpuMs)} the CPU`);
}
