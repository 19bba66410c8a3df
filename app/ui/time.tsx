/**
 * A moment in the reader's own words and time zone; the exact one shows on hover.
 *
 *     <Time at={offer.expiresAt} />                    Thu, 4 Feb, 18:30
 *     <Time at={message.sentAt} as="relative" />    3 days ago
 *     <Time at={offer.answerBy} as="deadline" />    the end of Sun, 29 Nov
 *     <Day on="2027-02-01" />                          Monday, February 1, 2027
 */
import { formatDay, formatDeadline, formatRelative, formatTime, type TimeStyle } from "./formats.ts";
import { useReader } from "./reader.ts";

export function Time({ at, as = "moment" }: { at: Date; as?: TimeStyle | "relative" | "deadline" }) {
  const reader = useReader();
  const exact = `${formatTime(reader, at, "long-day")}, ${formatTime(reader, at, "clock")}`;
  return (
    <time datetime={at.toISOString()} title={exact}>
      {as === "relative" ? formatRelative(reader, at) : as === "deadline" ? formatDeadline(reader, at) : formatTime(reader, at, as)}
    </time>
  );
}

export function Day({ on, as = "long-day" }: { on: string; as?: "day" | "long-day" | "month" }) {
  return <time datetime={on}>{formatDay(useReader().language, on, as)}</time>;
}
