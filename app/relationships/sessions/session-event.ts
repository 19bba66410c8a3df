/** From a session to what calendars understand of it. */
import type { App } from "../../platform/context.ts";
import { replyAddress } from "../../platform/inbound-mail/reply-address.ts";
import { formatList } from "../../ui/formats.ts";
import type { Language } from "../../platform/i18n.ts";
import type { CalendarEvent, Correspondence } from "../calendars/invitation.ts";
import type { Relationship } from "../life/find-life.ts";
import { pairPath } from "../pairs/pair.ts";
import { pairWords } from "../pairs/pairs.messages.ts";
import type { Session } from "./find-session.ts";
import { othersThan } from "./people-of-session.ts";
import { placeText } from "./place.ts";
import { planWords } from "./plan.messages.ts";
import { toLocal } from "./series.ts";
import { minutesOf } from "./session.ts";

/** Addresses of letters' handler for answers of calendar programs. */
export const replyHandler = "session";

const hostOf = ({ settings }: App): string => new URL(settings.publicUrl).hostname;

export const sessionPath = ({ organizationId, relationshipId, id }: Pick<Session, "organizationId" | "relationshipId" | "id">): string =>
  `${pairPath(organizationId, relationshipId)}/sessions/${id}`;
export const sessionsPath = (organizationId: string, relationshipId: string): string =>
  `${pairPath(organizationId, relationshipId)}/sessions`;

/** So many are named, before the others are counted. */
const mostNamed = 3;

/** "Maya", "Maya, Omar and 2 others"; to a mentee of a group "the group of Jonas". Within a sentence. */
export function withWhom({ people, format, programName }: Relationship, personId: string, language: Language): string {
  const words = pairWords(language).group;
  const others = othersThan(people, personId).map(({ name }) => name);
  const mentor = people.find(({ role }) => role === "mentor");
  const isMentee = people.some((one) => one.personId === personId && one.role === "mentee");
  if (format === "group" && isMentee && mentor) return words.called(mentor.name);
  if (others.length === 0) return format === "group" ? words.ownCalled : programName;
  return fewNames(others, language);
}

/** "Maya and Jonas"; of many the first, and how many more. */
export function fewNames(names: readonly string[], language: Language): string {
  if (names.length <= mostNamed) return formatList(language, names);
  const named = names.slice(0, mostNamed - 1);
  return formatList(language, [...named, pairWords(language).group.more(names.length - named.length)]);
}

/** By a session's or a series' own name, the one by which calendars know it. */
export const uidOf = (app: App, kind: "session" | "series", id: string): string => `${kind}-${id}@${hostOf(app)}`;

/** The session's or series' id in a name of ours; undefined where another program gave it. */
export function readUid(app: App, uid: string): { kind: "session" | "series"; id: string } | undefined {
  const read = /^(session|series)-([0-9a-f-]{36})@(.+)$/i.exec(uid.trim());
  if (!read || read[3]!.toLowerCase() !== hostOf(app).toLowerCase()) return undefined;
  return { kind: read[1]!.toLowerCase() as "session", id: read[2]!.toLowerCase() };
}

interface Reading {
  readonly relationship: Relationship;
  readonly personId: string;
  readonly language: Language;
}

function base(app: App, session: Session, { relationship, personId, language }: Reading) {
  const words = planWords(language);
  const place = placeText(session, app.settings.jitsiUrl);
  const href = `${app.settings.publicUrl}${sessionPath(session)}`;
  return {
    summary: words.calendarSummary(withWhom(relationship, personId, language)),
    description: [relationship.programName, ...(session.placeKind === "link" || session.placeKind === "room" ? [place] : []), href].join(
      "\n",
    ),
    location: place === "" ? words.placeKinds[session.placeKind] : place,
    href,
    minutes: minutesOf(session),
  };
}

/** One session: by itself, or as the one of its series that it is. */
export function eventOfSession(app: App, session: Session, reading: Reading): CalendarEvent {
  const { series, occursOn } = session;
  const timeZone = series?.timeZone ?? session.timeZone;
  return {
    ...base(app, session, reading),
    uid: series ? uidOf(app, "series", series.id) : uidOf(app, "session", session.id),
    sequence: session.sequence,
    starts: toLocal(session.startsAt, timeZone),
    timeZone,
    ...(series && occursOn ? { standsFor: `${occursOn}T${series.localTime}` } : {}),
    isCancelled: session.state === "cancelled",
  };
}

/** The whole series, as it was agreed on; `without` are days on which there is none. */
export function eventOfSeries(app: App, session: Session, without: readonly string[], reading: Reading): CalendarEvent {
  const series = session.series!;
  return {
    ...base(app, session, reading),
    uid: uidOf(app, "series", series.id),
    sequence: series.sequence,
    starts: `${series.startsOn}T${series.localTime}`,
    timeZone: series.timeZone,
    repeats: { kind: series.repeats, untilOn: series.untilOn, without: without.map((day) => `${day}T${series.localTime}`) },
  };
}

/** Whom calendar programs answer, and for whom they speak. */
export function correspondence(
  app: App,
  session: Session,
  {
    method,
    to,
    organization,
  }: {
    method: Correspondence["method"];
    to: { personId: string; name: string; address: string };
    organization: { name: string };
  },
): Correspondence {
  const { settings } = app;
  const replyTo = replyAddress(settings, replyHandler, session.series?.id ?? session.id);
  const from = /<([^>]+)>/.exec(settings.mailFrom)?.[1] ?? settings.mailFrom;
  return {
    method,
    organizer: { name: organization.name, address: replyTo ?? from, takesReplies: replyTo !== undefined },
    attendee: { name: to.name, address: to.address, reply: session.people.find(({ personId }) => personId === to.personId)?.reply ?? null },
  };
}
