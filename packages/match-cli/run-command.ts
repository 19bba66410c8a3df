import { existsSync } from "node:fs";
import { type Command, help, readCommandLine } from "./command-line.ts";
import { exitCodes, Failure } from "./failure.ts";
import { decodeText } from "./files/decode-text.ts";
import { readCsv } from "./files/read-csv.ts";
import { readWhole } from "./files/read-file.ts";
import { writeWhole } from "./files/write-whole.ts";
import { certificateFile, readCertificate, verify } from "./matching/certificate-file.ts";
import { matchMarket, openMarket } from "./matching/match-project.ts";
import { objectiveOf, readProject } from "./matching/project.ts";
import { progressLine } from "./progress-line.ts";
import { readRules } from "./rules/read-rules.ts";
import { suggestRules } from "./rules/suggest-rules.ts";
import { explainPerson } from "./words/explain-person.ts";
import { pairsFile, summary, unmatchedFile } from "./words/result-files.ts";

/** Where words go: results to the one, progress and complaints to the other. */
export type Screen = {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether complaints and progress are read by a person at a terminal. */
  readonly isTerminal: boolean;
};

/** Does what the command line says. @returns the exit code */
export async function runCommand(args: readonly string[], version: string, screen: Screen): Promise<number> {
  try {
    await run(readCommandLine(args), version, screen);
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    screen.error(`${error.message}\n`);
    return error.exitCode;
  }
}

async function run(command: Command | "help" | "version", version: string, screen: Screen): Promise<void> {
  if (command === "help") return screen.out(help);
  if (command === "version") return screen.out(`${version}\n`);
  const bytes = { mentees: readWhole(command.mentees, "--mentees"), mentors: readWhole(command.mentors, "--mentors") };
  const sheetOf = (role: "mentees" | "mentors") => readCsv(decodeText(bytes[role], command[role], command.encoding), command[role]);
  const sheets = { mentees: sheetOf("mentees"), mentors: sheetOf("mentors") };
  if (command.kind === "suggest") return suggest(suggestRules(sheets), command, screen);

  const rulesFile = command.rules!;
  const inputs = { ...bytes, rules: readWhole(rulesFile, "--rules") };
  const rules = readRules(decodeText(inputs.rules, rulesFile), rulesFile);
  const project = readProject(command.seed === undefined ? rules : { ...rules, seed: command.seed }, sheets);
  const claimed =
    command.kind === "check" ? readCertificate(readWhole(command.check, "--check").toString(), command.check, inputs) : undefined;
  const progress = progressLine(command.quiet, screen);
  try {
    const open = await openMarket(project, command.threads, progress.tell);
    if (claimed) {
      verify(command.check, claimed, open, objectiveOf(project));
      progress.end();
      screen.out(`${command.check} is right: it keeps every rule. ${summary(project, open, claimed).split("\n").at(-1)}\n`);
      return;
    }
    const outcome = await matchMarket(project, open, progress.tell);
    progress.end();
    if (command.out) {
      const { pairs, unmatched, certificate } = command.out;
      writeWhole(
        new Map([
          [pairs, pairsFile(project, open, outcome)],
          [unmatched, unmatchedFile(project, open, outcome)],
          [certificate, certificateFile(inputs, open, outcome, version)],
        ]),
      );
      if (!command.quiet) screen.out(`${summary(project, open, outcome)}\nWritten: ${pairs}, ${unmatched}, ${certificate}\n`);
    }
    if (command.explain !== undefined) screen.out(explainPerson(command.explain, project, open, outcome));
  } finally {
    progress.end();
  }
}

function suggest(rules: string, { rules: file, quiet }: Command, screen: Screen): void {
  if (file === undefined) return screen.out(rules);
  if (existsSync(file))
    throw new Failure(
      "badUsage",
      `${file} is there already and stays as it is. Give --rules another name, or leave it out to see the rules.`,
    );
  writeWhole(new Map([[file, rules]]));
  if (!quiet) screen.out(`Written: ${file}. These are guesses: read them and change what you know better.\n`);
}
