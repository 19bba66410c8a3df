import type { ColumnType } from "kysely";
import type { ProgramFormat } from "../../networks/programs/program.ts";
import type { Classes } from "../../platform/data-classes.ts";
import type { Json } from "../../platform/table.ts";
import type { Ending, LifeState, PausedBy } from "../life/life.ts";
import type { PairReasons } from "./pair.ts";

export interface RelationshipTable {
  organization_id: string;
  id: string;
  program_id: string;
  offer_id: string | null;
  /** As the program's was when it began. */
  format: ColumnType<ProgramFormat, ProgramFormat | undefined, ProgramFormat>;
  state: ColumnType<LifeState, LifeState | undefined, LifeState>;
  reasons: Json<PairReasons>;
  begun_at: Date;
  concluded_at: Date | null;
  owner_id: string | null;
  ends_on: string | null;
  paused_by: PausedBy | null;
  paused_until: string | null;
  closes_on: string | null;
  ending: Ending | null;
  /** Once concluded: the day on which what its people wrote goes. */
  forget_on: string | null;
  forgotten_at: Date | null;
}

export interface RelationshipPersonTable {
  organization_id: string;
  relationship_id: string;
  participant_id: string;
  person_id: string;
  role: "mentor" | "mentee";
  left_at: Date | null;
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
    /** Somebody has come into a group that had begun; `at`: when, so that coming back is told apart. */
    "relationship.joined": { organizationId: string; relationshipId: string; personId: string; at: string };
  }
}

export const relationshipClasses = {
  relationship: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    offer_id: "internal",
    format: "internal",
    state: "internal",
    reasons: "personal",
    begun_at: "internal",
    concluded_at: "internal",
    owner_id: "personal",
    ends_on: "internal",
    paused_by: "internal",
    paused_until: "internal",
    closes_on: "internal",
    ending: "personal",
    forget_on: "internal",
    forgotten_at: "internal",
  },
  relationship_person: {
    organization_id: "internal",
    relationship_id: "internal",
    participant_id: "internal",
    person_id: "personal",
    role: "internal",
    left_at: "internal",
  },
} satisfies Classes<"relationship" | "relationship_person">;
