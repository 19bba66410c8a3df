/** What somebody's calendar program answers to an invitation (RFC 5546, 3.2.3 and 3.2.7). Pure. */
import ical, { type VEvent } from "node-ical";

export interface CalendarReply {
  readonly uid: string;
  /** Which one of a series; null: it, or all of it. */
  readonly standsFor: Date | null;
  readonly sequence: number;
  readonly says: "accepted" | "tentative" | "declined" | "counter";
  /** For another time: from when to when. */
  readonly startsAt: Date;
  readonly minutes: number;
  readonly words: string;
}

const says = { ACCEPTED: "accepted", TENTATIVE: "tentative", DECLINED: "declined" } as const;

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "object" && value !== null && "val" in value ? String(value.val) : "";

/** Answers for this address; Outlook leaves the organizer out of them, and some programs write the address in capitals. */
export function readReplies(text: string, address: string): CalendarReply[] {
  let parsed: ReturnType<typeof ical.sync.parseICS>;
  try {
    parsed = ical.sync.parseICS(text);
  } catch {
    return [];
  }
  const calendarMethod = (parsed["vcalendar"] as { method?: string } | undefined)?.method ?? "";
  return Object.values(parsed).flatMap((one) => {
    if (one?.type !== "VEVENT") return [];
    const all = [one, ...Object.values(one.recurrences ?? {})] as VEvent[];
    // One of a series is given twice, by its day and by its moment.
    const events = new Map(all.map((event) => [String(event.recurrenceid ?? ""), event]));
    return [...events.values()].flatMap((event) => replyOf(event, (event.method ?? calendarMethod).toUpperCase(), address));
  });
}

function replyOf(event: VEvent, method: string, address: string): CalendarReply[] {
  const attendees = [event.attendee ?? []].flat();
  const mine = attendees.find((attendee) => addressOf(textOf(attendee)) === address.toLowerCase());
  const status = typeof mine === "object" ? ((mine.params as { PARTSTAT?: string } | undefined)?.PARTSTAT ?? "") : "";
  const said = method === "COUNTER" ? "counter" : method === "REPLY" ? says[status.toUpperCase() as keyof typeof says] : undefined;
  // Whoever proposes another time need not name herself a second time; whoever answers must.
  if (said === undefined || (said !== "counter" && !mine)) return [];
  const startsAt = new Date(event.start);
  if (Number.isNaN(startsAt.getTime())) return [];
  const endsAt = event.end ? new Date(event.end) : startsAt;
  return [
    {
      uid: event.uid,
      standsFor: event.recurrenceid ? new Date(event.recurrenceid) : null,
      sequence: event.sequence ?? 0,
      says: said,
      startsAt,
      minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
      words: textOf((event as unknown as { comment?: unknown }).comment).slice(0, 1000),
    },
  ];
}

const addressOf = (mailto: string): string =>
  mailto
    .replace(/^mailto:/i, "")
    .trim()
    .toLowerCase();
