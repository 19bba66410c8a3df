/**
 * The frame of every page. It answers: where am I, what needs me, who can see this.
 *
 *     <Page
 *       title="Sessions"
 *       crumbs={[{ label: "Maya and Jonas", href: "/relationships/7" }]}
 *       audience="Only you, Jonas and your coordinator, Ruth"
 *       actions={<ButtonLink href="/relationships/7/sessions/new">Suggest a time</ButtonLink>}
 *     >
 *       …
 *     </Page>
 */
import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { directionOf } from "../platform/i18n.ts";
import { asset } from "./assets.ts";
import { Breadcrumbs } from "./breadcrumbs.tsx";
import { PageFooter } from "./footer.tsx";
import { FlashMessage } from "./flash.tsx";
import { PageBanner } from "./banner.tsx";
import { PageHeader } from "./header.tsx";
import { Icon } from "./icon.tsx";
import { useReader } from "./reader.ts";
import { ShellContext, type PlainLink } from "./shell.ts";
import { uiWords } from "./ui.messages.ts";

export interface PageProps {
  /** The one h1, and the first words of the window's title. */
  title: string;
  /** One or two sentences under the title. */
  lead?: ComponentChildren;
  /** Who can see what stands here, in words; every page inside a program says it. */
  audience?: ComponentChildren | undefined;
  /** The pages above this one, from the top; this page itself is left out. */
  crumbs?: readonly PlainLink[];
  /** What can be done here, beside the title: at most two buttons. */
  actions?: ComponentChildren;
  /** For tables and boards; otherwise one column to read. */
  isWide?: boolean | undefined;
  /** Something is going on: without scripts, look again after so many seconds. */
  refreshAfter?: number | undefined;
  /** Stands above the title: a large face, a step of a wizard. */
  above?: ComponentChildren;
  /** A page one is sent to in the middle of writing (sign-in): what was typed elsewhere is kept. */
  keepDrafts?: boolean;
  /** Asked by search engines to stay out, as everything but the public pages is. */
  findable?: boolean;
  children?: ComponentChildren;
}

export function Page(props: PageProps) {
  const { title, lead, audience, crumbs = [], actions, isWide, refreshAfter, above, keepDrafts, findable, children } = props;
  const { language, timeZone } = useReader();
  const words = uiWords(language);
  const shell = useContext(ShellContext);
  return (
    <html lang={language} dir={directionOf(language)} data-time-zone={timeZone}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{windowTitle(title, crumbs, shell.organization?.name ?? "Understory")}</title>
        <meta name="color-scheme" content="light dark" />
        {!findable && <meta name="robots" content="noindex" />}
        {refreshAfter !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refreshAfter)} />
          </noscript>
        )}
        {keepDrafts && <meta name="drafts" content="keep" />}
        <link rel="stylesheet" href={asset("app/ui/style.css")} />
        <link rel="icon" type="image/svg+xml" href={asset("app/ui/assets/favicon.svg")} />
        <script type="module" src={asset("app/ui/client.ts")} />
      </head>
      <body data-unsaved={words.unsaved} data-restored={words.restored}>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        {shell.banner && <PageBanner banner={shell.banner} />}
        <PageHeader />
        <main id="content" class={isWide ? "wide" : "text"} tabIndex={-1}>
          <FlashMessage {...(shell.flash && { flash: shell.flash })} />
          <Breadcrumbs crumbs={crumbs} />
          <div class="page-head">
            {above}
            <h1>{title}</h1>
            {lead !== undefined && <Lead>{lead}</Lead>}
            {audience !== undefined && <Audience>{audience}</Audience>}
            {actions && <div class="buttons">{actions}</div>}
          </div>
          {children}
        </main>
        <PageFooter />
      </body>
    </html>
  );
}

/** From the page up to the whole, so that two tabs of two programs are told apart; no name twice. */
const windowTitle = (title: string, crumbs: readonly PlainLink[], whole: string): string =>
  [...new Set([title, ...crumbs.map(({ label }) => label).toReversed(), whole])].join(" · ");

/** The first one or two sentences of a page. */
function Lead({ children }: { children: ComponentChildren }) {
  return <p class="lead">{children}</p>;
}

/** A second column on a desktop, below the first on a phone. */
export function TwoColumns({ aside, children }: { aside: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="two-columns">
      <div class="column">{children}</div>
      <aside class="column">{aside}</aside>
    </div>
  );
}

/** The line that says who can see what stands here; also for a single part of a page. */
export function Audience({ children }: { children: ComponentChildren }) {
  const words = uiWords(useReader().language);
  return (
    <p class="audience">
      <Icon name="eye" />
      <span>
        <span class="audience-label">{words.audience}: </span>
        {children}
      </span>
    </p>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  id,
  actions,
  children,
}: {
  title: string;
  id?: string;
  actions?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section id={id} class="section">
      <div class="section-title">
        <h2>{title}</h2>
        {actions && <div class="buttons">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
