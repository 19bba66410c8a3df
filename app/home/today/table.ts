import type { Classes } from "../../platform/data-classes.ts";
import type { MarkKind } from "./mark-line.ts";
import type { RuleName } from "./rules.ts";

export interface TodayRuleTable {
  organization_id: string;
  program_id: string;
  rule: RuleName;
  is_on: boolean;
  threshold: number | null;
}

export interface TodayMarkTable {
  organization_id: string;
  program_id: string;
  subject_id: string;
  rule: RuleName;
  mark: MarkKind;
  reason: string;
  until_on: string | null;
  to_id: string | null;
  by_id: string | null;
  at: Date;
}

declare module "../../platform/database.ts" {
  interface Tables {
    today_rule: TodayRuleTable;
    today_mark: TodayMarkTable;
  }
}

export const todayClasses = {
  today_rule: {
    organization_id: "internal",
    program_id: "internal",
    rule: "internal",
    is_on: "internal",
    threshold: "internal",
  },
  today_mark: {
    organization_id: "internal",
    program_id: "internal",
    subject_id: "internal",
    rule: "internal",
    mark: "internal",
    reason: "internal",
    until_on: "internal",
    to_id: "personal",
    by_id: "personal",
    at: "internal",
  },
} satisfies Classes<"today_rule" | "today_mark">;
