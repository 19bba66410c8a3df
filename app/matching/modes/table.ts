import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { Identity, Mode } from "./mode.ts";

/** Given by the database where nothing is said. */
type WithDefault<T> = ColumnType<T, T | undefined, T>;

export interface MatchingModeTable {
  organization_id: string;
  program_id: string;
  mode: WithDefault<Mode>;
  mentee_choices: Generated<number>;
  mentors_rank: Generated<boolean>;
  guaranteed_choices: number | null;
  open_requests: Generated<number>;
  request_days: Generated<number>;
  group_least: Generated<number>;
  group_most: Generated<number>;
  identity: WithDefault<Identity>;
  asking_until: string | null;
  asking_closed_at: Date | null;
  suggestion_days: Generated<number>;
  takes_first: Generated<boolean>;
}

declare module "../../platform/database.ts" {
  interface Tables {
    matching_mode: MatchingModeTable;
  }
}

export const matchingModeClasses = {
  matching_mode: {
    organization_id: "internal",
    program_id: "internal",
    mode: "internal",
    mentee_choices: "internal",
    mentors_rank: "internal",
    guaranteed_choices: "internal",
    open_requests: "internal",
    request_days: "internal",
    group_least: "internal",
    group_most: "internal",
    identity: "internal",
    asking_until: "internal",
    asking_closed_at: "internal",
    suggestion_days: "internal",
    takes_first: "internal",
  },
} satisfies Classes<"matching_mode">;
