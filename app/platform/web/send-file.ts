import { inRequest } from "../context.ts";
import type { Download } from "../page.ts";
import { securityHeaders } from "../security-headers.ts";
import { partsToSend } from "../send-parts.ts";
import type { Asked } from "./asked.ts";
import { leave, type Pages } from "./pages.ts";

/** Whether one of the tags that the reader has is this one (13.1.2). */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*");

/** A file, made when it is asked for, and sent as it is made. */
export const sendFile = (pages: Pages, route: Download, request: Asked): Promise<Response> =>
  new Promise((resolve, reject) => {
    let hasBegun = false;
    const brokenOff = (error: unknown): void =>
      console.error(`${request.c.req.routePath} was broken off:`, error instanceof Error ? error.message : "the reader has left");
    // The transaction lives until the last byte: what is streamed is one picture of the data.
    inRequest(pages.app, pages.entryOf(request, route), async (ctx) => {
      const away = await pages.admit(ctx, route, request);
      if (away) return resolve(leave(away));
      const sent = await route.send(ctx, request.params as never, pages.visitOf(request));
      const headers = new Headers({
        ...securityHeaders,
        "content-type": sent.contentType,
        "cache-control": sent.cacheControl ?? "no-store",
      });
      if (sent.etag) headers.set("etag", sent.etag);
      if (sent.etag && isKnown(request.c.req.header("if-none-match"), sent.etag))
        return resolve(new Response(null, { status: 304, headers }));
      if (sent.contentSecurityPolicy) headers.set("content-security-policy", sent.contentSecurityPolicy);
      if (sent.fileName) headers.set("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(sent.fileName)}`);
      if (typeof sent.body === "string" || sent.body instanceof Uint8Array)
        return resolve(new Response(sent.body as BodyInit, { headers }));
      // Nobody reads the body of an answer that has none: the transaction would wait for ever.
      if (request.c.req.method === "HEAD") return resolve(new Response(null, { headers }));
      const streamed = partsToSend(sent.body);
      hasBegun = true;
      resolve(new Response(streamed.body, { headers }));
      // Who leaves in the middle has what she has: that it was asked for stays noted.
      await streamed.sent.catch(brokenOff);
    }).catch((error: unknown) => (hasBegun ? brokenOff(error) : reject(error)));
  });
