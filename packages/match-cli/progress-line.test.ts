import { expect, test } from "vitest";
import { progressLine } from "./progress-line.ts";

function told(quiet: boolean, isTerminal: boolean) {
  let text = "";
  const line = progressLine(quiet, { error: (more) => void (text += more), isTerminal });
  return { line, since: () => [text, (text = "")][0] };
}

test("on a terminal a bar grows in one line, is drawn again only where it changed, and is wiped away at the end", () => {
  const { line, since } = told(false, true);
  line.end();
  expect(since()).toBe("");
  line.tell("weighing", 0, 200);
  expect(since()).toBe(`\rWeighing the pairs [${" ".repeat(24)}] 0%\u001b[K`);
  line.tell("weighing", 1, 200);
  expect(since()).toBe("");
  line.tell("weighing", 99, 200);
  expect(since()).toBe(`\rWeighing the pairs [${"=".repeat(12)}${" ".repeat(12)}] 49%\u001b[K`);
  line.tell("matching", 0, 0);
  expect(since()).toBe(`\rMatching [${"=".repeat(24)}] 100%\u001b[K`);
  line.end();
  expect(since()).toBe("\r\u001b[K");
  line.end();
  expect(since()).toBe("");
});

test("elsewhere each stage is one line, and quietly there is none", () => {
  const { line, since } = told(false, false);
  for (const [stage, done] of [
    ["weighing", 0],
    ["weighing", 5],
    ["completing", 1],
    ["matching", 9],
  ] as const)
    line.tell(stage, done, 10);
  line.end();
  expect(since()).toBe("Weighing the pairs…\nLooking for pairs that were left out…\nMatching…\n");
  for (const isTerminal of [false, true]) {
    const quiet = told(true, isTerminal);
    quiet.line.tell("weighing", 1, 2);
    quiet.line.end();
    expect(quiet.since()).toBe("");
  }
});
