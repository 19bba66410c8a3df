/**
 * Fields that belong together, under one heading.
 *
 *     <Fieldset legend="When you meet" hint="Both of you see this."> … </Fieldset>
 */
import type { ComponentChildren } from "preact";

export function Fieldset({ legend, hint, children }: { legend: string; hint?: ComponentChildren; children: ComponentChildren }) {
  return (
    <fieldset class="fieldset">
      <legend>{legend}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  );
}
