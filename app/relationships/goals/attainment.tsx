import { LineChart } from "../../ui/charts/line-chart.tsx";
import { Details } from "../../ui/details.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { goalWords } from "./goals.messages.ts";
import { shortDay } from "./latest-level.tsx";

/** The ends of the picture: ten goals, all far from what was expected. */
const [lowest, highest] = [10, 90];

/** All goals of one person together, over time; the newest score in words. */
export function Attainment({ scores }: { scores: readonly { readonly day: string; readonly score: number }[] }) {
  const { language } = useReader();
  const words = goalWords(language);
  const newest = scores.at(-1);
  if (!newest) return null;
  return (
    <>
      <p>
        <strong>{words.score}</strong> {words.scoreText(formatNumber(language, newest.score, { maximumFractionDigits: 0 }))}
      </p>
      {scores.length > 1 && (
        <LineChart
          caption={words.scoreChart}
          pointHeading={words.day}
          valueHeading={words.scoreHeading}
          points={scores.map(({ day, score }) => ({ label: shortDay(language, day), value: score }))}
          minimum={lowest}
          maximum={highest}
        />
      )}
      <Details summary={words.scoreHeading}>
        <p>{words.scoreHow}</p>
      </Details>
    </>
  );
}
