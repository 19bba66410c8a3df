/** What was proven of a round in one line, its numbers for whoever wants them, and what came of it for choices and groups. */
import { BarStrip } from "../../ui/charts/bar-strip.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Details } from "../../ui/details.tsx";
import { formatNumber, formatShare } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import type { Language } from "../../platform/i18n.ts";
import type { ChoiceFigures } from "../rounds/choice-ranks.ts";
import type { GroupFigures } from "../rounds/group-figures.ts";
import type { Round } from "../rounds/list-rounds.ts";
import { isSearched } from "../rounds/round.ts";
import { boardWords } from "./board.messages.ts";
import { points } from "./price-sentences.ts";
import { proofWords } from "./proof.messages.ts";

/** What the round claims, as far as it is proven. */
export function claimOf(
  { objective, settings, certificate, total }: Pick<Round, "objective" | "settings" | "certificate" | "total">,
  language: Language,
): string {
  const words = proofWords(language);
  const { claims, nearTies } = words;
  if (objective === "groups" || objective === "peers") {
    const gap = certificate?.check.gap ?? 0;
    return gap === 0 ? words.searchedBest[objective] : words[objective](shareAbove(gap, total ?? 0, language));
  }
  if (certificate?.nearTies) return nearTies(points(certificate.nearTies.mostLost, language));
  return objective === "fair" ? claims[settings.rule ?? "coverage"] : claims[objective];
}

/** By how much the best can be better at most; rounded up, so that it stays true. */
function shareAbove(gap: number, total: number, language: Language): string {
  const share = Math.ceil((gap / Math.max(1, total)) * 1000) / 1000;
  return formatNumber(language, share, { style: "percent", maximumFractionDigits: 1 });
}

export function RoundProof({ round }: { round: Round }) {
  const { language } = useReader();
  const words = boardWords(language);
  const said = proofWords(language);
  const proof = round.certificate;
  if (!proof?.check.proven) return null;
  const total = round.total ?? 0;
  const figure = (value: number): string => formatNumber(language, value);
  const searched = isSearched(round.objective);
  const isBound = proof.certificate !== undefined || searched;
  return (
    <>
      <p class="proof">
        <Icon name="check" /> <span>{claimOf(round, language)}</span>
      </p>
      {proof.nearTies && <p class="hint">{said.ties(figure(proof.nearTies.draws), points(proof.nearTies.within, language))}</p>}
      {proof.isWished && <p class="hint">{said.wished}</p>}
      <Details summary={words.proofDetails}>
        <p>
          {proof.isWished
            ? said.wishedText
            : searched
              ? said.searchedText
              : isBound || proof.nearTies
                ? words.proofText
                : round.objective === "stable"
                  ? said.stableText
                  : said.fairText}
        </p>
        <DescriptionList
          items={[
            { name: words.proofTotal, value: points(total, language) },
            ...(isBound
              ? [
                  { name: words.proofBound, value: points(total + proof.check.gap, language) },
                  { name: words.proofGap, value: points(proof.check.gap, language) },
                ]
              : []),
            ...(proof.company ? [{ name: said.company, value: points(proof.company, language) }] : []),
            { name: words.proofPairs, value: figure(proof.candidates) },
            { name: words.proofSeed, value: formatNumber(language, round.seed, { useGrouping: false }) },
            { name: words.proofEngine, value: <bdi>{round.engine_version}</bdi> },
            { name: words.proofTook, value: words.proofTookMs(figure(proof.took)) },
          ]}
        />
      </Details>
      {proof.choices && <ChoiceRanks figures={proof.choices} />}
      {proof.groups && <Groups figures={proof.groups} />}
    </>
  );
}

function ChoiceRanks({ figures: { ranked, got, other, unmatched } }: { figures: ChoiceFigures }) {
  const { language } = useReader();
  const words = proofWords(language);
  const bars = [
    ...got.map((people, index) => ({ label: words.nth(index + 1, formatNumber(language, index + 1)), value: people })),
    ...(other > 0 ? [{ label: words.other, value: other }] : []),
    { label: words.nobody, value: unmatched },
  ];
  return (
    <>
      <BarStrip caption={words.choicesTitle} labelHeading={words.choice} valueHeading={words.people} bars={bars} maximum={ranked} />
      <p class="hint">{words.choicesLead(formatNumber(language, ranked))}</p>
    </>
  );
}

function Groups({ figures: { groups, hidden, price } }: { figures: GroupFigures }) {
  const { language } = useReader();
  const words = proofWords(language);
  const figure = (value: number): string => formatNumber(language, value);
  const share = (matched: number, possible: number): string => (possible === 0 ? "–" : formatShare(language, matched / possible));
  return (
    <>
      <Table
        caption={words.groupsTitle}
        rows={groups}
        rowKey={({ label }) => label}
        empty={<p>{words.noneShown}</p>}
        columns={[
          { label: words.group, header: true, cell: ({ label }) => (label === "" ? words.ownWords : <bdi>{label}</bdi>) },
          { label: words.people, numeric: true, cell: ({ people }) => figure(people) },
          { label: words.possible, numeric: true, cell: ({ possible }) => figure(possible) },
          { label: words.matched, numeric: true, cell: ({ matched }) => figure(matched) },
          { label: words.coverage, numeric: true, cell: ({ matched, possible }) => share(matched, possible) },
          { label: words.otherwise, numeric: true, cell: ({ matchedOtherwise, possible }) => share(matchedOtherwise, possible) },
          { label: words.strength, numeric: true, cell: ({ meanWeight }) => (meanWeight === null ? "–" : points(meanWeight, language)) },
        ]}
      />
      <p>{words.price(formatShare(language, price.total), formatShare(language, price.matches))}</p>
      {hidden > 0 && <p class="hint">{words.hidden(hidden, figure(hidden))}</p>}
    </>
  );
}
