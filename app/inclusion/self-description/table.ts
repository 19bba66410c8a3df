import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";
import type { DimensionOption } from "./dimension.ts";

export interface FairnessSettingTable {
  organization_id: string;
  program_id: string;
  smallest_group: Generated<number>;
}

export interface DescriptionDimensionTable {
  organization_id: string;
  id: string;
  program_id: string;
  position: number;
  label: string;
  reason: string;
  options: Json<DimensionOption[]>;
  version: Generated<number>;
  wish_weight: Generated<number>;
  created_at: Generated<Date>;
}

export interface SelfDescriptionTable {
  organization_id: string;
  participant_id: string;
  dimension_id: string;
  /** See seal-description.ts. */
  sealed: Buffer;
  consented_version: number;
  consented_at: Date;
}

declare module "../../platform/database.ts" {
  interface Tables {
    fairness_setting: FairnessSettingTable;
    description_dimension: DescriptionDimensionTable;
    self_description: SelfDescriptionTable;
  }
}

export const selfDescriptionClasses = {
  fairness_setting: { organization_id: "internal", program_id: "internal", smallest_group: "internal" },
  description_dimension: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    position: "internal",
    label: "internal",
    reason: "internal",
    options: "internal",
    version: "internal",
    wish_weight: "internal",
    created_at: "internal",
  },
  self_description: {
    organization_id: "internal",
    participant_id: "internal",
    dimension_id: "internal",
    sealed: "special",
    consented_version: "internal",
    consented_at: "personal",
  },
} satisfies Classes<"fairness_setting" | "description_dimension" | "self_description">;
