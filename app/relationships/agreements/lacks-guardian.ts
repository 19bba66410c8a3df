import { sql } from "kysely";

/** Whether the newest agreement of a relationship `r` waits for a guardian: as `missingWards`, for many at once. */
export const lacksGuardian = sql<boolean>`exists (
  select from relationship_setting guarded
  join relationship_person w on w.organization_id = guarded.organization_id and w.relationship_id = r.id and w.left_at is null
    and (r.format = 'peer' or w.role = case r.format when 'reverse' then 'mentor' else 'mentee' end)
  where guarded.organization_id = r.organization_id and guarded.program_id = r.program_id and guarded.guardian_signs
    and not exists (
      select from agreement_signature s
      join guardianship g on g.organization_id = s.organization_id and g.guardian_id = s.person_id and g.ward_id = w.person_id
        and g.confirmed_at is not null and g.ended_at is null
      where s.organization_id = r.organization_id and s.relationship_id = r.id and s.signed_as = 'guardian'
        and s.version = (select max(v.number) from agreement_version v
          where v.organization_id = r.organization_id and v.relationship_id = r.id)))`;
