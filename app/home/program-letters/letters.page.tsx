import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { useChoiceWords } from "./announcement-fields.tsx";
import { announcementWords } from "./announcement.messages.ts";
import { type Announcement, announcementsPerPage, listAnnouncements } from "./list-announcements.ts";

/** The letters that coordinators wrote to chosen people of the program, with what became of them. */
export const programLettersPage = page("/organizations/:organizationId/programs/:programId/letters", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, { query, path }) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const pageNumber = Math.max(1, Math.min(100_000, Number.parseInt(query.get("page") ?? "1", 10) || 1));
    const { announcements, total } = await listAnnouncements(ctx, organizationId, programId, pageNumber);
    const words = announcementWords(ctx.reader);
    const write = (
      <ButtonLink href={`${path}/new`} icon="letter">
        {words.write}
      </ButtonLink>
    );
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={programCrumbs(organization, program)}
        actions={total > 0 && write}
        isWide
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="letters" />
        {total === 0 ? (
          <EmptyState title={words.emptyTitle} action={write}>
            {words.empty}
          </EmptyState>
        ) : (
          <Letters announcements={announcements} at={path} />
        )}
        {total > announcementsPerPage && (
          <Pagination page={pageNumber} pageSize={announcementsPerPage} total={total} href={(to) => `?page=${to}`} />
        )}
      </Page>
    );
  },
});

function Letters({ announcements, at }: { announcements: readonly Announcement[]; at: string }) {
  const words = announcementWords(useReader());
  const wordsFor = useChoiceWords();
  return (
    <Table
      caption={words.title}
      captionHidden
      rows={announcements}
      rowKey={({ id }) => id}
      rowMark={({ returned }) => (returned > 0 ? "attention" : undefined)}
      columns={[
        {
          label: words.subject,
          header: true,
          cell: ({ id, subject }) => (
            <a href={`${at}/${id}`}>
              <bdi>{subject}</bdi>
            </a>
          ),
        },
        { label: words.toWhom, cell: ({ chosen }) => wordsFor(chosen) },
        { label: words.state, cell: ({ state }) => words.states[state] },
        { label: words.recipients, numeric: true, cell: ({ recipients, state }) => (state === "draft" ? "–" : recipients) },
        { label: words.sent, numeric: true, cell: ({ sent }) => sent },
        { label: words.kept, numeric: true, cell: ({ kept }) => kept },
        { label: words.returned, numeric: true, cell: ({ returned }) => returned },
        { label: words.unsubscribed, numeric: true, cell: ({ unsubscribed }) => unsubscribed },
        { label: words.when, cell: ({ confirmedAt, createdAt }) => <Time at={confirmedAt ?? createdAt} /> },
      ]}
    />
  );
}
