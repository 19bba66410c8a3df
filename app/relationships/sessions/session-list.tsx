import { Entries, Entry } from "../../ui/entries.tsx";
import { useReader } from "../../ui/reader.ts";
import type { PersonOfLife } from "../life/find-life.ts";
import type { Session } from "./find-session.ts";
import { nameOf } from "./people-of-session.ts";
import { planWords } from "./plan.messages.ts";
import { sessionPath } from "./session-event.ts";
import { type Clock, SessionTime } from "./session-time.tsx";
import { sessionWords } from "./sessions.messages.ts";
import { minutesOf } from "./session.ts";

interface SessionListProps {
  label: string;
  sessions: readonly Session[];
  people: readonly PersonOfLife[];
  others: readonly PersonOfLife[];
  clock: Clock;
}

export function stateText(session: Session, clock: Clock): string | undefined {
  const words = sessionWords(clock.language);
  if (session.state !== "agreed") return words.states[session.state];
  return session.endsAt <= clock.now ? words.unconfirmed : undefined;
}

/** One line for each: when, how long, where, and whether somebody's calendar said no. */
export function SessionList({ label, sessions, people, others, clock }: SessionListProps) {
  const { language } = useReader();
  const words = sessionWords(language);
  const plan = planWords(language);
  return (
    <Entries label={label}>
      {sessions.map((session) => {
        const state = stateText(session, clock);
        const replies = session.people.flatMap(({ personId, reply }) => {
          const name = nameOf(people, personId);
          return reply && reply !== "accepted" && name ? [words.repliedBy(name, words.replies[reply])] : [];
        });
        return (
          <Entry
            key={session.id}
            title={
              <a href={sessionPath(session)}>
                <SessionTime at={session.startsAt} clock={clock} others={others} />
              </a>
            }
            aside={state && <span class="quiet">{state}</span>}
          >
            {[
              words.minutes(minutesOf(session)),
              plan.placeKinds[session.placeKind],
              ...(session.series && !session.isMoved ? [plan.repeats[session.series.repeats]] : []),
              ...replies,
            ].join(" · ")}
          </Entry>
        );
      })}
    </Entries>
  );
}
