/** Composes the routes into a server: what comes from elsewhere is refused, and each address goes to whom it belongs. */
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context as HonoContext, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { sql } from "kysely";
import { type App, inRequest } from "./context.ts";
import { NotFound } from "./errors.ts";
import { EventStreams } from "./realtime/event-streams.ts";
import { httpsOnly, securityHeaders } from "./security-headers.ts";
import { answerForm, megabyte, sendBack } from "./web/answer-form.ts";
import { readAsked } from "./web/asked.ts";
import type { Composition } from "./web/composition.ts";
import { listen } from "./web/listen.ts";
import { leave, Pages } from "./web/pages.ts";
import { sendFile } from "./web/send-file.ts";

export function createWebServer(app: App, composition: Composition) {
  const server = new Hono();
  const publicUrl = new URL(app.settings.publicUrl);
  const pages = new Pages(app, composition);
  const streams = new EventStreams(app);
  const isOurs = (host: string): boolean => host === publicUrl.host || /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);

  server.use(async (c, next) => {
    await next();
    // Also what is no page: a file of ours, a refusal of the server's own.
    for (const [name, value] of Object.entries({ ...securityHeaders, ...(publicUrl.protocol === "https:" && httpsOnly) }))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  server.use(async (c, next) => {
    if (!isOurs(c.req.header("host") ?? "")) return pages.problem(readAsked(c), pages.visitor(readAsked(c)), "foreign", 421);
    return next();
  });
  // No address of ours has a NUL in it, and the database can look for none.
  server.use((c, next) => (/%00/.test(c.req.url) ? pages.guarded(readAsked(c), () => Promise.reject(new NotFound())) : next()));
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
      server.get(route.path, (c) => pages.guarded(readAsked(c), () => sendFile(pages, route, readAsked(c))));
      continue;
    }
    if (route.kind === "stream") {
      server.get(route.path, (c) => pages.guarded(readAsked(c), () => listen(pages, streams, route, readAsked(c))));
      continue;
    }
    server.get(route.path, (c) => pages.guarded(readAsked(c), () => pages.show(route, readAsked(c))));
    if (Object.keys(route.acts).length === 0) continue;
    const maxSize = route.uploadLimitBytes ?? megabyte;
    const tooLarge = (c: HonoContext) => pages.guarded(readAsked(c), () => sendBack(pages, route, readAsked(c), "large", maxSize));
    const onlyOurForms: MiddlewareHandler = route.takesForeignPosts ? (_c, next) => next() : sameOrigin;
    // A file is taken in only from somebody who may send one here.
    const onlyAdmitted: MiddlewareHandler = async (c, next) => {
      if (maxSize <= megabyte) return next();
      const request = readAsked(c);
      return pages.guarded(request, async () => {
        const away = await inRequest(app, pages.entryOf(request, route), (ctx) => pages.admit(ctx, route, request));
        if (away) return leave(away);
        await next();
        return c.res;
      });
    };
    server.post(route.path, onlyOurForms, onlyAdmitted, bodyLimit({ maxSize, onError: tooLarge }), (c) =>
      pages.guarded(readAsked(c), () => answerForm(pages, route, readAsked(c), maxSize)),
    );
  }
  server.notFound((c) => pages.guarded(readAsked(c), () => Promise.reject(new NotFound())));
  return server;
}
