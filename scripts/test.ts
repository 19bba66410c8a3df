/** All that must hold, quickest first; stops at the first that does not. Run it as `npm test`, which sets up what it needs. */
import { spawnSync } from "node:child_process";

const steps: readonly [name: string, command: string, ...args: string[]][] = [
  ["lock", "node", "scripts/lockcheck.mjs"],
  ["types", "tsc", "-p", "tsconfig.json"],
  ["lint", "oxlint", "--type-aware", "--deny-warnings", "--quiet"],
  ["format", "oxfmt", "--check", "."],
  ["house", "node", "scripts/check-house.ts"],
  ["arrows", "node", "scripts/check-arrows.ts"],
  ["unused code", "knip"],
  ["tests", "vitest", "run"],
];

const begin = performance.now();
for (const [name, command, ...args] of steps) {
  const start = performance.now();
  const { status, signal, error } = spawnSync(command, args, { stdio: "inherit" });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(
      `\n✗ ${name} failed after ${seconds} s${error ? `: ${error.message}` : signal ? ` (${signal})` : ""}. Again: npx ${[command, ...args].join(" ")}`,
    );
    process.exit(1);
  }
  console.log(`✓ ${name} (${seconds} s)`);
}
console.log(`\nall of it in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
