import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";
import type { CriterionSettings, RuleName, RuleStrength } from "./criterion.ts";

export interface CriterionTable {
  organization_id: string;
  id: string;
  program_id: string;
  position: number;
  strength: RuleStrength;
  rule: RuleName;
  settings: JsonWithDefault<CriterionSettings>;
  weight: Generated<number>;
  /** Taken away, but can be put back. */
  removed_at: Date | null;
  created_at: Generated<Date>;
}

export interface PairWishTable {
  organization_id: string;
  program_id: string;
  mentee_id: string;
  mentor_id: string;
  kind: "lock" | "forbid";
  made_by: string | null;
  created_at: Generated<Date>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    criterion: CriterionTable;
    pair_wish: PairWishTable;
  }
}

export const criterionClasses = {
  criterion: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    position: "internal",
    strength: "internal",
    rule: "internal",
    settings: "internal",
    weight: "internal",
    removed_at: "internal",
    created_at: "internal",
  },
  pair_wish: {
    organization_id: "internal",
    program_id: "internal",
    mentee_id: "internal",
    mentor_id: "internal",
    kind: "internal",
    made_by: "internal",
    created_at: "internal",
  },
} satisfies Classes<"criterion" | "pair_wish">;
