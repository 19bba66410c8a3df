import { z } from "zod";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { choices, id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { isId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { CheckboxGroup, Select } from "../../ui/choices.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Filters } from "../../ui/filters.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { handOverRelationships } from "./hand-over-relationships.ts";
import { listOwned, ownedPerPage } from "./list-owned.ts";
import { supportPath } from "./support.page.tsx";
import { supportWords } from "./support.messages.ts";

/** Who looks after which relationship; one, several or all of them can be handed over. */
export const ownersPage = page("/organizations/:organizationId/programs/:programId/owners", {
  access: coordinators,
  async show(ctx, its, visit) {
    const { organizationId, programId } = its;
    const words = supportWords(ctx.reader).owners;
    const { language } = ctx.reader;
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const all = await listCoordinators(ctx, organizationId, programId);
    const wanted = visit.query.get("owner") ?? "";
    const ownerId = isId(wanted) ? wanted : undefined;
    const current = Math.max(1, Math.trunc(Number(visit.query.get("page") ?? 1)) || 1);
    const { relationships, total } = await listOwned(ctx, its, { ownerId, page: current });
    const options = all.map(({ personId, name }) => ({ value: personId, label: name }));
    const nameOf = (personId: string | null): string => all.find((one) => one.personId === personId)?.name ?? words.nobody;
    const here = `${programPath(organizationId, programId)}/owners`;
    const pageAt = (number: number): string =>
      `${here}?${new URLSearchParams({ ...(ownerId !== undefined && { owner: ownerId }), page: String(number) })}`;
    return (
      <Page title={words.title} lead={words.lead} audience={supportWords(language).audience} crumbs={programCrumbs(organization, program)}>
        {total === 0 && ownerId === undefined ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <>
            <Filters action={here}>
              <Select name="owner" label={words.filter} emptyLabel={words.everybody} options={options} value={ownerId} />
            </Filters>
            <Form action={visit.path} act="some" {...visit.refused("some")}>
              <CheckboxGroup
                name="relationshipIds"
                label={words.people}
                options={relationships.map((one) => ({
                  value: one.id,
                  label: (
                    <>
                      <bdi>{formatList(language, one.names)}</bdi> · {words.owner}: <bdi>{nameOf(one.ownerId)}</bdi> ·{" "}
                      <a href={supportPath(organizationId, one.id)}>{supportWords(language).life}</a>
                    </>
                  ),
                }))}
              />
              <Pagination page={current} pageSize={ownedPerPage} total={total} href={pageAt} />
              <Select name="toId" label={words.some} emptyLabel={supportWords(language).owner.choose} options={options} />
              <Buttons>
                <Button>{words.give}</Button>
              </Buttons>
            </Form>
            <Section title={words.all}>
              <Form action={visit.path} act="all" {...visit.refused("all")}>
                <Select name="fromId" label={words.allOf} options={options} value={ctx.actor.personId} />
                <Select name="toId" label={words.allTo} emptyLabel={supportWords(language).owner.choose} options={options} />
                <Buttons>
                  <Button kind="plain">{words.giveAll}</Button>
                </Buttons>
              </Form>
            </Section>
          </>
        )}
      </Page>
    );
  },
  acts: {
    some: form(
      z.object({ relationshipIds: choices(ownedPerPage), toId: id() }),
      async (ctx: PersonalContext, its, { relationshipIds, toId }) => {
        const { name, count } = await handOverRelationships(ctx, its, { relationshipIds: relationshipIds.filter(isId) }, toId);
        return { notice: supportWords(ctx.reader).owners.given(name, count) };
      },
    ),
    all: form(z.object({ fromId: id(), toId: id() }), async (ctx: PersonalContext, its, { fromId, toId }) => {
      const { name, count } = await handOverRelationships(ctx, its, { allOf: fromId }, toId);
      return { notice: supportWords(ctx.reader).owners.given(name, count) };
    }),
  },
});
