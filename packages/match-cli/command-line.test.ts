import { expect, test } from "vitest";
import { help, readCommandLine } from "./command-line.ts";
import { Failure } from "./failure.ts";

const people = ["--mentors", "a.csv", "--mentees", "b.csv"];
const files = [...people, "--rules", "r.json"];
const plain = {
  kind: "match",
  mentors: "a.csv",
  mentees: "b.csv",
  rules: "r.json",
  encoding: undefined,
  out: undefined,
  explain: undefined,
  check: "",
  seed: undefined,
  threads: 2,
  quiet: false,
};

test("what is left out has its usual value, and files are written beside the pairs", () => {
  expect(readCommandLine([...files, "--out", "x/pairs.CSV"])).toEqual({
    ...plain,
    out: { pairs: "x/pairs.CSV", unmatched: "x/pairs.unmatched.csv", certificate: "x/pairs.certificate.json" },
  });
  expect(readCommandLine([...files, "--out", "csv.txt"])).toMatchObject({
    out: { pairs: "csv.txt", unmatched: "csv.txt.unmatched.csv", certificate: "csv.txt.certificate.json" },
  });
  const named = ["--unmatched", "u.csv", "--certificate", "c.json", "--encoding", "utf-8", "--seed", "7", "--threads", "64", "--quiet"];
  expect(readCommandLine([...files, "--out", "p.csv", ...named])).toEqual({
    ...plain,
    out: { pairs: "p.csv", unmatched: "u.csv", certificate: "c.json" },
    encoding: "utf-8",
    seed: "7",
    threads: 64,
    quiet: true,
  });
});

test("the other things to do with the same files", () => {
  expect(readCommandLine([...files, "--explain", "p1"])).toEqual({ ...plain, explain: "p1" });
  expect(readCommandLine([...files, "--check", "c.json"])).toEqual({ ...plain, kind: "check", check: "c.json" });
  expect(readCommandLine([...people, "--suggest-rules"])).toEqual({ ...plain, kind: "suggest", rules: undefined });
  expect(readCommandLine([...files, "--suggest-rules", "--check", "c.json"])).toMatchObject({ kind: "suggest" });
  expect([["--help"], ["-h"], ["--version"], ["--version", "--help"]].map(readCommandLine)).toEqual(["help", "help", "version", "help"]);
  for (const option of ["--mentors", "--mentees", "--rules", "--out", "--explain", "--check", "--threads", "--seed"]) {
    expect(help).toContain(`  ${option} `);
  }
});

test.each<[string[], string]>([
  [people.slice(2), "--mentors FILE is missing: the spreadsheet of the mentors."],
  [people.slice(0, 2), "--mentees FILE is missing: the spreadsheet of the mentees."],
  [people, "--rules FILE is missing. Make a first one with --suggest-rules."],
  [[...people, "--check", "c.json"], "--rules FILE is missing. Make a first one with --suggest-rules."],
  [files, "--out FILE is missing: where to write the pairs."],
  [[...files, "--check", "c.json", "--out", "p.csv"], "--suggest-rules and --check go alone, without --out and --explain."],
  [[...files, "--check", "c.json", "--explain", "p1"], "--suggest-rules and --check go alone, without --out and --explain."],
  [[...people, "--suggest-rules", "--explain", "p1"], "--suggest-rules and --check go alone, without --out and --explain."],
  ...["a.csv", "b.csv", "r.json"].map((read): [string[], string] => [
    [...files, "--out", "p.csv", "--unmatched", read],
    `${read} is named twice. What is read is never overwritten, and each file needs a name of its own.`,
  ]),
  [
    [...files, "--out", "p.csv", "--unmatched", "c.json", "--certificate", "c.json"],
    "c.json is named twice. What is read is never overwritten, and each file needs a name of its own.",
  ],
  ...["0", "65", "1.5", "two"].map((count): [string[], string] => [
    [...files, "--out", "p.csv", "--threads", count],
    "--threads takes a whole number from 1 to 64.",
  ]),
])("%j is refused: %s", (args, message) => {
  const refused = () => readCommandLine(args);
  expect(refused).toThrow(new Failure("badUsage", `${message}\nunderstory-match --help tells all.`));
  expect(refused).toThrow(expect.objectContaining({ exitCode: 2, name: "Failure" }));
});

test("what is no option, and a word that belongs to none, are refused", () => {
  expect(() => readCommandLine([...files, "--colour"])).toThrow(/--colour.*\nunderstory-match --help tells all\.$/s);
  expect(() => readCommandLine([...files, "pairs.csv"])).toThrow("pairs.csv");
});
