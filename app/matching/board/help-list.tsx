/** What would have to change for somebody without a mentor, with a button where one click does it. */
import { useContext } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { useReader } from "../../ui/reader.ts";
import { ShellContext } from "../../ui/shell.ts";
import type { Language } from "../../platform/i18n.ts";
import type { KnownHelp } from "../explanations/known-help.ts";
import type { HelpPart } from "../explanations/help-part.ts";
import { helpSentences } from "../explanations/help-sentences.ts";
import { helpWords } from "../explanations/help.messages.ts";
import type { RoundCriteria } from "../rounds/round.ts";

interface HelpListProps {
  menteeId: string;
  /** Undefined where the round cannot tell. */
  help: readonly HelpPart[] | undefined;
  criteria: RoundCriteria;
  nameOf: (participantId: string) => string;
  here: string;
  isPublished: boolean;
  known: KnownHelp;
}

/** Whether all changes are listed or only places; or why there is nothing to list. */
export function helpLead(known: KnownHelp, language: Language, isKnown: boolean): string {
  const { lead, leadOfPlaces, unknown } = helpWords(language);
  if (known !== "all" && known !== "places") return unknown[known];
  if (!isKnown) return unknown.tooLong;
  return known === "all" ? lead : leadOfPlaces;
}

export function HelpList({ menteeId, help, criteria, nameOf, here, isPublished, known }: HelpListProps) {
  const reader = useReader();
  const words = helpWords(reader.language);
  if (!help) return null;
  if (help.length === 0) return <p class="hint">{known === "places" ? words.noneOfPlaces : words.none}</p>;
  return (
    <ul class="help-list">
      {help.map((part) => (
        <li key={`${part.kind} ${part.mentorId} ${"criterionId" in part ? part.criterionId : ""}`}>
          {helpSentences(part, reader, criteria, nameOf, reader.now).join(" ")}
          {!isPublished && (part.kind === "place" || part.kind === "ban") && (
            <HelpButton here={here} menteeId={menteeId} part={part} mentor={nameOf(part.mentorId)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function HelpButton({ here, menteeId, part, mentor }: { here: string; menteeId: string; part: HelpPart; mentor: string }) {
  const words = helpWords(useReader().language);
  const { newFormKey } = useContext(ShellContext);
  return (
    <form method="post" action={here} class="pair-buttons" data-draft="off">
      <input type="hidden" name="formKey" value={newFormKey?.()} />
      <input type="hidden" name="mentor" value={part.mentorId} />
      <input type="hidden" name="mentee" value={menteeId} />
      <Button kind="plain" small name="act" value={part.kind === "place" ? "add-place" : "allow"}>
        {part.kind === "place" ? words.addPlace : words.allow}
        <span class="hidden"> {mentor}</span>
      </Button>
    </form>
  );
}
