import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readCsv } from "./files/read-csv.ts";
import { runCommand } from "./run-command.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const mentors = `Id;Name;Places;Languages;Skills;Team;Grade;Free
m1;Ada;1;en, fr;law, maths;Red;high;Mon 9-12
m2;Bea;2;en;painting, maths;Blue;high;Tue 18-20
m3;Cleo;;ar;law;Blue;low;Mon 10-11
`;
const mentees = `Id;Name;Languages;Skills;Team;Grade;Free
p1;Pia;en;law, maths;Green;low;Mon 9-11
p2;Quy;en, ar;maths;Red;low;Tue 19-20
p3;Rut;fr;painting;Green;low;Mon 9-12
p4;Sol;zu;law;Green;low;
p5;Tao;en;painting;Green;;Tue 18-20
`;
const rules = {
  mentees: { id: "Id", name: "Name" },
  mentors: { id: "Id", name: "Name", places: "Places" },
  columns: {
    languages: { kind: "set", header: "Languages", separator: "," },
    skills: { kind: "set", header: "Skills", separator: "," },
    team: { kind: "choice", header: "Team" },
    grade: { kind: "scale", header: "Grade", steps: ["low", "high"] },
    free: { kind: "hours", header: "Free" },
  },
  must: [
    { kind: "share-any", column: "languages", missing: "refuse" },
    { kind: "different", column: "team" },
  ],
  should: [
    { kind: "overlap", column: "skills", weight: 60 },
    { kind: "shared-count", column: "free", enough: 2, weight: 40 },
  ],
};
const folderWith = (changed: Record<string, string> = {}) =>
  temporaryFolder({ "mentors.csv": mentors, "mentees.csv": mentees, "rules.json": JSON.stringify(rules), ...changed });

const program = path.resolve("packages/match-cli/understory-match.ts");
const files = ["--mentors", "mentors.csv", "--mentees", "mentees.csv", "--rules", "rules.json"];

/** The command in this process, its files in a folder that the words leave out; where processes matter it is a process of its own. */
async function run(folder: string, ...args: readonly string[]) {
  let [stdout, stderr] = ["", ""];
  const screen = { out: (text: string) => void (stdout += text), error: (text: string) => void (stderr += text), isTerminal: false };
  const status = await runCommand(
    args.map((word) => (/\.(csv|json)$/.test(word) ? path.join(folder, word) : word)),
    "0.0.1",
    screen,
  );
  const inside = `${folder}${path.sep}`;
  return { status, stdout: stdout.replaceAll(inside, ""), stderr: stderr.replaceAll(inside, "") };
}
const rowsOf = (folder: string, file: string) => {
  const text = readFileSync(path.join(folder, file), "utf8");
  return text.trim().includes("\n") ? readCsv(text, file).rows.map(({ cells }) => cells) : [];
};

test("two spreadsheets become pairs with reasons, the unmatched with theirs, and a certificate that holds", async () => {
  const folder = folderWith();
  const { status, stdout, stderr } = await run(folder, ...files, "--out", "pairs.csv");
  expect([status, stderr]).toEqual([0, "Weighing the pairs…\nMatching…\n"]);
  expect(stdout).toBe(`5 mentees, 3 mentors with 4 places, 7 possible pairs.
3 matched, 2 unmatched, strength 93.3 of 100 on average.
Proven: no other matching has a higher total.
Written: pairs.csv, pairs.unmatched.csv, pairs.certificate.json
`);
  expect(rowsOf(folder, "pairs.csv")).toEqual([
    ["p1", "Pia", "m1", "Ada", "100", "1", "", "skills: law, maths (2 of 2); free: Mon 9-11"],
    ["p2", "Quy", "m2", "Bea", "80", "1", "", "skills: maths (1 of 1); free: Tue 19-20"],
    ["p5", "Tao", "m2", "Bea", "100", "1", "", "skills: painting (1 of 1); free: Tue 18-20"],
  ]);
  expect(rowsOf(folder, "pairs.unmatched.csv")).toEqual([
    ["p3", "Rut", "The only mentor who is possible is better used for others. Nearest: Ada (m1) (at a loss of 60 in total)."],
    [
      "p4",
      "Sol",
      'No mentor passes the must rules. The rule that asks for something in common in "languages", and an answer keeps 3 of 3 away.',
    ],
  ]);
  expect(await run(folder, ...files, "--check", "pairs.certificate.json")).toMatchObject({ status: 0, stderr: "Weighing the pairs…\n" });
});

test("a certificate that was changed proves nothing, and one of other files is refused", async () => {
  const folder = folderWith();
  await run(folder, ...files, "--out", "pairs.csv", "--quiet");
  const file = path.join(folder, "pairs.certificate.json");
  const certificate = JSON.parse(readFileSync(file, "utf8"));
  const check = (changed: unknown) => {
    writeFileSync(file, JSON.stringify(changed));
    return run(folder, ...files, "--check", "pairs.certificate.json", "--quiet");
  };
  const { outcome } = certificate;
  expect(await check({ ...certificate, outcome: { ...outcome, total: outcome.total + 1 } })).toMatchObject({ status: 4 });
  expect(await check({ ...certificate, outcome: { ...outcome, proof: { kind: "prices", certificate: {} } } })).toMatchObject({ status: 4 });
  expect(await check({ ...certificate, outcome: { ...outcome, objective: { kind: "most-people" } } })).toMatchObject({ status: 4 });
  expect(await check({ ...certificate, outcome: { ...outcome, assignment: "all" } })).toMatchObject({ status: 3 });
  expect(await check(certificate)).toMatchObject({ status: 0 });
  writeFileSync(path.join(folder, "mentees.csv"), mentees.replace("p5", "p6"));
  const changed = await check(certificate);
  expect([changed.status, changed.stderr]).toEqual([
    3,
    "The certificate was made from other mentees: the file that you give has changed since, or is another one.\n",
  ]);
});

test("one person's place is explained: her pair part by part, others with their cost, what would have to change", async () => {
  const folder = folderWith();
  const explain = async (id: string) => (await run(folder, ...files, "--quiet", "--explain", id)).stdout;
  expect(await explain("p2")).toBe(`Mentee Quy (p2)
  is matched with Bea (m2), strength 80:
        60 of 60  skills: maths (1 of 1)
        20 of 40  free: Tue 19-20
  Other mentors, the cheapest first:
    Cleo (m3), strength 0 (at a loss of 80 in total)
`);
  expect(await explain("m2")).toContain("Mentor Bea (m2)\n  2 of 2 places taken\n  with Quy (p2), strength 80:");
  expect(await explain("p4")).toContain("is unmatched. No mentor passes the must rules.");
  expect(await explain("p4")).toContain("an exception with Cleo (m3) from the rule that asks for something in common");
  expect(await explain("p3")).toContain("one more place with Ada (m1)");
  expect(await run(folder, ...files, "--quiet", "--explain", "p9")).toMatchObject({ status: 3 });
  expect(readdirSync(folder).toSorted()).toEqual(["mentees.csv", "mentors.csv", "rules.json"]);
});

test.each<[string, object, string]>([
  ["most-people", {}, "nor as many with a higher total"],
  ["stable", { objective: { kind: "stable" } }, "no mentee and mentor would both rather have each other"],
  ["fair", { objective: { kind: "fair", column: "team" } }, "Green: "],
  ["parity", { objective: { kind: "fair", rule: "parity", column: "team", points: 10 } }, "Fairness costs"],
  ["floor", { objective: { kind: "fair", rule: "floor", strength: 90 } }, "2 matched, 3 unmatched"],
  ["cut", { candidates: { perMentee: 1, perMentor: 1 } }, "the best 1 of each mentee and the best 1 of each mentor"],
  ["locked", { locked: [["p3", "m1"]], forbidden: [["p2", "m2"]] }, "matched"],
])("%s: matched, and the certificate holds", async (name, changed, sentence) => {
  const objective = name === "most-people" ? { objective: "most-people" } : {};
  const folder = folderWith({ "rules.json": JSON.stringify({ ...rules, ...objective, ...changed }) });
  const { status, stdout, stderr } = await run(folder, ...files, "--out", "pairs.csv");
  expect([status, stderr]).toEqual([0, "Weighing the pairs…\nMatching…\n"]);
  expect(stdout).toContain(sentence);
  expect(await run(folder, ...files, "--check", "pairs.certificate.json", "--quiet")).toMatchObject({ status: 0, stderr: "" });
  if (name !== "locked") return;
  const pairs = rowsOf(folder, "pairs.csv").map(([mentee, , mentor]) => `${mentee}-${mentor}`);
  expect(pairs).toContain("p3-m1");
  expect(pairs).not.toContain("p2-m2");
});

test("first choices are kept where they are ranked", async () => {
  const withChoices = mentees.replace("Free\n", "Free;Choices\n").replace("Mon 9-11\n", "Mon 9-11;m2\n");
  const chosen = { ...rules, objective: { kind: "top-choices", choices: 1 }, preferences: { mentees: "Choices", separator: "," } };
  const folder = folderWith({ "mentees.csv": withChoices, "rules.json": JSON.stringify(chosen) });
  expect(await run(folder, ...files, "--out", "pairs.csv")).toMatchObject({ status: 0 });
  const pairs = rowsOf(folder, "pairs.csv").map(([mentee, , mentor]) => `${mentee}-${mentor}`);
  expect(pairs).not.toContain("p1-m1");
  expect(await run(folder, ...files, "--check", "pairs.certificate.json", "--quiet")).toMatchObject({ status: 0 });
  const unknown = folderWith({ "mentees.csv": withChoices.replace(";m2\n", ";m9\n"), "rules.json": JSON.stringify(chosen) });
  expect((await run(unknown, ...files, "--out", "pairs.csv")).stderr).toContain(
    'mentees.csv, line 2, "Choices": "m9" is not in mentors.csv.',
  );
});

test.each<[number, string, Record<string, string>]>([
  [3, 'mentors.csv, line 3, "Places": "two" is no number of places.', { "mentors.csv": mentors.replace("Bea;2", "Bea;two") }],
  [3, 'mentors.csv, lines 2 and 3: both have "m1" in "Id".', { "mentors.csv": mentors.replace("m2", "m1") }],
  [3, 'mentees.csv, line 4: nothing in "Id".', { "mentees.csv": mentees.replace("p3", "") }],
  [3, 'mentees.csv, line 2, "Grade": "mid" is none of the steps low, high.', { "mentees.csv": mentees.replace("Green;low", "Green;mid") }],
  [3, 'mentees.csv, line 3, "Free": "Tuesdays" is no list of hours.', { "mentees.csv": mentees.replace("Tue 19-20", "Tuesdays") }],
  [
    3,
    'mentees.csv has no column "Team" (columns.team.mentees in the rules). It has: "Id",',
    { "mentees.csv": mentees.replace("Team", "Teem") },
  ],
  [
    3,
    '"locked" in the rules names "p9", who is not in mentees.csv.',
    { "rules.json": JSON.stringify({ ...rules, locked: [["p9", "m1"]] }) },
  ],
  [
    3,
    '"locked" in the rules: Mentor m1 has 1 places and 2 locked pairs.',
    {
      "rules.json": JSON.stringify({
        ...rules,
        locked: [
          ["p1", "m1"],
          ["p3", "m1"],
        ],
      }),
    },
  ],
])("exit code %i: %s", async (status, sentence, changed) => {
  const folder = folderWith(changed);
  const done = await run(folder, ...files, "--out", "pairs.csv", "--quiet");
  expect(done.stderr).toContain(sentence);
  expect(done.status).toBe(status);
  expect(existsSync(path.join(folder, "pairs.csv"))).toBe(false);
});

test("wrong usage has exit code 2 and says what is missing", async () => {
  const folder = folderWith();
  const refused = async (...args: string[]) => {
    const { status, stderr } = await run(folder, ...args);
    expect(status).toBe(2);
    return stderr;
  };
  expect(await refused()).toContain("--mentors FILE is missing");
  expect(await refused(...files)).toContain("--out FILE is missing");
  expect(await refused(...files, "--out", "mentors.csv")).toContain("mentors.csv is named twice");
  expect(await refused(...files, "--out", "no/such/pairs.csv", "--quiet")).toContain(
    "Cannot write no/such/pairs.csv: there is no such folder. Nothing was changed.",
  );
  expect(await refused(...files, "--colour")).toContain("--colour");
  expect(await refused(...files, "--out", "a.csv", "--threads", "0")).toContain("--threads takes a whole number from 1 to 64.");
  expect(await run(folder, "--mentors", "no.csv", "--mentees", "mentees.csv", "--suggest-rules")).toMatchObject({
    status: 3,
    stderr: "Cannot read no.csv (--mentors): there is no such file.\n",
  });
  expect((await run(folder, "--help")).stdout).toContain("Exit codes: 0 done, 2 wrong usage");
  expect((await run(folder, "--version")).stdout).toBe("0.0.1\n");
});

test("suggested rules can be used as they are, and never replace a file", async () => {
  const many = (text: string) =>
    text +
    text
      .split("\n")
      .slice(1, -1)
      .map((line) => line.replace(/^./, "x"))
      .join("\n");
  const folder = folderWith({ "mentors.csv": many(mentors), "mentees.csv": many(mentees) });
  const suggested = await run(folder, ...files.slice(0, 4), "--suggest-rules");
  expect(JSON.parse(suggested.stdout)).toMatchObject({
    mentors: { id: "Id", name: ["Name"], places: "Places" },
    columns: { Languages: { kind: "set", separator: "," }, Team: { kind: "choice" }, Free: { kind: "hours" } },
    must: [
      { kind: "share-any", column: "Languages" },
      { kind: "different", column: "Team" },
      { kind: "at-least-shared", column: "Free" },
    ],
  });
  expect(await run(folder, ...files, "--suggest-rules")).toMatchObject({ status: 2 });
  const made = ["--mentors", "mentors.csv", "--mentees", "mentees.csv", "--rules", "new.json"];
  expect(await run(folder, ...made, "--suggest-rules")).toMatchObject({ status: 0 });
  expect(await run(folder, ...made, "--out", "pairs.csv")).toMatchObject({ status: 0 });
});

const head = "Id;Name;Languages;Skills;Team;Grade;Free";
const crowd = (letter: string, count: number) =>
  [head, ...Array.from({ length: count }, (_, k) => `${letter}${k};;en;law, maths;Red${k % 7};low;Mon 9-12`)].join("\n");
const crowds = (count: number) =>
  folderWith({
    "mentees.csv": crowd("p", count),
    "mentors.csv": crowd("m", count),
    "rules.json": JSON.stringify({ ...rules, mentors: { id: "Id" } }),
  });

test("many people are weighed and matched in threads", async () => {
  const done = await run(crowds(400), ...files, "--out", "pairs.csv");
  expect(done).toMatchObject({ status: 0, stderr: "Weighing the pairs…\nMatching…\n" });
  expect(done.stdout).toContain("400 matched, 0 unmatched, strength 100.0 of 100 on average.");
});

test("of very many pairs only those are kept that can matter, and the result is the best of all", async () => {
  const folder = crowds(2_010);
  const done = await run(folder, ...files, "--out", "pairs.csv");
  expect(done).toMatchObject({ status: 0, stderr: "Weighing the pairs…\nLooking for pairs that were left out…\nMatching…\n" });
  expect(done.stdout).toContain(
    "possible pairs that can matter.\n2,010 matched, 0 unmatched, strength 100.0 of 100 on average.\nProven: no other matching has a higher total.",
  );
  expect(await run(folder, ...files, "--check", "pairs.certificate.json", "--quiet")).toMatchObject({ status: 0 });
});

test("interrupted, it ends with 130 and leaves nothing behind", async () => {
  const folder = crowds(3_000);
  const child = spawn(process.execPath, [program, ...files, "--out", "pairs.csv"], { cwd: folder });
  await once(child.stderr, "data");
  child.kill("SIGINT");
  const [code] = (await once(child, "exit")) as [number];
  expect(code).toBe(130);
  expect(readdirSync(folder).toSorted()).toEqual(["mentees.csv", "mentors.csv", "rules.json"]);
});
