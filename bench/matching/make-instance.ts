/**
 * Makes one file of an instance: `node bench/matching/make-instance.ts rows interests 100000` or `… places tight 100000`.
 * A quarter as many mentors as mentees; everything follows from the size.
 */
import { candidatesEach, type Family, instanceOf, seedOf } from "./families.ts";
import { placesFile, rowsFile, writePlaces, writeRows } from "./instance-files.ts";
import { drawPlaces, type Supply } from "./places.ts";

const [what, kind, menteesText] = process.argv.slice(2);
const mentees = Number(menteesText);
const mentors = Math.floor(mentees / 4);
const seed = seedOf(mentees);
if (what === "rows") {
  const family = kind as Family;
  writeRows(rowsFile(family, mentees), mentors, instanceOf[family]({ mentees, mentors, candidates: candidatesEach, seed }));
} else {
  const supply = kind as Supply;
  writePlaces(placesFile(supply, mentees), drawPlaces(mentees, mentors, supply, seed));
}
console.log("{}");
