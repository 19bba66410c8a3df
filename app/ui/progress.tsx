/**
 * How far long work is, in words too.
 *
 *     <Progress label="Reading your list" done={1200} total={5000} text="1,200 of 5,000 rows; about a minute left" />
 *     <Progress label="Looking for the best pairs" />            not known how long
 */
import type { ComponentChildren } from "preact";

interface ProgressProps {
  label: string;
  done?: number;
  total?: number;
  text?: ComponentChildren;
}

export function Progress({ label, done, total, text }: ProgressProps) {
  return (
    <div class="progress">
      <p class="progress-label">{label}</p>
      <progress aria-label={label} max={total} value={done} />
      {text !== undefined && <p class="hint">{text}</p>}
    </div>
  );
}
