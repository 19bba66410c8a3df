import { ButtonLink } from "../../ui/button.tsx";
import { Entry } from "../../ui/entries.tsx";
import { formatDay, formatList } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { pairPath } from "../pairs/pair.ts";
import type { OwnEnding } from "./list-own-endings.ts";
import { ownEndingWords } from "./own-ending.messages.ts";

/** On her page: a goodbye, a question whether it goes on, or what comes next. */
export function OwnEndingEntry({ ending: { organizationId, relationshipId, kind, others, until } }: { ending: OwnEnding }) {
  const { language } = useReader();
  const words = ownEndingWords(language)[kind];
  const at = pairPath(organizationId, relationshipId);
  return (
    <Entry
      title={words.title(formatList(language, others))}
      actions={
        <ButtonLink href={kind === "asked" ? at : `${at}/closure`} kind={kind === "over" ? "plain" : "primary"}>
          {words.go}
        </ButtonLink>
      }
    >
      {words.text(until === null ? "" : formatDay(language, until))}
    </Entry>
  );
}
