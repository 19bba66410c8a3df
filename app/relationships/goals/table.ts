import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { GoalState, Level } from "./goal.ts";

export interface GoalTable {
  organization_id: string;
  id: string;
  relationship_id: string;
  /** Whose goal it is. */
  participant_id: string;
  state: GoalState;
  hope: Generated<string>;
  title: string;
  scale: string[];
  weight: Generated<number>;
  due_on: string | null;
  skills: Generated<string[]>;
  proposed_by: string | null;
  proposed_at: Date;
  decided_at: Date | null;
  changed_at: Date;
  changed_by: string | null;
  /** When it is to be looked at whether she is written to; null: she has been, or need not be. */
  tell_at: Generated<Date | null>;
}

export interface GoalLevelTable {
  organization_id: string;
  id: string;
  goal_id: string;
  level: Level;
  word: Generated<string>;
  at: Date;
  by_id: string | null;
}

export interface GoalStepTable {
  organization_id: string;
  id: string;
  goal_id: string;
  words: string;
  owner_id: string | null;
  due_on: string | null;
  made_at: Date;
  done_at: Date | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    goal: GoalTable;
    goal_level: GoalLevelTable;
    goal_step: GoalStepTable;
  }
}

interface OfGoal {
  organizationId: string;
  relationshipId: string;
  goalId: string;
}

declare module "../../platform/facts.ts" {
  interface Facts {
    "goal.proposed": OfGoal;
    "goal.agreed": OfGoal;
    "goal.level-noted": OfGoal;
  }
}

export const goalClasses = {
  goal: {
    organization_id: "internal",
    id: "internal",
    relationship_id: "internal",
    participant_id: "internal",
    state: "internal",
    hope: "personal",
    title: "personal",
    scale: "personal",
    weight: "personal",
    due_on: "internal",
    skills: "personal",
    proposed_by: "personal",
    proposed_at: "internal",
    decided_at: "internal",
    changed_at: "internal",
    changed_by: "personal",
    tell_at: "internal",
  },
  goal_level: {
    organization_id: "internal",
    id: "internal",
    goal_id: "internal",
    level: "personal",
    word: "personal",
    at: "internal",
    by_id: "personal",
  },
  goal_step: {
    organization_id: "internal",
    id: "internal",
    goal_id: "internal",
    words: "personal",
    owner_id: "personal",
    due_on: "internal",
    made_at: "internal",
    done_at: "internal",
  },
} satisfies Classes<"goal" | "goal_level" | "goal_step">;
