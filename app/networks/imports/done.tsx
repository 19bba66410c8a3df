import type { Sentence } from "../../platform/errors.ts";
import type { Visit } from "../../platform/page.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Details } from "../../ui/details.tsx";
import { Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { useReader } from "../../ui/reader.ts";
import { Stat, Stats } from "../../ui/stat.tsx";
import { programPath } from "../programs/program.ts";
import type { Import } from "./find-import.ts";
import { importsPath } from "./import-path.ts";
import { otherRole } from "./import.ts";
import { importWords } from "./imports.messages.ts";
import type { ListedProblem } from "./list-rows.ts";
import { ProblemTable } from "./problem-table.tsx";
import { pageSize } from "./page-size.ts";

interface DoneProps {
  one: Import;
  visit: Visit;
  bars: readonly Sentence[];
  page: number;
  problems: { problems: readonly ListedProblem[]; total: number };
}

/** What came of an import, where the people are, and the way back. */
export function Done({ one, visit, bars, page, problems }: DoneProps) {
  const { language } = useReader();
  const words = importWords(language);
  const { make = 0, change = 0, same = 0, merged = 0, skip = 0, others = 0, kept = 0 } = one.counts;
  const other = otherRole(one.role);
  const people = `${programPath(one.organization_id, one.program_id)}/participants`;
  return (
    <>
      <Stats>
        <Stat value={make} label={words.make} href={`${people}?role=${one.role}`} />
        <Stat value={change} label={words.change} />
        <Stat value={same} label={words.same} />
        {merged > 0 && <Stat value={merged} label={words.merged} />}
        <Stat value={skip} label={words.skip} attention={skip > 0} {...(skip > 0 && { href: "#problems" })} />
      </Stats>
      {others > 0 && <p>{words.othersNote(others)}</p>}
      {kept > 0 && <p>{words.keptNote(kept)}</p>}
      <Buttons>
        <ButtonLink href={`${people}?role=${one.role}`}>{words.seePeople}</ButtonLink>
        <ButtonLink href={`${importsPath(one.organization_id, one.program_id)}/new?role=${other}`} kind="plain">
          {other === "mentee" ? words.nextMentees : words.nextMentors}
        </ButtonLink>
      </Buttons>
      {problems.total > 0 && (
        <Section
          title={words.problems}
          id="problems"
          actions={
            <ButtonLink href={`${visit.path}/problems.csv`} kind="plain" icon="download" download>
              {words.downloadProblems}
            </ButtonLink>
          }
        >
          <ProblemTable problems={problems.problems} />
          <Pagination page={page} pageSize={pageSize} total={problems.total} href={(to) => `${visit.path}?page=${to}#problems`} />
        </Section>
      )}
      <Section title={words.undoTitle}>
        <Undo one={one} visit={visit} bars={bars} />
      </Section>
    </>
  );
}

function Undo({ one, visit, bars }: Pick<DoneProps, "one" | "visit" | "bars">) {
  const { language } = useReader();
  const words = importWords(language);
  const { make = 0, change = 0 } = one.counts;
  const questions = one.questions_before.filter(({ before }) => before === null).length;
  if (bars.length > 0)
    return (
      <Callout title={words.cannotUndo}>
        <ul>
          {bars.map((bar) => (
            <li key={bar(language)}>{bar(language)}</li>
          ))}
        </ul>
      </Callout>
    );
  return (
    <>
      <p>{words.undoText}</p>
      <Details summary={words.undo} open={visit.refused("undo") !== undefined}>
        <Confirm
          action={visit.path}
          act="undo"
          gone={[
            ...(make > 0 ? [words.undoGone(make)] : []),
            ...(change > 0 ? [words.undoBack(change)] : []),
            ...(questions > 0 ? [words.undoQuestions(questions)] : []),
          ]}
          stays={[words.undoStays]}
          button={words.undo}
          cancelHref={visit.path}
        />
      </Details>
    </>
  );
}
