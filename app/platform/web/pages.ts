/** Shows pages: who is asking, may they, in one transaction; and what they are shown where it could not be done. */
import type { VNode } from "preact";
import type { BlockList } from "node:net";
import { cookie, decodeCookie, languageCookie, noticeCookie } from "../cookies.ts";
import { type App, type Context, type Entry, inRequest, membershipIn } from "../context.ts";
import { isDatabaseAway } from "../database.ts";
import { NotFound } from "../errors.ts";
import type { Refused } from "../form.ts";
import { isLanguage } from "../i18n.ts";
import { isId } from "../identifiers.ts";
import { askingAddress, networks } from "../network-address.ts";
import type { Leave, Page, Route, Visit } from "../page.ts";
import { securityHeaders } from "../security-headers.ts";
import { type Asked, remoteAddress } from "./asked.ts";
import type { Asker, Composition, Problem, SentForm } from "./composition.ts";

export class Pages {
  readonly app: App;
  readonly #composition: Composition;
  readonly #proxies: BlockList;

  constructor(app: App, composition: Composition) {
    this.app = app;
    this.#composition = composition;
    this.#proxies = networks(app.settings.trustedProxies);
  }

  #respond(request: Asked, asker: Asker, page: VNode, status: number): Response {
    const { cookies, url, params } = request;
    const notice = decodeCookie(cookies.get(noticeCookie));
    const place = {
      path: url.pathname,
      query: url.searchParams,
      organizationId: params["organizationId"],
      programId: params["programId"],
      notice,
    };
    const headers = new Headers({ ...securityHeaders, "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    if (notice !== undefined) headers.append("set-cookie", cookie(noticeCookie, "", 0));
    // The language is a choice for this device; the account's own is for letters.
    if (isLanguage(url.searchParams.get("lang"))) headers.append("set-cookie", cookie(languageCookie, request.language, 365 * 86_400));
    return new Response(this.#composition.frame(asker, page, place), { status, headers });
  }

  visitor(request: Asked): Asker {
    return {
      actor: undefined,
      reader: { language: request.language, timeZone: "UTC" },
      now: this.app.now(),
    };
  }

  problem(request: Asked, asker: Asker, kind: Problem, status: number): Response {
    return this.#respond(request, asker, this.#composition.problem(kind, asker.reader.language), status);
  }

  /** Nobody was there any more to whom the form could be answered. */
  signedOut(request: Asked, asker: Asker, sent: SentForm): Response {
    return this.#respond(request, asker, this.#composition.signedOut(sent, asker.reader.language), 401);
  }

  entryOf(request: Asked, route: Route): Entry {
    return {
      sessionToken: this.#composition.sessionToken(request.cookies),
      organizationId: request.params["organizationId"],
      isPublic: route.access.isPublic === true,
      language: request.language,
      isLanguageChosen: request.isLanguageChosen,
    };
  }

  visitOf({ c, url }: Asked, act?: string, refused?: Refused): Visit {
    return {
      query: url.searchParams,
      path: url.pathname,
      refused: (wanted = "submit") => (wanted === act ? refused : undefined),
      headers: c.req.raw.headers,
      address: askingAddress(c.req.raw.headers, remoteAddress(c), this.#proxies),
    };
  }

  /** Nothing of the page is looked at before this: no address tells a stranger whether its thing exists. */
  async admit(ctx: Context, route: Route, request: Asked): Promise<Leave | undefined> {
    const { params, url } = request;
    if (!ctx.actor && !route.access.isPublic) {
      return this.signInFor(url.pathname + url.search);
    }
    if (Object.entries(params).some(([name, value]) => name.endsWith("Id") && !isId(value))) throw new NotFound();
    const organizationId = params["organizationId"];
    if (organizationId && membershipIn(ctx, organizationId)?.lacksSecondFactor && !route.access.isPublic)
      return { to: `${this.#composition.secondFactorPath}?next=${encodeURIComponent(url.pathname)}` };
    if (!(await route.access.admits(ctx, params as never))) throw new NotFound();
    return undefined;
  }

  /** The frame for whoever asks, where the page itself could not be shown. */
  async whoAsks(request: Asked): Promise<Asker> {
    const sessionToken = this.#composition.sessionToken(request.cookies);
    if (!sessionToken) return this.visitor(request);
    try {
      const { language, isLanguageChosen } = request;
      return await inRequest(
        this.app,
        { sessionToken, organizationId: undefined, isPublic: false, language, isLanguageChosen },
        async ({ actor, reader, now }) => ({ actor, reader, now }),
      );
    } catch {
      return this.visitor(request);
    }
  }

  async guarded(request: Asked, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotFound) return this.problem(request, await this.whoAsks(request), "not-found", 404);
      if (isDatabaseAway(error)) {
        console.error("the database does not answer:", (error as Error).message);
        const response = this.problem(request, this.visitor(request), "away", 503);
        response.headers.set("retry-after", "5");
        return response;
      }
      console.error(`${request.c.req.method} ${request.c.req.routePath} failed:`, error);
      return this.problem(request, this.visitor(request), "bug", 500);
    }
  }

  show(route: Page, request: Asked, act?: string, refused?: Refused, status = 200): Promise<Response> {
    return inRequest(this.app, this.entryOf(request, route), async (ctx) => {
      const away = await this.admit(ctx, route, request);
      if (away) return leave(away);
      const shown = await route.show(ctx, request.params as never, this.visitOf(request, act, refused));
      if ("to" in shown) return leave(shown);
      const asker: Asker = ctx.actor ? { ...ctx, waiting: await this.#composition.waiting(ctx) } : ctx;
      return this.#respond(request, asker, shown, status);
    });
  }

  /** Where she is sent who has to sign in before she gets to `next`. */
  signInFor(next: string): Leave {
    return { to: `${this.#composition.signInPath}?next=${encodeURIComponent(next)}` };
  }
}

/** Sends her elsewhere, with a sentence that the next page shows. */
export function leave({ to, cookies = [] }: { to: string; cookies?: readonly string[] }, notice?: string): Response {
  const headers = new Headers({ ...securityHeaders, location: to, "cache-control": "no-store" });
  for (const one of cookies) headers.append("set-cookie", one);
  if (notice) headers.append("set-cookie", cookie(noticeCookie, encodeURIComponent(notice.slice(0, 600).toWellFormed()), 60));
  return new Response(null, { status: 303, headers });
}
