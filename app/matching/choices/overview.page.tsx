import { participantRoles, participantsPath, type ParticipantRole } from "../../networks/enrollment/participant.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { pageNumberIn } from "../../platform/page-number.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Filters } from "../../ui/filters.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { SearchField } from "../../ui/search-field.tsx";
import { Stat, Stats } from "../../ui/stat.tsx";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { findMode } from "../modes/find-mode.ts";
import { mayChoose } from "./choice.ts";
import { choicesPath, directoryPath } from "./choice-path.ts";
import {
  type ChoiceTotals,
  type CountedList,
  type CountedOrder,
  countChoices,
  countedOrders,
  countedPerPage,
  totalChoices,
} from "./count-choices.ts";
import { choicesOverviewWords } from "./overview.messages.ts";

/** For coordinators: who has chosen, and who is chosen, in numbers. */
export const choicesOverviewPage = page("/organizations/:organizationId/programs/:programId/choices/overview", {
  access: coordinators,
  async show(ctx, { organizationId, programId }, visit) {
    const words = choicesOverviewWords(ctx.reader);
    const { language } = ctx.reader;
    const program = await findProgram(ctx, organizationId, programId);
    const organization = await findOrganization(ctx, organizationId);
    const mode = await findMode(ctx, organizationId, programId);
    const roles = participantRoles.filter((role) => mayChoose(mode, role));
    const list = readList(visit.query);
    const { people, total } = await countChoices(ctx, organizationId, programId, list);
    const totals = await totalChoices(ctx, organizationId, programId);
    const undecided = { mentee: totals.mentees - totals.menteesWhoChose, mentor: totals.mentors - totals.mentorsWhoChose };
    const at = `${choicesPath(organizationId, programId)}/overview`;
    const link = (change: Partial<CountedList>): string => at + listQuery({ ...list, page: 1, ...change });
    const sorted = (order: CountedOrder) => {
      const isThis = list.order === order;
      return {
        href: link({ order, isDescending: isThis ? !list.isDescending : order !== "name" }),
        ...(isThis && { direction: list.isDescending ? ("descending" as const) : ("ascending" as const) }),
      };
    };
    return (
      <Page title={words.title} lead={words.lead} audience={words.audience} crumbs={programCrumbs(organization, program)} isWide>
        <ProgramTabs organizationId={organizationId} programId={programId} current="choices" />
        {roles.length === 0 && (
          <Callout title={words.closed}>
            <p>{words.closedText}</p>
            <a href={`${programPath(organizationId, programId)}/matching`}>{words.toMode}</a>
          </Callout>
        )}
        <Buttons>
          {roles.map((role) => {
            const whom = role === "mentee" ? "mentor" : "mentee";
            return (
              <ButtonLink key={role} href={directoryPath(organizationId, programId, whom)} kind="plain" icon="eye">
                {words.preview[whom]}
              </ButtonLink>
            );
          })}
          {roles.includes(list.role) && undecided[list.role] > 0 && (
            <ButtonLink
              href={`${programPath(organizationId, programId)}/letters/new?role=${list.role}&stage=not-chosen`}
              kind="quiet"
              icon="letter"
            >
              {words.remind[list.role]}
            </ButtonLink>
          )}
        </Buttons>
        <Section title={words.summary}>
          <Totals totals={totals} withMentors={mode.mentorsRank} />
        </Section>
        <Tabs
          label={words.of}
          tabs={participantRoles.map((role) => ({
            label: words[`${role}s`],
            href: at + listQuery({ ...usualList(role), search: list.search }),
            current: role === list.role,
          }))}
        />
        {(total > countedPerPage || list.search !== "") && (
          <Filters action={at}>
            <input type="hidden" name="role" value={list.role} />
            <SearchField label={words.search} value={list.search} />
          </Filters>
        )}
        <Table
          caption={words.caption(total, formatNumber(language, total))}
          rows={people}
          rowKey={({ id }) => id}
          empty={<EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>}
          columns={[
            {
              label: words.name,
              header: true,
              sort: sorted("name"),
              cell: ({ id, name }) => <Person name={name} href={`${participantsPath(organizationId, programId)}/${id}`} />,
            },
            ...(roles.includes(list.role)
              ? [
                  {
                    label: words.chosen,
                    numeric: true,
                    sort: sorted("chosen"),
                    cell: ({ chosen }: { chosen: number }) => formatNumber(language, chosen),
                  },
                ]
              : []),
            { label: words.wanted, numeric: true, sort: sorted("wanted"), cell: ({ wanted }) => formatNumber(language, wanted) },
            { label: words.first, numeric: true, cell: ({ wantedFirst }) => formatNumber(language, wantedFirst) },
          ]}
        />
        {total > 0 && <Pagination page={list.page} pageSize={countedPerPage} total={total} href={(to) => link({ page: to })} />}
      </Page>
    );
  },
});

function Totals({ totals, withMentors }: { totals: ChoiceTotals; withMentors: boolean }) {
  const { language } = useReader();
  const words = choicesOverviewWords(language);
  const of = (all: number): string => words.ofAll(formatNumber(language, all));
  return (
    <Stats label={words.summary}>
      <Stat value={totals.menteesWhoChose} label={words.menteesChose(totals.menteesWhoChose)} note={of(totals.mentees)} />
      {withMentors && <Stat value={totals.mentorsWhoChose} label={words.mentorsChose(totals.mentorsWhoChose)} note={of(totals.mentors)} />}
      <Stat value={totals.mentorsUnchosen} label={words.unchosen(totals.mentorsUnchosen)} note={of(totals.mentors)} />
      <Stat value={totals.setAside} label={words.setAside(totals.setAside)} note={words.setAsideNote} />
    </Stats>
  );
}

/** Whoever has chosen nobody, and whoever is wanted most, stands first. */
const usualList = (role: ParticipantRole): CountedList => ({
  role,
  search: "",
  order: role === "mentee" ? "chosen" : "wanted",
  isDescending: role === "mentor",
  page: 1,
});

function readList(query: URLSearchParams): CountedList {
  const role = query.get("role") === "mentor" ? "mentor" : "mentee";
  const usual = usualList(role);
  const order = countedOrders.find((one) => one === query.get("sort"));
  return {
    role,
    search: (query.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 200),
    order: order ?? usual.order,
    isDescending: order === undefined ? usual.isDescending : query.has("down"),
    page: pageNumberIn(query),
  };
}

function listQuery({ role, search, order, isDescending, page: number }: CountedList): string {
  const query = new URLSearchParams({ role, sort: order });
  if (isDescending) query.set("down", "");
  if (search) query.set("q", search);
  if (number > 1) query.set("page", String(number));
  return `?${query}`;
}
