import { formatNumber, formatShare } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Strength } from "../../ui/strength.tsx";
import { Table } from "../../ui/table.tsx";
import { criterionTitle } from "../criteria/criterion-words.ts";
import { isolated } from "../explanations/name-words.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { type RoundCriteria, strengthOf } from "../rounds/round.ts";
import { boardWords } from "./board.messages.ts";
import type { BoardPair } from "./list-board.ts";
import { PairButtons } from "./pair-buttons.tsx";
import { partSentence } from "./part-sentence.ts";
import { proofWords } from "./proof.messages.ts";
import { points } from "./price-sentences.ts";

interface PairDetailsProps {
  /** Whose page it is. */
  of: string;
  pair: BoardPair;
  criteria: RoundCriteria;
  here: string;
  boardPath: string;
  isPublished: boolean;
}

/** A pair with everything that made its strength: each criterion, what the two said, and the points it gave. */
export function PairDetails({ of, pair, criteria: { criteria, questions }, here, boardPath, isPublished }: PairDetailsProps) {
  const { language } = useReader();
  const words = boardWords(language);
  const names = { mentee: isolated(language, pair.mentee), mentor: isolated(language, pair.mentor) };
  const titleOf = (part: ReasonPart, from: string | undefined): string => {
    const criterion = criteria.find(({ id }) => id === part.criterionId);
    const title = criterion ? criterionTitle(criterion, questions, language) : isolated(language, part.label.mentee);
    return from === undefined ? title : words.seenFrom(title, from);
  };
  const rows = joined(pair.parts, (part) => partSentence(part, language, pair));
  // Peers look for somebody both: where the two sides differ, each criterion is there twice.
  const seenFrom = ({ criterionId, turned }: ReasonPart): string | undefined =>
    rows.filter((row) => row.criterionId === criterionId).length < 2 ? undefined : turned ? names.mentor : names.mentee;
  return (
    <Section title={words.pairOf(names.mentee, names.mentor)}>
      <p class="pair-line">
        <Strength value={strengthOf(pair.weight)} />
        <span class="hint">{words.choice(pair.choice, formatNumber(language, pair.choice))}</span>
        {pair.drawn !== null && <span class="hint">{proofWords(language).drawn(formatShare(language, pair.drawn))}</span>}
        {pair.hasLeft && <span class="tag">{words.left}</span>}
      </p>
      <p>
        {of === pair.menteeId ? (
          <a href={`${boardPath}/participants/${pair.mentorId}`}>{words.lookOf(names.mentor)}</a>
        ) : (
          <a href={`${boardPath}/participants/${pair.menteeId}`}>{words.lookOf(names.mentee)}</a>
        )}
      </p>
      <Table
        caption={words.partsCaption}
        rows={rows}
        rowKey={({ criterionId, turned }) => (turned ? `${criterionId} turned` : criterionId)}
        columns={[
          { label: words.criterion, header: true, cell: (part) => titleOf(part, seenFrom(part)) },
          { label: words.why, cell: (part) => partSentence(part, language, pair) },
          {
            label: words.points,
            numeric: true,
            cell: (part) =>
              part.strength === "must"
                ? part.counts
                  ? words.mustKept
                  : words.mustBroken
                : words.pointsOf(points(part.points, language), points(part.possible, language)),
          },
        ]}
      />
      {!isPublished && <PairButtons action={here} pair={pair} names={names} />}
    </Section>
  );
}

/** What says the same from both sides of two peers, once. */
function joined(parts: readonly ReasonPart[], say: (part: ReasonPart) => string): ReasonPart[] {
  const isSame = (one: ReasonPart, other: ReasonPart): boolean =>
    one.points === other.points && one.possible === other.possible && one.counts === other.counts && say(one) === say(other);
  const turned = new Map(parts.filter((part) => part.turned).map((part) => [part.criterionId, part]));
  return parts.flatMap((part): ReasonPart[] => {
    const other = part.turned ? parts.find((one) => one.criterionId === part.criterionId && !one.turned) : turned.get(part.criterionId);
    if (!other || !isSame(part, other)) return [part];
    return part.turned ? [] : [{ ...part, points: part.points * 2, possible: part.possible * 2 }];
  });
}
