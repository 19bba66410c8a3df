import { formatNumber } from "./formats.ts";
import { useReader } from "./reader.ts";
import type { Waiting } from "./shell.ts";

const mostShown = 99;

/** A small number beside a link: so much is new there. Nothing where nothing is. */
export function WaitingMark({ waiting }: { waiting: Waiting | undefined }) {
  const { language } = useReader();
  if (!waiting || waiting.count === 0) return null;
  const { count, label } = waiting;
  return (
    <>
      {" "}
      <span class="waiting-mark">
        <span aria-hidden="true">{formatNumber(language, Math.min(count, mostShown)) + (count > mostShown ? "+" : "")}</span>
        <span class="hidden">({label})</span>
      </span>
    </>
  );
}
