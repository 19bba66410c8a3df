import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatTime } from "../../ui/formats.ts";
import { LineChart } from "../../ui/charts/line-chart.tsx";
import { Audience, Section } from "../../ui/layout.tsx";
import { Time } from "../../ui/time.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Asking } from "./find-asking.ts";
import { levelOf, pulseLines } from "./pulse.ts";
import { pulseWords } from "./pulse.messages.ts";

interface PulseLinesProps {
  askings: readonly Asking[];
  people: readonly { readonly personId: string; readonly name: string }[];
}

/** How it goes, side by side over time; for coordinators only. */
export function PulseLines({ askings, people }: PulseLinesProps) {
  const reader = useReader();
  const words = pulseWords(reader.language).lines;
  const pulses = askings.filter(({ kind }) => kind === "pulse").map((one) => ({ ...one, level: levelOf(one.levels) ?? null }));
  const points = pulseLines(pulses);
  const day = (at: Date): string => formatTime(reader, at, "day");
  const isKnown = points.some(({ mentor, mentee }) => mentor !== undefined || mentee !== undefined);
  return (
    <Section title={words.title}>
      <Audience>{words.audience}</Audience>
      {!isKnown && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      {isKnown && (
        <LineChart
          caption={words.caption}
          pointHeading={words.when}
          valueHeading={words.mentor}
          minimum={1}
          maximum={5}
          points={points.map(({ askedAt, mentor }) => ({ label: day(askedAt), value: mentor }))}
          second={{ heading: words.mentee, values: points.map(({ mentee }) => mentee), apartHeading: words.distance }}
        />
      )}
      <FitAnswers askings={askings} people={people} />
      {askings.some(({ comment }) => comment !== "") && (
        <Details summary={words.comment} open>
          <ul>
            {askings
              .filter(({ comment }) => comment !== "")
              .map(({ id, personId, askedAt, comment }) => (
                <li key={id}>
                  <bdi>{people.find((one) => one.personId === personId)?.name}</bdi>, <Time at={askedAt} as="day" />:{" "}
                  {comment === null ? words.lost : <q>{comment}</q>}
                </li>
              ))}
          </ul>
        </Details>
      )}
    </Section>
  );
}

function FitAnswers({ askings, people }: PulseLinesProps) {
  const all = pulseWords(useReader().language);
  const asked = askings.filter(({ kind }) => kind === "fit");
  if (asked.length === 0) return null;
  return (
    <>
      <h3>{all.lines.fit}</h3>
      <ul>
        {asked.map(({ id, personId, fit, skippedAt }) => (
          <li key={id}>
            <bdi>{people.find((one) => one.personId === personId)?.name}</bdi>:{" "}
            {fit ? all.fits[fit] : skippedAt ? all.lines.skipped : all.lines.unanswered}
          </li>
        ))}
      </ul>
    </>
  );
}
