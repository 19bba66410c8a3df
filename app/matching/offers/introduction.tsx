/** Who the other one is, before one answers: what informs before identity does; how to reach each other comes with the second yes. */
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { OwnWords } from "../../ui/own-words.tsx";
import { Person } from "../../ui/person.tsx";

export interface ShownIntroduction {
  readonly name: string;
  readonly headline: string;
  readonly story: string;
}

export async function findIntroduction(ctx: Context, organizationId: string, personId: string): Promise<ShownIntroduction> {
  return found(
    await ctx.db
      .selectFrom("profile")
      .select(["name", "headline", "story"])
      .where("organization_id", "=", organizationId)
      .where("person_id", "=", personId)
      .executeTakeFirst(),
  );
}

export function Introduction({ introduction }: { introduction: ShownIntroduction }) {
  return (
    <>
      <Person name={introduction.name} large {...(introduction.headline && { note: introduction.headline })} />
      {introduction.story && <OwnWords text={introduction.story} />}
    </>
  );
}
