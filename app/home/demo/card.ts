/** Reads what stands on the cards of db/seeds: lists, skills with levels, hours of the week. Pure. */

/** "choir, long walks" in any of our scripts. */
export const readList = (text = ""): string[] =>
  text
    .split(/[,،]/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");

export interface CardSkill {
  readonly skill: string;
  /** 1 to 5, or null where nothing is said. */
  readonly level: number | null;
}

/** "negotiation 4, grant writing" */
export const readSkills = (text = ""): CardSkill[] =>
  readList(text).map((item) => {
    const [, skill = item, level] = /^(.*?)(?:\s+([1-5]))?$/u.exec(item) ?? [];
    return { skill, level: level === undefined ? null : Number(level) };
  });

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/**
 * "Mon Wed 18-21, Fri-Sun 9-12" as hours of the week, 0 (Monday 0:00) to 167, in order.
 * @throws where it is written in another way
 */
export function readHours(text = ""): number[] {
  const hours = readList(text).flatMap((part) => {
    const words = part.split(" ");
    const [from, to] = (words.pop() ?? "").split("-").map(Number) as [number, number];
    const chosen = words.flatMap((word) => {
      const [first = "", last = first] = word.split("-");
      const [begin, end] = [days.indexOf(first), days.indexOf(last)];
      // Not everybody's week begins on Monday.
      return begin <= end ? days.slice(begin, end + 1) : [...days.slice(begin), ...days.slice(0, end + 1)];
    });
    if (chosen.length === 0 || !(from >= 0 && from < to && to <= 24)) throw new Error(`«${part}» names no hours, such as "Mon Wed 18-21"`);
    return chosen.flatMap((day) => Array.from({ length: to - from }, (_, hour) => days.indexOf(day) * 24 + from + hour));
  });
  return [...new Set(hours)].toSorted((a, b) => a - b);
}
