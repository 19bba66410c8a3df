import type { Classes } from "../../platform/data-classes.ts";
import type { BusyProblem } from "./busy-times.ts";

export interface CalendarFeedTable {
  organization_id: string;
  person_id: string;
  id: string;
  made_at: Date;
}

export interface BusyCalendarTable {
  organization_id: string;
  person_id: string;
  address: Buffer;
  host: string;
  given_at: Date;
  tried_at: Date | null;
  read_at: Date | null;
  problem: BusyProblem | null;
}

export interface BusyTimeTable {
  organization_id: string;
  person_id: string;
  starts_at: Date;
  ends_at: Date;
}

declare module "../../platform/database.ts" {
  interface Tables {
    calendar_feed: CalendarFeedTable;
    busy_calendar: BusyCalendarTable;
    busy_time: BusyTimeTable;
  }
}

export const calendarClasses = {
  calendar_feed: { organization_id: "internal", person_id: "personal", id: "internal", made_at: "internal" },
  busy_calendar: {
    organization_id: "internal",
    person_id: "personal",
    address: "special",
    host: "personal",
    given_at: "internal",
    tried_at: "internal",
    read_at: "internal",
    problem: "internal",
  },
  busy_time: { organization_id: "internal", person_id: "personal", starts_at: "personal", ends_at: "personal" },
} satisfies Classes<"calendar_feed" | "busy_calendar" | "busy_time">;
