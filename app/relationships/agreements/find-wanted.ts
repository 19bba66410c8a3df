import { listGuardians } from "../../networks/guardians/list-guardians.ts";
import type { Context } from "../../platform/context.ts";
import type { Relationship } from "../life/find-life.ts";
import { findSetting } from "../settings/find-setting.ts";
import type { RelationshipSetting } from "../settings/setting.ts";
import { isAccompanied, type Wanted } from "./agreement.ts";

/** Whose signatures a relationship wants beside those of its people, as its program says today. */
export async function findWanted(
  ctx: Context,
  { organizationId, programId, format, people }: Relationship,
  setting?: Pick<RelationshipSetting, "coordinatorSigns" | "guardianSigns">,
): Promise<Wanted> {
  const { coordinatorSigns, guardianSigns } = setting ?? (await findSetting(ctx, organizationId, programId));
  if (!guardianSigns) return { coordinatorSigns, wards: [] };
  const wards = people.filter(({ role }) => isAccompanied(format, role));
  const guardians = await listGuardians(
    ctx,
    organizationId,
    wards.map(({ personId }) => personId),
  );
  return {
    coordinatorSigns,
    wards: wards.map(({ personId, name }) => {
      const hers = guardians.filter(({ wardId }) => wardId === personId);
      return {
        personId,
        name,
        guardians: hers.filter(({ confirmedAt }) => confirmedAt !== null).map((one) => ({ personId: one.guardianId, name: one.name })),
        isNamed: hers.length > 0,
      };
    }),
  };
}
