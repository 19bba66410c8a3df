import { sql } from "kysely";

/** Whether somebody has said yes to being a guardian of the person of a row `p`. */
export const hasGuardian = sql<boolean>`exists (
  select from guardianship g where g.organization_id = p.organization_id and g.ward_id = p.person_id
    and g.confirmed_at is not null and g.ended_at is null)`;
