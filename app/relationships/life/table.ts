import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";
import type { MoveName } from "./life.ts";

export interface RelationshipChangeTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  at: Date;
  move: MoveName;
  by_id: string | null;
  detail: JsonWithDefault<Readonly<Record<string, unknown>>>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    relationship_change: RelationshipChangeTable;
  }
}

interface OfRelationship {
  organizationId: string;
  programId: string;
  relationshipId: string;
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "relationship.paused": OfRelationship;
    "relationship.resumed": OfRelationship;
    "relationship.extended": OfRelationship;
    "relationship.closing": OfRelationship;
    "relationship.reopened": OfRelationship;
    "relationship.concluded": OfRelationship;
    /** Somebody has left a group that goes on. */
    "relationship.left": OfRelationship & { participantId: string };
    /** So many months after its end what its people wrote goes: whoever keeps some of it deletes it now. */
    "relationship.to-forget": OfRelationship;
  }
}

export const lifeClasses = {
  relationship_change: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    at: "internal",
    move: "internal",
    by_id: "personal",
    detail: "internal",
  },
} satisfies Classes<"relationship_change">;
