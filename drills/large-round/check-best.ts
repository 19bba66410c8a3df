/** Whether what a round says of itself holds, worked out anew from what the database keeps of it. */
import { type Certificate, explainScores } from "../../packages/matching-engine/index.ts";
import { unpackSnapshot } from "../../app/matching/rounds/take-snapshot.ts";
import { randomFrom } from "../../testing/invented-people.ts";

export interface KeptRound {
  readonly total: number;
  readonly certificate: { readonly certificate?: Certificate; readonly check: { readonly proven: boolean } };
  readonly bytes: Buffer;
  readonly pairs: readonly { readonly menteeId: string; readonly mentorId: string; readonly weight: number }[];
}

export interface Checked {
  /** What does not hold; empty where all is well. */
  readonly problems: readonly string[];
  /** So many pairs were looked at, of mentees drawn by lot with every mentor. */
  readonly looked: number;
}

/**
 * No place twice, every weight what the answers give, no pair that a must forbids; and the best: what prices and profits add up to is
 * the total, and no pair of the mentees that are drawn is worth more than her profit and the mentor's price. With every mentee drawn
 * that is the whole proof (weak duality); with some of them a fault in many pairs is found, and one in a few may not be.
 */
export async function checkBest({ total, certificate: kept, bytes, pairs }: KeptRound, drawn: number, seed: number): Promise<Checked> {
  const problems: string[] = [];
  const hold = (holds: boolean, words: string): void => void (holds || problems.push(words));
  const snapshot = await unpackSnapshot(bytes);
  const { menteeIds, mentorIds, places } = snapshot;
  const proof = kept.certificate;
  if (!kept.check.proven || !proof) return { problems: ["the round has no proof"], looked: 0 };
  const explainer = explainScores(snapshot.scoring);

  const menteeAt = new Map(menteeIds.map((id, at) => [id, at]));
  const mentorAt = new Map(mentorIds.map((id, at) => [id, at]));
  const taken = new Int32Array(mentorIds.length);
  for (const { menteeId, mentorId, weight } of pairs) {
    const [mentee, mentor] = [menteeAt.get(menteeId)!, mentorAt.get(mentorId)!];
    taken[mentor]! += 1;
    const pair = explainer.pair(mentee, mentor);
    hold(
      pair.allowed && pair.weight === weight,
      `${menteeId} and ${mentorId}: kept with ${weight}, but it is ${pair.allowed ? pair.weight : "forbidden"}`,
    );
    hold(proof.assignment[mentee] === mentor, `${menteeId} is with somebody else in the proof`);
  }
  hold(new Set(pairs.map(({ menteeId }) => menteeId)).size === pairs.length, "a mentee has two mentors");
  hold(
    taken.every((count, mentor) => count <= places[mentor]!),
    "a mentor has more mentees than places",
  );
  const sum = pairs.reduce((all, { weight }) => all + weight, 0);
  hold(sum === total && proof.total === total, `the pairs add up to ${sum}, the round says ${total}, its proof ${proof.total}`);

  const { prices, profits, bonus } = proof;
  hold(
    [...prices, ...profits].every((each) => each >= 0),
    "a price or a profit is below nothing",
  );
  hold(
    taken.every((count, mentor) => count === places[mentor]! || prices[mentor] === 0),
    "a free place has a price",
  );
  const bound = profits.reduce((all, each) => all + each, 0) + prices.reduce((all, each, mentor) => all + each * places[mentor]!, 0);
  const worth = total + bonus * pairs.length;
  hold(bound >= worth - 0.5 && bound < worth + 1, `prices and profits add up to ${bound}, the pairs to ${worth}`);

  const random = randomFrom(seed);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(drawn, menteeIds.length)) chosen.add(Math.floor(random() * menteeIds.length));
  let looked = 0;
  for (const mentee of chosen) {
    for (let mentor = 0; mentor < mentorIds.length; mentor++) {
      looked++;
      const { allowed, weight } = explainer.pair(mentee, mentor);
      if (allowed && places[mentor]! > 0 && weight + bonus > profits[mentee]! + prices[mentor]! + 1e-6)
        problems.push(`${menteeIds[mentee]} and ${mentorIds[mentor]} are worth more than the proof allows`);
    }
  }
  return { problems, looked };
}
