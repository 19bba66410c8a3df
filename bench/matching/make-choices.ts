/**
 * Makes a file of mentees with ten choices each: `node bench/matching/make-choices.ts 1000000`. A quarter as many mentors, places for
 * 90%; some mentors are on many more lists than others. Nobody likes two people equally. The pairs are listed by number, not by rank.
 */
import path from "node:path";
import { writeChoices } from "./choice-files.ts";
import { seedOf } from "./families.ts";
import { instanceFolder } from "./instance-files.ts";
import { Numbers } from "./numbers.ts";
import { drawPlaces } from "./places.ts";

const each = 10;
const mentees = Number(process.argv[2]);
const mentors = Math.floor(mentees / 4);
const numbers = new Numbers(seedOf(mentees));

const ptr = Int32Array.from({ length: mentees + 1 }, (_, mentee) => mentee * each);
const col = new Int32Array(mentees * each);
const menteeRank = new Int32Array(col.length);
for (let mentee = 0; mentee < mentees; mentee++) {
  const chosen = new Set<number>();
  // Squaring shifts the draws towards the first mentors, who are so the most popular.
  while (chosen.size < each) chosen.add(Math.floor(numbers.share() ** 2 * mentors));
  // In the order of the draw the more popular tend to come first.
  const ranks = new Map([...chosen].map((mentor, k) => [mentor, k + 1]));
  [...chosen]
    .toSorted((a, b) => a - b)
    .forEach((mentor, k) => {
      col[mentee * each + k] = mentor;
      menteeRank[mentee * each + k] = ranks.get(mentor)!;
    });
}

// A mentor's list: what all think of a mentee, and what she thinks.
const repute = Float64Array.from({ length: mentees }, () => numbers.share());
const pairs: number[][] = Array.from({ length: mentors }, () => []);
const liking = new Float64Array(col.length);
for (let e = 0; e < col.length; e++) {
  liking[e] = repute[Math.floor(e / each)]! + numbers.share();
  pairs[col[e]!]!.push(e);
}
const mentorRank = new Int32Array(col.length);
for (const own of pairs) own.toSorted((a, b) => liking[b]! - liking[a]! || a - b).forEach((e, k) => (mentorRank[e] = k + 1));

const places = drawPlaces(mentees, mentors, "tight", seedOf(mentees));
writeChoices(path.join(instanceFolder, `choices-${mentees}-v1.ranked`), { places, ptr, col, menteeRank, mentorRank });
console.log("{}");
