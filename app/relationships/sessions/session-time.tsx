import type { Language } from "../../platform/i18n.ts";
import { formatList, formatTime } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { PersonOfLife } from "../life/find-life.ts";
import { sessionWords } from "./sessions.messages.ts";
import { localAt } from "./series.ts";

/** Whoever reads, on the clock that she has in this organization. */
export interface Clock {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: Date;
}

export const clockOf = (reader: { language: Language }, me: PersonOfLife, now: Date): Clock => ({
  language: reader.language,
  timeZone: me.timeZone,
  now,
});

const weekday = (at: Date, timeZone: string): string => localAt(at, timeZone).day;

/** A moment on her clock, and beside it what the clocks of the others show where they differ. */
export function SessionTime({ at, clock, others }: { at: Date; clock: Clock; others: readonly PersonOfLife[] }) {
  const { language } = useReader();
  const words = sessionWords(language);
  const mine = localAt(at, clock.timeZone);
  const theirs = new Map<string, PersonOfLife[]>();
  for (const person of others) {
    const local = localAt(at, person.timeZone);
    if (local.day !== mine.day || local.time !== mine.time) theirs.set(person.timeZone, [...(theirs.get(person.timeZone) ?? []), person]);
  }
  return (
    <>
      <time datetime={at.toISOString()}>{formatTime(clock, at, "moment")}</time>
      {[...theirs].map(([timeZone, people]) => {
        const style = weekday(at, timeZone) === mine.day ? "clock" : "moment";
        const text = formatTime({ language, timeZone, now: clock.now }, at, style);
        return (
          <span key={timeZone} class="quiet">
            {" · "}
            {words.theirTime(
              text,
              formatList(
                language,
                people.map(({ name }) => name),
              ),
              people.length,
            )}
          </span>
        );
      })}
    </>
  );
}
