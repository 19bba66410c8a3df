import type { Project } from "../matching/project.ts";

/** What a must rule asks for, in words. `rule` is its number in the engine; what the rules file does not list are pairs kept apart. */
export function mustInWords({ rules }: Project, rule: number): string {
  const must = rules.must[rule];
  if (!must) return "being kept apart (forbidden, or the same person)";
  const ifMissing = must.missing === "refuse" ? ", and an answer" : "";
  switch (must.kind) {
    case "share-any":
      return `something in common in "${must.column}"${ifMissing}`;
    case "at-least-shared":
      return `${must.atLeast} or more in common in "${must.column}"${ifMissing}`;
    case "same":
      return `the same "${must.column}"${ifMissing}`;
    case "different":
      return `another "${must.column}"${ifMissing}`;
    case "rank-at-least":
      return must.above >= 0
        ? `a mentor ${must.above} or more above in "${must.column}"${ifMissing}`
        : `a mentor no more than ${-must.above} below in "${must.column}"${ifMissing}`;
  }
}
