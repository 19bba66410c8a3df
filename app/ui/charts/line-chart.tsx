/**
 * How something goes over time; its numbers are in a table behind it.
 *
 *     <LineChart caption="Answers, by day" pointHeading="Day" valueHeading="Answers" points={[{ label: "Mon", value: 3 }]} />
 */
import { Details } from "../details.tsx";
import { formatNumber } from "../formats.ts";
import { useReader } from "../reader.ts";
import { uiWords } from "../ui.messages.ts";

export interface Point {
  label: string;
  /** Undefined where nothing is known: the line is broken there. */
  value: number | undefined;
}

export interface LineChartProps {
  caption: string;
  pointHeading: string;
  valueHeading: string;
  points: readonly Point[];
  /** The ends of the scale; zero and the largest value unless given. */
  minimum?: number;
  maximum?: number;
  /** A second line over the same points, dashed; the table says how far the two are apart, too. */
  second?: { heading: string; values: readonly (number | undefined)[]; apartHeading: string };
}

/** A round number at or above this one: 1, 2, 5, 10, 20, 50 … */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((factor) => factor * power >= value) ?? 10) * power;
}

/** Which points are named under the line: the first, the last, and up to four evenly between them. */
export function namedPoints(count: number): number[] {
  if (count <= 1) return [0];
  const parts = [6, 5, 4, 3, 2].find((each) => (count - 1) % each === 0) ?? 1;
  return Array.from({ length: parts + 1 }, (_, part) => (part * (count - 1)) / parts);
}

export function LineChart({ caption, pointHeading, valueHeading, points, minimum = 0, maximum, second }: LineChartProps) {
  const { language } = useReader();
  const words = uiWords(language);
  const top = maximum ?? roundUp(Math.max(...points.map((point) => point.value ?? 0)));
  const number = (value: number): string => formatNumber(language, value, { maximumFractionDigits: 1 });
  // The plot is 100 by 100 and stretched; what stands around it is text, so that it can be read at any width.
  const draw = (values: readonly (number | undefined)[]): { line: string; dots: string } => {
    const places = values.map((value, index) =>
      value === undefined
        ? undefined
        : `${((100 * index) / Math.max(1, points.length - 1)).toFixed(2)} ${(100 - (100 * (value - minimum)) / (top - minimum || 1)).toFixed(2)}`,
    );
    return {
      line: places.map((place, index) => (place ? `${places[index - 1] ? "L" : "M"}${place}` : "")).join(""),
      // A line without length and with round ends is a dot that no stretching can flatten.
      dots: places.map((place) => (place ? `M${place}h0` : "")).join(""),
    };
  };
  const { line, dots } = draw(points.map(({ value }) => value));
  const other = second && draw(second.values);
  const shown = (value: number | undefined): string => (value === undefined ? "–" : number(value));
  const apart = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : Math.abs(a - b);
  return (
    <figure class="line-chart">
      <figcaption>{caption}</figcaption>
      {second && (
        <ul class="plot-key" aria-hidden="true">
          <li>{valueHeading}</li>
          <li class="second">{second.heading}</li>
        </ul>
      )}
      <div class="plot" aria-hidden="true">
        <ul class="plot-scale">
          {[top, (minimum + top) / 2, minimum].map((value) => (
            <li key={value}>{number(value)}</li>
          ))}
        </ul>
        <svg class="mirrored" viewBox="0 0 100 100" preserveAspectRatio="none" focusable="false">
          <path class="plot-rules" d="M0 0H100M0 50H100M0 100H100" />
          {other && (
            <>
              <path class="plot-line second" d={other.line} />
              <path class="plot-dots second" d={other.dots} />
              <path class="plot-dots-inside" d={other.dots} />
            </>
          )}
          <path class="plot-line" d={line} />
          <path class="plot-dots" d={dots} />
          <path class="plot-dots-inside" d={dots} />
        </svg>
        <ul class="plot-names">
          {namedPoints(points.length).map((index) => (
            <li key={index}>{points[index]?.label}</li>
          ))}
        </ul>
      </div>
      <Details summary={words.showNumbers}>
        <table>
          <thead>
            <tr>
              <th scope="col">{pointHeading}</th>
              <th scope="col" class="numeric">
                {valueHeading}
              </th>
              {second &&
                [second.heading, second.apartHeading].map((heading) => (
                  <th key={heading} scope="col" class="numeric">
                    {heading}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point, index) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td class="numeric">{shown(point.value)}</td>
                {second && <td class="numeric">{shown(second.values[index])}</td>}
                {second && <td class="numeric">{shown(apart(point.value, second.values[index]))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </figure>
  );
}
