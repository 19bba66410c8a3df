/**
 * The assignment of rows to columns, one to one, with the largest total; rows and columns whose best weight is 0 stay
 * alone. Shortest augmenting paths (Kuhn 1955, Munkres 1957, in the O(n³) form of Jonker and Volgenant 1987).
 */
export function bestAssignment(weights: readonly (readonly number[])[]): { row: number; column: number }[] {
  const size = Math.max(weights.length, weights[0]?.length ?? 0);
  if (size === 0) return [];
  // Padded to a square with weight 0, and 1-based so that 0 can stand for «nobody yet».
  const cost = (row: number, column: number): number => -(weights[row - 1]?.[column - 1] ?? 0);
  const rowPrice: number[] = Array.from({ length: size + 1 }, () => 0);
  const columnPrice: number[] = Array.from({ length: size + 1 }, () => 0);
  const rowOf: number[] = Array.from({ length: size + 1 }, () => 0);
  for (let row = 1; row <= size; row += 1) {
    const least: number[] = Array.from({ length: size + 1 }, () => Number.POSITIVE_INFINITY);
    const cameFrom: number[] = Array.from({ length: size + 1 }, () => 0);
    const done: boolean[] = Array.from({ length: size + 1 }, () => false);
    rowOf[0] = row;
    let column = 0;
    do {
      done[column] = true;
      const current = rowOf[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= size; other += 1) {
        if (done[other]) continue;
        const reduced = cost(current, other) - rowPrice[current]! - columnPrice[other]!;
        if (reduced < least[other]!) {
          least[other] = reduced;
          cameFrom[other] = column;
        }
        if (least[other]! < delta) {
          delta = least[other]!;
          next = other;
        }
      }
      for (let other = 0; other <= size; other += 1) {
        if (done[other]) {
          rowPrice[rowOf[other]!]! += delta;
          columnPrice[other]! -= delta;
        } else least[other]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = cameFrom[column]!;
      rowOf[column] = rowOf[previous]!;
      column = previous;
    }
  }
  return rowOf
    .map((row, column) => ({ row: row - 1, column: column - 1 }))
    .slice(1)
    .filter(({ row, column }) => (weights[row]?.[column] ?? 0) > 0);
}
