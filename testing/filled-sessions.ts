/** A session of the filled world's relationship, with one of each thing that belongs to it; the mentee's own. */
import { seal } from "../app/platform/sealing.ts";
import type { Context } from "../app/platform/context.ts";
import { newId } from "../app/platform/identifiers.ts";
import { signToken } from "../app/platform/signed-token.ts";
import { feedToken } from "../app/relationships/calendars/feed-address.ts";
import { busyAddressPlace } from "../app/relationships/calendars/busy-calendar.ts";
import { privateNotePlace } from "../app/relationships/sessions/private-note.ts";

interface Its {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly mentee: { readonly personId: string };
}

/** Its id, and tokens for the addresses that take one. */
export async function fillSessions({ db, app }: Context, its: Its): Promise<Readonly<Record<string, string>>> {
  const { organizationId: organization_id, relationshipId: relationship_id } = its;
  const { personId } = its.mentee;
  const [sessionId, seriesId, proposalId, feedId] = [newId(), newId(), newId(), newId()];
  const now = new Date();
  const hour = 3_600_000;
  const where = { time_zone: "Europe/Berlin", place_kind: "phone" as const };
  await db
    .insertInto("session_series")
    .values({
      organization_id,
      id: seriesId,
      relationship_id,
      repeats: "weekly",
      starts_on: "2020-01-01",
      local_time: "18:00",
      minutes: 60,
      until_on: "2020-01-01",
      made_until: "2020-01-01",
      agreed_by: personId,
      made_at: now,
      ...where,
    })
    .execute();
  await db
    .insertInto("session")
    .values({
      organization_id,
      id: sessionId,
      relationship_id,
      starts_at: new Date(now.getTime() - 2 * hour),
      ends_at: new Date(now.getTime() - hour),
      agreed_at: now,
      agreed_by: personId,
      agenda: "What she wants",
      agenda_by: personId,
      agenda_at: now,
      notes: "What was said",
      notes_by: personId,
      notes_at: now,
      ...where,
    })
    .execute();
  await db
    .insertInto("session_person")
    .values({
      organization_id,
      session_id: sessionId,
      person_id: personId,
      private_note: seal(app.settings, privateNotePlace(organization_id, sessionId, personId), JSON.stringify("For me alone")),
      private_note_at: now,
    })
    .execute();
  const startsAt = new Date(now.getTime() + 48 * hour);
  await db
    .insertInto("session_proposal")
    .values({ organization_id, id: proposalId, relationship_id, proposed_by: personId, proposed_at: now, minutes: 60, ...where })
    .execute();
  await db.insertInto("session_proposal_time").values({ organization_id, proposal_id: proposalId, starts_at: startsAt }).execute();
  await db
    .insertInto("session_proposal_choice")
    .values({ organization_id, proposal_id: proposalId, starts_at: startsAt, person_id: personId })
    .execute();
  await db
    .insertInto("session_action")
    .values({
      organization_id,
      id: newId(),
      relationship_id,
      session_id: sessionId,
      owner_id: personId,
      words: "Write the letter",
      made_by: personId,
      made_at: now,
    })
    .execute();
  await db.insertInto("calendar_feed").values({ organization_id, person_id: personId, id: feedId, made_at: now }).execute();
  await db
    .insertInto("busy_calendar")
    .values({
      organization_id,
      person_id: personId,
      address: seal(app.settings, busyAddressPlace(organization_id, personId), JSON.stringify("https://calendar.test/maya.ics")),
      host: "calendar.test",
      given_at: now,
      tried_at: now,
    })
    .execute();
  await db
    .insertInto("busy_time")
    .values({ organization_id, person_id: personId, starts_at: startsAt, ends_at: new Date(startsAt.getTime() + hour) })
    .execute();
  const token = (purpose: string, ids: readonly string[]): string => signToken(app.settings, purpose, ids);
  return {
    sessionId,
    toldToken: token("how a session went", [organization_id, sessionId, personId]),
    timesToken: token("which time suits", [organization_id, proposalId, personId]),
    feedToken: feedToken(organization_id, feedId),
  };
}
