import type { ColumnType, Generated } from "kysely";
import type { Classes } from "../../platform/data-classes.ts";
import type { JsonWithDefault } from "../../platform/table.ts";
import type { PeopleFilter } from "../program-people/standing.ts";
import type { AnnouncementState } from "./announcement.ts";

export interface AnnouncementTable {
  organization_id: string;
  id: string;
  program_id: string;
  chosen: JsonWithDefault<PeopleFilter>;
  subject: string;
  body: string;
  state: ColumnType<AnnouncementState, AnnouncementState | undefined, AnnouncementState>;
  recipients: Generated<number>;
  created_by: string | null;
  created_at: Generated<Date>;
  confirmed_at: Date | null;
  finished_at: Date | null;
}

export interface AnnouncementRecipientTable {
  organization_id: string;
  announcement_id: string;
  person_id: string;
  number: number;
  letter_id: string | null;
}

declare module "../../platform/database.ts" {
  interface Tables {
    announcement: AnnouncementTable;
    announcement_recipient: AnnouncementRecipientTable;
  }
}

export const announcementClasses = {
  announcement: {
    organization_id: "internal",
    id: "internal",
    program_id: "internal",
    chosen: "personal",
    subject: "personal",
    body: "personal",
    state: "internal",
    recipients: "internal",
    created_by: "personal",
    created_at: "internal",
    confirmed_at: "internal",
    finished_at: "internal",
  },
  announcement_recipient: {
    organization_id: "internal",
    announcement_id: "internal",
    person_id: "personal",
    number: "internal",
    letter_id: "internal",
  },
} satisfies Classes<"announcement" | "announcement_recipient">;
