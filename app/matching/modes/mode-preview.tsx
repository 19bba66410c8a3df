import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Mode } from "./mode.ts";
import { modeWords } from "./modes.messages.ts";

/** What a mentee and what a mentor will see, step by step. */
export function ModePreview({ mode }: { mode: Mode }) {
  const words = modeWords(useReader().language);
  const steps = (side: "mentee" | "mentor") => (
    <ol>
      {words.steps[side][mode].map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
  return (
    <Section title={words.preview}>
      <p>
        <strong>{words.aMentee}</strong>
      </p>
      {steps("mentee")}
      <p>
        <strong>{words.aMentor}</strong>
      </p>
      {steps("mentor")}
    </Section>
  );
}
