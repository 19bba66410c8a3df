/** How far a running round is, looked up every second; when it is over, the page with its result. */
import { useEffect, useState } from "preact/hooks";

export interface ShownProgress {
  readonly label: string;
  readonly text: string;
  readonly done: number;
  /** 0: not known how much there is. */
  readonly of: number;
}

export default function LiveProgress({ at, ...before }: ShownProgress & { at: string }) {
  const [{ label, text, done, of }, setShown] = useState<ShownProgress>(before);
  useEffect(() => {
    const look = async (): Promise<void> => {
      try {
        const response = await fetch(`${at}/progress`, { headers: { accept: "application/json" } });
        const next = (await response.json()) as ShownProgress & { isOver: boolean };
        if (next.isOver) location.reload();
        else setShown(next);
      } catch {
        // The line is down: the next look may find it up again.
      }
    };
    const clock = setInterval(() => void look(), 1000);
    return () => clearInterval(clock);
  }, [at]);
  return (
    <div class="progress" aria-live="polite">
      <p class="progress-label">{label}</p>
      <progress aria-label={label} {...(of > 1 && { max: of, value: done })} />
      <p class="hint">{text}</p>
    </div>
  );
}
