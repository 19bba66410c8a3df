import { z } from "zod";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { pageNumberIn } from "../../platform/page-number.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Filters } from "../../ui/filters.tsx";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { StateSelect } from "../../ui/state-select.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { extendSuggestion, withdrawSuggestion } from "./change-suggestion.ts";
import { countSuggestions, type ListedSuggestion, listSuggestions } from "./list-suggestions.ts";
import { suggestionStates } from "./suggestion.ts";
import { suggestionWords } from "./suggestions.messages.ts";

const pageSize = 50;

/** What was suggested to whom, and who has chosen. */
export const suggestionsOverviewPage = page("/organizations/:organizationId/programs/:programId/suggestions/overview", {
  access: coordinators,
  async show(ctx, { organizationId, programId }, { query, path }) {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const state = suggestionStates.find((one) => one === query.get("state"));
    const pageNumber = pageNumberIn(query);
    const counts = await countSuggestions(ctx, organizationId, programId);
    const { suggestions, total } = await listSuggestions(ctx, organizationId, programId, state, { page: pageNumber, pageSize });
    const { language } = ctx.reader;
    const words = suggestionWords(language);
    const at = programPath(organizationId, programId);
    return (
      <Page
        title={words.overview.title}
        lead={words.overview.lead}
        audience={words.publish.audience}
        crumbs={programCrumbs(organization, program)}
        isWide
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="mode" />
        {counts.size === 0 ? (
          <EmptyState title={words.overview.none} action={<ButtonLink href={`${at}/rounds`}>{words.overview.toRounds}</ButtonLink>}>
            {words.overview.noneText}
          </EmptyState>
        ) : (
          <>
            <Filters action={path}>
              <StateSelect
                label={words.overview.state}
                all={words.overview.all}
                value={state}
                states={suggestionStates}
                words={words.states}
                counts={counts}
              />
            </Filters>
            <Table
              caption={words.overview.caption}
              captionHidden
              rows={suggestions}
              rowKey={(one) => one.id}
              rowMark={(one) => (one.state === "lapsed" || one.state === "none" ? "attention" : undefined)}
              columns={[
                {
                  label: words.overview.mentee,
                  header: true,
                  cell: (one) => <Person name={one.menteeName} href={`${at}/participants/${one.menteeId}`} />,
                },
                { label: words.overview.state, cell: (one) => <State suggestion={one} /> },
                { label: words.overview.mentors, cell: (one) => <Mentors suggestion={one} /> },
                { label: words.overview.until, cell: (one) => (one.state === "open" ? <Time at={one.answerBy} as="deadline" /> : null) },
                {
                  label: words.overview.extend,
                  labelHidden: true,
                  cell: (one) =>
                    (one.state === "open" || one.state === "lapsed") && (
                      <Buttons>
                        <ActButton action={path} act="extend" fields={{ suggestionId: one.id }} kind="quiet" small>
                          {words.overview.extend}
                        </ActButton>
                        {one.state === "open" && (
                          <ActButton action={path} act="withdraw" fields={{ suggestionId: one.id }} kind="quiet" small>
                            {words.overview.take}
                          </ActButton>
                        )}
                      </Buttons>
                    ),
                },
              ]}
            />
            {total > 0 && (
              <Pagination
                page={pageNumber}
                pageSize={pageSize}
                total={total}
                href={(to) => `?${new URLSearchParams({ ...(state && { state }), page: String(to) })}`}
              />
            )}
          </>
        )}
      </Page>
    );
  },
  acts: {
    extend: form(z.object({ suggestionId: id() }), async (ctx, its, { suggestionId }) => {
      await extendSuggestion(ctx, { ...its, suggestionId });
      return { notice: suggestionWords(ctx.reader).overview.extended };
    }),
    withdraw: form(z.object({ suggestionId: id() }), async (ctx, its, { suggestionId }) => {
      await withdrawSuggestion(ctx, { ...its, suggestionId });
      return { notice: suggestionWords(ctx.reader).overview.taken };
    }),
  },
});

function State({ suggestion: { state, reason, note } }: { suggestion: ListedSuggestion }) {
  const words = suggestionWords(useReader().language);
  return (
    <>
      {words.states[state]}
      {reason && <p class="quiet">{words.reasons[reason]}</p>}
      {note && (
        <p class="quiet" dir="auto">
          {note}
        </p>
      )}
    </>
  );
}

/** In the order of the suggestion; whom she chose is marked, and said. */
function Mentors({ suggestion: { mentors } }: { suggestion: ListedSuggestion }) {
  const words = suggestionWords(useReader().language);
  return (
    <ol>
      {mentors.map(({ name, isChosen }) => (
        <li key={name}>
          {isChosen ? (
            <strong>
              <bdi>{name}</bdi> ({words.overview.chosen})
            </strong>
          ) : (
            <bdi>{name}</bdi>
          )}
        </li>
      ))}
    </ol>
  );
}
