import { sql } from "kysely";
import { barUndo } from "../../networks/imports/undo-bars.ts";
import { barWords } from "./bar-undo-of-import.messages.ts";

/** Whoever holds an offer, has asked or was asked, or has a pair is not taken away with the file that brought her. */
barUndo(async (ctx, { organizationId, importId }) => {
  const { rows } = await sql<{ n: number }>`
    select count(distinct c.person_id)::int as n from import_change c
    where c.organization_id = ${organizationId} and c.import_id = ${importId} and (
      exists (select from offer o where o.organization_id = ${organizationId} and o.mentee_id = c.participant_id)
      or exists (select from offer o where o.organization_id = ${organizationId} and o.mentor_id = c.participant_id)
      or exists (select from request q where q.organization_id = ${organizationId} and c.participant_id in (q.mentee_id, q.mentor_id))
      or exists (select from suggestion s where s.organization_id = ${organizationId} and s.mentee_id = c.participant_id)
      or exists (select from relationship_person rp where rp.organization_id = ${organizationId} and rp.participant_id = c.participant_id))`.execute(
    ctx.db,
  );
  const people = rows[0]?.n ?? 0;
  return people === 0 ? undefined : (language) => barWords(language).hasOffer(people);
});
