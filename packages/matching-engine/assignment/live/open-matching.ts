import { type Market, MarketError } from "../../market/market.ts";
import { requirePerson, requireWeight } from "../../market/make-market.ts";
import { type MatchingResult, maximumWeightMatching } from "../maximum-weight.ts";
import { LiveState } from "./live-state.ts";
import { ShortestPaths } from "./shortest-paths.ts";
import { leftWithTooFew } from "./left-with-too-few.ts";
import { type Candidate, readCandidates } from "./candidates.ts";
import { marketOf, resultOf } from "./snapshot.ts";

/** A matching that stays the best while people come, go and change. */
export type OpenMatching = {
  /** A mentee joins, with the mentors who are possible for her. Returns her number: the next after all so far. */
  join(candidates: Iterable<Candidate>): number;
  /** A mentee leaves, pinned or not. Her number stays, without candidates. */
  leave(mentee: number): void;
  /** Makes a pair certain: a lock. A pair that was no candidate counts `weight` (0 if left out). */
  pin(mentee: number, mentor: number, weight?: number): void;
  /** Makes a pinned mentee free to move again. A pair that became a candidate by the pin is none any more. */
  unpin(mentee: number): void;
  /** Changes how many places a mentor has. */
  setPlaces(mentor: number, places: number): void;
  /** Gives a mentee other candidates, or the same with other weights. A pinned pair stays, and counts what it now is worth. */
  changeRow(mentee: number, candidates: Iterable<Candidate>): void;
  /** Her mentor, or -1. */
  mentorOf(mentee: number): number;
  readonly total: number;
  readonly matched: number;
  /** The market as it is now, and its best matching with the prices that prove it, for `checkCertificate(toMarket(), toResult())`. */
  toMarket(): Market;
  toResult(): MatchingResult;
};

/**
 * Opens a best matching for changes. After each one the matching is the best of the changed market again, exactly: one or a few
 * shortest augmenting paths from the present prices find it, which takes milliseconds at 100,000 mentees (opening takes about a
 * fifth of a second there). Between equally good matchings it keeps what it finds first; with `most-good` that need not be one
 * with the most people, and there is no lottery.
 *
 * @param result a proven best matching of this very market; it says what is maximized. Left out, the market is matched first
 * @throws {MarketError} in each act, for people who do not exist, weights that are none, a pair listed twice, pins that contradict
 *   each other or the places, fewer places than are pinned, and where mentors would no longer have as many mentees as they must
 *   have; then nothing has changed
 */
export function openMatching(market: Market, result: MatchingResult = maximumWeightMatching(market, { seed: 0 })): OpenMatching {
  let state = new LiveState(market, result);
  let paths = new ShortestPaths(state);
  const { objective } = result;
  let { bonus } = result;
  /** Mentees with a pair that is a candidate only because it is pinned. */
  const madeByPin = new Set<number>();
  let largest = 0;
  for (let e = 0; e < market.weight.length; e++) largest = Math.max(largest, market.weight[e]!);

  /** Solves anew: where the bonus has become too small for the market, or an act has to be taken back as a whole. */
  function startAgain(from: Market): void {
    const again = maximumWeightMatching(from, { objective, seed: 0 });
    bonus = again.bonus;
    state = new LiveState(from, again);
    paths = new ShortestPaths(state);
  }

  /** A person more must count more than all weights together. */
  function keepBonusLargeEnough(): void {
    if (objective !== "most-people") return;
    const places = state.capacity.reduce((sum, count) => sum + count, 0);
    if (bonus > largest * Math.min(places, state.menteeCount)) return;
    startAgain(marketOf(state));
  }

  function readRow(candidates: Iterable<Candidate>, mentee: number): Candidate[] {
    const row = readCandidates(candidates, mentee, state.mentorCount);
    for (const { weight } of row) largest = Math.max(largest, weight);
    return row;
  }

  /** Fills the places that an act has left with a mentor. Where they must be filled and cannot be, `undo` puts rows and pins back. */
  function fillOr(mentor: number, undo: () => void): void {
    const blocked = mentor < 0 ? null : paths.fill(mentor);
    if (!blocked) return;
    undo();
    startAgain(marketOf(state));
    throw leftWithTooFew(blocked, state.least);
  }

  /** Lets a mentee without a place bid for one. */
  function seat(mentee: number): void {
    const best = state.bestOf(mentee);
    state.profit[mentee] = best;
    if (best > state.outside) paths.seat(mentee);
  }

  /** Takes one holder out, who loses the least by it, and returns her. */
  function displace(mentor: number): number {
    const there = state.holders[mentor]!;
    let mentee = there[0]!;
    for (const other of there) if (state.profit[other]! < state.profit[mentee]!) mentee = other;
    state.release(mentee);
    return mentee;
  }

  /** Gives a mentor without places a price before her first one opens. */
  function openUp(mentor: number): void {
    if (state.places(mentor) === 0) state.price[mentor] = state.priceOfFirstPlace(mentor);
  }

  /** Takes a mentee out of the open market into a place of her own. */
  function hold(mentee: number, mentor: number): void {
    state.pinnedTo[mentee] = mentor;
    state.pinnedWith[mentor]! += 1;
    // A price below 0 was for mentees whom she had to have; if pins are all of them, she has nobody else now.
    if (state.needed(mentor) === 0) state.price[mentor] = Math.max(0, state.price[mentor]!);
    state.total += state.rows.weightOf(mentee, mentor);
    state.matched++;
  }

  /** Gives a pinned mentee's place back, without putting her anywhere. */
  function letGo(mentee: number, mentor: number): void {
    openUp(mentor);
    state.total -= state.rows.weightOf(mentee, mentor);
    state.matched--;
    state.pinnedTo[mentee] = -1;
    state.pinnedWith[mentor]! -= 1;
  }

  function pin(mentee: number, mentor: number, weight = 0): void {
    requirePerson(mentee, state.menteeCount, "mentee");
    requirePerson(mentor, state.mentorCount, "mentor");
    requireWeight(weight, { mentee, mentor });
    const pinned = state.pinnedTo[mentee]!;
    if (pinned === mentor) return;
    if (pinned >= 0) {
      const message = `Mentee ${mentee} is pinned to mentor ${pinned}. Unpin her before she is pinned to mentor ${mentor}.`;
      throw new MarketError("mentee-locked-twice", message, { mentee, mentor });
    }
    if (state.places(mentor) === 0) {
      const message = `All ${state.capacity[mentor]} places of mentor ${mentor} are pinned. Unpin somebody or give the mentor more places.`;
      throw new MarketError("locked-beyond-capacity", message, { mentor });
    }
    const left = state.mentorOf[mentee]!;
    if (left >= 0) state.release(mentee);
    state.hide(mentee);
    if (state.rows.weightOf(mentee, mentor) < 0) {
      state.rows.add(mentee, weight, mentor);
      madeByPin.add(mentee);
      largest = Math.max(largest, weight);
    }
    // Somebody has to go where all places are taken, or where a price below 0 says that one more is not wanted.
    const isInTheWay = left !== mentor && (!state.hasFreePlace(mentor) || state.price[mentor]! < 0);
    const displaced = isInTheWay ? displace(mentor) : -1;
    hold(mentee, mentor);
    if (displaced >= 0) seat(displaced);
    fillOr(left === mentor ? -1 : left, () => {
      letGo(mentee, mentor);
      if (madeByPin.delete(mentee)) state.rows.remove(mentee, mentor);
    });
    keepBonusLargeEnough();
  }

  function unpin(mentee: number): void {
    requirePerson(mentee, state.menteeCount, "mentee");
    const mentor = state.pinnedTo[mentee]!;
    if (mentor < 0) throw new MarketError("not-pinned", `Mentee ${mentee} is not pinned: there is nothing to unpin.`, { mentee });
    const weight = state.rows.weightOf(mentee, mentor);
    letGo(mentee, mentor);
    const wasMade = madeByPin.delete(mentee);
    if (wasMade) state.rows.remove(mentee, mentor);
    state.show(mentee);
    seat(mentee);
    fillOr(mentor, () => {
      state.rows.add(mentee, weight, mentor);
      madeByPin.add(mentee);
      hold(mentee, mentor);
    });
  }

  function join(candidates: Iterable<Candidate>): number {
    const mentee = state.menteeCount;
    const row = readRow(candidates, mentee);
    state.rows.open();
    for (const { mentor, weight } of row) state.rows.add(mentee, weight, mentor);
    state.mentorOf.push(-1);
    state.pinnedTo.push(-1);
    state.profit.push(state.outside);
    state.show(mentee);
    seat(mentee);
    keepBonusLargeEnough();
    return mentee;
  }

  function leave(mentee: number): void {
    requirePerson(mentee, state.menteeCount, "mentee");
    const pinned = state.pinnedTo[mentee]!;
    const mentor = pinned >= 0 ? pinned : state.mentorOf[mentee]!;
    if (pinned >= 0) letGo(mentee, pinned);
    else {
      if (mentor >= 0) state.release(mentee);
      state.hide(mentee);
    }
    fillOr(mentor, () => {
      if (pinned >= 0) hold(mentee, pinned);
    });
    madeByPin.delete(mentee);
    state.rows.clear(mentee);
    state.profit[mentee] = state.outside;
  }

  function setRow(mentee: number, row: readonly Candidate[]): void {
    state.rows.clear(mentee);
    for (const { mentor, weight } of row) state.rows.add(mentee, weight, mentor);
  }

  function changeRow(mentee: number, candidates: Iterable<Candidate>): void {
    requirePerson(mentee, state.menteeCount, "mentee");
    const row = readRow(candidates, mentee);
    const pinned = state.pinnedTo[mentee]!;
    if (pinned >= 0) {
      const before = state.rows.weightOf(mentee, pinned);
      const isCandidate = row.some((one) => one.mentor === pinned);
      setRow(mentee, isCandidate ? row : [...row, { mentor: pinned, weight: before }]);
      if (isCandidate) madeByPin.delete(mentee);
      else madeByPin.add(mentee);
      state.total += state.rows.weightOf(mentee, pinned) - before;
    } else {
      const before = state.rows.listOf(mentee).map(([weight, mentor]) => ({ mentor, weight }));
      const mentor = state.mentorOf[mentee]!;
      if (mentor >= 0) state.release(mentee);
      state.hide(mentee);
      setRow(mentee, row);
      state.show(mentee);
      seat(mentee);
      fillOr(mentor, () => setRow(mentee, before));
    }
    keepBonusLargeEnough();
  }

  function setPlaces(mentor: number, places: number): void {
    requirePerson(mentor, state.mentorCount, "mentor");
    if (!(Number.isInteger(places) && places >= 0 && places < 2 ** 31)) {
      throw new MarketError("bad-capacity", `Mentor ${mentor} has ${places} places. Give a whole number from 0 up.`, { mentor });
    }
    if (places < state.pinnedWith[mentor]!) {
      const message = `Mentor ${mentor} has ${places} places and ${state.pinnedWith[mentor]} pinned pairs. Unpin some or give the mentor more places.`;
      throw new MarketError("locked-beyond-capacity", message, { mentor });
    }
    if (places < state.least[mentor]!) {
      const message = `Mentor ${mentor} must have ${state.least[mentor]} mentees at the least. Give her at least so many places.`;
      throw new MarketError("bad-least", message, { mentor });
    }
    if (places > state.capacity[mentor]!) openUp(mentor);
    state.capacity[mentor] = places;
    const displaced: number[] = [];
    while (state.taken(mentor) > state.places(mentor)) displaced.push(displace(mentor));
    for (const mentee of displaced) seat(mentee);
    paths.fill(mentor);
    keepBonusLargeEnough();
  }

  return {
    join,
    leave,
    pin,
    unpin,
    setPlaces,
    changeRow,
    mentorOf: (mentee) => (state.pinnedTo[mentee]! >= 0 ? state.pinnedTo[mentee]! : (state.mentorOf[mentee] ?? -1)),
    get total() {
      return state.total;
    },
    get matched() {
      return state.matched;
    },
    toMarket: () => marketOf(state),
    toResult: () => resultOf(state, objective, bonus),
  };
}
