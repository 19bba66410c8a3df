import type { ProgramFormat } from "../../networks/programs/program.ts";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Details } from "../../ui/details.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber, formatTime } from "../../ui/formats.ts";
import { LineChart } from "../../ui/charts/line-chart.tsx";
import { Audience, Section } from "../../ui/layout.tsx";
import { Time } from "../../ui/time.tsx";
import { useReader } from "../../ui/reader.ts";
import type { PairRole } from "../pairs/pair.ts";
import type { Asking } from "./find-asking.ts";
import { levelOf, pulseLines } from "./pulse.ts";
import { pulseWords } from "./pulse.messages.ts";

interface PulseLinesProps {
  askings: readonly Asking[];
  /** Also who has left. */
  people: readonly { readonly personId: string; readonly name: string; readonly role: PairRole }[];
  format: ProgramFormat;
}

/** How it goes, side by side over time; for coordinators only. */
export function PulseLines({ askings, people, format }: PulseLinesProps) {
  const reader = useReader();
  const words = pulseWords(reader.language).lines;
  const pulses = askings.filter(({ kind }) => kind === "pulse").map((one) => ({ ...one, level: levelOf(one.levels) ?? null }));
  const points = pulseLines(pulses);
  const day = (at: Date): string => formatTime(reader, at, "day");
  // Of two equals neither is the mentor.
  const headingOf = (role: PairRole): string =>
    (format === "peer" ? people.find((one) => one.role === role)?.name : undefined) ?? words[role];
  const isKnown = points.some(({ mentor, mentee }) => mentor !== undefined || mentee !== undefined);
  return (
    <Section title={words.title}>
      <Audience>{words.audience}</Audience>
      {!isKnown && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      {isKnown && (
        <LineChart
          caption={words.caption}
          pointHeading={words.when}
          valueHeading={headingOf("mentor")}
          minimum={1}
          maximum={5}
          points={points.map(({ askedAt, mentor }) => ({ label: day(askedAt), value: mentor }))}
          second={{
            heading: format === "group" ? words.mentees : headingOf("mentee"),
            values: points.map(({ mentee }) => mentee),
            apartHeading: words.distance,
          }}
        />
      )}
      {format === "group" && isKnown && <Each pulses={pulses} people={people} />}
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

interface EachProps extends Pick<PulseLinesProps, "people"> {
  pulses: readonly { readonly personId: string; readonly level: number | null; readonly askedAt: Date }[];
}

/** Of a group the newest of each: the mean of many hides who is not well. */
function Each({ pulses, people }: EachProps) {
  const reader = useReader();
  const words = pulseWords(reader.language).lines;
  const newest = people.flatMap((person) => {
    const last = pulses.findLast(({ personId, level }) => personId === person.personId && level !== null);
    return last ? [{ ...person, level: last.level!, askedAt: last.askedAt }] : [];
  });
  return (
    <>
      <h3>{words.each}</h3>
      <DescriptionList
        items={newest.map(({ name, level, askedAt }) => ({
          name,
          value: `${formatNumber(reader.language, Math.round(level * 10) / 10)} / ${formatNumber(reader.language, 5)} · ${formatTime(reader, askedAt, "day")}`,
        }))}
      />
    </>
  );
}

function FitAnswers({ askings, people }: Pick<PulseLinesProps, "askings" | "people">) {
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
