import { Button, ButtonLink } from "../../app/ui/button.tsx";
import { BarStrip } from "../../app/ui/charts/bar-strip.tsx";
import { LineChart } from "../../app/ui/charts/line-chart.tsx";
import { Select } from "../../app/ui/choices.tsx";
import { EmptyState } from "../../app/ui/empty-state.tsx";
import { Filters } from "../../app/ui/filters.tsx";
import { Island } from "../../app/ui/island.tsx";
import { Page, Section } from "../../app/ui/layout.tsx";
import { Menu, MenuLink } from "../../app/ui/menu.tsx";
import { Pagination } from "../../app/ui/pagination.tsx";
import { Person } from "../../app/ui/person.tsx";
import { Progress } from "../../app/ui/progress.tsx";
import { useReader } from "../../app/ui/reader.ts";
import { SearchField } from "../../app/ui/search-field.tsx";
import { Stat, Stats } from "../../app/ui/stat.tsx";
import { Strength } from "../../app/ui/strength.tsx";
import { Table } from "../../app/ui/table.tsx";
import { Tabs } from "../../app/ui/tabs.tsx";
import { Time } from "../../app/ui/time.tsx";
import Counter from "./counter.island.tsx";
import { before, samples } from "./samples.ts";

/** A page that lists: what a coordinator sees of her program. */
export function ListingPage() {
  const words = samples(useReader().language);
  const figures = [120, 98, 91, 31, 22, 9];
  return (
    <Page
      title={words.listTitle}
      crumbs={[
        { label: words.organization, href: "/" },
        { label: words.program, href: "/programs/1" },
      ]}
      lead={words.listLead}
      audience={words.listAudience}
      isWide
      actions={
        <>
          <ButtonLink href="/invite">{words.invite}</ButtonLink>
          <ButtonLink href="/import" kind="plain">
            {words.importPeople}
          </ButtonLink>
        </>
      }
    >
      <Tabs
        tabs={words.tabs.map((label, index) => ({ label, href: `?tab=${index}`, current: index === 1, ...(index === 1 && { count: 42 }) }))}
      />
      <Stats>
        {words.stats.map((label, index) => (
          <Stat
            key={label}
            value={figures[index]!}
            label={label}
            href={`?state=${index}`}
            {...(index === 3 && { attention: true, note: words.statNote })}
          />
        ))}
      </Stats>
      <Filters action="/people" clearHref="/people" active={[{ label: words.active, removeHref: "/people" }]}>
        <SearchField value="a" />
        <Select
          name="role"
          label={words.role}
          options={words.roles.map((label) => ({ value: label, label }))}
          emptyLabel={words.everyone}
        />
      </Filters>
      <PeopleTable />
      <Pagination page={3} pageSize={5} total={42} href={(page) => `?page=${page}`} />
      <Section title={words.working} actions={<Button kind="plain">{words.undo}</Button>}>
        <Progress label={words.working} done={1200} total={2000} text={words.workingText} />
        <Progress label={words.working} />
      </Section>
      <LineChart
        caption={words.chart}
        pointHeading={words.day}
        valueHeading={words.answers}
        points={[2, 5, 4, undefined, 9, 14, 12].map((value, index) => ({ label: words.days[index]!, value }))}
      />
      <BarStrip
        caption={words.bars}
        labelHeading={words.group}
        valueHeading={words.mean}
        maximum={5}
        bars={[
          { label: words.groups[0]!, value: 4.2, low: 3.9, high: 4.5 },
          { label: words.groups[1]!, value: 4.4, low: 4.2, high: 4.6 },
          { label: words.groups[2]!, value: 2.9, low: 2.1, high: 3.7 },
        ]}
      />
      <Table
        caption={words.noRows}
        columns={[]}
        rows={[]}
        rowKey={String}
        empty={
          <EmptyState title={words.noRows} action={<ButtonLink href="/import">{words.importPeople}</ButtonLink>}>
            {words.noRowsText}
          </EmptyState>
        }
      />
      <Island of={Counter} module="testing/gallery/counter.island.tsx" props={{ label: words.island, from: 2 }} />
    </Page>
  );
}

function PeopleTable() {
  const words = samples(useReader().language);
  const { columns } = words;
  const rows = words.people.map((name, id) => ({
    id,
    name,
    role: words.roles[id % 2]!,
    fit: [82, 64, 41, 12, 97][id]!,
    hours: 2 + id * 1.5,
  }));
  return (
    <Table
      caption={words.caption}
      rows={rows}
      rowKey={(row) => row.id}
      rowMark={(row) => (row.id === 1 ? "attention" : row.id === 3 ? "chosen" : undefined)}
      columns={[
        {
          label: columns.name,
          header: true,
          sort: { href: "?sort=name" },
          cell: (row) => <Person name={row.name} href={`/people/${row.id}`} note={words.note} />,
        },
        { label: columns.role, cell: (row) => row.role },
        { label: columns.fit, cell: (row) => <Strength value={row.fit} /> },
        { label: columns.hours, numeric: true, cell: (row) => row.hours },
        { label: columns.since, sort: { href: "?sort=-since", direction: "ascending" }, cell: () => <Time at={before} as="relative" /> },
        {
          label: columns.more,
          labelHidden: true,
          cell: (row) => (
            <Menu id={`menu-${row.id}`} label={words.openMenu}>
              {words.menu.map((label) => (
                <MenuLink key={label} href="/somewhere">
                  {label}
                </MenuLink>
              ))}
            </Menu>
          ),
        },
      ]}
    />
  );
}
