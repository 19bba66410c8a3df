import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";

export interface RelationshipSettingTable {
  organization_id: string;
  program_id: string;
  meet_every_days: Generated<number>;
  session_minutes: Generated<number>;
  first_meeting_days: Generated<number>;
  length_months: number | null;
  coordinator_signs: Generated<boolean>;
  guardian_signs: Generated<boolean>;
  nudge_days: Generated<number[]>;
  inactive_days: Generated<number>;
  conclude_days: Generated<number>;
  pulse_first_days: Generated<number>;
  pulse_every_days: Generated<number>;
  support_first_month: Generated<number>;
  support_every_days: Generated<number>;
  close_days: Generated<number>;
  cool_off_days: Generated<number>;
  keep_months: Generated<number>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    relationship_setting: RelationshipSettingTable;
  }
}

export const relationshipSettingClasses = {
  relationship_setting: {
    organization_id: "internal",
    program_id: "internal",
    meet_every_days: "internal",
    session_minutes: "internal",
    first_meeting_days: "internal",
    length_months: "internal",
    coordinator_signs: "internal",
    guardian_signs: "internal",
    nudge_days: "internal",
    inactive_days: "internal",
    conclude_days: "internal",
    pulse_first_days: "internal",
    pulse_every_days: "internal",
    support_first_month: "internal",
    support_every_days: "internal",
    close_days: "internal",
    cool_off_days: "internal",
    keep_months: "internal",
  },
} satisfies Classes<"relationship_setting">;
