import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";

export interface CriterionTable {
  organization_id: string;
  id: string;
  program_id: string;
  position: number;
  strength: string;
  rule: string;
  settings: JsonWithDefault<unknown>;
  weight: Generated<number>;
  created_at: Generated<Date>;
}

export interface PairWishTable {
  organization_id: string;
  program_id: string;
  mentee_id: string;
  mentor_id: string;
  kind: string;
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
