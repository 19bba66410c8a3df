/**
 * Shares or counts side by side, each with its interval where there is one. The table is the picture:
 * every bar stands in its row, beside its number.
 *
 *     <BarStrip
 *       caption="How satisfied people are" valueLabel="Mean, 1 to 5" maximum={5}
 *       bars={[{ label: "Mentees", value: 4.2, low: 3.9, high: 4.5, count: 61 }]}
 *     />
 */
import { formatNumber } from "../formats.ts";
import { useReader } from "../reader.ts";
import { uiWords } from "../ui.messages.ts";

export interface Bar {
  label: string;
  value: number;
  /** Ends of the interval, in the unit of the value. */
  low?: number;
  high?: number;
  /** What the number looks like, where it is not a plain one: "62%". */
  text?: string;
}

export interface BarStripProps {
  caption: string;
  labelHeading: string;
  valueHeading: string;
  bars: readonly Bar[];
  /** The end of the scale; the largest value unless given. */
  maximum?: number;
}

export function BarStrip({ caption, labelHeading, valueHeading, bars, maximum }: BarStripProps) {
  const { language } = useReader();
  const words = uiWords(language);
  const end = maximum ?? Math.max(...bars.map((bar) => bar.high ?? bar.value), 0);
  const at = (value: number): number => (end > 0 ? (100 * Math.min(value, end)) / end : 0);
  const number = (value: number): string => formatNumber(language, value, { maximumFractionDigits: 1 });
  return (
    <table class="bar-strip">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labelHeading}</th>
          <th scope="col">{valueHeading}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.label}</th>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a cell is no control, and its figure stands one level deeper than the rule looks */}
            <td>
              <div class="bar-cell">
                <svg class="mirrored" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect class="bar-track" width="100" height="12" />
                  <rect class="bar" width={at(bar.value)} height="12" />
                  {bar.low !== undefined && bar.high !== undefined && (
                    <path
                      class="bar-interval"
                      vector-effect="non-scaling-stroke"
                      d={`M${at(bar.low)} 6H${at(bar.high)}M${at(bar.low)} 2.5v7M${at(bar.high)} 2.5v7`}
                    />
                  )}
                </svg>
                <span class="bar-figure">
                  {bar.text ?? number(bar.value)}
                  {bar.low !== undefined && bar.high !== undefined && (
                    <span class="bar-between"> {words.interval(number(bar.low), number(bar.high))}</span>
                  )}
                </span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
