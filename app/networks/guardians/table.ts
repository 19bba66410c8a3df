import type { Classes } from "../../platform/data-classes.ts";
import type { GuardianRelation } from "./guardian.ts";

export interface GuardianshipTable {
  organization_id: string;
  id: string;
  guardian_id: string;
  ward_id: string;
  relation: GuardianRelation;
  invited_at: Date;
  invited_by: string | null;
  /** Null: she has not said yes. */
  confirmed_at: Date | null;
  ended_at: Date | null;
  ended_by: string | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    guardianship: GuardianshipTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    /** Somebody has become her guardian, or is it no more. */
    "guardians.changed": { organizationId: string; wardId: string };
  }
}

export const guardianClasses = {
  guardianship: {
    organization_id: "internal",
    id: "internal",
    guardian_id: "personal",
    ward_id: "personal",
    relation: "personal",
    invited_at: "internal",
    invited_by: "personal",
    confirmed_at: "personal",
    ended_at: "personal",
    ended_by: "personal",
  },
} satisfies Classes<"guardianship">;
