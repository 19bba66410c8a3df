/**
 * The stories with every page in all of its twelve looks: 320 and 1280 px, light and dark, English, Spanish and Arabic. In `npm test`
 * each page is looked at in one of them, in turn.
 *
 *     npm run drill:looks -- [words of a test's name]
 */
import { spawnSync } from "node:child_process";

const [name] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "stories",
    "--testTimeout",
    String(60 * 60_000),
    "--hookTimeout",
    String(5 * 60_000),
    ...(name ? ["--testNamePattern", name] : []),
  ],
  { stdio: "inherit", env: { ...process.env, LOOKS: "all" } },
);
process.exit(status ?? 1);
