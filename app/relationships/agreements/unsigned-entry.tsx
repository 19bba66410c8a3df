import { ButtonLink } from "../../ui/button.tsx";
import { Entry } from "../../ui/entries.tsx";
import { formatList } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { agreementPath } from "./agreement-path.ts";
import { agreementWords } from "./agreements.messages.ts";
import type { UnsignedAgreement } from "./list-unsigned.ts";

/** On her own page: an agreement that wants her signature. */
export function UnsignedEntry({ agreement }: { agreement: UnsignedAgreement }) {
  const { language } = useReader();
  const words = agreementWords(language);
  return (
    <Entry
      title={words.needs(formatList(language, agreement.otherNames))}
      actions={
        <ButtonLink kind="plain" href={agreementPath(agreement.organizationId, agreement.relationshipId)}>
          {words.letter.look}
        </ButtonLink>
      }
    >
      <bdi>{agreement.programName}</bdi>
    </Entry>
  );
}
