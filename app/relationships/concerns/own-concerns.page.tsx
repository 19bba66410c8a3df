import { members } from "../../platform/access.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page } from "../../ui/layout.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { concernsPath } from "./concern.ts";
import { concernWords } from "./concerns.messages.ts";
import { listOwnConcerns } from "./own-concerns.ts";

export const ownConcernsPage = page("/organizations/:organizationId/concerns/mine", {
  access: members,
  show: async (ctx, { organizationId }) => {
    const words = concernWords(ctx.reader);
    const concerns = await listOwnConcerns(ctx, organizationId);
    const at = concernsPath(organizationId);
    const raise = (
      <ButtonLink href={`${at}/new`} kind="plain">
        {words.raiseAnother}
      </ButtonLink>
    );
    return (
      <Page
        title={words.mine}
        lead={words.own}
        audience={words.ownAudience}
        crumbs={[{ href: "/", label: words.myPage }]}
        {...(concerns.length > 0 && { actions: raise })}
      >
        <Table
          caption={words.mine}
          captionHidden
          rows={concerns}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={words.none} action={raise}>
              {words.noneText}
            </EmptyState>
          }
          columns={[
            {
              label: words.category,
              header: true,
              cell: ({ id, category }) => <a href={`${at}/mine/${id}`}>{words.categories[category]}</a>,
            },
            { label: words.raisedAt, cell: ({ raisedAt }) => <Time at={raisedAt} /> },
            { label: words.stateLabel, cell: ({ state }) => words.states[state] },
          ]}
        />
      </Page>
    );
  },
});
