import type { Context } from "../../../platform/context.ts";
import type { Answer } from "../../../platform/form.ts";
import { type Asking, cookiesOf, headersOf, withAuth } from "../auth.ts";
import { proveEmail } from "../person.ts";
import { withReturn } from "../return-path.ts";

/** Signs in somebody who has followed a link in a letter to her; asks for the second factor where she has one. */
export async function enterByLink(ctx: Context, personId: string, next: string, asking: Asking): Promise<Answer> {
  await proveEmail(ctx, personId);
  // Whoever was signed in on this device before is not any more, as the page has said.
  if (ctx.actor) await ctx.db.deleteFrom("auth.session").where("id", "=", ctx.actor.sessionId).execute();
  const { headers, response } = await withAuth(ctx, (auth) =>
    auth.api.enter({ body: { personId }, headers: headersOf(asking), returnHeaders: true }),
  );
  return { to: "isIn" in response ? next : withReturn("/sign-in/second-factor", next), cookies: cookiesOf(headers) };
}
