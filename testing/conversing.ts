/** A relationship in the small world, for tests of what its people write to each other. */
import { inOrganization, type PersonalContext } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { type Sent, sendMessage } from "../app/relationships/messages/send-message.ts";
import { beginRelationship } from "../app/relationships/pairs/begin-relationship.ts";
import type { TestApp } from "./app.ts";
import { as } from "./acting.ts";
import { addParticipant, smallWorld, type World } from "./world.ts";

export interface Conversing {
  readonly world: World;
  readonly its: { readonly organizationId: string; readonly relationshipId: string };
  readonly path: string;
  /** Persons. */
  readonly mentor: string;
  readonly mentee: string;
  readonly acting: <T>(personId: string, work: (ctx: PersonalContext) => Promise<T>) => Promise<T>;
  readonly say: (personId: string, words: string, sentKey?: string) => Promise<Sent>;
}

/** The mentor and the mentee of the first program; and so many further mentees, where it is a group. */
export async function converse(
  app: TestApp,
  { others = [] }: { others?: readonly string[] } = {},
): Promise<Conversing & { others: string[] }> {
  const world = await smallWorld(app);
  const { riverside: organizationId, first: programId, people, participants } = world;
  const added: { personId: string; participantId: string }[] = [];
  for (const name of others)
    added.push(
      await addParticipant(app, {
        organizationId,
        programId,
        role: "mentee",
        name,
        email: `${name.split(" ")[0]!.toLowerCase()}@example.org`,
      }),
    );
  const offerId = newId();
  const relationshipId = await inOrganization(app, organizationId, async (ctx) => {
    if (others.length > 0) await ctx.db.updateTable("program").set({ format: "group" }).where("id", "=", programId).execute();
    await ctx.db
      .insertInto("offer")
      .values({
        organization_id: organizationId,
        id: offerId,
        program_id: programId,
        mentee_id: participants.mentee!,
        mentor_id: participants.mentor!,
        place: 1,
        weight: 1,
        reasons: "[]",
        state: "accepted",
        answer_by: ctx.now,
      })
      .execute();
    return beginRelationship(ctx, {
      organizationId,
      programId,
      offerId,
      mentor: { personId: people.mentor, participantId: participants.mentor! },
      mentees: [{ personId: people.mentee, participantId: participants.mentee! }, ...added],
      reasons: { mentor: {}, mentee: {} },
    });
  });
  const its = { organizationId, relationshipId };
  const acting = <T>(personId: string, work: (ctx: PersonalContext) => Promise<T>): Promise<T> =>
    inOrganization(app, organizationId, (ctx) => work(as({ personId }, ctx)));
  return {
    world,
    its,
    path: `/organizations/${organizationId}/relationships/${relationshipId}/messages`,
    mentor: people.mentor,
    mentee: people.mentee,
    others: added.map(({ personId }) => personId),
    acting,
    say: (personId, words, sentKey = newId()) =>
      acting(personId, (ctx) => sendMessage(ctx, its, { authorId: personId, words, files: [], sentKey })),
  };
}
