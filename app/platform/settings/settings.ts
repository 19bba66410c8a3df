/** The settings of this process, read once at its start. */
import { helpText } from "./catalog.ts";
import { CannotStart } from "./cannot-start.ts";
import { checkSettings, type CheckedSettings } from "./check-settings.ts";
import { misspelled } from "./misspelled.ts";
import { keptSecrets } from "./secret.ts";

export interface Settings extends CheckedSettings {
  readonly secret: string;
}

/**
 * Reads and checks every setting. With `--help` it prints them and ends the process; words in `argv` that are not
 * options are left to the caller. Warnings about likely misspellings go to standard error.
 *
 * @param env the environment, `process.env`
 * @param argv what follows the program's name, `process.argv.slice(2)`
 * @throws {CannotStart} with exit code 2 and one sentence a line for all that is wrong
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>, argv: readonly string[]): Settings {
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(helpText());
    process.exit(0);
  }
  for (const warning of misspelled(Object.keys(env))) console.warn(warning);
  const unknown = argv.filter((word) => word.startsWith("-"));
  const outcome = checkSettings(env);
  const problems = [
    ...unknown.map((word) => `${word} is not an option: settings come from the environment, as in PORT=8080 npm start.`),
    ...(outcome.problems ?? []),
  ];
  if (problems.length > 0 || outcome.problems) {
    throw new CannotStart([...problems, "Nothing was started. npm start -- --help lists all settings."].join("\n"), 2);
  }
  const { settings } = outcome;
  if (settings.secret !== undefined) return { ...settings, secret: settings.secret };
  const [secret = "", ...former] = keptSecrets(settings.dataDir);
  return { ...settings, secret, formerSecrets: [...former, ...settings.formerSecrets] };
}
