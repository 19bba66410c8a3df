import { type Context, membershipIn } from "../../platform/context.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatDay } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { Table } from "../../ui/table.tsx";
import { isStaff } from "../programs/access.ts";
import { type ListedProgram, listPrograms } from "../programs/list-programs.ts";
import { programPath } from "../programs/program.ts";
import { members } from "../../platform/access.ts";
import { findOrganization } from "./find-organization.ts";
import { organizationWords } from "./organization.messages.ts";

export const organizationPage = page("/organizations/:organizationId", {
  access: members,
  show: async (ctx, { organizationId }) => {
    // Mentors and mentees find what is theirs on their own page.
    if (!isStaff(ctx, organizationId)) return { to: "/" };
    const [organization, programs] = [await findOrganization(ctx, organizationId), await listPrograms(ctx, organizationId)];
    const words = organizationWords(ctx.reader);
    const administers = membershipIn(ctx, organizationId)?.role !== "member";
    const at = `/organizations/${organizationId}`;
    const archived = programs.filter(({ stage }) => stage === "archived");
    const newProgram = (
      <ButtonLink href={`${at}/programs/new`} icon="plus">
        {words.newProgram}
      </ButtonLink>
    );
    return (
      <Page
        title={organization.name}
        {...(organization.purpose !== "" && { lead: <bdi>{organization.purpose}</bdi> })}
        audience={administers ? words.teamSees : words.youSee}
        isWide
        {...(administers && {
          actions: (
            <>
              {newProgram}
              <ButtonLink href={`${at}/settings`} kind="quiet">
                {words.settings}
              </ButtonLink>
              {ctx.actor.ownsInstallation && programs.length === 0 && (
                <ButtonLink href="/demo/load" kind="quiet">
                  {words.loadDemo}
                </ButtonLink>
              )}
            </>
          ),
        })}
      >
        <Programs
          ctx={ctx}
          organizationId={organizationId}
          programs={programs.filter(({ stage }) => stage !== "archived")}
          caption={words.programs}
          empty={
            <EmptyState title={words.noProgramsTitle} {...(administers && archived.length > 0 && { action: newProgram })}>
              {words.noPrograms}
            </EmptyState>
          }
        />
        {archived.length > 0 && (
          <Details summary={words.archived(archived.length)}>
            <Programs ctx={ctx} organizationId={organizationId} programs={archived} caption={words.stages.archived} />
          </Details>
        )}
      </Page>
    );
  },
});

interface ProgramsProps {
  ctx: Context;
  organizationId: string;
  programs: readonly ListedProgram[];
  caption: string;
  empty?: preact.ComponentChildren;
}

function Programs({ ctx, organizationId, programs, caption, empty }: ProgramsProps) {
  const words = organizationWords(ctx.reader);
  const day = (on: string): string => formatDay(ctx.reader.language, on, "day");
  const when = ({ startsOn, endsOn }: ListedProgram): string =>
    [startsOn && words.from(day(startsOn)), endsOn && words.until(day(endsOn))].filter(Boolean).join(" ") || words.noDates;
  return (
    <Table
      caption={caption}
      rows={programs}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          label: words.program,
          header: true,
          cell: ({ id, name }) => (
            <a href={programPath(organizationId, id)}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        { label: words.stage, cell: ({ stage }) => words.stages[stage] },
        { label: words.mentors, numeric: true, cell: ({ mentors }) => mentors },
        { label: words.mentees, numeric: true, cell: ({ mentees }) => mentees },
        { label: words.joined, numeric: true, cell: ({ joined }) => joined },
        { label: words.when, cell: when },
      ]}
    />
  );
}
