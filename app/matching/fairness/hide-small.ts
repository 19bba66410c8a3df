/**
 * Which of several cells may be shown, when the sum of all of them is known. Pure.
 *
 * Cells of fewer than `smallest` people are hidden. Where those hidden are together fewer than that, they could be worked out as
 * what is missing from the sum (and one alone always): the next smallest is hidden with them, until they are enough.
 * `mayShow` leaves out others beforehand.
 */
export function shownCells(sizes: readonly number[], smallest: number, mayShow: readonly boolean[] = []): boolean[] {
  const shown = sizes.map((size, at) => size >= smallest && mayShow[at] !== false);
  const hidden = (): number => sizes.reduce((sum, size, at) => (shown[at] ? sum : sum + size), 0);
  const bySize = [...sizes.keys()].toSorted((a, b) => sizes[a]! - sizes[b]! || a - b);
  for (const at of bySize) {
    const sum = hidden();
    if (sum === 0 || sum >= smallest) break;
    shown[at] = false;
  }
  return shown;
}
