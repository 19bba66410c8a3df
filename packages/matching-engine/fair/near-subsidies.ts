/** What matching at some subsidies gave: how many of each group are lacking to what is wanted (negative: there are more). */
export type SubsidyTrial<Start> = { readonly subsidy: Float64Array; readonly lacking: Float64Array; readonly start: Start };

/**
 * Subsidies that come near to the wanted numbers of groups, in few solves, so that few single paths are left to be found.
 *
 * The best total with subsidies, less what they pay for the wanted numbers, is a convex function of the subsidies, and who is lacking is
 * its gradient; it is minimized by the method of Broyden, Fletcher, Goldfarb and Shanno (1970). It need not be exact: whatever is
 * found is a right beginning, a bad one only takes longer afterwards.
 * @param first the trial without subsidies
 * @param isRight whether a trial may be begun from; one without subsidies always may
 */
export function nearSubsidies<Start>(
  first: SubsidyTrial<Start>,
  {
    attempt,
    isRight,
    largest,
  }: {
    readonly attempt: (subsidy: Float64Array) => SubsidyTrial<Start>;
    readonly isRight: (trial: SubsidyTrial<Start>) => boolean;
    readonly largest: number;
  },
): SubsidyTrial<Start> {
  // Stryker disable all: speed (what is found is a right beginning in any case; a bad one only takes longer afterwards)
  if (lackingIn(first) <= SOON_FOUND) return first;
  const groups = first.subsidy.length;
  const enough = Math.max(FEW, lackingIn(first) / 500);
  // To begin with: a quarter of the largest weight would close the whole gap.
  const inverse = Array.from({ length: groups }, (_, g) =>
    Array.from({ length: groups }, (_g, h) => (g === h ? largest / (4 * lackingIn(first)) : 0)),
  );
  let best = first;
  let at = first;
  for (let solves = 0; solves < MOST_SOLVES && lackingIn(best) > enough; solves++) {
    const step = inverse.map((row) => row.reduce((sum, factor, h) => sum + factor * wanted(at, h), 0));
    const next = attempt(at.subsidy.map((was, g) => Math.round(Math.min(largest, Math.max(0, was + step[g]!)))));
    const isNearer = lackingIn(next) < lackingIn(best);
    // Stryker restore all
    if (isNearer && isRight(next)) best = next;
    // Stryker disable all: speed (as above)
    learn(
      inverse,
      at.subsidy.map((was, g) => next.subsidy[g]! - was),
      at.lacking.map((was, g) => was - next.lacking[g]!),
    );
    at = next;
  }
  return best;
}

const MOST_SOLVES = 12;
/** So many single paths are found sooner than the market is solved a few times. */
const SOON_FOUND = 500;
const FEW = 20;

function lackingIn({ lacking }: SubsidyTrial<unknown>): number {
  return lacking.reduce((sum, people) => sum + Math.max(0, people), 0);
}

/** Who has more than wanted without any subsidy is content. */
function wanted({ subsidy, lacking }: SubsidyTrial<unknown>, group: number): number {
  return subsidy[group]! > 0 ? lacking[group]! : Math.max(0, lacking[group]!);
}

/** The update of the inverse: afterwards a change by `gained` people asks for this very step. */
function learn(inverse: number[][], step: Float64Array, gained: Float64Array): void {
  const curvature = step.reduce((sum, by, g) => sum + by * gained[g]!, 0);
  if (!(curvature > 0)) return;
  const image = inverse.map((row) => row.reduce((sum, factor, h) => sum + factor * gained[h]!, 0));
  const scale = 1 + image.reduce((sum, by, g) => sum + by * gained[g]!, 0) / curvature;
  for (const [g, row] of inverse.entries()) {
    for (let h = 0; h < row.length; h++) {
      row[h]! += (scale * step[g]! * step[h]! - image[g]! * step[h]! - step[g]! * image[h]!) / curvature;
    }
  }
}
