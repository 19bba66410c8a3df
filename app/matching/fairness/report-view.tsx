import type { Estimate } from "../../../packages/statistics/index.ts";
import { type Bar, BarStrip } from "../../ui/charts/bar-strip.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatNumber, formatShare } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { isEstimate, restKey } from "./count-report.ts";
import type { FairnessReport, GroupFigures, Price, Share } from "./fairness-report.ts";
import { fairnessWords } from "./fairness.messages.ts";

interface ReportViewProps {
  report: FairnessReport;
  isPricing: boolean;
  newRoundHref: string;
}

/** How groups fared: pictures, every figure, the differences, and what closing them would cost. */
export function ReportView({ report, isPricing, newRoundHref }: ReportViewProps) {
  const { language } = useReader();
  const words = fairnessWords(language);
  if (report.groups.length === 0)
    return <EmptyState title={words.tooFewTitle}>{words.tooFew(formatNumber(language, report.smallestGroup))}</EmptyState>;
  return (
    <>
      {report.hiddenGroups > 0 && (
        <Callout>
          <p>{words.hidden(report.hiddenGroups)}</p>
        </Callout>
      )}
      <Pictures report={report} />
      <Figures report={report} />
      <Beside report={report} />
      <Prices report={report} isPricing={isPricing} newRoundHref={newRoundHref} />
    </>
  );
}

/** What a group is called: its label; or that its people use their own words, or have not said. */
export function groupLabel({ key, label }: Pick<GroupFigures, "key" | "label">, words: ReturnType<typeof fairnessWords>): string {
  if (key === restKey) return words.rest;
  return label === "" ? words.ownWords : label;
}

function useWriting() {
  const { language } = useReader();
  const words = fairnessWords(language);
  const number = (value: number, digits = 0): string => formatNumber(language, value, { maximumFractionDigits: digits });
  // Set apart, so that a sign stays before its number where the line runs from right to left.
  const signed = (value: number, digits: number): string =>
    `\u2066${formatNumber(language, value, { maximumFractionDigits: digits, signDisplay: "exceptZero" })}\u2069`;
  const share = (of: Share | null): string => {
    if (of === null) return words.notShown;
    if (!isEstimate(of)) return of === "nearly-all" ? words.nearlyAll : words.hardlyAny;
    return `${formatShare(language, of.value)} (${words.between(formatShare(language, of.low), formatShare(language, of.high))})`;
  };
  const mean = (of: Estimate | null): string =>
    of === null ? words.notShown : `${number(of.value, 1)} (${words.between(number(of.low, 1), number(of.high, 1))})`;
  return { language, words, number, signed, share, mean, labelOf: (group: GroupFigures) => groupLabel(group, words) };
}

function Pictures({ report }: { report: FairnessReport }) {
  const { language, words, labelOf } = useWriting();
  const strips = [
    {
      title: words.matched,
      bars: report.groups.flatMap((group) => barOf(labelOf(group), group.matched, (value) => formatShare(language, value), 100)),
    },
    { title: words.strength, bars: report.groups.flatMap((group) => barOf(labelOf(group), group.strength, undefined, 1)) },
    {
      title: words.firstThree,
      bars: report.groups.flatMap((group) => barOf(labelOf(group), group.firstThree, (value) => formatShare(language, value), 100)),
    },
  ].filter(({ bars }) => bars.length > 1);
  return (
    <Section title={words.pictures}>
      {report.matchedHidden !== null && <p>{words.matchedHidden[report.matchedHidden]}</p>}
      {strips.map(({ title, bars }) => (
        <BarStrip key={title} caption={title} labelHeading={words.group} valueHeading={title} bars={bars} maximum={100} />
      ))}
    </Section>
  );
}

function barOf(label: string, share: Share | null, text: ((value: number) => string) | undefined, unit: number): Bar[] {
  if (!isEstimate(share)) return [];
  const { value, low, high } = share;
  return [
    { label, value: value * unit, low: Math.max(0, low * unit), high: Math.min(100, high * unit), ...(text && { text: text(value) }) },
  ];
}

function Figures({ report }: { report: FairnessReport }) {
  const { language, words, number, share, mean, labelOf } = useWriting();
  return (
    <Section title={words.table}>
      <Table
        caption={words.tableCaption}
        rows={report.groups}
        rowKey={({ key }) => key}
        columns={[
          { label: words.group, header: true, cell: (group) => <bdi>{labelOf(group)}</bdi> },
          { label: words.people, numeric: true, cell: ({ people }) => number(people) },
          { label: words.matched, numeric: true, cell: ({ matched }) => share(matched) },
          { label: words.wait, numeric: true, cell: ({ waitDays }) => (waitDays === null ? words.notShown : number(waitDays)) },
          { label: words.strength, numeric: true, cell: ({ strength }) => mean(strength) },
          { label: words.firstThree, numeric: true, cell: ({ firstThree }) => share(firstThree) },
          {
            label: words.coverage,
            numeric: true,
            cell: ({ coverage }) => (coverage === null ? words.notShown : formatShare(language, coverage)),
          },
        ]}
      />
      <ul class="hint">
        {(
          [
            [words.wait, words.waitHint],
            [words.firstThree, words.firstThreeHint],
            [words.coverage, words.coverageHint],
          ] as const
        ).map(([label, hint]) => (
          <li key={label}>
            {label}: {hint}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Beside({ report }: { report: FairnessReport }) {
  const { words, signed, labelOf } = useWriting();
  const told = report.groups.filter(
    ({ key, beside }) => key !== restKey && (beside.matched ?? beside.strength ?? beside.firstThree) !== null,
  );
  if (told.length === 0) return null;
  const difference = (estimate: Estimate | null, unit: number, digits: number) => {
    if (estimate === null) return words.notShown;
    const { value, low, high } = estimate;
    const isBeyond = low > 0 || high < 0;
    return (
      <>
        {signed(value * unit, digits)} ({words.between(signed(low * unit, digits), signed(high * unit, digits))})
        <span class="hint"> {isBeyond ? words.beyondChance : words.mayBeChance}</span>
      </>
    );
  };
  return (
    <Section title={words.besideTitle}>
      <p>{words.besideText}</p>
      <Table
        caption={words.besideTitle}
        captionHidden
        rows={told}
        rowKey={({ key }) => key}
        columns={[
          { label: words.group, header: true, cell: (group) => <bdi>{labelOf(group)}</bdi> },
          { label: words.besideMatched, numeric: true, cell: ({ beside }) => difference(beside.matched, 100, 0) },
          { label: words.besideStrength, numeric: true, cell: ({ beside }) => difference(beside.strength, 1, 1) },
          { label: words.besideFirst, numeric: true, cell: ({ beside }) => difference(beside.firstThree, 100, 0) },
        ]}
      />
    </Section>
  );
}

function Prices({ report, isPricing, newRoundHref }: ReportViewProps) {
  const { words, language, labelOf } = useWriting();
  const percent = (share: number): string => formatNumber(language, share, { style: "percent", maximumFractionDigits: 1 });
  const sentence = ({ total, matched }: Price): string =>
    [
      total < 0.0005 ? words.priceNothing : words.priceSentence(percent(total)),
      ...(matched < 0.0005 ? [] : [words.priceMatched(percent(matched))]),
    ].join(" ");
  const each = report.groups.filter(({ key, price }) => key !== restKey && price !== null);
  return (
    <Section title={words.priceTitle}>
      <p>{words.priceText}</p>
      {report.price === null ? (
        <p>{isPricing ? words.pricing : words.noPrice}</p>
      ) : (
        <>
          <ul>
            <li>
              {words.priceAll}: {sentence(report.price)}
            </li>
            {each.length > 1 &&
              each.map((group) => (
                <li key={group.key}>
                  {words.priceOne(labelOf(group))}: {sentence(group.price!)}
                </li>
              ))}
          </ul>
          <p>
            <a href={newRoundHref}>{words.newRound}</a>
          </p>
        </>
      )}
    </Section>
  );
}
