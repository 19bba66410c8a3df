import type { Language } from "../../platform/i18n.ts";
import { points } from "../board/price-sentences.ts";
import type { KeptRun, RunCheck } from "./kept-run.ts";
import { reportWords } from "./report.messages.ts";

/** What came of running it again, in words. */
export function checkSentences(checked: RunCheck, run: Pick<KeptRun, "engineVersion" | "total">, language: Language): string[] {
  const words = reportWords(language);
  const engine = checked.engineVersion === run.engineVersion ? [] : [words.otherEngine(run.engineVersion, checked.engineVersion)];
  if (checked.kind === "groups-changed") return [words.groupsChanged, ...engine];
  if (!checked.proven) return [words.notProven, ...engine];
  if (!checked.sameTotal) return [words.differs(points(run.total, language), points(checked.total, language)), ...engine];
  return [checked.samePairs ? words.same : words.otherPairs, ...engine];
}
