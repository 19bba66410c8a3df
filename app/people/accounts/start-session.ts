import { asSystem, type App, type Context } from "../../platform/context.ts";
import { type Asking, cookiesOf, headersOf, withAuth } from "./auth.ts";

const unknown: Asking = { headers: new Headers(), address: "" };

/**
 * Signs a person in without asking her for anything: for those who have just made their account, for the demo, for tests.
 * With an application instead of a context, in a transaction of its own. Returns what is to be set as cookies.
 */
export async function startSession(where: App | Context, personId: string, asking: Asking = unknown): Promise<readonly string[]> {
  if (!("app" in where)) return asSystem(where, (ctx) => startSession(ctx, personId, asking));
  const { headers } = await withAuth(where, (auth) =>
    auth.api.startSession({ body: { personId }, headers: headersOf(asking), returnHeaders: true }),
  );
  return cookiesOf(headers);
}
