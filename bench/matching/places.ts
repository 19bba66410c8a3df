import { Numbers } from "./numbers.ts";

/** How many places there are: for 90% of the mentees, for 115%, or for 90% of them with very unequal mentors. */
export type Supply = "tight" | "surplus" | "wide";

/** Places of each mentor: 1 to 5 drawn, then one more or one less here and there until they are as many as wanted. */
export function drawPlaces(mentees: number, mentors: number, supply: Supply, seed: number): Int32Array {
  const numbers = new Numbers(seed);
  const wanted = Math.round((supply === "surplus" ? 1.15 : 0.9) * mentees);
  if (supply === "wide") return widePlaces(mentors, wanted, numbers);
  const places = Int32Array.from({ length: mentors }, () => 1 + numbers.below(5));
  let sum = places.reduce((total, count) => total + count, 0);
  while (sum !== wanted) {
    const mentor = numbers.below(mentors);
    const step = Math.sign(wanted - sum);
    if (places[mentor]! + step < 1 || places[mentor]! + step > 5) continue;
    places[mentor]! += step;
    sum += step;
  }
  return places;
}

/** Most mentors have one place or none, a few have hundreds (Pareto with exponent 1.1, at most 500). */
function widePlaces(mentors: number, wanted: number, numbers: Numbers): Int32Array {
  const places = new Int32Array(mentors);
  for (let left = wanted; left > 0;) {
    const mentor = numbers.below(mentors);
    const more = Math.min(left, 500 - places[mentor]!, Math.floor((1 - numbers.share()) ** (-1 / 1.1)));
    places[mentor]! += more;
    left -= more;
  }
  return places;
}
