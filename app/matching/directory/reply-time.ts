/** How soon somebody usually answers, and whether she was here of late: said coarsely, and only where enough is known. Pure. */

/** Of fewer answers nothing is said. */
const fewestAnswers = 3;

export const replyTimes = ["one-day", "two-days", "three-days", "one-week", "longer"] as const;
export type ReplyTime = (typeof replyTimes)[number];

const day = 86_400;

export function usualReplyTime({ answers, usualSeconds }: { answers: number; usualSeconds: number | null }): ReplyTime | undefined {
  if (answers < fewestAnswers || usualSeconds === null) return undefined;
  if (usualSeconds <= day) return "one-day";
  if (usualSeconds <= 2 * day) return "two-days";
  if (usualSeconds <= 3 * day) return "three-days";
  return usualSeconds <= 7 * day ? "one-week" : "longer";
}

export type Freshness = "this-week" | "this-month";

export function freshnessOf(activeAt: Date | null, now: Date): Freshness | undefined {
  if (activeAt === null) return undefined;
  const days = (now.getTime() - activeAt.getTime()) / (1000 * day);
  if (days <= 7) return "this-week";
  return days <= 31 ? "this-month" : undefined;
}
