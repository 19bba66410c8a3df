import { Entries, Entry } from "../../ui/entries.tsx";
import { formatList, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { AgreementSection } from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import type { PastVersion } from "./find-agreement.ts";
import { titlesOf } from "./section-title.ts";

interface VersionListProps {
  versions: readonly PastVersion[];
  sections: readonly AgreementSection[];
  /** Without it only that there are versions is told, and when. */
  href?: ((number: number) => string) | undefined;
}

/** Each version: who wrote it, when, and what is otherwise in it. */
export function VersionList({ versions, sections, href }: VersionListProps) {
  const reader = useReader();
  const words = agreementWords(reader.language);
  if (versions.length === 0) return null;
  const writer = ({ number, madeBy }: PastVersion): string =>
    madeBy !== null ? words.by(madeBy) : number === 1 ? words.byProgram : words.bySomebody;
  return (
    <Section title={words.history} id="history">
      <Entries label={words.history}>
        {versions.map((version) => (
          <Entry
            key={version.number}
            title={href ? <a href={href(version.number)}>{words.version(version.number)}</a> : words.version(version.number)}
          >
            <p>
              <bdi>{writer(version)}</bdi>
              {version.madeAt && `, ${formatTime(reader, version.madeAt, "moment")}`}
              {version.signatures > 0 && `, ${words.signedTimes(version.signatures)}`}
            </p>
            {href && version.changed.length > 0 && (
              <p class="quiet">{words.changedParts(formatList(reader.language, titlesOf(reader.language, sections, version.changed)))}</p>
            )}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}
