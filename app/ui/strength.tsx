/**
 * How well two people go together, 0 to 100, as a short line and in words.
 *
 *     <Strength value={82} />
 */
import { formatNumber } from "./formats.ts";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

/** From which strength on which word is said. */
const words = [
  [75, "strong"],
  [50, "good"],
  [25, "fair"],
  [0, "slight"],
] as const;

export function strengthWord(value: number): (typeof words)[number][1] {
  return words.find(([from]) => value >= from)?.[1] ?? "slight";
}

export function Strength({ value }: { value: number }) {
  const { language } = useReader();
  const said = uiWords(language);
  const rounded = Math.round(Math.min(100, Math.max(0, value)));
  return (
    <span class="strength">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="strength-track" width="100" height="6" rx="3" />
        <rect class="strength-line" width={rounded} height="6" rx="3" />
      </svg>
      <span class="strength-figure">{formatNumber(language, rounded)}</span>
      <span class="strength-word">{said[strengthWord(rounded)]}</span>
    </span>
  );
}
