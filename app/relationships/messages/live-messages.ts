import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { type LiveEvent, stream } from "../../platform/realtime/stream.ts";
import type { OneRelationship } from "../life/find-life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { listChanged } from "./list-messages.ts";
import { type ReadMark, topicOf } from "./message.ts";

/** Who has missed more than this has the page made anew. */
const mostAtOnce = 200;

/** What is said, changed, taken back and read in a conversation, as it happens. Events are named by the conversation's revision. */
export const liveMessages = stream("/organizations/:organizationId/relationships/:relationshipId/messages/live", {
  access: peopleOfTheRelationship,
  topic: ({ relationshipId }) => topicOf(relationshipId),
  read: readEvents,
});

async function readEvents(ctx: Context, its: OneRelationship, after: number): Promise<LiveEvent[]> {
  const { organizationId, relationshipId } = its;
  const { rows } = await sql<{
    revision: number;
    lifeRevision: number;
    people: string[];
    marks: (Omit<ReadMark, "at"> & { revision: number; at: string })[];
  }>`
    select c.revision, c.life_revision as "lifeRevision",
      (select coalesce(json_agg(person_id), '[]') from relationship_person p
        where p.organization_id = c.organization_id and p.relationship_id = c.relationship_id and p.left_at is null) as people,
      (select coalesce(json_agg(json_build_object('personId', m.person_id, 'number', m.read_number, 'at', m.read_at, 'revision', m.revision)), '[]')
        from conversation_person m
        where m.organization_id = c.organization_id and m.relationship_id = c.relationship_id and m.revision > ${after}) as marks
    from conversation c where c.organization_id = ${organizationId} and c.relationship_id = ${relationshipId}`.execute(ctx.db);
  const now = rows[0];
  if (!now || now.revision <= after) return [];
  const { people } = now;
  const changed = now.lifeRevision > after ? undefined : await listChanged(ctx, its, after, mostAtOnce);
  // Others may have gone on since: what is newer than the rest of this picture comes with the next.
  if (!changed) return [{ id: now.revision, event: "again", data: {}, to: people }];
  return [
    ...changed.map(({ revision, message, unseenBy }) => ({
      id: revision,
      event: "message",
      data: message,
      to: people.filter((personId) => !unseenBy.includes(personId)),
    })),
    ...now.marks.map(({ revision, personId, number, at }) => ({
      id: revision,
      event: "read",
      data: { personId, number, at: new Date(at).toISOString() } satisfies ReadMark,
      to: people.filter((other) => other !== personId),
    })),
  ]
    .filter(({ id }) => id <= now.revision)
    .toSorted((a, b) => a.id - b.id);
}
