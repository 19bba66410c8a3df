/** A mentor and a mentee of the small world, in a relationship, and what its tests ask for again and again. */
import { type Context, inOrganization } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { findRelationship } from "../app/relationships/life/find-life.ts";
import { letTimeGoOn } from "../app/relationships/life/time-goes-on.job.ts";
import { beginRelationship } from "../app/relationships/pairs/begin-relationship.ts";
import type { TestApp } from "./app.ts";
import type { PersonName, World } from "./world.ts";

export async function livingPair(app: TestApp, world: World) {
  const { riverside: organizationId, first: programId } = world;
  const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, organizationId, work);
  const one = (name: "mentor" | "mentee") => ({ participantId: world.participants[name]!, personId: world.people[name] });
  const offerId = newId();
  const begunAt = app.now();
  const relationshipId = await here(async (ctx) => {
    await ctx.db
      .insertInto("offer")
      .values({
        organization_id: organizationId,
        id: offerId,
        program_id: programId,
        mentee_id: one("mentee").participantId,
        mentor_id: one("mentor").participantId,
        place: 1,
        weight: 1,
        reasons: "[]",
        state: "accepted",
        answer_by: ctx.now,
        closed_at: ctx.now,
      })
      .execute();
    return beginRelationship(ctx, {
      organizationId,
      programId,
      offerId,
      mentor: one("mentor"),
      mentees: [one("mentee")],
      reasons: { mentor: {}, mentee: {} },
    });
  });
  const its = { organizationId, relationshipId };
  return {
    its,
    offerId,
    here,
    at: `/organizations/${organizationId}/relationships/${relationshipId}`,
    life: () => here((ctx) => findRelationship(ctx, its)),
    /** A day from now, as "2027-02-01". */
    day: (days: number): string => new Date(app.now().getTime() + days * 86_400_000).toISOString().slice(0, 10),
    /** Days go by, and what they bring happens: each hour's work once, however long nothing ran. */
    async pass(days: number): Promise<void> {
      app.travel(new Date(app.now().getTime() + days * 86_400_000));
      await letTimeGoOn.run(app, {}, new AbortController().signal);
      await app.jobs.runDue(app);
    },
    async lettersTo(name: PersonName): Promise<string[]> {
      await app.jobs.runDue(app);
      const rows = await here(({ db }) =>
        db
          .selectFrom("letter")
          .select("subject")
          .where("person_id", "=", world.people[name])
          .where("kind", "=", "relationship")
          // Not those of a pair before it.
          .where("created_at", ">=", begunAt)
          .orderBy("id")
          .execute(),
      );
      return rows.map(({ subject }) => subject);
    },
  };
}
