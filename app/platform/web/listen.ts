import { type Context, inRequest } from "../context.ts";
import { NotFound } from "../errors.ts";
import { isId } from "../identifiers.ts";
import type { EventStreams } from "../realtime/event-streams.ts";
import type { Stream } from "../realtime/stream.ts";
import type { Asked } from "./asked.ts";
import { leave, type Pages } from "./pages.ts";

/** Tells a page what happens, as it happens. */
export async function listen(pages: Pages, streams: EventStreams, route: Stream, request: Asked): Promise<Response> {
  const { c, params, url } = request;
  const after = Number(c.req.header("last-event-id") ?? url.searchParams.get("after") ?? 0);
  if (!Number.isSafeInteger(after) || after < 0 || !isId(params["organizationId"] ?? "")) throw new NotFound();
  const isAway = async (ctx: Context): Promise<boolean> => (await pages.admit(ctx, route, request)) !== undefined;
  const response = await streams.answer({
    route,
    params,
    after,
    stays: c.req.header("accept") === "text/event-stream",
    enter: () =>
      inRequest(pages.app, pages.entryOf(request, route), async (ctx) => {
        if ((await isAway(ctx)) || !ctx.actor) return undefined;
        return { personId: ctx.actor.personId, events: await route.read(ctx, params as never, after) };
      }),
    isStillAdmitted: () => inRequest(pages.app, pages.entryOf(request, route), async (ctx) => !(await isAway(ctx))),
  });
  return response ?? leave(pages.signInFor(url.pathname));
}
