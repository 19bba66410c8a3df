/**
 * Where one is in a row of pages that belong together.
 *
 *     <Steps steps={[{ label: "Upload", href: "…" }, { label: "Columns" }, { label: "Look it over" }]} current={1} />
 */
import { Icon } from "./icon.tsx";
import { useReader } from "./reader.ts";
import { uiWords } from "./ui.messages.ts";

/** A step that was done may be a link back to it. */
export interface Step {
  label: string;
  href?: string | undefined;
}

export function Steps({ steps, current }: { steps: readonly Step[]; current: number }) {
  const words = uiWords(useReader().language);
  return (
    <nav class="steps" aria-label={words.steps}>
      <p class="steps-count">{words.stepOf(current + 1, steps.length)}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step.label} class={index < current ? "done" : undefined} aria-current={index === current ? "step" : undefined}>
            {index < current && step.href ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
            {index < current && (
              <>
                <Icon name="check" />
                <span class="hidden"> ({words.stepDone})</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
