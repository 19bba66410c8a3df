import { formatTime } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { Goal, Noted } from "./find-goals.ts";
import { goalWords } from "./goals.messages.ts";

/** −2 to +2, with its sign. */
export const signed = (level: number): string => (level > 0 ? `+${level}` : level < 0 ? `−${-level}` : "0");

/** Where a goal stands, in the words that were agreed. */
export function LatestLevel({ goal, noted }: { goal: Pick<Goal, "id" | "scale">; noted: readonly Noted[] }) {
  const reader = useReader();
  const words = goalWords(reader.language);
  const latest = noted.findLast(({ goalId }) => goalId === goal.id);
  if (!latest) return <p>{words.notNoted}</p>;
  return <p>{words.lastNoted(`${signed(latest.level)}, ${goal.scale[latest.level + 2] ?? ""}`, formatTime(reader, latest.at, "day"))}</p>;
}
