import { parseArgs } from "node:util";
import { Failure } from "./failure.ts";

export const help = `Matches mentees with mentors from two spreadsheets, exactly, and proves it.

  understory-match --mentors mentors.csv --mentees mentees.csv --rules rules.json --out pairs.csv

What goes in
  --mentors FILE       people with places to give, as CSV
  --mentees FILE       people who want one place each, as CSV
  --rules FILE         which columns count, and how (JSON; see the README)
  --encoding NAME      of both spreadsheets, where it is not recognized

What comes out
  --out FILE           the pairs, with strength and reasons
  --unmatched FILE     who has nobody, and why      (default: beside the pairs, *.unmatched.csv)
  --certificate FILE   what proves the matching     (default: beside the pairs, *.certificate.json)

Other things to do with the same files
  --suggest-rules      write a first rules file, to --rules if there is none yet, otherwise to the screen
  --explain ID         explain one person's place in the matching; writes no files unless --out is given
  --check FILE         verify a certificate; writes no files

How
  --seed TEXT          decides between equally good matchings (default: what the rules say)
  --threads NUMBER     for weighing large markets (default: 2)
  --quiet              no progress, no summary
  --help, --version

Exit codes: 0 done, 2 wrong usage, 3 something wrong in a file, 4 not proven, 130 interrupted.
`;

const options = {
  mentors: { type: "string" },
  mentees: { type: "string" },
  rules: { type: "string" },
  encoding: { type: "string" },
  out: { type: "string" },
  unmatched: { type: "string" },
  certificate: { type: "string" },
  "suggest-rules": { type: "boolean" },
  explain: { type: "string" },
  check: { type: "string" },
  seed: { type: "string" },
  threads: { type: "string" },
  quiet: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

export type Command = {
  readonly kind: "match" | "suggest" | "check";
  readonly mentors: string;
  readonly mentees: string;
  /** Missing only for `suggest`. */
  readonly rules: string | undefined;
  readonly encoding: string | undefined;
  readonly out: { readonly pairs: string; readonly unmatched: string; readonly certificate: string } | undefined;
  readonly explain: string | undefined;
  readonly check: string;
  readonly seed: string | undefined;
  readonly threads: number;
  readonly quiet: boolean;
};

/** @throws {Failure} with what to write instead */
export function readCommandLine(args: readonly string[]): Command | "help" | "version" {
  const given = parse(args);
  if (given.help) return "help";
  if (given.version) return "version";
  const kind = given["suggest-rules"] ? "suggest" : given.check === undefined ? "match" : "check";
  const { mentors, mentees, rules, out } = given;
  if (mentors === undefined) throw usage("--mentors FILE is missing: the spreadsheet of the mentors.");
  if (mentees === undefined) throw usage("--mentees FILE is missing: the spreadsheet of the mentees.");
  if (rules === undefined && kind !== "suggest") throw usage("--rules FILE is missing. Make a first one with --suggest-rules.");
  if (out === undefined && kind === "match" && given.explain === undefined) throw usage("--out FILE is missing: where to write the pairs.");
  if (kind !== "match" && (out !== undefined || given.explain !== undefined))
    throw usage("--suggest-rules and --check go alone, without --out and --explain.");
  const stem = out?.replace(/\.csv$/i, "");
  const files =
    out === undefined
      ? undefined
      : { pairs: out, unmatched: given.unmatched ?? `${stem}.unmatched.csv`, certificate: given.certificate ?? `${stem}.certificate.json` };
  const written = files ? Object.values(files) : [];
  const clash = written.find((file, at) => [mentors, mentees, rules].includes(file) || written.indexOf(file) !== at);
  if (clash !== undefined)
    throw usage(`${clash} is named twice. What is read is never overwritten, and each file needs a name of its own.`);
  const threads = Number(given.threads ?? 2);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) throw usage("--threads takes a whole number from 1 to 64.");
  return {
    kind,
    mentors,
    mentees,
    rules,
    encoding: given.encoding,
    out: files,
    explain: given.explain,
    check: given.check ?? "",
    seed: given.seed,
    threads,
    quiet: given.quiet ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    throw usage((error as Error).message);
  }
}

function usage(message: string): Failure {
  return new Failure("badUsage", `${message}\nunderstory-match --help tells all.`);
}
