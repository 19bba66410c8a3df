/** What sessions and calendars add to the room. */
import { when } from "../../platform/facts.ts";
import { calendarFeed } from "../calendars/calendar.download.ts";
import { calendarPage } from "../calendars/calendar.page.tsx";
import { readBusyCalendars, readOneBusyCalendar } from "../calendars/read-busy-calendars.job.ts";
import { cancelWhatIsAhead } from "./cancel-what-is-ahead.job.ts";
import { inviteWhoJoined } from "./invite-who-joined.job.ts";
import { proposePage } from "./propose.page.tsx";
import { sessionPage } from "./session.page.tsx";
import { sessionsPage } from "./sessions.page.tsx";
import { letSessionsGoOn } from "./sessions-time.job.ts";
import { takeCalendarReply } from "./take-calendar-reply.ts";
import { timesPage } from "./times.page.tsx";
import { toldPage } from "./told.page.tsx";

export const sessionsRoutes = [sessionsPage, proposePage, sessionPage, toldPage, timesPage, calendarPage, calendarFeed];
export const sessionsJobs = [letSessionsGoOn, cancelWhatIsAhead, inviteWhoJoined, readBusyCalendars, readOneBusyCalendar];
export const sessionsSubscriptions = [when("relationship.concluded", cancelWhatIsAhead), when("relationship.joined", inviteWhoJoined)];
export const sessionsInboundHandlers = [takeCalendarReply];
