import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { membershipIn } from "../../platform/context.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { type ListedRound, listRounds, roundsPerPage } from "./list-rounds.ts";
import { objectiveWords } from "./objectives.messages.ts";
import { hasResult } from "./round.ts";
import { roundsWords } from "./rounds.messages.ts";

export const roundsPage = page("/organizations/:organizationId/programs/:programId/rounds", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const words = roundsWords(ctx.reader);
    const { language } = ctx.reader;
    const number = Math.max(1, Number(visit.query.get("page")) || 1);
    const program = await findProgram(ctx, organizationId, programId);
    const { rounds, total } = await listRounds(ctx, organizationId, programId, number);
    const at = `${programPath(organizationId, programId)}/rounds`;
    const run = <ButtonLink href={`${at}/new`}>{words.run}</ButtonLink>;
    const before = (round: ListedRound) => rounds.find((other) => other.number < round.number && hasResult(other.state));
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={words.audience}
        crumbs={programCrumbs({ id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName }, program)}
        actions={rounds.length > 0 && run}
        isWide
        refreshAfter={rounds.some(({ state }) => state === "waiting" || state === "running") ? 3 : undefined}
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="rounds" />
        <Table
          caption={words.caption}
          captionHidden
          rows={rounds}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={words.none} action={run}>
              {words.noneText}
            </EmptyState>
          }
          columns={[
            {
              label: words.number,
              header: true,
              cell: (round) => <a href={`${at}/${round.id}`}>{words.round(formatNumber(language, round.number))}</a>,
            },
            { label: words.state, cell: (round) => words.states[round.state] },
            { label: words.goal, cell: (round) => objectiveWords(language).names[round.objective] },
            { label: words.when, cell: (round) => <Time at={round.createdAt} /> },
            { label: words.by, cell: (round) => round.byName && <bdi>{round.byName}</bdi> },
            {
              label: words.matched,
              numeric: true,
              cell: (round) =>
                hasResult(round.state) &&
                words.matchedOf(formatNumber(language, round.matched), formatNumber(language, round.matched + round.unmatched)),
            },
            {
              label: words.total,
              numeric: true,
              cell: (round) => round.total !== null && formatNumber(language, Math.round(round.total / 100)),
            },
            {
              label: words.compareShort,
              labelHidden: true,
              cell: (round) => {
                const other = before(round);
                return hasResult(round.state) && other && <a href={`${at}/${round.id}/compare/${other.id}`}>{words.compare}</a>;
              },
            },
          ]}
        />
        {total > roundsPerPage && (
          <Pagination page={number} pageSize={roundsPerPage} total={total} href={(to) => `${visit.path}?page=${to}`} />
        )}
      </Page>
    );
  },
});
