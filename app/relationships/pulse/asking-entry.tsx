import { ButtonLink } from "../../ui/button.tsx";
import { Entry } from "../../ui/entries.tsx";
import { formatList } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { OpenAsking } from "./find-asking.ts";
import { pulsePath } from "./pulse-links.ts";
import { pulseWords } from "./pulse.messages.ts";

/** On her own page: how it goes, asked of her. */
export function PulseAskingEntry({ asking }: { asking: OpenAsking }) {
  const { language } = useReader();
  const words = pulseWords(language).needs;
  return (
    <Entry
      title={words[asking.kind](formatList(language, asking.otherNames))}
      actions={
        <ButtonLink kind="plain" href={pulsePath(asking.organizationId, asking.relationshipId)}>
          {words.answer}
        </ButtonLink>
      }
    >
      {words.hint}
    </Entry>
  );
}
