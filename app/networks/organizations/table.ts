import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { MemberRole } from "./member-role.ts";

export interface MemberTable {
  organization_id: string;
  person_id: string;
  role: ColumnType<MemberRole, MemberRole | undefined, MemberRole>;
  joined_at: Date | null;
  created_at: Generated<Date>;
}

export interface InvitationTable {
  id: string;
  organization_id: string;
  program_id: string | null;
  person_id: string;
  member_role: "administrator" | "member" | null;
  is_coordinator: Generated<boolean>;
  token_hash: Buffer;
  destination: Generated<string>;
  expires_at: Date;
  accepted_at: Date | null;
  created_by: string | null;
  created_at: Generated<Date>;
}

/** Who looks after safety; where nobody does, the owners do. */
export interface SafeguardingLeadTable {
  organization_id: string;
  person_id: string;
  given_by: string | null;
  given_at: Date;
}

declare module "../../platform/facts.ts" {
  interface Facts {
    /** Somebody was named, or is not any more. */
    "safeguarding-lead.changed": { organizationId: string };
  }
}

export interface OrganizationHelplineTable {
  organization_id: string;
  id: string;
  name: string;
  number: string;
  answers: string;
  added_at: Date;
}

declare module "../../platform/database.ts" {
  interface Tables {
    organization_helpline: OrganizationHelplineTable;
    member: MemberTable;
    invitation: InvitationTable;
    safeguarding_lead: SafeguardingLeadTable;
  }
}

export const memberClasses = {
  organization_helpline: {
    organization_id: "internal",
    id: "internal",
    name: "public",
    number: "public",
    answers: "public",
    added_at: "internal",
  },
  safeguarding_lead: { organization_id: "internal", person_id: "personal", given_by: "personal", given_at: "internal" },
  member: { organization_id: "internal", person_id: "personal", role: "internal", joined_at: "internal", created_at: "internal" },
  invitation: {
    id: "internal",
    organization_id: "internal",
    program_id: "internal",
    person_id: "personal",
    member_role: "internal",
    is_coordinator: "internal",
    token_hash: "internal",
    destination: "internal",
    expires_at: "internal",
    accepted_at: "internal",
    created_by: "internal",
    created_at: "internal",
  },
} satisfies Classes<"member" | "invitation" | "safeguarding_lead" | "organization_helpline">;
