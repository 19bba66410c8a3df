import { type App, type Context, inOrganization } from "./context.ts";

/** Does the same with each thing that is due, in a transaction of its own: one that fails does not keep the others. Then the first failure is thrown. */
export async function eachDue<T extends { readonly organizationId: string }>(
  app: App,
  due: readonly T[],
  work: (ctx: Context, one: T) => Promise<unknown>,
): Promise<void> {
  let failed: unknown;
  for (const one of due) {
    try {
      await inOrganization(app, one.organizationId, (ctx) => work(ctx, one));
    } catch (error) {
      failed ??= error;
    }
  }
  if (failed) throw failed;
}
