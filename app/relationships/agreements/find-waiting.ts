import { sql } from "kysely";
import { listGuardians } from "../../networks/guardians/list-guardians.ts";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { Context } from "../../platform/context.ts";
import type { PairRole } from "../pairs/pair.ts";
import { isAccompanied, type Ward } from "./agreement.ts";

/** For whom an agreement waits. */
export interface Waiting {
  /** Its people who have not signed it as it is now. */
  readonly missing: readonly string[];
  /** Those for whom no guardian has, where guardians sign. */
  readonly wards: readonly Ward[];
}

interface Row {
  readonly relationshipId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: PairRole;
  readonly format: ProgramFormat;
  readonly hasSigned: boolean;
  readonly guardianSigns: boolean;
  /** Who has signed it as a guardian. */
  readonly signers: readonly string[];
}

/** Of several relationships at once. */
export async function findWaiting(
  ctx: Context,
  organizationId: string,
  relationshipIds: readonly string[],
): Promise<ReadonlyMap<string, Waiting>> {
  if (relationshipIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    with version as (
      select relationship_id, max(number) as number from agreement_version
      where organization_id = ${organizationId} and relationship_id = any (${relationshipIds}) group by relationship_id
    ), signed as (
      select s.relationship_id, s.person_id, s.signed_as from agreement_signature s
      join version v on v.relationship_id = s.relationship_id and v.number = s.version
      where s.organization_id = ${organizationId}
    )
    select p.relationship_id as "relationshipId", p.person_id as "personId", o.name, p.role, r.format,
      exists (select from signed where signed.relationship_id = p.relationship_id and signed.person_id = p.person_id) as "hasSigned",
      coalesce(setting.guardian_signs, false) as "guardianSigns",
      (select coalesce(jsonb_agg(person_id), '[]') from signed
        where signed.relationship_id = p.relationship_id and signed.signed_as = 'guardian') as signers
    from relationship_person p
    join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
    join relationship r on r.organization_id = p.organization_id and r.id = p.relationship_id
    left join relationship_setting setting on setting.organization_id = r.organization_id and setting.program_id = r.program_id
    where p.organization_id = ${organizationId} and p.relationship_id = any (${relationshipIds}) and p.left_at is null
    order by p.role desc, o.name, p.person_id`.execute(ctx.db);
  const accompanied = rows.filter(({ guardianSigns, format, role }) => guardianSigns && isAccompanied(format, role));
  const guardians = await listGuardians(
    ctx,
    organizationId,
    accompanied.map(({ personId }) => personId),
  );
  const wardOf = ({ personId, name }: Row): Ward => {
    const hers = guardians.filter(({ wardId }) => wardId === personId);
    const confirmed = hers.filter(({ confirmedAt }) => confirmedAt !== null);
    return {
      personId,
      name,
      guardians: confirmed.map((one) => ({ personId: one.guardianId, name: one.name })),
      isNamed: hers.length > 0,
    };
  };
  return new Map(
    [...Map.groupBy(rows, ({ relationshipId }) => relationshipId)].map(([relationshipId, people]) => [
      relationshipId,
      {
        missing: people.filter(({ hasSigned }) => !hasSigned).map(({ name }) => name),
        wards: people
          .filter((one) => accompanied.includes(one))
          .map((one) => ({ ward: wardOf(one), signers: one.signers }))
          .filter(({ ward, signers }) => !ward.guardians.some(({ personId }) => signers.includes(personId)))
          .map(({ ward }) => ward),
      },
    ]),
  );
}
