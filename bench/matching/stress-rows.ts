import { BestCandidates, type Rows } from "./best-candidates.ts";
import { Numbers } from "./numbers.ts";

type Size = { readonly mentees: number; readonly mentors: number; readonly candidates: number; readonly seed: number };

/** Weights without any structure. */
export function uniformRows(size: Size): Rows {
  return drawnRows(size, (numbers) => 1 + numbers.below(10_000));
}

/** Five weights only, so that nearly everything is a tie; the highest are with few mentors, for whom many compete. */
export function tiedRows(size: Size): Rows {
  const numbers = new Numbers(size.seed + 1);
  const quality = Float64Array.from({ length: size.mentors }, () => 5 * numbers.share());
  return drawnRows(size, (inner, _, mentor) => 2_000 * (1 + Math.floor(quality[mentor]! * inner.share())));
}

/** Everyone ranks the mentors alike; some mentees are keener than others, whomever they get. */
export function oneRankingRows(size: Size): Rows {
  const numbers = new Numbers(size.seed + 1);
  const quality = Float64Array.from({ length: size.mentors }, () => 9_000 * numbers.share());
  const keenness = Float64Array.from({ length: size.mentees }, () => 1_000 * numbers.share());
  return drawnRows(size, (_, mentee, mentor) => Math.floor(quality[mentor]! + keenness[mentee]!));
}

/** Each place on a mentee's list is worth three quarters of the one above; popular mentors stand high on many lists. */
export function steepRows(size: Size): Rows {
  const numbers = new Numbers(size.seed + 1);
  const quality = Float64Array.from({ length: size.mentors }, () => 5_000 * numbers.share());
  const rows = drawnRows(size, (inner, _, mentor) => Math.floor(quality[mentor]! + 5_000 * inner.share()));
  for (let mentee = 0; mentee < size.mentees; mentee++) {
    const from = rows.ptr[mentee]!;
    for (let e = from; e < rows.ptr[mentee + 1]!; e++) rows.weight[e] = Math.round(10_000 * 0.75 ** (e - from));
  }
  return rows;
}

/** People on a map, a third of them in towns; the nearer the better. Candidates are the nearest, found in a grid. */
export function geographicRows({ mentees, mentors, candidates, seed }: Size): Rows {
  const numbers = new Numbers(seed);
  const towns = Float64Array.from({ length: 2 * (10 + Math.floor(mentees / 1_000)) }, () => numbers.share());
  const inside = (x: number) => Math.min(1 - 1e-9, Math.max(0, x));
  const place = (): [number, number] => {
    if (numbers.share() > 1 / 3) return [numbers.share(), numbers.share()];
    const town = numbers.below(towns.length / 2);
    return [inside(towns[2 * town]! + 0.02 * numbers.normal()), inside(towns[2 * town + 1]! + 0.02 * numbers.normal())];
  };
  const homes = Array.from({ length: mentors }, place);
  const side = Math.max(1, Math.floor(Math.sqrt(mentors / 8)));
  const cells: number[][] = Array.from({ length: side * side }, () => []);
  homes.forEach(([x, y], mentor) => cells[Math.floor(x * side) * side + Math.floor(y * side)]!.push(mentor));

  const best = new BestCandidates(mentees, mentors, candidates);
  // So that the weights have the same spread whatever the size: the distance within which the candidates live counts in full.
  const scale = 4_000 / Math.sqrt(candidates / mentors);
  for (let mentee = 0; mentee < mentees; mentee++) {
    const [x, y] = place();
    const [column, row] = [Math.floor(x * side), Math.floor(y * side)];
    let seen = 0;
    for (let ring = 0, last = side; ring <= last; ring++) {
      for (const cell of cellsOfRing(column, row, ring, side)) {
        for (const mentor of cells[cell]!) {
          const distance = Math.hypot(x - homes[mentor]![0], y - homes[mentor]![1]);
          best.offer(mentor, Math.max(1, Math.round(10_000 - scale * distance)));
          seen++;
        }
      }
      // The corners of a square of cells are farther away than the middles of the next one's sides.
      if (seen >= candidates && last === side) last = Math.ceil(1.5 * (ring + 1));
    }
    best.keepFor(mentee);
  }
  return best.rows();
}

function* cellsOfRing(column: number, row: number, ring: number, side: number): Generator<number> {
  for (let c = Math.max(0, column - ring); c <= Math.min(side - 1, column + ring); c++) {
    const isEdge = Math.abs(c - column) === ring;
    for (let r = row - ring; r <= row + ring; r += isEdge || ring === 0 ? 1 : 2 * ring) {
      if (r >= 0 && r < side) yield c * side + r;
    }
  }
}

/** Candidates drawn blindly, `candidates` different ones for each mentee. */
function drawnRows(size: Size, weigh: (numbers: Numbers, mentee: number, mentor: number) => number): Rows {
  const { mentees, mentors, candidates, seed } = size;
  const numbers = new Numbers(seed);
  const best = new BestCandidates(mentees, mentors, candidates);
  const drawnBy = new Int32Array(mentors).fill(-1);
  for (let mentee = 0; mentee < mentees; mentee++) {
    for (let left = Math.min(candidates, mentors); left > 0;) {
      const mentor = numbers.below(mentors);
      if (drawnBy[mentor] === mentee) continue;
      drawnBy[mentor] = mentee;
      best.offer(mentor, weigh(numbers, mentee, mentor));
      left--;
    }
    best.keepFor(mentee);
  }
  return best.rows();
}
