import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";
import type { FairnessReport } from "./fairness-report.ts";

export interface FairnessReportTable {
  organization_id: string;
  round_id: string;
  dimension_id: string;
  counted_at: Date;
  report: Json<FairnessReport>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    fairness_report: FairnessReportTable;
  }
}

export const fairnessClasses = {
  fairness_report: {
    organization_id: "internal",
    round_id: "internal",
    dimension_id: "internal",
    counted_at: "internal",
    report: "internal",
  },
} satisfies Classes<"fairness_report">;
