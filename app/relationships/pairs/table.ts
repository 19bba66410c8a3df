import type { ColumnType } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";
import type { PairReasons } from "./pair.ts";

export interface RelationshipTable {
  organization_id: string;
  id: string;
  program_id: string;
  offer_id: string | null;
  state: ColumnType<"active" | "concluded", "active" | "concluded" | undefined, "active" | "concluded">;
  reasons: Json<PairReasons>;
  begun_at: Date;
  concluded_at: Date | null;
}

export interface RelationshipPersonTable {
  organization_id: string;
  relationship_id: string;
  participant_id: string;
  person_id: string;
  role: "mentor" | "mentee";
}

declare module "../../platform/database.ts" {
  interface Tables {
    relationship: RelationshipTable;
    relationship_person: RelationshipPersonTable;
  }
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "relationship.begun": { organizationId: string; relationshipId: string };
  }
}

export const relationshipClasses = {
  relationship: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    offer_id: "internal",
    state: "internal",
    reasons: "personal",
    begun_at: "internal",
    concluded_at: "internal",
  },
  relationship_person: {
    organization_id: "internal",
    relationship_id: "internal",
    participant_id: "internal",
    person_id: "personal",
    role: "internal",
  },
} satisfies Classes<"relationship" | "relationship_person">;
