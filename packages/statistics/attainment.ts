export interface ScaledGoal {
  /** −2 (much less than expected) to +2 (much more); 0 is what was expected. */
  readonly level: number;
  /** How much it counts beside the others, above 0. */
  readonly weight: number;
}

/** How much goals of one person usually go together; what Kiresuk and Sherman assume. */
const usualCorrelation = 0.3;

/**
 * Goal attainment score: 50 where everything came as expected, 10 more or less for a standard deviation.
 *
 * T = 50 + 10 Σ wx / √((1 − ρ) Σ w² + ρ (Σ w)²)
 *
 * Source: Kiresuk and Sherman, "Goal Attainment Scaling: A General Method for Evaluating Comprehensive Community Mental Health
 * Programs", Community Mental Health Journal 4 (1968); the formula as in the erratum to Turner-Stokes, Clinical Rehabilitation 23
 * (2009).
 *
 * @param correlation ρ, from 0 (goals have nothing to do with each other) to 1
 * @throws {RangeError} without goals, or where a level, a weight or the correlation is none
 */
export function attainmentScore(goals: readonly ScaledGoal[], correlation: number = usualCorrelation): number {
  if (goals.length === 0) throw new RangeError("There is no score of nothing. Give at least one goal.");
  if (!(correlation >= 0 && correlation <= 1)) throw new RangeError("Give a correlation from 0 to 1.");
  let [attained, squares, sum] = [0, 0, 0];
  for (const { level, weight } of goals) {
    if (!(level >= -2 && level <= 2)) throw new RangeError("A level is from −2 to 2. Give another one.");
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY)) throw new RangeError("A weight is a number above 0. Give another one.");
    attained += weight * level;
    squares += weight * weight;
    sum += weight;
  }
  return 50 + (10 * attained) / Math.sqrt((1 - correlation) * squares + correlation * sum * sum);
}
