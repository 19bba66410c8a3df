/** Estimates that say how sure they are. Values in, values out; shares are 0 to 1, intervals hold with 95% unless told otherwise. */
export { attainmentScore, type ScaledGoal } from "./attainment.ts";
export type { Estimate } from "./interval.ts";
export { type Count, differenceOfProportions, wilsonInterval } from "./proportions.ts";
export { differenceOfMeans, meanInterval, median } from "./means.ts";
