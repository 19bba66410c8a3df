import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Entry } from "../../ui/entries.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { programPath } from "../../networks/programs/program.ts";
import { directoryWords } from "../directory/directory.messages.ts";
import { otherRole } from "./choice.ts";
import { choicesPath, directoryPath } from "./choice-path.ts";
import { choiceWords } from "./choices.messages.ts";
import type { OwnSearch } from "./list-own-searches.ts";

/** What of them needs her: to choose somebody at all, or to say that she is back. */
export const searchesThatNeed = (searches: readonly OwnSearch[]): OwnSearch[] =>
  searches.filter(
    ({ mayChoose, chosen, hasSomebody, isAway, role }) => isAway || (role === "mentee" && mayChoose && chosen === 0 && !hasSomebody),
  );

/** On one's own page, among what needs her. */
export function SearchEntry({ search }: { search: OwnSearch }) {
  const words = choiceWords(useReader().language).onMyPage;
  const { organizationId, programId, programName, role, isAway } = search;
  if (isAway)
    return (
      <Entry
        title={words.away(programName)}
        actions={
          <ActButton action={`${programPath(organizationId, programId)}/shown`} act="comeBack" kind="primary">
            {words.back}
          </ActButton>
        }
      >
        {words.awayText}
      </Entry>
    );
  return (
    <Entry
      title={words.choose[otherRole(role)](programName)}
      actions={<ButtonLink href={directoryPath(organizationId, programId, otherRole(role))}>{words.look}</ButtonLink>}
    >
      {words.none}
    </Entry>
  );
}

/** Beside the program on one's own page: whom she chose, and how she is shown. */
export function SearchLinks({ searches }: { searches: readonly OwnSearch[] }) {
  const { language } = useReader();
  const words = choiceWords(language);
  return (
    <>
      {searches.map(({ organizationId, programId, role, mayChoose, chosen }) => (
        <p key={role}>
          {mayChoose && (
            <>
              <a href={directoryPath(organizationId, programId, otherRole(role))}>{words.toDirectory[otherRole(role)]}</a>
              {" · "}
              <a href={choicesPath(organizationId, programId)}>
                {chosen === 0 ? words.title : words.onMyPage.some(chosen, formatNumber(language, chosen))}
              </a>
            </>
          )}
          {mayChoose && role === "mentor" && " · "}
          {role === "mentor" && <a href={`${programPath(organizationId, programId)}/shown`}>{directoryWords(language).shown.title}</a>}
        </p>
      ))}
    </>
  );
}
