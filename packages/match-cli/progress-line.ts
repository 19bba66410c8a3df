import type { Screen } from "./run-command.ts";
import type { Stage } from "./matching/match-project.ts";

const words: Record<Stage, string> = {
  weighing: "Weighing the pairs",
  completing: "Looking for pairs that were left out",
  matching: "Matching",
};
const width = 24;

export type ProgressLine = { readonly tell: (stage: Stage, done: number, of: number) => void; readonly end: () => void };

/** Progress on the standard error: a bar on a terminal, elsewhere one line for each stage, or nothing. */
export function progressLine(quiet: boolean, { error, isTerminal }: Pick<Screen, "error" | "isTerminal">): ProgressLine {
  if (quiet) return { tell: () => {}, end: () => {} };
  let stage: Stage | undefined;
  let drawn = "";
  const end = () => {
    if (drawn !== "") error("\r\u001b[K");
    drawn = "";
  };
  return {
    tell(next, done, of) {
      if (!isTerminal) {
        if (next !== stage) error(`${words[next]}…\n`);
        stage = next;
        return;
      }
      const share = of > 0 ? done / of : 1;
      const full = Math.round(width * share);
      const line = `${words[next]} [${"=".repeat(full)}${" ".repeat(width - full)}] ${Math.floor(100 * share)}%`;
      if (line !== drawn) error(`\r${line}\u001b[K`);
      drawn = line;
    },
    end,
  };
}
