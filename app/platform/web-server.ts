/** Composes the routes into a server: who is asking, may they, show or answer, in one transaction; refusals in words. */
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context as HonoContext, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import type { VNode } from "preact";
import { sql } from "kysely";
import { answerOnce, contentHash } from "./answered-form.ts";
import { cookie, decodeCookie, languageCookie, noticeCookie, parseCookies } from "./cookies.ts";
import { type App, type Context, type Entry, inRequest, membershipIn } from "./context.ts";
import { isDatabaseAway } from "./database.ts";
import { Invalid, isConflictOrNotAllowed, NotAllowed, NotFound } from "./errors.ts";
import type { Answer, Form, Refused } from "./form.ts";
import { formWords } from "./form.messages.ts";
import { isLanguage, type Language, negotiateLanguage } from "./i18n.ts";
import { isId } from "./identifiers.ts";
import { askingAddress, networks } from "./network-address.ts";
import type { Download, Leave, Page, Route, Visit } from "./page.ts";
import { EventStreams } from "./realtime/event-streams.ts";
import type { Stream } from "./realtime/stream.ts";
import { readForm, sentencesOf, type Unread } from "./read-form.ts";
import { httpsOnly, securityHeaders } from "./security-headers.ts";
import { partsToSend } from "./send-parts.ts";

export type Problem = "not-found" | "away" | "bug" | "too-large" | "foreign";

/** Who asks, as far as it is known: where the database is away, nobody is. */
export type Asker = Pick<Context, "actor" | "reader" | "now">;

/** Where the reader stands. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly organizationId: string | undefined;
  readonly programId: string | undefined;
  /** What came of the last act. */
  readonly notice: string | undefined;
}

export interface Composition {
  readonly routes: readonly Route[];
  /** Puts a page into the frame that all pages have, as the text of a document. */
  readonly frame: (asker: Asker, page: VNode, place: Place) => string;
  readonly problem: (problem: Problem, language: Language) => VNode;
  /** The session's token from the request's cookies, when its signature is right. */
  readonly sessionToken: (cookies: ReadonlyMap<string, string>) => string | undefined;
  readonly signInPath: string;
  readonly secondFactorPath: string;
}

const megabyte = 1 << 20;

/** One request, as the rest of this file needs it. */
interface Asked {
  readonly c: HonoContext;
  readonly url: URL;
  readonly cookies: ReadonlyMap<string, string>;
  readonly language: Language;
  /** Chosen by the reader on this device, not guessed from her browser. */
  readonly isLanguageChosen: boolean;
  readonly params: Readonly<Record<string, string>>;
}

export function createWebServer(app: App, composition: Composition) {
  const server = new Hono();
  const publicUrl = new URL(app.settings.publicUrl);
  const proxies = networks(app.settings.trustedProxies);
  const streams = new EventStreams(app);
  const isOurs = (host: string): boolean => host === publicUrl.host || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

  function read(c: HonoContext): Asked {
    const url = new URL(c.req.url);
    const cookies = parseCookies(c.req.header("cookie"));
    const chosen = [url.searchParams.get("lang"), cookies.get(languageCookie)].find(isLanguage);
    const language = chosen ?? negotiateLanguage(c.req.header("accept-language")) ?? "en";
    return { c, url, cookies, language, isLanguageChosen: chosen !== undefined, params: c.req.param() };
  }

  function respond(request: Asked, asker: Asker, page: VNode, status: number): Response {
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
    return new Response(composition.frame(asker, page, place), { status, headers });
  }

  const visitor = (request: Asked): Asker => ({
    actor: undefined,
    reader: { language: request.language, timeZone: "UTC" },
    now: app.now(),
  });
  const problem = (request: Asked, asker: Asker, kind: Problem, status: number): Response =>
    respond(request, asker, composition.problem(kind, asker.reader.language), status);

  function leave({ to, cookies = [] }: { to: string; cookies?: readonly string[] }, notice?: string): Response {
    const headers = new Headers({ ...securityHeaders, location: to, "cache-control": "no-store" });
    for (const one of cookies) headers.append("set-cookie", one);
    if (notice) headers.append("set-cookie", cookie(noticeCookie, encodeURIComponent(notice.slice(0, 600).toWellFormed()), 60));
    return new Response(null, { status: 303, headers });
  }

  const entryOf = (request: Asked, route: Route): Entry => ({
    sessionToken: composition.sessionToken(request.cookies),
    organizationId: request.params["organizationId"],
    isPublic: route.access.isPublic === true,
    language: request.language,
    isLanguageChosen: request.isLanguageChosen,
  });
  const visitOf = ({ c, url }: Asked, act?: string, refused?: Refused): Visit => ({
    query: url.searchParams,
    path: url.pathname,
    refused: (wanted = "submit") => (wanted === act ? refused : undefined),
    headers: c.req.raw.headers,
    address: askingAddress(c.req.raw.headers, remoteAddress(c), proxies),
  });

  /** Nothing of the page is looked at before this: no address tells a stranger whether its thing exists. */
  async function admit(ctx: Context, route: Route, request: Asked): Promise<Leave | undefined> {
    const { params, url } = request;
    if (!ctx.actor && !route.access.isPublic) {
      const next = request.c.req.method === "GET" ? url.pathname + url.search : url.pathname;
      return { to: `${composition.signInPath}?next=${encodeURIComponent(next)}` };
    }
    if (Object.entries(params).some(([name, value]) => name.endsWith("Id") && !isId(value))) throw new NotFound();
    const organizationId = params["organizationId"];
    if (organizationId && membershipIn(ctx, organizationId)?.lacksSecondFactor && !route.access.isPublic)
      return { to: `${composition.secondFactorPath}?next=${encodeURIComponent(url.pathname)}` };
    if (!(await route.access.admits(ctx, params as never))) throw new NotFound();
    return undefined;
  }

  /** The frame for whoever asks, where the page itself could not be shown. */
  async function whoAsks(request: Asked): Promise<Asker> {
    const sessionToken = composition.sessionToken(request.cookies);
    if (!sessionToken) return visitor(request);
    try {
      const { language, isLanguageChosen } = request;
      return await inRequest(
        app,
        { sessionToken, organizationId: undefined, isPublic: false, language, isLanguageChosen },
        async ({ actor, reader, now }) => ({ actor, reader, now }),
      );
    } catch {
      return visitor(request);
    }
  }

  async function guarded(request: Asked, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotFound) return problem(request, await whoAsks(request), "not-found", 404);
      if (isDatabaseAway(error)) {
        console.error("the database does not answer:", (error as Error).message);
        const response = problem(request, visitor(request), "away", 503);
        response.headers.set("retry-after", "5");
        return response;
      }
      console.error(`${request.c.req.method} ${request.c.req.routePath} failed:`, error);
      return problem(request, visitor(request), "bug", 500);
    }
  }

  const showPage = (route: Page, request: Asked, act?: string, refused?: Refused, status = 200): Promise<Response> =>
    inRequest(app, entryOf(request, route), async (ctx) => {
      const away = await admit(ctx, route, request);
      if (away) return leave(away);
      const shown = await route.show(ctx, request.params as never, visitOf(request, act, refused));
      return "to" in shown ? leave(shown) : respond(request, ctx, shown, status);
    });

  /** The page again, with a sentence over its first form, where what was sent was not even looked at. */
  function sendBack(route: Page, request: Asked, unread: Unread, maxSize: number): Promise<Response> {
    const words = formWords(request.language);
    const { sentence, status } = {
      large: { sentence: words.tooLarge(Math.round(maxSize / megabyte)), status: 413 },
      unreadable: { sentence: words.unknownAct, status: 400 },
      unkeepable: { sentence: words.unusable, status: 422 },
    }[unread];
    return showPage(route, request, Object.keys(route.acts)[0], { errors: { "": sentence }, values: {} }, status);
  }

  async function answerForm(route: Page, request: Asked, maxSize: number): Promise<Response> {
    const content = await readForm(request.c.req);
    if (typeof content === "string") return sendBack(route, request, content, maxSize);
    const hidden = (name: string, otherwise: string): string => {
      const value = content.get(name);
      return typeof value === "string" ? value : otherwise;
    };
    const act = hidden("act", "submit");
    const key = hidden("formKey", "");
    for (const name of ["act", "formKey"]) content.delete(name);
    const definition = Object.hasOwn(route.acts, act) ? route.acts[act] : undefined;
    const sent = Map.groupBy(content, ([name]) => name);
    const fields = Object.fromEntries([...sent].map(([name, all]) => [name, all.map(([, value]) => value)]));
    const values = Object.fromEntries(
      Object.entries(fields).map(([name, all]) => [name, all.filter((value) => typeof value === "string")]),
    );
    // A script that sends in the background wants to know what came of it, not the page.
    const isInBackground = request.c.req.header("accept") === "application/json";
    const back = async (errors: Record<string, string>, status: number) =>
      isInBackground ? answerScript({ errors }, status) : showPage(route, request, act, { errors, values }, status);
    if (!definition) return back({ "": formWords(request.language).unknownAct }, 422);

    try {
      const outcome = await inRequest(app, entryOf(request, route), async (ctx) => {
        const away = await admit(ctx, route, request);
        if (away) return isInBackground ? answerScript({}, 401) : leave(away);
        const parsed = definition.shape.safeParse(fields);
        if (!parsed.success) throw new Invalid(sentencesOf(parsed.error.issues));
        const work = async (): Promise<Answer> =>
          (await (definition as Form<unknown, unknown>).answer(ctx, request.params, parsed.data as never, visitOf(request))) ?? {};
        const answer =
          definition.isRepeatable || !isId(key)
            ? await work()
            : await answerOnce(ctx, key, await contentHash(app.settings.secret, `${request.url.pathname}\0${act}`, content), work);
        if (answer.refusal) return answer.refusal;
        if (isInBackground) return answerScript({ notice: answer.notice ?? "" }, 200);
        return leave(
          { to: answer.to ?? request.url.pathname + request.url.search, ...(answer.cookies && { cookies: answer.cookies }) },
          answer.notice,
        );
      });
      if (outcome instanceof Error) throw outcome;
      return outcome;
    } catch (error) {
      // The page is shown anew, with what was typed. What was thrown inside took its transaction with it.
      const { reader } = await whoAsks(request);
      if (error instanceof Invalid)
        return back(Object.fromEntries(Object.entries(error.fields).map(([field, sentence]) => [field, sentence(reader.language)])), 422);
      if (isConflictOrNotAllowed(error)) return back({ "": error.sentence(reader.language) }, error instanceof NotAllowed ? 403 : 409);
      throw error;
    }
  }

  const sendFile = (route: Download, request: Asked): Promise<Response> =>
    new Promise((resolve, reject) => {
      let hasBegun = false;
      // The transaction lives until the last byte: what is streamed is one picture of the data.
      inRequest(app, entryOf(request, route), async (ctx) => {
        const away = await admit(ctx, route, request);
        if (away) return resolve(leave(away));
        const sent = await route.send(ctx, request.params as never, visitOf(request));
        const headers = new Headers({
          ...securityHeaders,
          "content-type": sent.contentType,
          "cache-control": sent.cacheControl ?? "no-store",
        });
        if (sent.contentSecurityPolicy) headers.set("content-security-policy", sent.contentSecurityPolicy);
        if (sent.fileName) headers.set("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(sent.fileName)}`);
        if (typeof sent.body === "string" || sent.body instanceof Uint8Array)
          return resolve(new Response(sent.body as BodyInit, { headers }));
        // Nobody reads the body of an answer that has none: the transaction would wait for ever.
        if (request.c.req.method === "HEAD") return resolve(new Response(null, { headers }));
        const streamed = partsToSend(sent.body);
        hasBegun = true;
        resolve(new Response(streamed.body, { headers }));
        await streamed.sent;
      }).catch((error: unknown) => {
        if (!hasBegun) return reject(error);
        console.error(`${request.c.req.routePath} was broken off:`, (error as Error).message);
      });
    });

  async function listen(route: Stream, request: Asked): Promise<Response> {
    const { c, params, url } = request;
    const after = Number(c.req.header("last-event-id") ?? url.searchParams.get("after") ?? 0);
    if (!Number.isSafeInteger(after) || after < 0 || !isId(params["organizationId"] ?? "")) throw new NotFound();
    const isAway = async (ctx: Context): Promise<boolean> => (await admit(ctx, route, request)) !== undefined;
    const response = await streams.answer({
      route,
      params,
      after,
      stays: c.req.header("accept") === "text/event-stream",
      enter: () =>
        inRequest(app, entryOf(request, route), async (ctx) => {
          if ((await isAway(ctx)) || !ctx.actor) return undefined;
          return { personId: ctx.actor.personId, events: await route.read(ctx, params as never, after) };
        }),
      isStillAdmitted: () => inRequest(app, entryOf(request, route), async (ctx) => !(await isAway(ctx))),
    });
    return response ?? leave({ to: `${composition.signInPath}?next=${encodeURIComponent(url.pathname)}` });
  }

  server.use(async (c, next) => {
    await next();
    // Also what is no page: a file of ours, a refusal of the server's own.
    for (const [name, value] of Object.entries({ ...securityHeaders, ...(publicUrl.protocol === "https:" && httpsOnly) }))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  server.use(async (c, next) => {
    if (!isOurs(c.req.header("host") ?? "")) return problem(read(c), visitor(read(c)), "foreign", 421);
    return next();
  });
  // No address of ours has a NUL in it, and the database can look for none.
  server.use((c, next) => (/%00/.test(c.req.url) ? guarded(read(c), () => Promise.reject(new NotFound())) : next()));
  const sameOrigin = csrf({
    origin: (origin, c) => {
      if (origin === publicUrl.origin) return true;
      // By another of its names this machine is asked for itself: without HTTPS, and never in the public one's place.
      const host = c.req.header("host");
      return host !== publicUrl.host && origin === `http://${host}`;
    },
  });
  server.use(
    "/assets/*",
    // Their names change with their content: what a browser has, it keeps.
    serveStatic({
      root: "dist",
      precompressed: true,
      onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
    }),
  );
  server.get("/healthz", async (c) => {
    try {
      await Promise.race([
        sql`select 1`.execute(app.db),
        new Promise((_, reject) => setTimeout(() => reject(new Error("the database takes too long")), 2000).unref()),
      ]);
      return c.json({ status: "ok" });
    } catch {
      return c.json({ status: "the database does not answer" }, 503);
    }
  });

  for (const route of composition.routes) {
    if (route.kind === "download") {
      server.get(route.path, (c) => guarded(read(c), () => sendFile(route, read(c))));
      continue;
    }
    if (route.kind === "stream") {
      server.get(route.path, (c) => guarded(read(c), () => listen(route, read(c))));
      continue;
    }
    server.get(route.path, (c) => guarded(read(c), () => showPage(route, read(c))));
    if (Object.keys(route.acts).length === 0) continue;
    const maxSize = route.uploadLimitBytes ?? megabyte;
    const tooLarge = (c: HonoContext) => guarded(read(c), () => sendBack(route, read(c), "large", maxSize));
    const onlyOurForms: MiddlewareHandler = route.takesForeignPosts ? (_c, next) => next() : sameOrigin;
    // A file is taken in only from somebody who may send one here.
    const onlyAdmitted: MiddlewareHandler = async (c, next) => {
      if (maxSize <= megabyte) return next();
      const request = read(c);
      return guarded(request, async () => {
        const away = await inRequest(app, entryOf(request, route), (ctx) => admit(ctx, route, request));
        if (away) return leave(away);
        await next();
        return c.res;
      });
    };
    server.post(route.path, onlyOurForms, onlyAdmitted, bodyLimit({ maxSize, onError: tooLarge }), (c) =>
      guarded(read(c), () => answerForm(route, read(c), maxSize)),
    );
  }
  server.notFound((c) => guarded(read(c), () => Promise.reject(new NotFound())));
  return server;
}

const answerScript = (content: object, status: number): Response =>
  Response.json(content, { status, headers: { ...securityHeaders, "cache-control": "no-store" } });

const remoteAddress = (c: HonoContext): string =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket?.remoteAddress ?? "";
