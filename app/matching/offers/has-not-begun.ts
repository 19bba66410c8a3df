import { type RawBuilder, sql } from "kysely";

/** Both have said yes, and neither this offer nor the two of it have a relationship that goes on: they wait for a check, or for more in their group. */
export function hasNotBegun(table: "offer" | "o"): RawBuilder<boolean> {
  const offer = sql.ref(table);
  return sql<boolean>`(${offer}.state = 'accepted'
    and not exists (select from relationship r where r.organization_id = ${offer}.organization_id and r.offer_id = ${offer}.id)
    and not exists (
      select from relationship r
      join relationship_person one on one.organization_id = r.organization_id and one.relationship_id = r.id and one.left_at is null
      join relationship_person other on other.organization_id = r.organization_id and other.relationship_id = r.id
      where r.organization_id = ${offer}.organization_id and r.state <> 'concluded'
        and one.participant_id = ${offer}.mentee_id and other.participant_id = ${offer}.mentor_id))`;
}
