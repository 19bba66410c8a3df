/** Optimal string alignment distance (insert, delete, replace, swap neighbors), or `limit + 1` when it is more than `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** One slip in four letters, three at most. */
const tolerance = (text: string): number => Math.min(3, Math.floor(text.length / 4));

/** The candidate that `text` most likely means, both folded; undefined when none is near or two are equally near. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const limit = tolerance(text);
  if (limit === 0) return undefined;
  let best: { candidate: string; distance: number } | undefined;
  let isTie = false;
  for (const candidate of candidates) {
    const distance = editDistance(text, candidate, limit);
    if (distance > limit || (best && distance > best.distance)) continue;
    isTie = best !== undefined && distance === best.distance && candidate !== best.candidate;
    best = { candidate, distance };
  }
  return isTie ? undefined : best?.candidate;
}
