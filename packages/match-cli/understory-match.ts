#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { exitCodes } from "./failure.ts";
import { runCommand } from "./run-command.ts";

// Nothing is ever half-written: files get their names only when they are whole, in one go that no signal divides.
process.once("SIGINT", () => process.exit(exitCodes.interrupted));

const { version } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as { version: string };
process.exitCode = await runCommand(process.argv.slice(2), version, {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  isTerminal: process.stderr.isTTY,
});
