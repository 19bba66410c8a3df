/** From who is in which group to what may be told of groups. Pure: people in, figures of groups out. */
import {
  type Count,
  differenceOfMeans,
  differenceOfProportions,
  type Estimate,
  meanInterval,
  median,
  wilsonInterval,
} from "../../../packages/statistics/index.ts";
import type { FairnessReport, GroupFigures, Share } from "./fairness-report.ts";
import { shownCells } from "./hide-small.ts";

/** A mentee as the round left her. */
export interface CountedMentee {
  /** Key of her group; undefined where she has not described herself. */
  readonly group: string | undefined;
  /** Strength of her pair, 0 to 100, and which choice the mentor is for her; null without a mentor. */
  readonly pair: { readonly strength: number; readonly choice: number } | null;
  readonly waitDays: number;
}

/** Those in no group of the dimension, as the key of a row. */
export const restKey = "rest";
/** As many as "the first three" says. */
const firstChoices = 3;
/** So few left over are told as "nearly all", and not as a number: it would point at them. */
const fewLeft = 2;

interface Counted {
  readonly dimension: string;
  readonly groups: readonly { readonly key: string; readonly label: string }[];
  readonly smallestGroup: number;
  readonly mentees: readonly CountedMentee[];
}

/** The report without what only the engine knows: coverage and prices. */
export function countReport({ dimension, groups, smallestGroup, mentees }: Counted): FairnessReport {
  const cells = [...groups, { key: restKey, label: "" }].map(({ key, label }) => ({
    key,
    label,
    mentees: mentees.filter(({ group }) => (groups.some((one) => one.key === group) ? group : restKey) === key),
  }));
  const all = everyone(mentees);
  const shown = shownCells(
    cells.map((cell) => cell.mentees.length),
    smallestGroup,
  );
  // What rests on pairs alone needs enough pairs, too.
  const shownPairs = shownCells(
    cells.map((cell) => everyone(cell.mentees).strengths.length),
    smallestGroup,
    shown,
  );
  const matchedHidden = whyHidden(all.matched, smallestGroup);
  const firstHidden = whyHidden(all.firstThree, smallestGroup);

  const figures = cells.map((cell, at): GroupFigures | null => {
    if (!shown[at]) return null;
    const own = everyone(cell.mentees);
    const isCompared = mentees.length - cell.mentees.length >= smallestGroup;
    const inCell = new Set(cell.mentees);
    const others = everyone(mentees.filter((mentee) => !inCell.has(mentee)));
    const hasPairs = shownPairs[at]!;
    const comparesPairs = hasPairs && others.strengths.length >= smallestGroup;
    const matched = matchedHidden === null ? shareOf(own.matched) : null;
    const firstThree = firstHidden === null && hasPairs ? shareOf(own.firstThree) : null;
    return {
      key: cell.key,
      label: cell.label,
      people: cell.mentees.length,
      matched,
      waitDays: Math.round(median(cell.mentees.map(({ waitDays }) => waitDays))),
      strength: hasPairs ? rounded(meanInterval(own.strengths), 1) : null,
      firstThree,
      coverage: null,
      price: null,
      beside: {
        matched: isCompared && isEstimate(matched) ? differenceOf(own.matched, others.matched) : null,
        strength: comparesPairs ? rounded(differenceOfMeans(own.strengths, others.strengths), 1) : null,
        firstThree: comparesPairs && isEstimate(firstThree) ? differenceOf(own.firstThree, others.firstThree) : null,
      },
    };
  });
  const told = figures.filter((figure) => figure !== null);
  return {
    version: 1,
    dimension,
    smallestGroup,
    people: mentees.length,
    // With nobody but the rest to tell of there is nothing to compare.
    groups: told.some(({ key }) => key !== restKey) ? told : [],
    hiddenGroups: groups.length - told.filter(({ key }) => key !== restKey).length,
    matchedHidden,
    isPriced: false,
    price: null,
  };
}

export const isEstimate = (share: Share | null): share is Estimate => share !== null && typeof share === "object";

function everyone(mentees: readonly CountedMentee[]) {
  const pairs = mentees.flatMap(({ pair }) => (pair ? [pair] : []));
  return {
    matched: { hits: pairs.length, of: mentees.length },
    strengths: pairs.map(({ strength }) => strength),
    firstThree: { hits: pairs.filter(({ choice }) => choice <= firstChoices).length, of: pairs.length },
  };
}

/** Who has a mentor stands on the board by name: a share of few would tell which group those few are in. */
function whyHidden({ hits, of }: Count, smallest: number): FairnessReport["matchedHidden"] {
  if (hits === of) return "everybody";
  if (hits === 0) return "nobody";
  return hits < smallest || of - hits < smallest ? "too-few" : null;
}

function shareOf(count: Count): Share {
  if (count.of - count.hits <= fewLeft) return "nearly-all";
  return count.hits <= fewLeft ? "hardly-any" : rounded(wilsonInterval(count), 2);
}

function differenceOf(own: Count, others: Count): Estimate | null {
  return isEstimate(shareOf(others)) ? rounded(differenceOfProportions(own, others), 2) : null;
}

/** As exact as it is told: what is kept tells no more than what is shown. */
function rounded({ value, low, high }: Estimate, digits: number): Estimate {
  const round = (number: number): number => Math.round(number * 10 ** digits) / 10 ** digits;
  return { value: round(value), low: round(low), high: round(high) };
}
