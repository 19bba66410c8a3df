import type { Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";
import type { Audience, Direction, VisibleField } from "./profile.ts";

export interface ProfileTable {
  organization_id: string;
  person_id: string;
  name: string;
  pronouns: Generated<string>;
  headline: Generated<string>;
  story: Generated<string>;
  languages: Generated<string[]>;
  time_zone: string | null;
  place: Generated<string>;
  country: string | null;
  interests: Generated<string[]>;
  gives: Generated<string>;
  hopes: Generated<string>;
  availability: Generated<number[]>;
  picture_id: string | null;
  paused_until: string | null;
  /** Only what she chose; see `visibilityOf`. */
  visibility: JsonWithDefault<Partial<Record<VisibleField, Audience>>>;
  edited_at: Date | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface ProfileSkillTable {
  organization_id: string;
  person_id: string;
  skill: string;
  direction: Direction;
  /** 1 to 5; see `SkillLevel`. */
  level: number | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    profile: ProfileTable;
    profile_skill: ProfileSkillTable;
  }
}

export const profileClasses = {
  profile: {
    organization_id: "internal",
    person_id: "personal",
    name: "personal",
    pronouns: "personal",
    headline: "personal",
    story: "personal",
    languages: "personal",
    time_zone: "personal",
    place: "personal",
    country: "personal",
    interests: "personal",
    gives: "personal",
    hopes: "personal",
    availability: "personal",
    picture_id: "personal",
    paused_until: "personal",
    visibility: "internal",
    edited_at: "internal",
    created_at: "internal",
    updated_at: "internal",
  },
  profile_skill: { organization_id: "internal", person_id: "personal", skill: "personal", direction: "internal", level: "personal" },
} satisfies Classes<"profile" | "profile_skill">;
