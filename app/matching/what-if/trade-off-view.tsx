/** The curve as a picture and as a table, and what the chosen point would change. */
import { Button, Buttons } from "../../ui/button.tsx";
import { ScatterChart } from "../../ui/charts/scatter-chart.tsx";
import { Select } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { points as strength } from "../board/price-sentences.ts";
import type { CurveAnswer, CurvePoint } from "./trade-off-curve.ts";
import { tradeOffWords } from "./trade-offs.messages.ts";
import type { TrialMove } from "./trial.ts";

interface TradeOffViewProps {
  curve: CurveAnswer;
  /** The point that is looked at. */
  point: number | null;
  dimensions: readonly { readonly id: string; readonly label: string }[];
  dimensionId: string | undefined;
  /** Who would move is not told. */
  isUnnamed: boolean;
  nameOf: (participantId: string) => string;
  path: string;
  peoplePath: string;
}

export function TradeOffView({ curve, point, dimensions, dimensionId, isUnnamed, nameOf, path, peoplePath }: TradeOffViewProps) {
  const { language } = useReader();
  const words = tradeOffWords(language);
  const figure = (value: number): string => formatNumber(language, value);
  // Points that lie close together need more digits to be told apart.
  const isClose = curve.points.some(({ totalShare }, index) => index > 0 && curve.points[index - 1]!.totalShare - totalShare < 0.002);
  const share = (value: number): string => formatNumber(language, value, { style: "percent", maximumFractionDigits: isClose ? 2 : 1 });
  const hrefOf = (index: number): string =>
    `${path}?${new URLSearchParams({ dimension: dimensionId ?? "", point: String(index) }).toString()}#changes`;
  const told = curve.points.map((each, index) => ({ ...each, index, name: words.point(figure(index + 1)) }));
  const drawn = told.filter((each): each is typeof each & { least: number } => each.least !== null);
  const chosen = point === null ? undefined : told[point];
  return (
    <>
      {dimensions.length > 0 && (
        <Form action={path} method="get" inline>
          <Select
            name="dimension"
            label={words.groups}
            value={dimensionId ?? ""}
            options={[...dimensions.map(({ id, label }) => ({ value: id, label })), { value: "", label: words.everybody }]}
          />
          <Buttons>
            <Button kind="plain">{words.show}</Button>
          </Buttons>
        </Form>
      )}
      {curve.points.length < 2 && <p>{words.onePoint}</p>}
      {drawn.length > 1 && (
        <ScatterChart
          caption={words.caption}
          across={words.across}
          up={dimensionId === undefined ? words.upPeople : words.up}
          format={share}
          points={drawn.map(({ index, totalShare, least }) => ({
            x: totalShare,
            y: least,
            href: hrefOf(index),
            label: words.pointText(figure(index + 1), share(totalShare), share(least)),
            isCurrent: index === point,
          }))}
        />
      )}
      <Table
        caption={words.caption}
        captionHidden
        rows={told}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            label: words.point("").trim(),
            header: true,
            cell: ({ index, name, isRound }) => (
              <>
                <a href={hrefOf(index)} aria-current={index === point ? "true" : undefined}>
                  {name}
                </a>
                {isRound && <span class="hint"> ({words.here})</span>}
              </>
            ),
          },
          { label: words.matched, numeric: true, cell: ({ matched }) => figure(matched) },
          { label: words.total, numeric: true, cell: ({ total }) => strength(total, language) },
          { label: words.across, numeric: true, cell: ({ totalShare }) => share(totalShare) },
          {
            label: dimensionId === undefined ? words.upPeople : words.up,
            numeric: true,
            cell: ({ least }) => (least === null ? "–" : share(least)),
          },
        ]}
      />
      {dimensionId !== undefined && <p class="hint">{words.unknown}</p>}
      <div id="changes">
        {chosen && curve.chosen && (
          <Changes
            point={chosen}
            title={words.chosenTitle(figure(chosen.index + 1))}
            changes={curve.chosen}
            dimensionId={dimensionId}
            isUnnamed={isUnnamed}
            nameOf={nameOf}
            path={path}
            peoplePath={peoplePath}
          />
        )}
      </div>
    </>
  );
}

interface ChangesProps extends Pick<TradeOffViewProps, "dimensionId" | "isUnnamed" | "nameOf" | "path" | "peoplePath"> {
  point: CurvePoint;
  title: string;
  changes: NonNullable<CurveAnswer["chosen"]>;
}

function Changes({ point, title, changes, dimensionId, isUnnamed, nameOf, path, peoplePath }: ChangesProps) {
  const { language } = useReader();
  const words = tradeOffWords(language);
  const figure = (value: number): string => formatNumber(language, value);
  const placed = (mentorId: string | null) =>
    mentorId === null ? <span class="hint">{words.nobody}</span> : <bdi>{nameOf(mentorId)}</bdi>;
  const change = ({ weightFrom, weightTo }: TrialMove): string =>
    formatNumber(language, (weightTo - weightFrom) / 100, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  if (changes.moved === 0) {
    return (
      <Section title={title}>
        <p>{words.noChange}</p>
      </Section>
    );
  }
  return (
    <Section title={title}>
      <p>{words.moves(changes.moved, figure(changes.moved), figure(changes.gained), figure(changes.lost))}</p>
      <Form action={path} act="make">
        <input type="hidden" name="dimension" value={dimensionId ?? ""} />
        <input type="hidden" name="share" value={Math.round(point.share * 10_000)} />
        <Buttons>
          <Button>{words.make}</Button>
        </Buttons>
      </Form>
      {isUnnamed ? (
        <p class="hint">{words.unnamed}</p>
      ) : (
        <Table
          caption={title}
          captionHidden
          rows={changes.moves}
          rowKey={({ menteeId }) => menteeId}
          columns={[
            {
              label: words.mentee,
              header: true,
              cell: ({ menteeId }) => <Person name={nameOf(menteeId)} href={`${peoplePath}/${menteeId}`} />,
            },
            { label: words.from, cell: ({ from }) => placed(from) },
            { label: words.to, cell: ({ to }) => placed(to) },
            { label: words.change, numeric: true, cell: change },
          ]}
        />
      )}
    </Section>
  );
}
