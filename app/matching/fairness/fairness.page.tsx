import { z } from "zod";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { membershipIn, type PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { id } from "../../platform/form-fields.ts";
import { NotFound } from "../../platform/errors.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber, formatTime } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Tabs } from "../../ui/tabs.tsx";
import { findRound } from "../rounds/list-rounds.ts";
import { hasResult } from "../rounds/round.ts";
import { countFairness } from "./count-fairness.ts";
import { countDescribedSince, type CountedReport, type FairnessView, listViews } from "./find-reports.ts";
import { fairnessWords } from "./fairness.messages.ts";
import { ReportView } from "./report-view.tsx";

export const fairnessPage = page("/organizations/:organizationId/programs/:programId/rounds/:roundId/fairness", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, roundId }, visit) => {
    const { language } = ctx.reader;
    const words = fairnessWords(language);
    const program = await findProgram(ctx, organizationId, programId);
    const round = await findRound(ctx, organizationId, programId, roundId);
    // A peer stands in a pair as its mentee or as its mentor by lot: counted as mentees, half of them would be missing.
    if (round.objective === "peers") throw new NotFound();
    const views = await listViews(ctx, organizationId, programId, roundId);
    const view = views.find(({ dimensionId }) => dimensionId === visit.query.get("by")) ?? views[0];
    const at = programPath(organizationId, programId);
    const number = formatNumber(language, round.number);
    const counted = view?.counted;
    // Without a word from the engine after so long there will be none.
    const isPricing = counted !== undefined && isWaiting(counted, ctx.now);
    return (
      <Page
        title={words.title(number)}
        lead={words.lead}
        audience={words.audience}
        crumbs={[
          ...programCrumbs({ id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName }, program),
          { href: `${at}/rounds`, label: words.rounds },
          { href: `${at}/rounds/${roundId}`, label: words.round(number) },
        ]}
        actions={
          counted &&
          counted.report.groups.length > 0 && (
            <ButtonLink href={`${visit.path}/figures?by=${view.dimensionId}`} kind="plain" icon="download" download>
              {words.download}
            </ButtonLink>
          )
        }
        isWide
        refreshAfter={isPricing ? 3 : undefined}
      >
        {view === undefined || !hasResult(round.state) ? (
          <EmptyState title={words.noneTitle} action={<ButtonLink href={`${at}/fairness`}>{words.ask}</ButtonLink>}>
            {words.none}
          </EmptyState>
        ) : (
          <>
            {views.length > 1 && (
              <Tabs
                label={words.by}
                tabs={views.map(({ dimensionId, label }) => ({
                  label,
                  href: `?by=${dimensionId}`,
                  current: dimensionId === view.dimensionId,
                }))}
              />
            )}
            {counted ? (
              <>
                <ReportView report={counted.report} isPricing={isPricing} newRoundHref={`${at}/rounds/new`} />
                <CountAgain
                  view={view}
                  counted={counted}
                  described={await countDescribedSince(ctx, organizationId, view.dimensionId, counted.countedAt)}
                  visit={visit}
                />
              </>
            ) : (
              <EmptyState title={words.countTitle} action={<CountButton view={view} visit={visit} label={words.count} />}>
                {words.countText}
              </EmptyState>
            )}
          </>
        )}
      </Page>
    );
  },
  acts: {
    count: form(
      z.object({ dimensionId: id() }),
      async (ctx: PersonalContext, { organizationId, programId, roundId }, { dimensionId }, { path }) => {
        await countFairness(ctx, organizationId, programId, roundId, dimensionId);
        return { to: `${path}?by=${dimensionId}`, notice: fairnessWords(ctx.reader).counted };
      },
    ),
  },
});

const patienceMinutes = 15;
const isWaiting = ({ report, countedAt }: CountedReport, now: Date): boolean =>
  !report.isPriced && report.groups.length > 0 && now.getTime() - countedAt.getTime() < patienceMinutes * 60_000;

function CountButton({ view, visit, label }: { view: FairnessView; visit: Visit; label: string }) {
  return (
    <ActButton action={visit.path} act="count" fields={{ dimensionId: view.dimensionId }} kind="primary">
      {label}
    </ActButton>
  );
}

function CountAgain({ view, counted, described, visit }: { view: FairnessView; counted: CountedReport; described: number; visit: Visit }) {
  const reader = useReader();
  const words = fairnessWords(reader);
  const { smallestGroup } = counted.report;
  return (
    <>
      <p class="hint">
        {words.countedOn(formatTime(reader, counted.countedAt, "long-day"))}.{" "}
        {view.isAsked && described < smallestGroup && words.again(formatNumber(reader.language, smallestGroup))}
      </p>
      {view.isAsked && described >= smallestGroup && <CountButton view={view} visit={visit} label={words.countAgain} />}
    </>
  );
}
