import { programPath } from "../../networks/programs/program.ts";
import type { Language } from "../../platform/i18n.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Entry } from "../../ui/entries.tsx";
import { formatDeadline, formatNumber } from "../../ui/formats.ts";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { directoryWords } from "../directory/directory.messages.ts";
import { otherSide } from "../offers/offer.ts";
import type { AskingProgram, OwnAsking, OwnChoosing } from "./list-own-asking.ts";
import { ownAskingWords } from "./own-asking.messages.ts";

/** On her own page: somebody asks her, or the mentor whom she asked would like to know something. */
export function AskingEntry({ request }: { request: OwnAsking }) {
  const reader = useReader();
  const words = ownAskingWords(reader.language);
  const name = nameOf(request, reader.language);
  return (
    <Entry
      title={request.ownSide === "mentor" ? words.asksYou(name) : words.hasQuestion(name)}
      actions={<ButtonLink href={`/organizations/${request.organizationId}/requests/${request.id}`}>{words.answer}</ButtonLink>}
    >
      {words.until(formatDeadline(reader, request.answerBy))}
    </Entry>
  );
}

/** Among her people: whom she has asked, and by when she hears. */
export function AskedEntry({ request }: { request: OwnAsking }) {
  const reader = useReader();
  const name = nameOf(request, reader.language);
  return (
    <Entry title={<Person name={name} href={`/organizations/${request.organizationId}/requests/${request.id}`} />}>
      {ownAskingWords(reader.language).waitsFor(name, formatDeadline(reader, request.answerBy))}
    </Entry>
  );
}

/** Her number stands for her where names show later. */
const nameOf = ({ otherName, ownSide, otherNumber }: OwnAsking, language: Language): string =>
  otherName ?? directoryWords(language).numbered[otherSide(ownSide)](formatNumber(language, otherNumber));

/** Three mentors wait to be chosen from. */
export function ChoosingEntry({ suggestion }: { suggestion: OwnChoosing }) {
  const reader = useReader();
  const words = ownAskingWords(reader.language);
  return (
    <Entry
      title={words.choose(suggestion.programName)}
      actions={<ButtonLink href={`/organizations/${suggestion.organizationId}/suggestions/${suggestion.id}`}>{words.toChoose}</ButtonLink>}
    >
      {words.chooseUntil(formatDeadline(reader, suggestion.answerBy))}
    </Entry>
  );
}

/** The way to her requests in one program. */
export function AskingLink({ program }: { program: AskingProgram }) {
  const { language } = useReader();
  const words = ownAskingWords(language);
  return (
    <p>
      <a href={`${programPath(program.organizationId, program.programId)}/requests`}>
        {words.requests(program.open, formatNumber(language, program.open))}
      </a>
    </p>
  );
}
