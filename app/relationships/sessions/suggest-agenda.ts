/** What to talk about, by where they stand. Pure. */
import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { Language } from "../../platform/i18n.ts";
import { recordWords } from "./record.messages.ts";

export interface Standing {
  readonly format: ProgramFormat;
  /** Sessions that were held. */
  readonly held: number;
  readonly isClosing: boolean;
  /** In their own words. */
  readonly goals: readonly string[];
  readonly openActions: readonly string[];
}

export type Stage = "only" | "first" | "second" | "on-the-way" | "last";

function stageOf({ format, held, isClosing }: Standing): Stage {
  if (format === "flash") return "only";
  if (isClosing) return "last";
  return held === 0 ? "first" : held === 1 ? "second" : "on-the-way";
}

/** As lines of a text that they change as they like. */
export function suggestAgenda(standing: Standing, language: Language): string {
  const words = recordWords(language).suggested;
  const stage = stageOf(standing);
  const left = standing.openActions.map((action) => words.leftOpen(action));
  const goals = stage === "on-the-way" ? standing.goals.map((goal) => words.goal(goal)) : [];
  return [...left, ...words.stages[stage].split("\n"), ...goals].map((line) => `- ${line}`).join("\n");
}
