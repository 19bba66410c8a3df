import type { Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { useReader } from "../../ui/reader.ts";
import { Stat, Stats } from "../../ui/stat.tsx";
import { Table } from "../../ui/table.tsx";
import type { Question } from "../programs/question.ts";
import { fieldName, fieldText } from "./field-text.ts";
import type { Import } from "./find-import.ts";
import { importWords } from "./imports.messages.ts";
import type { ListedProblem, ListedRow } from "./list-rows.ts";
import { planQuestions } from "./shape-questions.ts";
import { ProblemTable } from "./problem-table.tsx";
import { pageSize } from "./page-size.ts";

export interface CheckedProps {
  one: Import;
  questions: readonly Question[];
  visit: Visit;
  page: number;
  /** Which rows are shown, and they. */
  shown: "make" | "change" | undefined;
  rows: readonly ListedRow[];
  problems: { problems: readonly ListedProblem[]; total: number };
}

/** What would happen, before it does. */
export function Checked({ one, questions, visit, page, shown, rows, problems }: CheckedProps) {
  const words = importWords(useReader());
  const { make = 0, change = 0, same = 0, merged = 0, skip = 0, kept = 0, others = 0, cells = 0 } = one.counts;
  const people = make + change;
  const hasNames = one.mapping.columns?.some(
    (target) => target.to === "field" && ["full-name", "given-name", "family-name"].includes(target.field),
  );
  return (
    <>
      {one.problem?.reason === "cancelled" && <Callout title={words.cancelled} />}
      <Stats>
        <Stat value={make} label={words.wouldMake} {...(make > 0 && { href: "?show=make#rows" })} />
        <Stat value={change} label={words.wouldChange} {...(change > 0 && { href: "?show=change#rows" })} />
        <Stat value={same} label={words.same} />
        {merged > 0 && <Stat value={merged} label={words.merged} />}
        <Stat value={skip} label={words.skip} attention={skip > 0} {...(skip > 0 && { href: "#problems" })} />
      </Stats>
      {cells > 0 && <p>{words.cellsNote(cells)}</p>}
      {others > 0 && <p>{words.othersNote(others)}</p>}
      {kept > 0 && <p>{words.keptNote(kept)}</p>}
      {!hasNames && make > 0 && <p>{words.noNames}</p>}
      <PlannedQuestions one={one} questions={questions} />
      {people > 0 ? (
        <Form action={visit.path} act="start" {...visit.refused("start")}>
          <Buttons>
            <Button>{words.startImport(people)}</Button>
          </Buttons>
        </Form>
      ) : (
        <Callout title={same > 0 ? words.nothingToDo : words.nobodyToImport} />
      )}
      <Buttons>
        <ActButton action={visit.path} act="back">
          {words.backToColumns}
        </ActButton>
        <ActButton action={visit.path} act="discard" kind="quiet">
          {words.discard}
        </ActButton>
      </Buttons>
      <Rows {...{ one, questions, visit, page, shown, rows }} />
      <Problems {...{ visit, page, shown, problems }} />
    </>
  );
}

function PlannedQuestions({ one, questions }: Pick<CheckedProps, "one" | "questions">) {
  const { language } = useReader();
  const words = importWords(language);
  const { made, changed } = planQuestions(one, questions);
  const changeOf = ({ question, options, askedOf }: (typeof changed)[number]): string => {
    const added = options.filter((option) => !question.options.includes(option));
    const isReordered = added.length === 0 && options.join("\n") !== question.options.join("\n");
    return formatList(language, [
      ...(added.length > 0 ? [words.optionsAdded(formatList(language, added))] : []),
      ...(isReordered ? [words.optionsOrdered] : []),
      ...(askedOf !== question.askedOf ? [words.askedOfBoth] : []),
    ]);
  };
  return (
    <>
      {made.length > 0 && (
        <Details summary={`${words.newQuestions}: ${made.length}`}>
          <ul>
            {made.map(({ id, label, kind, options }) => (
              <li key={id}>
                <bdi>{label}</bdi> ({words.newKinds[kind as keyof typeof words.newKinds]})
                {options.length > 0 && <>: {formatList(language, options)}</>}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {changed.length > 0 && (
        <Details summary={`${words.widenedQuestions}: ${changed.length}`}>
          <ul>
            {changed.map((change) => (
              <li key={change.question.id}>
                <bdi>{change.question.label}</bdi>: {changeOf(change)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

const person = (row: ListedRow) => (
  <>
    <bdi>{row.name ?? row.email.slice(0, row.email.lastIndexOf("@"))}</bdi> <bdi class="hint">{row.email}</bdi>
  </>
);

function Rows({ one, questions, visit, page, shown, rows }: Omit<CheckedProps, "problems">) {
  const { language } = useReader();
  const words = importWords(language);
  const born = planQuestions(one, questions).made.map((question) => ({
    ...question,
    help: "",
    minimum: null,
    maximum: null,
    isRequired: false,
    shownTo: "coordinators" as const,
  }));
  const all = [...questions, ...born];
  const fieldCounts = Object.entries(one.counts.changes ?? {});
  return (
    <>
      {fieldCounts.length > 0 && (
        <Details summary={words.changesFields}>
          <ul>
            {fieldCounts.map(([field, people]) => (
              <li key={field}>
                <bdi>{fieldName(language, field, all)}</bdi>: {words.fieldChanges(people)}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {shown && rows.length > 0 && (
        <Section title={shown === "make" ? words.addedPeople : words.changedPeople} id="rows">
          <Table
            caption={shown === "make" ? words.addedPeople : words.changedPeople}
            captionHidden
            rows={rows}
            rowKey={(row) => row.line}
            columns={[
              { label: words.person, header: true, cell: person },
              { label: words.line, numeric: true, cell: (row) => row.line },
              ...(shown === "change" || rows.some((row) => row.changes.length > 0)
                ? [
                    {
                      label: words.changesTitle,
                      cell: (row: ListedRow) => (
                        <ul class="changes">
                          {row.changes.map(({ field, before, after }) => (
                            <li key={field}>
                              <bdi>{fieldName(language, field, all)}</bdi>:{" "}
                              <del>{fieldText(language, field, before, all) || words.nothing}</del> →{" "}
                              <ins>{fieldText(language, field, after, all) || words.nothing}</ins>
                            </li>
                          ))}
                        </ul>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          <Pagination
            page={page}
            pageSize={pageSize}
            total={one.counts[shown] ?? 0}
            href={(to) => `${visit.path}?show=${shown}&page=${to}#rows`}
          />
        </Section>
      )}
    </>
  );
}

function Problems({ visit, page, shown, problems }: Pick<CheckedProps, "visit" | "page" | "shown" | "problems">) {
  const words = importWords(useReader());
  return (
    <Section
      title={words.problems}
      id="problems"
      actions={
        problems.total > 0 && (
          <ButtonLink href={`${visit.path}/problems.csv`} kind="plain" icon="download" download>
            {words.downloadProblems}
          </ButtonLink>
        )
      }
    >
      {problems.total === 0 ? (
        <p>{words.noProblems}</p>
      ) : (
        <>
          <p>{words.problemsLead}</p>
          <ProblemTable problems={problems.problems} />
          <Pagination
            page={shown ? 1 : page}
            pageSize={pageSize}
            total={problems.total}
            href={(to) => `${visit.path}?page=${to}#problems`}
          />
        </>
      )}
    </Section>
  );
}
