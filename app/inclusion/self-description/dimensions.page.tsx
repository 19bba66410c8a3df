import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NumberField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { type Dimension, leastSmallestGroup, mostDimensions, mostSmallestGroup } from "./dimension.ts";
import { dimensionWords } from "./dimension.messages.ts";
import { smallestGroupShape } from "./dimension-shape.ts";
import { countDescriptions, findSmallestGroup, listDimensions } from "./list-dimensions.ts";
import { changeSmallestGroup } from "./save-dimension.ts";

export const dimensionsPage = page("/organizations/:organizationId/programs/:programId/fairness", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const dimensions = await listDimensions(ctx, organizationId, programId);
    const counts = await countDescriptions(ctx, organizationId, programId);
    const smallest = await findSmallestGroup(ctx, organizationId, programId);
    const words = dimensionWords(ctx.reader);
    const at = programPath(organizationId, programId);
    const add = (
      <ButtonLink href={`${at}/fairness/new`} icon="plus">
        {words.add}
      </ButtonLink>
    );
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={words.audience}
        crumbs={programCrumbs(organization, program)}
        actions={dimensions.length > 0 && dimensions.length < mostDimensions && add}
        isWide
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="fairness" />
        {dimensions.length === 0 ? (
          <EmptyState title={words.emptyTitle} action={add}>
            {words.empty}
          </EmptyState>
        ) : (
          <>
            <DimensionTable dimensions={dimensions} counts={counts} smallest={smallest} at={`${at}/fairness`} />
            <Section title={words.reports}>
              <p>
                {words.reportsText} <a href={`${at}/rounds`}>{words.rounds}</a>
              </p>
            </Section>
            <SmallestGroup smallest={smallest} visit={visit} />
          </>
        )}
      </Page>
    );
  },
  acts: {
    smallestGroup: form(smallestGroupShape, async (ctx: PersonalContext, { organizationId, programId }, { smallestGroup }) => {
      await changeSmallestGroup(ctx, organizationId, programId, smallestGroup);
      const { language } = ctx.reader;
      return { notice: dimensionWords(language).smallestSaved(formatNumber(language, smallestGroup)) };
    }),
  },
});

interface DimensionTableProps {
  dimensions: readonly Dimension[];
  counts: ReadonlyMap<string, number>;
  smallest: number;
  at: string;
}

function DimensionTable({ dimensions, counts, smallest, at }: DimensionTableProps) {
  const { language } = useReader();
  const words = dimensionWords(language);
  const number = (value: number): string => formatNumber(language, value);
  return (
    <Table
      caption={words.caption}
      captionHidden
      rows={dimensions}
      rowKey={({ id }) => id}
      columns={[
        {
          label: words.asked,
          header: true,
          cell: ({ id, label }) => (
            <a href={`${at}/${id}`}>
              <bdi>{label}</bdi>
            </a>
          ),
        },
        {
          label: words.options,
          cell: ({ options }) => <bdi>{options.map(({ label }) => label).join(" · ")}</bdi>,
        },
        {
          label: words.described,
          numeric: true,
          cell: ({ id }) => {
            const count = counts.get(id) ?? 0;
            return count < smallest ? words.fewer(number(smallest)) : number(count);
          },
        },
        {
          label: words.wish,
          cell: ({ wishWeight }) => (wishWeight === 0 ? words.wishOff : words.wishCounts(number(wishWeight))),
        },
      ]}
    />
  );
}

function SmallestGroup({ smallest, visit }: { smallest: number; visit: Visit }) {
  const words = dimensionWords(useReader());
  return (
    <Section title={words.smallestTitle}>
      <p>{words.smallestText}</p>
      <Form action={visit.path} act="smallestGroup" {...visit.refused("smallestGroup")}>
        <NumberField
          name="smallestGroup"
          label={words.smallest}
          value={smallest}
          min={leastSmallestGroup}
          max={mostSmallestGroup}
          required
        />
        <Buttons>
          <Button kind="plain">{words.save}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}
