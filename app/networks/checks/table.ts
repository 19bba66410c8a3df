import type { Classes } from "../../platform/data-classes.ts";
import type { CheckKind } from "./background-check.ts";

export interface BackgroundCheckTable {
  organization_id: string;
  id: string;
  person_id: string;
  kind: CheckKind;
  provider: string;
  jurisdictions: string;
  reference: Buffer | null;
  decision: Buffer | null;
  remark: Buffer | null;
  decided_on: string;
  expires_on: string | null;
  recorded_by: string | null;
  recorded_at: Date;
  voided_at: Date | null;
  voided_by: string | null;
  void_reason: Buffer | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    background_check: BackgroundCheckTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    /** Somebody's check was recorded or voided, or a program wants other checks than before: what waits for one may begin. */
    "checks.changed": { organizationId: string; personId: string | null; programId: string | null };
  }
}

export const checkClasses = {
  background_check: {
    organization_id: "internal",
    id: "internal",
    person_id: "personal",
    kind: "personal",
    provider: "personal",
    jurisdictions: "personal",
    reference: "safeguarding",
    decision: "safeguarding",
    remark: "safeguarding",
    decided_on: "personal",
    expires_on: "personal",
    recorded_by: "personal",
    recorded_at: "internal",
    voided_at: "internal",
    voided_by: "personal",
    void_reason: "safeguarding",
  },
} satisfies Classes<"background_check">;
