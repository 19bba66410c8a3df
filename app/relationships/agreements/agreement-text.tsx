import { OwnWords } from "../../ui/own-words.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { type AgreementSection, type Change, wordChanges } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import { titleOf } from "./section-title.ts";

interface AgreementTextProps {
  sections: readonly AgreementSection[];
  /** What it said before: then each change is marked. */
  before?: readonly AgreementSection[] | undefined;
}

/** What they agree; sections without a word are left out, but those that every agreement needs. */
export function AgreementText({ sections, before }: AgreementTextProps) {
  const { language } = useReader();
  const words = agreementWords(language);
  return (
    <div class="agreement">
      {sections
        .filter(({ key, text }) => key !== "else" || text !== "" || before?.some((one) => one.key === key && one.text !== ""))
        .map((section) => (
          <Section key={section.key} title={titleOf(language, section)}>
            {before ? (
              <Changes changes={wordChanges(before.find(({ key }) => key === section.key)?.text ?? "", section.text)} />
            ) : section.text === "" ? (
              <p class="quiet">{words.nothingYet}</p>
            ) : (
              <OwnWords text={section.text} />
            )}
          </Section>
        ))}
    </div>
  );
}

/** What became of a text, also for those who hear it. */
function Changes({ changes }: { changes: readonly Change[] }) {
  const words = agreementWords(useReader().language);
  return (
    <div class="own-words">
      <p dir="auto">
        {changes.map(({ kind, text }, index) => {
          // oxlint-disable-next-line react/no-array-index-key -- the same words may stand twice, and never move
          if (kind === "same") return <span key={index}>{text}</span>;
          const Mark = kind === "gone" ? "del" : "ins";
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the same words may stand twice, and never move
            <Mark key={index}>
              <span class="hidden"> [{kind === "gone" ? words.gone : words.added}: </span>
              {text}
              <span class="hidden">] </span>
            </Mark>
          );
        })}
      </p>
    </div>
  );
}
