import { BestCandidates, type Rows } from "./best-candidates.ts";
import { drawBy, Numbers } from "./numbers.ts";

const dimensions = 16;
/** Up to this many pairs all are looked at; beyond, each mentee is shown `pool` mentors of the topics nearest to hers. */
const allPairs = 30_000_000;
const pool = 1_000;

/**
 * People with interests: everyone's is a point among 40 + mentees/1000 topics. Demand for topics is like Zipf's law, supply is
 * flatter; some mentors are popular with everyone; two people need a language in common. Each mentee has her best candidates.
 */
export function interestRows(mentees: number, mentors: number, candidates: number, seed: number): Rows {
  const numbers = new Numbers(seed);
  const topics = 40 + Math.floor(mentees / 1_000);
  const centers = new Float64Array(topics * dimensions).map(() => numbers.normal());
  for (let topic = 0; topic < topics; topic++) toUnitLength(centers, topic);
  const ranks = Array.from({ length: topics }, (_, rank) => rank);
  const asking = drawPeople(mentees, { numbers, centers, shares: ranks.map((rank) => 1 / (rank + 3) ** 0.8) });
  const giving = drawPeople(mentors, { numbers, centers, shares: ranks.map((rank) => 1 / (rank + 10) ** 0.3) });
  const popularity = Float64Array.from({ length: mentors }, () => 2_000 * numbers.share() ** 3);

  const best = new BestCandidates(mentees, mentors, candidates);
  const mentorsOf = byTopic(giving.topic, topics);
  const everyone = Int32Array.from({ length: mentors }, (_, mentor) => mentor);
  const vectors = new Float64Array(mentors * dimensions);
  byTopic(asking.topic, topics).forEach((group, topic) => {
    const shown = mentees * mentors <= allPairs ? everyone : nearestMentors(topic, centers, mentorsOf);
    shown.forEach((mentor, at) => vectors.set(giving.points.subarray(mentor * dimensions, (mentor + 1) * dimensions), at * dimensions));
    for (const mentee of group) {
      const point = asking.points.subarray(mentee * dimensions, (mentee + 1) * dimensions);
      for (let at = 0; at < shown.length; at++) {
        const mentor = shown[at]!;
        if ((asking.languages[mentee]! & giving.languages[mentor]!) === 0) continue;
        let likeness = 0;
        for (let d = 0, v = at * dimensions; d < dimensions; d++, v++) likeness += point[d]! * vectors[v]!;
        const weight = Math.round(8_000 * Math.max(0, likeness) + popularity[mentor]!);
        if (weight >= best.least) best.offer(mentor, weight);
      }
      best.keepFor(mentee);
    }
  });
  return best.rows();
}

type People = { readonly topic: Int32Array; readonly points: Float64Array; readonly languages: Int32Array };

function drawPeople(count: number, from: { numbers: Numbers; centers: Float64Array; shares: number[] }): People {
  const { numbers, centers } = from;
  const draw = drawBy(from.shares, numbers);
  const people = { topic: new Int32Array(count), points: new Float64Array(count * dimensions), languages: new Int32Array(count) };
  for (let person = 0; person < count; person++) {
    const [topic, beside, inclined] = [draw(), draw(), 0.7 * numbers.share()];
    people.topic[person] = topic;
    for (let d = 0; d < dimensions; d++) {
      const mixed = centers[topic * dimensions + d]! + inclined * centers[beside * dimensions + d]!;
      people.points[person * dimensions + d] = mixed + 0.15 * numbers.normal();
    }
    toUnitLength(people.points, person);
    const [common, other] = [numbers.share() < 0.85, numbers.share() < 0.3];
    people.languages[person] = (common ? 1 : 0) | (other || !common ? 2 << numbers.below(5) : 0);
  }
  return people;
}

function toUnitLength(points: Float64Array, index: number): void {
  const point = points.subarray(index * dimensions, (index + 1) * dimensions);
  const length = Math.hypot(...point);
  for (let d = 0; d < dimensions; d++) point[d]! /= length;
}

function byTopic(topicOf: Int32Array, topics: number): number[][] {
  const groups: number[][] = Array.from({ length: topics }, () => []);
  topicOf.forEach((topic, person) => groups[topic]!.push(person));
  return groups;
}

function nearestMentors(topic: number, centers: Float64Array, mentorsOf: readonly (readonly number[])[]): Int32Array {
  const likeness = mentorsOf.map((_, other) => {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += centers[topic * dimensions + d]! * centers[other * dimensions + d]!;
    return sum;
  });
  const order = likeness.map((_, other) => other).toSorted((a, b) => likeness[b]! - likeness[a]! || a - b);
  const nearest: number[] = [];
  for (const other of order) {
    if (nearest.length >= pool) break;
    nearest.push(...mentorsOf[other]!);
  }
  return Int32Array.from(nearest.slice(0, pool));
}
