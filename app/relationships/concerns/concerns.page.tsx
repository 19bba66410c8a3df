import { listSafeguardingLeads } from "../../networks/organizations/safeguarding-leads.ts";
import { membershipIn } from "../../platform/context.ts";
import { page } from "../../platform/page.ts";
import { pageNumberIn } from "../../platform/page-number.ts";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Time } from "../../ui/time.tsx";
import { safeguardingLeads } from "./access.ts";
import { caseWords } from "./case.messages.ts";
import { concernsPath, dueAt, isUnacknowledged, referenceOf } from "./concern.ts";
import { answerDueAt } from "./decision.ts";
import { concernWords } from "./concerns.messages.ts";
import { type CaseFilter, caseFilters, casesPerPage, type ListedCase, listCases } from "./list-cases.ts";

/** Until when somebody must act; or since when it is open, or closed. */
function CaseClock({ one: { state, openedAt, closedAt, objectedAt }, now }: { one: ListedCase; now: Date }) {
  const words = caseWords(useReader().language);
  if (isUnacknowledged(state))
    return (
      <>
        {now < dueAt(openedAt) ? words.due : words.late} <Time at={dueAt(openedAt)} />
      </>
    );
  if (objectedAt !== null)
    return (
      <>
        {now < answerDueAt(objectedAt) ? words.objectionDue : words.objectionLate} <Time at={answerDueAt(objectedAt)} as="day" />
      </>
    );
  return (
    <>
      {closedAt === null ? words.openSince : words.closedOn} <Time at={closedAt ?? openedAt} as="day" />
    </>
  );
}

export const concernsPage = page("/organizations/:organizationId/concerns", {
  access: safeguardingLeads,
  show: async (ctx, { organizationId }, visit) => {
    const words = caseWords(ctx.reader);
    const concern = concernWords(ctx.reader);
    const filter: CaseFilter = caseFilters.find((one) => one === visit.query.get("show")) ?? "open";
    const number = pageNumberIn(visit.query);
    const { cases, total } = await listCases(ctx, organizationId, { filter, page: number });
    const at = concernsPath(organizationId);
    const hasLeads = (await listSafeguardingLeads(ctx, organizationId)).length > 0;
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={words.audience}
        crumbs={[{ href: `/organizations/${organizationId}`, label: membershipIn(ctx, organizationId)?.organizationName ?? "" }]}
        isWide
      >
        {!hasLeads && (
          <Callout>
            <p>
              {words.ownerUntil} <a href={`/organizations/${organizationId}/safeguarding`}>{words.nameSomebody}</a>
            </p>
          </Callout>
        )}
        <Tabs
          label={words.filterLabel}
          tabs={caseFilters.map((one) => ({
            label: words.filters[one],
            href: one === "open" ? at : `${at}?show=${one}`,
            current: one === filter,
          }))}
        />
        <Table
          caption={words.list}
          captionHidden
          rows={cases}
          rowKey={({ concernId }) => concernId}
          rowMark={({ state, objectedAt }) => (isUnacknowledged(state) || objectedAt !== null ? "attention" : undefined)}
          empty={
            filter === "open" ? (
              <EmptyState title={words.none}>{words.noneText}</EmptyState>
            ) : (
              <EmptyState title={words.noneOther}>{words.noneOtherText}</EmptyState>
            )
          }
          columns={[
            {
              label: words.columns.reference,
              header: true,
              cell: ({ concernId }) => <a href={`${at}/${concernId}`}>{referenceOf(concernId)}</a>,
            },
            { label: words.columns.about, cell: ({ category }) => concern.categories[category] },
            { label: words.columns.urgency, cell: ({ urgency }) => concern.urgencies[urgency] },
            { label: words.columns.state, cell: ({ state }) => words.leadStates[state] },
            {
              label: words.columns.clock,
              cell: (one) => <CaseClock one={one} now={ctx.now} />,
            },
            { label: words.columns.handler, cell: ({ handlerName }) => (handlerName === null ? words.nobody : <bdi>{handlerName}</bdi>) },
          ]}
        />
        {total > casesPerPage && (
          <Pagination page={number} pageSize={casesPerPage} total={total} href={(to) => `${at}?show=${filter}&page=${to}`} />
        )}
      </Page>
    );
  },
});
