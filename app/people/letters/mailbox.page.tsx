import { z } from "zod";
import { installationOwner } from "../../platform/access.ts";
import { asSystemWithin } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { deliverLetter } from "../../platform/letters/deliver-letter.job.ts";
import { download, page } from "../../platform/page.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Filters } from "../../ui/filters.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { lettersWords } from "./letters.messages.ts";
import { findKeptLetter, listKeptLetters } from "./queries.ts";

const pageSize = 50;

/** Where letters stay that could not leave: without a mail server, everything can be tried all the same. */
export const mailboxPage = page("/mailbox", {
  access: installationOwner,
  async show(ctx, _params, { query, path }) {
    const words = lettersWords(ctx.reader);
    const search = (query.get("q") ?? "").trim().slice(0, 200);
    const pageNumber = Math.max(1, Math.min(100_000, Number.parseInt(query.get("page") ?? "1", 10) || 1));
    const { letters, total } = await listKeptLetters(ctx, { search, page: pageNumber, pageSize });
    return (
      <Page
        title={words.mailbox.title}
        audience={words.mailbox.audience}
        lead={ctx.app.settings.smtpUrl ? words.mailbox.withServer : words.mailbox.withoutServer}
        isWide
      >
        <Filters action={path}>
          <SearchField value={search} label={words.mailbox.search} />
        </Filters>
        <Table
          caption={words.count(total)}
          rows={letters}
          rowKey={(letter) => letter.id}
          columns={[
            {
              label: words.mailbox.subject,
              header: true,
              cell: (letter) => (
                <a href={`/mailbox/${letter.id}`}>
                  <bdi>{letter.subject}</bdi>
                </a>
              ),
            },
            { label: words.mailbox.to, cell: (letter) => <bdi>{letter.toAddress}</bdi> },
            { label: words.mailbox.state, cell: (letter) => words.states[letter.state] },
            { label: words.mailbox.written, cell: (letter) => <Time at={letter.createdAt} /> },
          ]}
          empty={<EmptyState title={search ? words.mailbox.nothingFound : words.mailbox.none} />}
        />
        {total > 0 && (
          <Pagination
            page={pageNumber}
            pageSize={pageSize}
            total={total}
            href={(to) => `?${new URLSearchParams({ ...(search && { q: search }), page: String(to) })}`}
          />
        )}
      </Page>
    );
  },
});

const url = /https?:\/\/\S+/g;

export const letterPage = page("/mailbox/:letterId", {
  access: installationOwner,
  async show(ctx, { letterId }, { path }) {
    const words = lettersWords(ctx.reader);
    const letter = found(await findKeptLetter(ctx, letterId));
    const links = [...new Set(letter.text_body.match(url) ?? [])];
    return (
      <Page title={letter.subject} crumbs={[{ label: words.mailbox.title, href: "/mailbox" }]} audience={words.mailbox.audience}>
        <DescriptionList
          items={[
            { name: words.mailbox.to, value: <bdi>{letter.to_name ? `${letter.to_name} <${letter.to_address}>` : letter.to_address}</bdi> },
            { name: words.mailbox.state, value: words.states[letter.state] },
            { name: words.mailbox.written, value: <Time at={letter.created_at} /> },
          ]}
        />
        {letter.last_error && (
          <Callout kind="warn" title={words.mailbox.why}>
            <bdi>{letter.last_error}</bdi>
          </Callout>
        )}
        <Section title={words.mailbox.text}>
          <pre class="letter-text" dir="auto" lang={letter.language}>
            {letter.text_body}
          </pre>
          <p>
            <a href={`${path}/html`}>{words.mailbox.html}</a>
          </p>
        </Section>
        {links.length > 0 && (
          <Section title={words.mailbox.links}>
            <ul>
              {links.map((link) => (
                <li key={link}>
                  <a href={link} class="long-link">
                    {link}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {ctx.app.settings.smtpUrl && ["failed", "bounced"].includes(letter.state) && (
          <Form action={path}>
            <Button kind="plain">{words.mailbox.tryAgain}</Button>
          </Form>
        )}
      </Page>
    );
  },
  submit: form(z.object({}), async (ctx, { letterId }) => {
    const letter = found(await findKeptLetter(ctx, letterId));
    await asSystemWithin(ctx, async (own) => {
      await own.db
        .updateTable("letter")
        .set({ state: "queued" })
        .where("id", "=", letter.id)
        .where("state", "in", ["failed", "bounced"])
        .execute();
      await ctx.app.jobs.enqueue(own, deliverLetter, { letterId: letter.id });
    });
    return { notice: lettersWords(ctx.reader).mailbox.queuedAgain };
  }),
});

/** The letter as a mail program shows it, with its own inline styles, and shut off from everything else. */
export const letterAsSeen = download("/mailbox/:letterId/html", {
  access: installationOwner,
  async send(ctx, { letterId }) {
    const letter = found(await findKeptLetter(ctx, letterId));
    return {
      contentType: "text/html; charset=utf-8",
      body: letter.html_body,
      contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation-by-user-activation",
    };
  },
});
