/**
 * Points between two measures, joined by a line, each of which leads somewhere. Its numbers belong in a table below, which is not
 * drawn here: it usually holds more than the two.
 *
 *     <ScatterChart caption="Total and coverage" across="Total" up="Coverage" points={[{ x: 1, y: 0.4, xText: "100%", … }]} />
 */
export interface ScatterPoint {
  x: number;
  y: number;
  href: string;
  /** What the point is, for those who hear it or rest on it. */
  label: string;
  isCurrent?: boolean;
}

export interface ScatterChartProps {
  caption: string;
  /** What goes from left to right, and from bottom to top. */
  across: string;
  up: string;
  points: readonly ScatterPoint[];
  /** What stands at the ends of the scales. */
  format: (value: number) => string;
  /** The ends of the scales: just around the points unless given. */
  xRange?: readonly [number, number];
  yRange?: readonly [number, number];
}

/** What can be hit around a point, in hundredths of the plot: a dot drawn as a line has no extent of its own. */
const hitWidth = 6;
const hitHeight = 14;

/** A little room around the points, so that none stands on the edge; a share is never more than the whole. */
function around(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least || Math.abs(most) || 1) * 0.08;
  return [Math.max(0, least - room), most <= 1 ? Math.min(1, most + room) : most + room];
}

export function ScatterChart({ caption, across, up, points, format, xRange, yRange }: ScatterChartProps) {
  const [left, right] = xRange ?? around(points.map(({ x }) => x));
  const [bottom, top] = yRange ?? around(points.map(({ y }) => y));
  const placeOf = ({ x, y }: ScatterPoint): [number, number] => [
    (100 * (x - left)) / (right - left || 1),
    100 - (100 * (y - bottom)) / (top - bottom || 1),
  ];
  const at = (point: ScatterPoint): string =>
    placeOf(point)
      .map((each) => each.toFixed(2))
      .join(" ");
  const corner = (point: ScatterPoint): { x: number; y: number } => {
    const [x, y] = placeOf(point);
    return { x: x - hitWidth / 2, y: y - hitHeight / 2 };
  };
  const line = points.map((point, index) => `${index === 0 ? "M" : "L"}${at(point)}`).join("");
  return (
    <figure class="line-chart scatter-chart">
      <figcaption>{caption}</figcaption>
      <p class="hint">{up}</p>
      <div class="plot">
        <ul class="plot-scale" aria-hidden="true">
          {[top, (top + bottom) / 2, bottom].map((value) => (
            <li key={value}>{format(value)}</li>
          ))}
        </ul>
        <svg class="mirrored" viewBox="0 0 100 100" preserveAspectRatio="none">
          <path class="plot-rules" d="M0 0H100M0 50H100M0 100H100" />
          <path class="plot-line" d={line} />
          {points.map((point) => (
            <a key={point.href} href={point.href} aria-label={point.label} aria-current={point.isCurrent ? "true" : undefined}>
              <title>{point.label}</title>
              {/* A line without length and with round ends is a dot that no stretching can flatten. */}
              <rect class="plot-hit" {...corner(point)} width={hitWidth} height={hitHeight} />
              <path class="plot-target" d={`M${at(point)}h0`} />
              <path class="plot-dots" d={`M${at(point)}h0`} />
              {!point.isCurrent && <path class="plot-dots-inside" d={`M${at(point)}h0`} />}
            </a>
          ))}
        </svg>
        <ul class="plot-names" aria-hidden="true">
          {[left, (left + right) / 2, right].map((value) => (
            <li key={value}>{format(value)}</li>
          ))}
        </ul>
      </div>
      <p class="hint">{across}</p>
    </figure>
  );
}
