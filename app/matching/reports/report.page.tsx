import { z } from "zod";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { membershipIn } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { boardWords } from "../board/board.messages.ts";
import { points } from "../board/price-sentences.ts";
import { claimOf } from "../board/round-proof.tsx";
import { criterionTitle } from "../criteria/criterion-words.ts";
import { findRound, type Round } from "../rounds/list-rounds.ts";
import { objectiveWords } from "../rounds/objectives.messages.ts";
import { roundsWords } from "../rounds/rounds.messages.ts";
import { checkRun } from "./check-run.ts";
import { checkSentences } from "./check-sentences.ts";
import { findRun, type FoundRun } from "./find-run.ts";
import { reportWords } from "./report.messages.ts";
import { roundReport, type RoundReport } from "./round-report.ts";

/** As many as fit a few printed pages. */
const mostShown = 500;

export const reportPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId/report", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, roundId }, visit) => {
    const { language } = ctx.reader;
    const words = reportWords(language);
    const program = await findProgram(ctx, organizationId, programId);
    const round = await findRound(ctx, organizationId, programId, roundId);
    const found = await findRun(ctx, organizationId, roundId);
    const at = `${programPath(organizationId, programId)}/rounds`;
    const number = formatNumber(language, round.number);
    return (
      <Page
        title={words.title(number)}
        lead={words.lead}
        audience={roundsWords(language).audience}
        isWide
        crumbs={[
          ...programCrumbs({ id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName }, program),
          { href: at, label: roundsWords(language).title },
          { href: `${at}/${roundId}`, label: boardWords(language).title(number) },
        ]}
      >
        {found ? (
          <>
            <Summary round={round} program={program.name} found={found} />
            <Rules round={round} />
            <Check found={found} path={visit.path} />
            <Section title={words.take}>
              <p>{words.takeText}</p>
              <Buttons>
                <ButtonLink href={`${visit.path}/data`}>{words.data}</ButtonLink>
                <ButtonLink kind="plain" href={`${visit.path}/signature`}>
                  {words.signature}
                </ButtonLink>
                <ButtonLink kind="plain" href="/.well-known/understory-report-key">
                  {words.key}
                </ButtonLink>
              </Buttons>
              <p class="hint">{words.print}</p>
            </Section>
            <Pairs report={roundReport(round, program.name, found.run, ctx.app.settings.secret)} />
          </>
        ) : (
          <EmptyState title={words.none} action={<ButtonLink href={`${at}/${roundId}`}>{boardWords(language).title(number)}</ButtonLink>}>
            {words.noneText}
          </EmptyState>
        )}
      </Page>
    );
  },
  acts: {
    check: form(z.object({}), async (ctx, { organizationId, programId, roundId }) => {
      await findRound(ctx, organizationId, programId, roundId);
      await checkRun(ctx, organizationId, programId, roundId);
      return { notice: reportWords(ctx.reader).checked };
    }),
  },
});

function Summary({ round, program, found: { run } }: { round: Round; program: string; found: FoundRun }) {
  const { language } = useReader();
  const words = reportWords(language);
  const figure = (value: number): string => formatNumber(language, value);
  return (
    <DescriptionList
      items={[
        { name: words.program, value: <bdi>{program}</bdi> },
        ...(round.published_at ? [{ name: words.published, value: <Time at={round.published_at} /> }] : []),
        { name: words.goal, value: objectiveWords(language).names[run.objective] },
        ...(round.certificate?.check.proven ? [{ name: words.claim, value: claimOf(round, language) }] : []),
        { name: words.mentees, value: figure(run.menteeIds.length) },
        { name: words.mentors, value: figure(run.mentorIds.length) },
        { name: words.places, value: figure(run.capacity.reduce((sum, places) => sum + places, 0)) },
        { name: words.candidates, value: figure(run.col.length) },
        { name: words.matched, value: figure(run.matched) },
        { name: words.total, value: points(run.total, language) },
        { name: words.seed, value: formatNumber(language, run.seed, { useGrouping: false }) },
        { name: words.engine, value: <bdi>{run.engineVersion}</bdi> },
      ]}
    />
  );
}

function Rules({ round: { criteria } }: { round: Round }) {
  const { language } = useReader();
  const words = reportWords(language);
  return (
    <Section title={words.rules}>
      <Table
        caption={words.rules}
        captionHidden
        rows={criteria.criteria}
        rowKey={({ id }) => id}
        empty={<p>–</p>}
        columns={[
          { label: words.rule, header: true, cell: (criterion) => criterionTitle(criterion, criteria.questions, language) },
          { label: words.kind, cell: ({ strength }) => words[strength] },
          {
            label: words.weight,
            numeric: true,
            cell: ({ strength, weight }) => (strength === "should" ? formatNumber(language, weight) : "–"),
          },
        ]}
      />
    </Section>
  );
}

function Check({ found, path }: { found: FoundRun; path: string }) {
  const { language } = useReader();
  const words = reportWords(language);
  return (
    <Section title={words.check}>
      <p>{words.checkText}</p>
      {found.checked && found.checkedAt && (
        <Callout kind={found.checked.kind === "ran" && found.checked.proven && found.checked.sameTotal ? "done" : "notice"}>
          <p>
            {words.checkedAt} <Time at={found.checkedAt} />
          </p>
          {checkSentences(found.checked, found.run, language).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Callout>
      )}
      <Form action={path} act="check">
        <Buttons>
          <Button kind="plain">{words.runAgain}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function Pairs({ report }: { report: RoundReport }) {
  const { language } = useReader();
  const words = reportWords(language);
  const figure = (value: number): string => formatNumber(language, value);
  return (
    <Section title={words.pairs}>
      <Table
        caption={words.pairs}
        captionHidden
        rows={report.pairs.slice(0, mostShown)}
        rowKey={({ mentee }) => mentee}
        empty={<p>–</p>}
        columns={[
          { label: words.mentee, header: true, cell: ({ mentee }) => <code>{mentee}</code> },
          { label: words.mentor, cell: ({ mentor }) => <code>{mentor}</code> },
          { label: words.strength, numeric: true, cell: ({ weight }) => points(weight, language) },
        ]}
      />
      {report.pairs.length > mostShown && <p class="hint">{words.some(figure(mostShown), figure(report.pairs.length))}</p>}
    </Section>
  );
}
