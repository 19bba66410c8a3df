import { z } from "zod";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { choices, id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { isId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { pageNumberIn } from "../../platform/page-number.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { handOverRelationships } from "../support/hand-over-relationships.ts";
import { supportWords } from "../support/support.messages.ts";
import { allPairsWords } from "./all-pairs.messages.ts";
import { listPairs, pairsPerPage } from "./list-pairs.ts";
import { PairFilters } from "./pair-filters.tsx";
import { pairFilterQuery, readPairFilter, readPairOrder } from "./pair-filter.ts";
import { PairsTable } from "./pairs-table.tsx";

/** All relationships of a program, with where each stands and who looks after it; one, several or all of them can be handed over. */
export const allPairsPage = page("/organizations/:organizationId/programs/:programId/pairs", {
  access: coordinators,
  async show(ctx, its, visit) {
    const { organizationId, programId } = its;
    const words = allPairsWords(ctx.reader);
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const all = await listCoordinators(ctx, organizationId, programId);
    const filter = readPairFilter(visit.query);
    const order = readPairOrder(visit.query);
    const current = pageNumberIn(visit.query);
    const { pairs, total } = await listPairs(ctx, its, filter, order, current);
    const narrowed = pairFilterQuery(filter);
    const isNarrowed = Object.keys(narrowed).length > 0;
    const here = `${programPath(organizationId, programId)}/pairs`;
    const link = (under: string, query: Record<string, string>): string =>
      Object.keys(query).length === 0 ? here + under : `${here}${under}?${new URLSearchParams(query)}`;
    const sorted = { ...(order.sort !== "name" && { sort: order.sort }), ...(order.isDescending && { down: "" }) };
    const options = all.map(({ personId, name }) => ({ value: personId, label: name }));
    const refused = visit.refused("some");
    const canGive = pairs.some(({ state }) => state !== "concluded");
    const table = (
      <PairsTable
        organizationId={organizationId}
        pairs={pairs}
        caption={words.count(total, formatNumber(ctx.reader.language, total))}
        order={order}
        sortHref={(sort) => link("", { ...narrowed, sort, ...(order.sort === sort && !order.isDescending && { down: "" }) })}
        chosen={canGive ? (refused?.values["relationshipIds"] ?? []) : undefined}
      />
    );
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={programCrumbs(organization, program)} isWide>
        <ProgramTabs organizationId={organizationId} programId={programId} current="pairs" />
        {(total > 0 || isNarrowed) && <PairFilters at={here} filter={filter} link={link} owners={options} />}
        {pairs.length === 0 ? (
          <EmptyState title={isNarrowed || total > 0 ? words.none : words.empty}>
            {isNarrowed || total > 0 ? words.noneText : words.emptyText}
          </EmptyState>
        ) : canGive ? (
          <Form action={visit.path} act="some" {...refused}>
            {table}
            <Select name="toId" label={words.giveTo} emptyLabel={words.chooseCoordinator} options={options} />
            <Buttons>
              <Button kind="plain">{words.give}</Button>
            </Buttons>
          </Form>
        ) : (
          table
        )}
        {total > 0 && (
          <Pagination
            page={current}
            pageSize={pairsPerPage}
            total={total}
            href={(to) => link("", { ...narrowed, ...sorted, page: String(to) })}
          />
        )}
        {total > 0 && (
          <Section title={words.takeAway}>
            <p>{words.namelessHint}</p>
            <Buttons>
              <ButtonLink href={link("/export", narrowed)} kind="plain" icon="download" download>
                {words.download}
              </ButtonLink>
              <ButtonLink href={link("/export", { ...narrowed, names: "no" })} kind="plain" icon="download" download>
                {words.downloadNameless}
              </ButtonLink>
            </Buttons>
          </Section>
        )}
        {total > 0 && options.length > 1 && (
          <Details summary={words.giveAllTitle} open={visit.refused("all") !== undefined}>
            <Form action={visit.path} act="all" {...visit.refused("all")}>
              <Select name="fromId" label={words.from} options={options} value={ctx.actor.personId} />
              <Select name="toId" label={words.to} emptyLabel={words.chooseCoordinator} options={options} />
              <Buttons>
                <Button kind="plain">{words.giveAll}</Button>
              </Buttons>
            </Form>
          </Details>
        )}
      </Page>
    );
  },
  acts: {
    some: form(
      z.object({ relationshipIds: choices(pairsPerPage), toId: id() }),
      async (ctx: PersonalContext, its, { relationshipIds, toId }) => {
        const given = await handOverRelationships(ctx, its, { relationshipIds: relationshipIds.filter(isId) }, toId);
        return { notice: givenNotice(ctx, given) };
      },
    ),
    all: form(z.object({ fromId: id(), toId: id() }), async (ctx: PersonalContext, its, { fromId, toId }) => {
      return { notice: givenNotice(ctx, await handOverRelationships(ctx, its, { allOf: fromId }, toId)) };
    }),
  },
});

function givenNotice({ reader }: PersonalContext, { name, count, own }: { name: string; count: number; own: number }): string {
  const words = supportWords(reader).owners;
  return own === 0 ? words.given(name, count) : `${words.given(name, count)} ${words.own(name, own)}`;
}
