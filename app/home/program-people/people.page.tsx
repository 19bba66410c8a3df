import { participantRoles, participantsPath } from "../../networks/enrollment/participant.ts";
import { mayChoose } from "../../matching/choices/choice.ts";
import { findMode } from "../../matching/modes/find-mode.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { page } from "../../platform/page.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Filters } from "../../ui/filters.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { useReader } from "../../ui/reader.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { hasUninvited, listPeople, type Order, pageSize, scopeOf, sorts } from "./list-people.ts";
import { PeopleTable } from "./people-table.tsx";
import { peopleWords } from "./people.messages.ts";
import { filterQuery, type PeopleFilter, readFilter, type Standing, standings } from "./standing.ts";

export const peoplePage = page("/organizations/:organizationId/programs/:programId/participants", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const isPeer = program.format === "peer";
    const { role: asked, ...anyRole } = readFilter(visit.query);
    const filter = isPeer || asked === undefined ? anyRole : { ...anyRole, role: asked };
    const order = readOrder(visit.query);
    const pageNumber = Math.max(1, Math.min(100_000, Number.parseInt(visit.query.get("page") ?? "1", 10) || 1));
    const scope = await scopeOf(ctx, organizationId, programId);
    const { people, total } = await listPeople(ctx, scope, filter, order, pageNumber);
    const words = peopleWords(ctx.reader);
    const at = participantsPath(organizationId, programId);
    const link = (under: string, query: Record<string, string>): string =>
      Object.keys(query).length === 0 ? at + under : `${at}${under}?${new URLSearchParams(query)}`;
    const isNarrowed = Object.keys(filter).length > 0;
    const sorted = { sort: order.sort, ...(order.isDescending && { down: "" }) };
    const mayBeUninvited = filter.standing === undefined || filter.standing === "added" || filter.standing === "not-joined";
    const mode = await findMode(ctx, organizationId, programId);
    const isChoosing = participantRoles.some((role) => mayChoose(mode, role));
    const offered = standings.filter((one) => one !== "not-chosen" || isChoosing || one === filter.standing);
    const canInvite = total > 0 && mayBeUninvited && (await hasUninvited(ctx, scope));
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={programCrumbs(organization, program)}
        actions={
          <>
            <ButtonLink href={`${at}/new`} icon="plus">
              {words.add}
            </ButtonLink>
            <ButtonLink href={`${programPath(organizationId, programId)}/imports/new`} kind="plain">
              {words.bringIn}
            </ButtonLink>
          </>
        }
        isWide
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="people" />
        {(total > 0 || isNarrowed || pageNumber > 1) && (
          <PeopleFilters at={at} filter={filter} link={link} offered={offered} isPeer={isPeer} />
        )}
        {total > 0 && (
          <Buttons>
            {canInvite && (
              <ButtonLink href={link("/invite", filterQuery({ ...filter, standing: "added" }))} kind="plain" icon="letter">
                {words.inviteAll}
              </ButtonLink>
            )}
            <ButtonLink
              href={`${programPath(organizationId, programId)}/letters/new?${new URLSearchParams(filterQuery(filter))}`}
              kind="plain"
              icon="letter"
            >
              {words.writeTo}
            </ButtonLink>
            <ButtonLink href={link("/export", filterQuery(filter))} kind="quiet" icon="download" download>
              {words.exportAll}
            </ButtonLink>
          </Buttons>
        )}
        {people.length === 0 ? (
          <EmptyState title={isNarrowed ? words.nobody : words.emptyTitle}>{isNarrowed ? words.nobodyText : words.empty}</EmptyState>
        ) : (
          <PeopleTable
            people={people}
            isPeer={isPeer}
            caption={words.count(total, formatNumber(ctx.reader.language, total))}
            order={order}
            personHref={(id) => `${at}/${id}`}
            sortHref={(sort) => link("", { ...filterQuery(filter), sort, ...(order.sort === sort && !order.isDescending && { down: "" }) })}
            inviteAction={`${at}/invite`}
          />
        )}
        {total > 0 && (
          <Pagination
            page={pageNumber}
            pageSize={pageSize}
            total={total}
            href={(to) => link("", { ...filterQuery(filter), ...sorted, page: String(to) })}
          />
        )}
      </Page>
    );
  },
});

function readOrder(query: URLSearchParams): Order {
  return { sort: sorts.find((one) => one === query.get("sort")) ?? "name", isDescending: query.has("down") };
}

interface PeopleFiltersProps {
  at: string;
  offered: readonly Standing[];
  filter: PeopleFilter;
  link: (under: string, query: Record<string, string>) => string;
  isPeer: boolean;
}

function PeopleFilters({ at, filter, link, offered, isPeer }: PeopleFiltersProps) {
  const words = peopleWords(useReader());
  const { role, standing, search } = filter;
  const without = (key: keyof PeopleFilter): string => link("", filterQuery({ ...filter, [key]: undefined }));
  const active = [
    ...(search === undefined ? [] : [{ label: `“${search}”`, removeHref: without("search") }]),
    ...(role === undefined ? [] : [{ label: words[role], removeHref: without("role") }]),
    ...(standing === undefined ? [] : [{ label: words.standings[standing], removeHref: without("standing") }]),
  ];
  return (
    <Filters action={at} active={active} clearHref={at}>
      <SearchField label={words.search} value={search} />
      {!isPeer && (
        <Select
          name="role"
          label={words.role}
          emptyLabel={words.everybody}
          options={(["mentee", "mentor"] as const).map((one) => ({ value: one, label: words[`${one}s`] }))}
          value={role}
        />
      )}
      <Select
        name="stage"
        label={words.stage}
        emptyLabel={words.allStages}
        options={offered.map((one) => ({ value: one, label: words.standings[one] }))}
        value={standing}
      />
    </Filters>
  );
}
