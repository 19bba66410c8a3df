import type { LetterState } from "../../platform/letters/letter.ts";
import { asSystemWithin, type Context } from "../../platform/context.ts";

export interface KeptLetter {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly state: LetterState;
  readonly createdAt: Date;
}

/** Letters that did not leave, newest first; across organizations, for the owner of the installation alone. */
export function listKeptLetters(
  ctx: Context,
  { search, page, pageSize }: { search: string; page: number; pageSize: number },
): Promise<{ letters: KeptLetter[]; total: number }> {
  return asSystemWithin(ctx, async ({ db }) => {
    const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    // What the people of a relationship write to each other, and that a concern was raised, is for nobody else.
    let query = db
      .selectFrom("letter")
      .where("state", "<>", "sent")
      .where("kind", "not in", ["message", "concern"])
      .where("forgotten_at", "is", null);
    if (search !== "") query = query.where((eb) => eb.or([eb("to_address", "ilike", pattern), eb("subject", "ilike", pattern)]));
    const [letters, counted] = [
      await query
        .select(["id", "to_address as toAddress", "subject", "state", "created_at as createdAt"])
        .orderBy("created_at", "desc")
        .orderBy("id", "desc")
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      await query.select((eb) => eb.fn.countAll<number>().as("total")).executeTakeFirstOrThrow(),
    ];
    return { letters, total: counted.total };
  });
}

export const findKeptLetter = (ctx: Context, letterId: string) =>
  asSystemWithin(ctx, ({ db }) =>
    db
      .selectFrom("letter")
      .selectAll()
      .where("id", "=", letterId)
      .where("state", "<>", "sent")
      .where("kind", "not in", ["message", "concern"])
      .executeTakeFirst(),
  );

/** Whose letter it is and of what kind, by the token under it. */
export const findLetterByToken = (ctx: Context, token: string) =>
  asSystemWithin(ctx, ({ db }) =>
    db
      .selectFrom("letter")
      .innerJoin("organization", "organization.id", "letter.organization_id")
      .select([
        "letter.kind",
        "letter.person_id as personId",
        "letter.organization_id as organizationId",
        "organization.name as organizationName",
      ])
      .where("unsubscribe_token", "=", token)
      .executeTakeFirst(),
  );
