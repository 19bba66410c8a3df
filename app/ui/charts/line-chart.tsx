/**
 * How something goes over time; its numbers are in a table behind it.
 *
 *     <LineChart caption="Answers, by day" pointHeading="Day" valueHeading="Answers" points={[{ label: "Mon", value: 3 }]} />
 */
import { directionOf } from "../../platform/i18n.ts";
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
}

const size = { width: 640, height: 200, start: 44, end: 16, top: 14, bottom: 30 };

/** A round number at or above this one: 1, 2, 5, 10, 20, 50 … */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5].find((factor) => factor * power >= value) ?? 10) * power;
}

/** The line as an SVG path, with a new start after every gap. */
function pathOf(places: readonly (readonly [x: number, y: number] | undefined)[]): string {
  return places
    .map((place, index) => (place ? `${places[index - 1] ? "L" : "M"}${place[0].toFixed(1)} ${place[1].toFixed(1)}` : ""))
    .join("");
}

export function LineChart({ caption, pointHeading, valueHeading, points, minimum = 0, maximum }: LineChartProps) {
  const { language } = useReader();
  const words = uiWords(language);
  const isRightToLeft = directionOf(language) === "rtl";
  const top = maximum ?? roundUp(Math.max(...points.map((point) => point.value ?? 0)));
  const along = (index: number): number => {
    const x = size.start + ((size.width - size.start - size.end) * index) / Math.max(1, points.length - 1);
    return isRightToLeft ? size.width - x : x;
  };
  const up = (value: number): number =>
    size.height - size.bottom - ((size.height - size.top - size.bottom) * (value - minimum)) / (top - minimum || 1);
  const number = (value: number): string => formatNumber(language, value, { maximumFractionDigits: 1 });
  const places = points.map(({ value }, index) => (value === undefined ? undefined : ([along(index), up(value)] as const)));
  const every = Math.ceil(points.length / 6);
  const axis = isRightToLeft ? size.width - size.start : size.start;
  return (
    <figure class="line-chart">
      <figcaption>{caption}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" focusable="false">
        {[minimum, (minimum + top) / 2, top].map((value) => (
          <g key={value}>
            <path
              class="rule"
              d={`M${size.width - axis + (isRightToLeft ? size.end - size.start : size.start - size.end)} ${up(value)}H${axis}`}
            />
            <text x={axis + (isRightToLeft ? 8 : -8)} y={up(value)} dy="0.35em" text-anchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {points.map(
          (point, index) =>
            index % every === 0 && (
              <text key={point.label} x={along(index)} y={size.height - 6} text-anchor={index === 0 ? "start" : "middle"}>
                {point.label}
              </text>
            ),
        )}
        <path class="line" d={pathOf(places)} />
        {places.map((place) => place && <circle key={place[0]} cx={place[0]} cy={place[1]} r="4" />)}
      </svg>
      <Details summary={words.showNumbers}>
        <table>
          <thead>
            <tr>
              <th scope="col">{pointHeading}</th>
              <th scope="col" class="numeric">
                {valueHeading}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td class="numeric">{point.value === undefined ? "–" : number(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </figure>
  );
}
