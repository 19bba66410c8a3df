import { pageNumberIn } from "../../platform/page-number.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { findOrganization } from "../organizations/find-organization.ts";
import { coordinators } from "../programs/access.ts";
import { findProgram } from "../programs/find-program.ts";
import { programCrumbs, ProgramTabs } from "../programs/program-tabs.tsx";
import { importPath, importsPath } from "./import-path.ts";
import { importWords } from "./imports.messages.ts";
import { type ListedImport, listImports } from "./list-imports.ts";
import { pageSize } from "./page-size.ts";

export const importsPage = page("/organizations/:organizationId/programs/:programId/imports", {
  access: coordinators,
  async show(ctx, { organizationId, programId }, { query, path }) {
    const words = importWords(ctx.reader);
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const number = pageNumberIn(query);
    const { imports, total } = await listImports(ctx, { organizationId, programId, page: number, pageSize });
    const begin = <ButtonLink href={`${importsPath(organizationId, programId)}/new`}>{words.importPeople}</ButtonLink>;
    const resultOf = ({ state, counts }: ListedImport): string =>
      state === "done" ? words.summary(counts.make ?? 0, counts.change ?? 0, counts.same ?? 0, counts.skip ?? 0) : words.states[state];
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={words.audience}
        crumbs={programCrumbs(organization, program)}
        actions={imports.length > 0 && begin}
        isWide
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="imports" />
        <Table
          caption={words.past}
          rows={imports}
          rowKey={(one) => one.id}
          rowMark={(one) => (one.state === "mapping" || one.state === "checked" ? "attention" : undefined)}
          columns={[
            {
              label: words.file,
              header: true,
              cell: (one) => (
                <a href={importPath(organizationId, programId, one.id)}>
                  <bdi>{one.fileName}</bdi>
                </a>
              ),
            },
            { label: words.role, cell: (one) => words.roles[one.role] },
            { label: words.result, cell: resultOf },
            { label: words.by, cell: (one) => <bdi>{one.by ?? ""}</bdi> },
            { label: words.when, cell: (one) => <Time at={one.createdAt} /> },
          ]}
          empty={
            <EmptyState title={words.none} action={begin}>
              {words.noneText}
            </EmptyState>
          }
        />
        {total > 0 && <Pagination page={number} pageSize={pageSize} total={total} href={(to) => `${path}?page=${to}`} />}
      </Page>
    );
  },
});
