import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { Language } from "../../platform/i18n.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Mode } from "./mode.ts";
import { modeWords } from "./modes.messages.ts";
import { peerModeWords } from "./peer-modes.messages.ts";

interface Side {
  readonly who: string;
  readonly steps: readonly string[];
}

/** What a mentee and what a mentor will see, step by step; between peers, what she sees who asks, and who is asked. */
export function ModePreview({ mode, format }: { mode: Mode; format: ProgramFormat }) {
  const { language } = useReader();
  return (
    <Section title={modeWords(language).preview}>
      {sidesOf(mode, format, language)
        .filter(({ steps }) => steps.length > 0)
        .map(({ who, steps }) => (
          <>
            <p>
              <strong>{who}</strong>
            </p>
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </>
        ))}
    </Section>
  );
}

function sidesOf(mode: Mode, format: ProgramFormat, language: Language): Side[] {
  const words = modeWords(language);
  if (format !== "peer" || mode === "ranked-round" || mode === "choose-among-three") {
    return [
      { who: words.aMentee, steps: words.steps.mentee[mode] },
      { who: words.aMentor, steps: words.steps.mentor[mode] },
    ];
  }
  const peers = peerModeWords(language);
  return [
    { who: mode === "round" ? peers.everybody : peers.asks, steps: peers.steps.asks[mode] },
    { who: peers.isAsked, steps: peers.steps.isAsked[mode] },
  ];
}
