/** Lets people describe themselves as their own page does, for tests of what is counted. */
import { describeYourself, type Description } from "../app/inclusion/self-description/describe-yourself.ts";
import { type PersonalContext, inOrganization } from "../app/platform/context.ts";
import type { TestApp } from "./app.ts";

interface Where {
  readonly organizationId: string;
  readonly programId: string;
  readonly dimensionId: string;
}

export const saying = (key: string, more: Partial<Description> = {}): Description => ({
  value: { kind: "option", key },
  wishes: false,
  mayMatch: false,
  atMost: null,
  ...more,
});

/** Each participant says what `said` has for her, with consent; nothing where it has nothing. */
export async function letDescribe(
  app: TestApp,
  { organizationId, programId, dimensionId }: Where,
  said: ReadonlyMap<string, Description>,
): Promise<void> {
  await inOrganization(app, organizationId, async (ctx) => {
    const rows = await ctx.db
      .selectFrom("participant")
      .select(["id", "person_id"])
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .execute();
    for (const { id, person_id } of rows) {
      const description = said.get(id);
      if (!description) continue;
      const hers = { ...ctx, actor: { personId: person_id } } as unknown as PersonalContext;
      await describeYourself(hers, organizationId, programId, dimensionId, description);
    }
  });
}
